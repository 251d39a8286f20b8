using FakeJira.Stubs;
using FakeJira.Stubs.Covering;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>Which answers clients were shown and which never: of the server since its start, and of a site since its reset.</summary>
internal static class CoverageOperations
{
    private static readonly string[] Parameters = ["format", "of"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.Define("coverage.get", "GET", "/coverage", "Which answers of the contracts were shown on all sites since the start: JSON, or a table with Accept: text/plain or format=table; of=jira.votes chooses a part.", request => Show(request, request.Site.Sites.Covered.Snapshot())),
        ControlContract.Define("coverage.clear", "DELETE", "/coverage", "Counts from 0 again; a reset of a site does not.", request => Clear(request.Site.Sites.Covered.Clear)),
        ControlContract.OfSite("sites.coverage.get", "GET", "/coverage", "The same of one site, since it was made or reset.", (request, site) => Show(request, site.Coverage)),
        ControlContract.OfSite("sites.coverage.clear", "DELETE", "/coverage", "Counts from 0 again on one site.", (_, site) => Clear(site.Covered.Clear)),
    ];

    private static StubResponse Show(StubRequest request, Coverage coverage)
    {
        var unknown = request.Query.Select(parameter => parameter.Name).FirstOrDefault(name => !Parameters.Contains(name));
        if (unknown is not null)
        {
            return ControlErrors.Refused(400, $"There is no parameter '{unknown}'; " + (Suggestion.For(unknown, Parameters) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", Parameters)}."));
        }

        var format = request.QueryValue("format") ?? (request.Header("Accept")?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true ? "table" : "json");
        if (format is not ("json" or "table"))
        {
            return ControlErrors.Refused(400, $"The format is 'json' or 'table', not '{format}'.");
        }

        if (request.QueryValue("of") is { } name && !coverage.TryFind(name, out coverage, out var mistake))
        {
            return ControlErrors.Refused(400, mistake);
        }

        return format == "table" ? StubResponse.Text(200, coverage + "\n", "text/plain; charset=utf-8") : ControlErrors.Ok(CoverageDocument.Write(coverage));
    }

    private static StubResponse Clear(Action clear)
    {
        clear();
        return ControlErrors.NoContent();
    }
}
