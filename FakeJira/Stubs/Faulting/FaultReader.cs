using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>A fault that was read.</summary>
/// <param name="Note">What it is.</param>
/// <param name="Mappings">What it becomes.</param>
/// <param name="TimesLeft">How many requests it still meets, where the document says so.</param>
internal sealed record FaultPlan(FaultNote Note, IReadOnlyList<Mapping> Mappings, int? TimesLeft);

/// <summary>Reads a fault and makes mappings of it.</summary>
internal static class FaultReader
{
    /// <summary>Before everything that a mapping file says.</summary>
    private const int Priority = -1_000_000_000;
    private const int NameLimit = 64;

    /// <summary>Null when it has mistakes, all of which are noted at their places.</summary>
    public static FaultPlan? Read(JsonNodeAt node, Site site)
    {
        if (!node.IsObject)
        {
            return node.Expected<FaultPlan>("an object such as {\"operation\": \"jira.votes.add\", \"error\": \"jira.rate-limited\", \"times\": 2}");
        }

        var context = site.Sites.Library.ContextOf(site.Sites.NextOrder);
        if (!context.Room.TryTake(MappingSize.Of((JObject)node.Token), node))
        {
            return null;
        }

        var (name, left) = (NameOf(node), (int?)node.Integer("timesLeft", 0, int.MaxValue));
        var until = UntilOf(node, site.Clock);
        IReadOnlyList<JObject> documents = node["use"] is { } use ? ReadyMade.Find(site, use) : [Written(node, context)];
        node.ReportUnknown();
        if (node.HasErrors)
        {
            return null;
        }

        name ??= $"fault-{site.Sites.NextOrder()}";
        var note = new FaultNote(name, Shown(node, name, until));
        List<Mapping> mappings = [.. documents.SelectMany((document, index) => Made(node, document, index, note, context, until))];
        return node.HasErrors ? null : new FaultPlan(note, mappings, left);
    }

    private static IReadOnlyList<Mapping> Made(JsonNodeAt node, JObject document, int index, FaultNote note, MappingContext context, DateTimeOffset? until)
    {
        document["Guid"] = NameGuid.Of($"fault {note.Name}#{index}").ToString();
        document["Priority"] = Priority;
        document.Remove("IsDisabled");
        if (until is { } end)
        {
            document["TimeSettings"] = new JObject { ["End"] = end.AddTicks(-1).ToString("O") };
        }

        var problems = new ProblemList();
        var mappings = MappingFile.Read("faults/" + note.Name, document.ToString(), context with { Strict = false, Room = MappingRoom.Endless() }, problems);
        if (problems.HasErrors)
        {
            // Of what only a mapping is asked for, such as its depth.
            foreach (var problem in problems.All.Where(problem => problem.Severity == Severity.Error))
            {
                node.Error(problem.JsonPath.Length > 0 ? $"{problem.Message} [{problem.JsonPath} of its mapping]" : problem.Message);
            }
        }

        foreach (var mapping in mappings)
        {
            mapping.Fault = note;
        }

        return mappings;
    }

    private static JObject Written(JsonNodeAt node, MappingContext context)
    {
        var mapping = new JObject { ["Title"] = "A fault", ["Request"] = FaultRequest.Read(node, context) };
        if (node["probability"] is { } probability)
        {
            mapping["Probability"] = probability.AsNumber() is { } chance and >= 0 and <= 1 ? chance : probability.Expected<JValue>("a number from 0 to 1");
        }

        if (node.Integer("times", 1, int.MaxValue) is { } times)
        {
            mapping["Times"] = times;
        }

        mapping["Response"] = FaultResponse.Read(node, context);
        return mapping;
    }

    private static DateTimeOffset? UntilOf(JsonNodeAt node, SiteClock clock)
    {
        var until = ClockMoment.Read(node, "until");
        return node["for"] is { } span && Duration.Read(span) is { } time ? ClockMoment.After(span, clock.Now, time) : until;
    }

    private static string? NameOf(JsonNodeAt node)
    {
        if (node.Text("name") is not { } name)
        {
            return null;
        }

        return name.Length is > 0 and <= NameLimit && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? name
            : node.PlaceOf("name").Expected<string>($"1 to {NameLimit} letters, digits, hyphens, underscores and points");
    }

    private static JObject Shown(JsonNodeAt node, string name, DateTimeOffset? until)
    {
        var shown = new JObject { ["name"] = name };
        foreach (var (member, value) in node.Members().Where(member => member.Name.ToUpperInvariant() is not ("NAME" or "TIMESLEFT" or "FOR" or "UNTIL" or "$SCHEMA")))
        {
            shown[member] = value.Token.DeepClone();
        }

        if (until is { } end)
        {
            shown["until"] = end.ToUniversalTime().ToString("O");
        }

        return shown;
    }
}
