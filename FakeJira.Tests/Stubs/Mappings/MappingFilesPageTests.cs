using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What docs/mapping-files.md shows must load.</summary>
public partial class MappingFilesPageTests
{
    private static readonly string Page = File.ReadAllText(PathOf("docs", "mapping-files.md"));

    public static IEnumerable<string> Examples => Example().Matches(Page).Select(match => match.Groups[1].Value);

    [TestCaseSource(nameof(Examples))]
    public void An_example_loads_without_errors_and_warnings(string text)
    {
        var problems = new ProblemList();

        MappingFile.Read("example", text, new(Library.OperationsOf(Catalog.Contracts), null, 0, () => 0, true), problems).ShouldNotBeEmpty();

        problems.All.ShouldBeEmpty();
    }

    [Test]
    public void Every_ready_made_misbehaviour_is_named()
    {
        foreach (var file in Catalog.BuiltIn.Files.Where(file => file.StartsWith("scenarios/", StringComparison.Ordinal)))
        {
            Page.ShouldContain($"`{Path.GetFileNameWithoutExtension(file)}`");
        }
    }

    private static string PathOf(params string[] names) => Path.Combine([Path.GetDirectoryName(ThisFile())!, "..", "..", "..", .. names]);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
