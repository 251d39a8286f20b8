using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>A mapping file is read, or what is wrong is said with its place.</summary>
internal sealed class MappingTarget : FuzzTarget
{
    private static readonly MappingContext Context = new(Library.OperationsOf(Catalog.Contracts), null, 0, () => 0, false);

    private static readonly string[] Files = [.. typeof(Catalog).Assembly.GetManifestResourceNames().Where(name => name.Contains("mappings", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Text)];

    private static readonly string[] Pieces = ["\"Matchers\"", "\"Pattern\"", "\"Name\"", "\"RegexMatcher\"", "\"JsonPathMatcher\"", "\"XPathMatcher\"", "\"Request\"", "\"Response\"", "\"Callback\"", "\"jira.votes.get\"", "\"(a+)+$\"", "\"$..[?(@\"", "\"{{#each\"", "{}", "[", "}", ",", "\uFEFF", "//", "/*"];

    public override string Make(Random chance) => Mutation.Of(chance.Pick(Files), chance, Pieces);

    public override Task<string?> TryAsync(string input, CancellationToken end)
    {
        var problems = new ProblemList();
        var mappings = MappingFile.Read("a.json", input, Context, problems);
        return Task.FromResult(
            problems.All.FirstOrDefault(problem => problem.Line <= 0 || problem.Column <= 0 || problem.Message.Length == 0) is { } lost ? $"A problem without a place: {lost}"
            : mappings.Count > 0 && problems.HasErrors ? "Loaded, with errors."
            : mappings.Count == 0 && !problems.HasErrors && input.AsSpan().Trim() is not "[]" ? "Nothing is loaded and nothing is said."
            : null);
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Catalog).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
