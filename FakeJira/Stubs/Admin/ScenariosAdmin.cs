using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>The scenarios of a site: where each stands, set, and put back to its start.</summary>
internal static class ScenariosAdmin
{
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        AdminContract.Operation("scenarios.list", "GET", "scenarios", "Lists the scenarios and where they stand.", List),
        AdminContract.Operation("scenarios.clear", "DELETE", "scenarios", "Puts all scenarios back to their start.", ResetAll),
        AdminContract.Operation("scenarios.reset", "POST", "scenarios/reset", "Puts all scenarios back to their start.", ResetAll),
        AdminContract.Operation("scenario.clear", "DELETE", "scenarios/{name}", "Puts a scenario back to its start.", Reset),
        AdminContract.Operation("scenario.reset", "POST", "scenarios/{name}/reset", "Puts a scenario back to its start.", Reset),
        AdminContract.Operation("scenario.set", "PUT", "scenarios/{name}/state", "Puts a scenario into a state; null is the start.", Set),
    ];

    private static StubResponse List(StubRequest request) => AdminAnswers.Json(new JArray(Names(request.Site).Select(name =>
    {
        var now = request.Site.Scenarios.Find(name);
        return new JObject
        {
            ["Name"] = now?.Name ?? name,
            ["NextState"] = now?.State,
            ["Started"] = now?.IsStarted ?? false,
            ["Finished"] = now?.IsFinished ?? false,
            ["Counter"] = now?.Counter ?? 0,
        };
    })));

    private static StubResponse ResetAll(StubRequest request)
    {
        request.Site.Scenarios.ResetAll();
        return AdminAnswers.Done("Scenarios reset");
    }

    private static StubResponse Reset(StubRequest request)
    {
        var name = request.PathValue("name");
        return request.Site.Scenarios.Reset(name) || Names(request.Site).Contains(name) ? AdminAnswers.Done("Scenario reset") : AdminAnswers.NotFound($"No scenario found by name '{name}'.");
    }

    private static StubResponse Set(StubRequest request)
    {
        var problems = new ProblemList();
        var body = AdminAnswers.ObjectIn(request, problems);
        var state = body?["State"] is { } node ? node.AtMost(Scenarios.LongestText, node.AsText()) : null;
        if (body is null || problems.HasErrors)
        {
            return AdminAnswers.BadRequest(problems.All);
        }

        var name = request.PathValue("name");
        return name.Length > Scenarios.LongestText ? AdminAnswers.BadRequest($"The name of a scenario has at most {Scenarios.LongestText} characters.")
            : request.Site.Scenarios.Set(name, state) ? AdminAnswers.Done($"Scenario state set to '{state}'")
            : AdminAnswers.BadRequest("There are too many scenarios; reset them.");
    }

    /// <summary>Those that a mapping names and those that were set; any case means the same.</summary>
    private static SortedSet<string> Names(Site site) => new(
        ListedMappings.Of(site).Select(listed => listed.Mapping.Scenario).OfType<string>().Concat(site.Scenarios.All.Select(scenario => scenario.Name)), StringComparer.OrdinalIgnoreCase);
}
