using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The time of a site.</summary>
internal static class ClockOperations
{
    private static readonly string[] Changes = ["reset", "run", "set", "freeze", "advance", "rulesDelays"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("clock.get", "GET", "/clock", "The site's time.", (_, site) => ControlErrors.Ok(Show(site.Clock))),
        ControlContract.OfSite("clock.change", "PATCH", "/clock", "Changes it: {\"freeze\": true} or {\"freeze\": \"2026-01-31T12:00:00Z\"}, {\"set\": …}, {\"advance\": \"00:05:00\"} (or seconds, or PT5M), {\"run\": true}, {\"reset\": true}; {\"rulesDelays\": true}: delays of answers pass by it.", Change),
    ];

    private static JObject Show(SiteClock clock) => new() { ["now"] = clock.Now.UtcDateTime.ToString("O"), ["frozen"] = clock.IsFrozen, ["rulesDelays"] = clock.RulesDelays };

    private static StubResponse Change(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems);
        if (root is null || !root.IsObject || !Changes.Any(root.Has))
        {
            root?.Expected<object>($"an object with one of {string.Join(", ", Changes)}");
            return ControlErrors.Mistakes(problems);
        }

        var clock = site.Clock;
        List<Action> changes = [];
        If(root, "reset", clock.Reset, changes);
        If(root, "run", clock.Run, changes);
        if (root["run"] is not null && root["freeze"] is { } contrary)
        {
            contrary.Error("A clock either runs or is frozen: say one of the two.");
        }

        var from = root["reset"] is null ? clock.Now : clock.Real;
        if (ClockMoment.Read(root, "set") is { } now)
        {
            changes.Add(() => clock.Set(now));
            from = now;
        }

        if (root["freeze"] is { Token.Type: JTokenType.String } && ClockMoment.Read(root, "freeze") is { } moment)
        {
            changes.Add(() => clock.Freeze(moment));
            from = moment;
        }
        else if (root["freeze"] is { Token.Type: not JTokenType.String })
        {
            If(root, "freeze", () => clock.Freeze(), changes);
        }

        if (root["advance"] is { } advance && Duration.Read(advance) is { } by && ClockMoment.After(advance, from, by) is not null)
        {
            changes.Add(() => clock.Advance(by));
        }

        if (root.Flag("rulesDelays") is { } rules)
        {
            changes.Add(() => clock.RulesDelays = rules);
        }

        root.ReportUnknown();
        if (problems.HasErrors)
        {
            return ControlErrors.Mistakes(problems);
        }

        changes.ForEach(change => change());
        return ControlErrors.Ok(Show(clock));
    }

    private static void If(JsonNodeAt root, string name, Action change, List<Action> changes)
    {
        if (root[name] is { } node && (node.Token.Type != JTokenType.Boolean || !(bool)node.Token))
        {
            node.Expected<object>(name == "freeze" ? "true or a date and time" : "true");
        }
        else if (root[name] is not null)
        {
            changes.Add(change);
        }
    }
}
