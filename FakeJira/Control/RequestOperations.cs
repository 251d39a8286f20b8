using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The journal of a site.</summary>
internal static class RequestOperations
{
    private static readonly string[] Parameters = ["method", "path", "operation", "rule", "status", "offset", "limit", "order", "bodies"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("requests.list", "GET", "/requests", "What was asked and answered, oldest first: method=, path= (with * and ?), operation=, rule= and status= choose, offset= and limit= (100) page, order=newest turns it round, bodies=false leaves bodies out.", List),
        ControlContract.OfSite("requests.get", "GET", "/requests/{number}", "One of them: headers, bodies, every rule with its sentence, and where nothing matched the mappings that came closest.", Get),
        ControlContract.OfSite("requests.clear", "DELETE", "/requests", "Forgets all requests.", Clear),
    ];

    private static StubResponse List(StubRequest request, Site site)
    {
        if ((QueryCheck.Refusal(request, Parameters, "status", "offset", "limit") ?? QueryCheck.Refusal(request, "order", "oldest", "newest") ?? QueryCheck.Refusal(request, "bodies", "true", "false") ?? NoSuchName(request, site)) is { } refusal)
        {
            return refusal;
        }

        var found = site.Journal.Matching(request.QueryValue("method"), request.QueryValue("path"), request.QueryValue("operation"), request.QueryValue("rule"), QueryCheck.Number(request.QueryValue("status")));
        var ordered = request.QueryValue("order") == "newest" ? found.Reverse() : found;
        Func<JournalEntry, JObject> show = request.QueryValue("bodies") == "false" ? RequestShapes.Line : RequestShapes.WithBodies;
        var findings = site.Findings.All.ToLookup(finding => finding.Request.Number);
        return ControlErrors.Ok(new JObject
        {
            ["total"] = found.Count,
            ["requests"] = new JArray(ordered.Skip(QueryCheck.Number(request.QueryValue("offset")) ?? 0).Take(QueryCheck.Number(request.QueryValue("limit")) ?? 100).Select(entry => WithFindings(show(entry), findings[entry.Number]))),
        });
    }

    private static StubResponse? NoSuchName(StubRequest request, Site site) =>
        site.Journal.Names?.Wrong(request.QueryValue("operation"), request.QueryValue("rule")) is { } wrong ? ControlErrors.Refused(400, wrong) : null;

    private static StubResponse Get(StubRequest request, Site site)
    {
        var number = QueryCheck.Number(request.PathValue("number"));
        return site.Journal.Entries.FirstOrDefault(entry => entry.Number == number) is { } found
            ? ControlErrors.Ok(WithFindings(RequestShapes.Whole(found), site.Findings.All.Where(finding => finding.Request.Number == number)))
            : ControlErrors.Refused(404, $"There is no request {request.PathValue("number")} in the journal of the site '{site.Name}'; it keeps the latest {site.Journal.Capacity}.");
    }

    private static JObject WithFindings(JObject shown, IEnumerable<Finding> findings)
    {
        shown["findings"] = new JArray(findings.Select(FindingOperations.Show));
        return shown;
    }

    private static StubResponse Clear(StubRequest request, Site site)
    {
        site.Journal.Clear();
        return ControlErrors.NoContent();
    }
}
