using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The answers of the control API: JSON, and every mistake at once.</summary>
internal static class ControlErrors
{
    /// <summary>What bodies are called in problems.</summary>
    public const string RequestBody = "request body";

    private const string Json = "application/json";

    public static StubResponse Ok(JToken body, int status = 200) => StubResponse.Text(status, body.ToString(Formatting.Indented) + "\n", Json);

    public static StubResponse NoContent() => new() { Status = 204 };

    public static StubResponse Refused(int status, string message) => Ok(new JObject { ["errors"] = new JArray(new JObject { ["message"] = message }) }, status);

    public static StubResponse Mistakes(ProblemList problems) => Ok(new JObject
    {
        ["errors"] = new JArray(problems.All.Where(problem => problem.Severity == Severity.Error).Select(Shown)),
    }, 400);

    public static StubResponse NoSite(string name, Sites sites) => Refused(404, $"There is no site '{name}'" + (Suggestion.For(name, sites.All.Select(site => site.Name)) is { } near ? $"; did you mean '{near}'?" : "."));

    public static StubResponse NoRoute(StubRequest request) => request.AllowedMethods.Count > 0
        ? Refused(405, $"{request.Method} is not possible here; these are: {string.Join(", ", request.AllowedMethods.Distinct())}.").With(headers: [new("Content-Type", Json), new("Allow", string.Join(", ", request.AllowedMethods.Distinct()))])
        : Refused(404, $"There is nothing at {request.RawPath}; GET /__fakejira lists what there is.");

    /// <summary>The file is named where the mistake is not in what the caller has sent.</summary>
    private static JObject Shown(Problem problem)
    {
        var shown = problem.File == RequestBody ? [] : new JObject { ["file"] = problem.File };
        shown["path"] = problem.JsonPath;
        shown["line"] = problem.Line;
        shown["column"] = problem.Column;
        shown["message"] = problem.Message;
        return shown;
    }
}
