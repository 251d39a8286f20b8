using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Stubs.Responding;

/// <summary>Puts mappings into a site.</summary>
internal static class Mapped
{
    /// <summary>Reads a mapping and lets it answer on the default site.</summary>
    public static Stub Map(this FakeJiraServer fake, string json, string? folder = null, int priority = 0)
    {
        var problems = new ProblemList();
        var mapping = Read(json, folder, fake.Universe, priority, problems);
        problems.All.ShouldAllBe(problem => problem.Severity == Severity.Warning);
        fake.Site.Site.Stubs.Put(mapping!.Stub);
        return mapping.Stub;
    }

    /// <summary>What is wrong with a response, a line each.</summary>
    public static IReadOnlyList<string> Problems(string response, string? folder = null)
    {
        var problems = new ProblemList();
        Read($$"""{"Request": {"Path": "/x"}, "Response": {{response}}}""", folder, null, 0, problems);
        return [.. problems.All.Select(problem => problem.ToString())];
    }

    private static Mapping? Read(string json, string? folder, Sites? sites, int priority, ProblemList problems)
    {
        var operations = (sites?.Contracts ?? []).SelectMany(contract => contract.Operations).ToDictionary(operation => operation.Name, StringComparer.OrdinalIgnoreCase);
        var name = json.Contains("Guid", StringComparison.Ordinal) ? "a.json" : $"{NameGuid.Of(json)}.json";
        return MappingFile.Read(sites is null ? "a.json" : name, json, new MappingContext(operations, folder, priority, () => sites?.NextOrder() ?? 0, false), problems).SingleOrDefault();
    }
}
