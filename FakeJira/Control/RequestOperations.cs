using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The journal of a site.</summary>
internal static class RequestOperations
{
    private static readonly string[] Parameters = ["method", "path", "operation", "rule", "status", "offset", "limit"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("requests.list", "GET", "/requests", "What was asked and answered, oldest first: method=, path= (with * and ?), operation=, rule= and status= choose, offset= and limit= (100) page.", List),
        ControlContract.OfSite("requests.clear", "DELETE", "/requests", "Forgets all requests.", Clear),
    ];

    private static StubResponse List(StubRequest request, Site site)
    {
        var unknown = request.Query.Select(parameter => parameter.Name).FirstOrDefault(name => !Parameters.Contains(name));
        if (unknown is not null)
        {
            return ControlErrors.Refused(400, $"There is no parameter '{unknown}'; " + (Suggestion.For(unknown, Parameters) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", Parameters)}."));
        }

        foreach (var name in (string[])["status", "offset", "limit"])
        {
            if (request.QueryValue(name) is { } text && Number(text) is null)
            {
                return ControlErrors.Refused(400, $"Expected a whole number from 0 as '{name}', found '{text}'.");
            }
        }

        var found = site.Journal.Matching(request.QueryValue("method"), request.QueryValue("path"), request.QueryValue("operation"), request.QueryValue("rule"), Number(request.QueryValue("status")));
        return ControlErrors.Ok(new JObject
        {
            ["total"] = found.Count,
            ["requests"] = new JArray(found.Skip(Number(request.QueryValue("offset")) ?? 0).Take(Number(request.QueryValue("limit")) ?? 100).Select(Show)),
        });
    }

    private static JObject Show(JournalEntry entry) => new()
    {
        ["number"] = entry.Number,
        ["at"] = entry.At.UtcDateTime.ToString("O"),
        ["method"] = entry.Request.Method,
        ["path"] = entry.Request.Prefix + entry.Request.RawPath,
        ["query"] = entry.Request.RawQuery,
        ["body"] = entry.Request.BodyText,
        ["operation"] = entry.Request.Route?.Operation.Name,
        ["status"] = entry.Response.Status,
        ["rules"] = entry.Response.RuleHeader,
        ["stub"] = entry.StubName,
        ["answer"] = entry.Response.BodyText,
    };

    private static StubResponse Clear(StubRequest request, Site site)
    {
        site.Journal.Clear();
        return ControlErrors.NoContent();
    }

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
