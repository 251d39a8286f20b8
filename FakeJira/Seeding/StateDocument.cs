using FakeJira.Seeding.Generating;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Seeding;

/// <summary>The state of a site as one JSON document; a seed file is the same. A section a contract, the position of clock and chance, and what was added at run time.</summary>
internal static class StateDocument
{
    /// <summary>The state that a document describes; null when there is a mistake in it, all of which are then in <paramref name="problems"/>.</summary>
    public static SiteState? Read(string file, string text, Sites sites, ProblemList problems) =>
        JsonText.Parse(file, text, problems, repeats: false) is { } root ? Read(root, sites, problems) : null;

    /// <inheritdoc cref="Read(string, string, Sites, ProblemList)"/>
    public static SiteState? Read(JsonNodeAt root, Sites sites, ProblemList problems)
    {
        if (!root.IsObject)
        {
            root.Expected<object>("an object with sections such as \"jira\"");
            return null;
        }

        // Read into a site aside, so that a mistake or a reader never meets half of it.
        var aside = sites.Detached();
        foreach (var document in DocumentsOf(sites))
        {
            if (root[document.Section] is { } section)
            {
                document.Read(section, aside);
            }
        }

        ReadClock(root["clock"], aside.Clock);
        if (root["random"] is { } random)
        {
            aside.Random.Position = random.Integer("position", 0) ?? 0;
            random.ReportUnknown();
        }

        RunTimeDocument.Read(root, aside);
        if (root["generate"] is { } generate)
        {
            // After what the document says itself, which it adds to.
            GenerateDocument.Read(generate, aside);
        }

        root.ReportUnknown();
        return problems.HasErrors ? null : aside.Capture();
    }

    /// <summary>The document of a state.</summary>
    public static JObject Write(SiteState state, Sites sites)
    {
        var written = new JObject(DocumentsOf(sites).Select(document => new JProperty(document.Section, document.Write(state))));
        written["clock"] = state.FrozenAt is { } frozen ? new JObject { ["frozenAt"] = frozen.ToString("O") } : new JObject { ["offsetSeconds"] = state.ClockOffset.TotalSeconds };
        if (state.ClockRulesDelays)
        {
            written["clock"]!["rulesDelays"] = true;
        }

        written["random"] = new JObject { ["position"] = state.RandomPosition };
        var aside = sites.Detached();
        aside.Restore(state);
        RunTimeDocument.Write(aside, written);
        return written;
    }

    private static IEnumerable<WorldDocument> DocumentsOf(Sites sites) => sites.Contracts.Select(contract => contract.Document?.Invoke()).OfType<WorldDocument>();

    private static void ReadClock(JsonNodeAt? node, SiteClock clock)
    {
        if (node is null)
        {
            return;
        }

        if (node["offsetSeconds"] is { } offset && offset.AsNumber() is { } seconds)
        {
            if (seconds >= (SiteClock.Earliest - clock.Now).TotalSeconds && seconds <= (SiteClock.Latest - clock.Now).TotalSeconds)
            {
                clock.Advance(TimeSpan.FromSeconds(seconds));
            }
            else
            {
                offset.Error(SiteClock.Range);
            }
        }

        if (ClockMoment.Read(node, "frozenAt") is { } at)
        {
            clock.Freeze(at);
        }

        clock.RulesDelays = node.Flag("rulesDelays") ?? false;
        node.ReportUnknown();
    }
}
