using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>Entries of the journal as the control API shows them.</summary>
internal static class RequestShapes
{
    /// <summary>One line of a list: without headers and bodies.</summary>
    public static JObject Line(JournalEntry entry) => new()
    {
        ["number"] = entry.Number,
        ["at"] = entry.At.UtcDateTime.ToString("O"),
        ["method"] = entry.Request.Method,
        ["path"] = entry.Request.Prefix + entry.Request.RawPath,
        ["query"] = entry.Request.RawQuery,
        ["who"] = entry.Request.Territory?.Who?.Invoke(entry.Request),
        ["operation"] = entry.Request.Route?.Operation.Name,
        ["status"] = entry.Response.Status,
        ["fault"] = entry.Response.Fault == ConnectionFault.None ? null : entry.Response.Fault.ToString(),
        ["rules"] = entry.Response.RuleHeader,
        ["rule"] = entry.Response.Rules is [var rule, ..] ? Show(rule) : null,
        ["stub"] = entry.StubName,
        ["matched"] = entry.StubId is not null,
        ["milliseconds"] = Math.Round(entry.Took.TotalMilliseconds, 3),
        ["delay"] = Math.Round(entry.Response.Delay.TotalMilliseconds, 3),
    };

    /// <summary>The same with the bodies.</summary>
    public static JObject WithBodies(JournalEntry entry)
    {
        var shown = Line(entry);
        shown["body"] = entry.Request.BodyText;
        shown["answer"] = entry.Response.BodyText;
        return shown;
    }

    /// <summary>All there is to know of one.</summary>
    public static JObject Whole(JournalEntry entry)
    {
        var shown = WithBodies(entry);
        shown["url"] = $"{entry.Request.Scheme}://{entry.Request.Host}{entry.Request.Prefix}{entry.Request.RawPath}{(entry.Request.RawQuery.Length > 0 ? "?" + entry.Request.RawQuery : "")}";
        shown["headers"] = Headers(entry.Request.Headers);
        shown["answerHeaders"] = Headers(entry.Response.Headers);
        shown["decidedBy"] = new JArray(entry.Response.Rules.Select(Show));
        shown["closest"] = Closest(entry);
        return shown;
    }

    /// <summary>Where nothing matched: the mappings that came closest, part by part.</summary>
    public static JArray Closest(JournalEntry entry) =>
        [.. entry.Closest.Select(miss => new JObject { ["stub"] = miss.Name, ["title"] = miss.Title, ["parts"] = Parts(miss.Parts) })];

    public static JArray Parts(IReadOnlyList<PartResult> parts) =>
        [.. parts.Select(part => new JObject { ["part"] = part.Part, ["matches"] = part.IsMatch, ["expected"] = part.Expected, ["actual"] = part.Actual })];

    private static JObject Show(Rule rule) => new() { ["id"] = rule.Id, ["summary"] = rule.Summary, ["provenance"] = rule.Provenance.ToString(), ["source"] = rule.Source };

    private static JArray Headers(Header[] headers) => [.. headers.Select(header => new JObject { ["name"] = header.Name, ["value"] = header.Value })];
}
