using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>The answers of the admin API: PascalCase JSON, and for what was done a Status text, both as WireMock.Net has them.</summary>
internal static class AdminAnswers
{
    public static StubResponse Json(JToken body, int status = 200) => StubResponse.Text(status, body.ToString(Formatting.Indented), "application/json");

    public static StubResponse Done(string text, Guid? guid = null, int status = 200)
    {
        var body = new JObject();
        if (guid is { } id)
        {
            body["Guid"] = id.ToString();
        }

        body["Status"] = text;
        return Json(body, status);
    }

    public static StubResponse NotFound(string text) => Done(text, status: 404);

    public static StubResponse BadRequest(string text) => Done(text, status: 400);

    /// <summary>The disk refuses what was to be written into the mapping folder, or the folder is gone.</summary>
    public static StubResponse Unwritable(Exception refusal) => Done($"The mapping folder cannot be written: {refusal.Message}", status: 500);

    /// <summary>The mapping folder would have more files than it can.</summary>
    public static StubResponse FolderFull(Sites sites) =>
        Done($"The mapping folder takes no more than {sites.Limits.Files} files; delete some, or start with a higher --file-limit.", status: 413);

    /// <summary>What is wrong with a body that was sent, each at its place.</summary>
    public static StubResponse BadRequest(IReadOnlyList<Problem> problems)
    {
        var told = problems.Select(problem => problem with { File = "body" }).ToList();
        return Json(new JObject
        {
            ["Status"] = told.Find(problem => problem.Severity == Severity.Error)?.ToString() ?? "The body cannot be used.",
            ["Problems"] = Problems(told),
        }, 400);
    }

    /// <summary>The body that was sent, which is to be an object; null when it is none, which then is among the problems.</summary>
    public static JsonNodeAt? ObjectIn(StubRequest request, ProblemList problems) =>
        JsonText.Parse("body", request.BodyText, problems) is not { } body ? null : body.IsObject ? body : body.Expected<JsonNodeAt>("an object");

    public static JArray Problems(IEnumerable<Problem> problems) => [.. problems.Select(problem => new JObject
    {
        ["Severity"] = problem.Severity.ToString(),
        ["File"] = problem.File,
        ["Line"] = problem.Line,
        ["Column"] = problem.Column,
        ["Path"] = problem.JsonPath,
        ["Message"] = problem.Message,
    })];
}
