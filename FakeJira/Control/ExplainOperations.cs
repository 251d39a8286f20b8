using System.Text;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>Why a request was answered as it was, or not at all.</summary>
internal static class ExplainOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("explain", "POST", "/explain", "Says who would answer a request and why: {\"method\", \"path\", \"headers\", \"body\"} in, the candidates in order and what decided, out. Nothing is done.", Explain),
        ControlContract.OfSite("unmatched", "GET", "/unmatched", "The requests that nothing matched, each with the mappings that came closest.", Unmatched),
    ];

    private static StubResponse Explain(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        var asked = JsonText.Parse("request body", request.BodyText, problems) is { } root ? Read(root, request, site) : null;
        return problems.HasErrors || asked is null || site.Sites.Explain is not { } explain ? ControlErrors.Mistakes(problems) : ControlErrors.Ok(Shown(explain(asked)));
    }

    private static StubRequest? Read(JsonNodeAt root, StubRequest request, Site site)
    {
        if (!root.IsObject)
        {
            return root.Expected<StubRequest>("an object such as {\"method\": \"POST\", \"path\": \"/rest/api/3/issue/MKY-1/votes\"}");
        }

        var path = root.Text("path");
        if (path is not ['/', ..])
        {
            root.PlaceOf("path").Error("Expected a 'path' that starts with a slash; a query may follow.");
            return null;
        }

        var body = root["body"]?.Token;
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var headers = (root["headers"]?.Members() ?? []).Select(member => new Header(member.Name, member.Value.AsText() ?? "")).ToArray();
        var method = root.Text("method") ?? "GET";
        root.ReportUnknown();
        return new()
        {
            Method = method.ToUpperInvariant(),
            RawPath = question < 0 ? path : path[..question],
            RawQuery = question < 0 ? "" : path[(question + 1)..],
            Headers = headers,
            Body = body is null ? default : Encoding.UTF8.GetBytes(body is JValue { Value: string text } ? text : body.ToString(Formatting.None)),
            Scheme = request.Scheme,
            Host = request.Host,
            Site = site,
        };
    }

    private static JObject Shown(Explanation explanation)
    {
        var shown = new JObject { ["chosen"] = explanation.Chosen?.Stub.Name, ["candidates"] = Shown(explanation.Candidates) };
        if (explanation.Notes.Count > 0)
        {
            shown["notes"] = new JArray(explanation.Notes);
        }

        return shown;
    }

    private static JArray Shown(IReadOnlyList<Candidate> candidates) => new(candidates.Select(candidate => new JObject
    {
        ["stub"] = candidate.Stub.Name,
        ["priority"] = candidate.Stub.Priority,
        ["matches"] = candidate.Matches,
        ["verdict"] = candidate.Verdict,
        ["parts"] = RequestShapes.Parts(candidate.Parts),
    }));

    private static StubResponse Unmatched(StubRequest request, Site site) => ControlErrors.Ok(new JArray(site.Journal.Entries.Where(entry => entry.StubId is null).Select(entry => new JObject
    {
        ["number"] = entry.Number,
        ["request"] = entry.Request.ToString(),
        ["closest"] = RequestShapes.Closest(entry),
    })));
}
