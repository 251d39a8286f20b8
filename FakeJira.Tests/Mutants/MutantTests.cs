using System.IO.Enumeration;
using System.Text.RegularExpressions;
using FakeJira.Benchmarks.Mutants;

namespace FakeJira.Tests.Mutants;

/// <summary>What <c>.ci/mutants</c> compares. The mutants themselves take minutes and run in <c>.ci/full</c>.</summary>
public sealed partial class MutantTests
{
    private static readonly Mutant _more = new("FakeJira/Polls/World/A.cs", "return a > b", "a > b", "a >= b");

    [Test]
    public void A_survivor_needs_a_reason_and_a_reason_a_mutant_that_was_tried()
    {
        var less = _more with { Replacement = "a < b" };

        MutantsCommand.Problems([_more, _more], [], [new(_more, "they are never equal")]).ShouldBeEmpty();
        MutantsCommand.Problems([], [_more], [new(_more, "they are never equal")]).ShouldBeEmpty();
        MutantsCommand.Problems([_more, less], [], [new(_more, "they are never equal")]).ShouldBe(["no test tells this from the code, and no reason is given:\n  FakeJira/Polls/World/A.cs: return a > b\n    a > b\n    -> a < b"]);
        MutantsCommand.Problems([], [less], [new(_more, "they are never equal")]).ShouldBe(["a reason for what was not tried; remove it:\n  FakeJira/Polls/World/A.cs: return a > b\n    a > b\n    -> a >= b"]);
        MutantsCommand.Problems([_more], [], [new(_more, " ")]).ShouldBe(["an empty reason:\n  FakeJira/Polls/World/A.cs: return a > b\n    a > b\n    -> a >= b"]);
    }

    [Test]
    public void A_report_is_read_by_what_stands_in_the_code_and_not_by_line_numbers()
    {
        const string Report = """
            {"files": {"Stubs/B.cs": {"source": "if (b)\n{\n  c();\n}", "mutants": [{"status": "Survived", "replacement": "{}", "location": {"start": {"line": 2, "column": 1}, "end": {"line": 4, "column": 2}}}]},
              "Polls/World/A.cs": {"source": "bool A() =>\r\n    a >\r\n    b;\r\n", "mutants": [
                {"status": "Survived", "replacement": "a >=\n    b", "location": {"start": {"line": 2, "column": 5}, "end": {"line": 3, "column": 6}}},
                {"status": "NoCoverage", "replacement": "c", "location": {"start": {"line": 3, "column": 5}, "end": {"line": 3, "column": 6}}},
                {"status": "Killed", "replacement": "", "location": {"start": {"line": 2, "column": 5}, "end": {"line": 3, "column": 6}}},
                {"status": "Ignored", "replacement": "", "location": {"start": {"line": 2, "column": 5}, "end": {"line": 3, "column": 6}}}]},
              "Stubs/NotAskedFor.cs": {"source": "a", "mutants": [{"status": "CompileError", "replacement": "b", "location": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}}}]}}}
            """;
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(file, Report);

            var read = MutantReport.Read(file);

            read.Survivors.ShouldBe([new("FakeJira/Stubs/B.cs", "if (b)", "{ c(); }", "{}"), new("FakeJira/Polls/World/A.cs", "a >", "a > b", "a >= b"), new("FakeJira/Polls/World/A.cs", "b;", "b", "c")]);
            read.Noticed.Count.ShouldBe(1);
            read.Fates.OrderBy(fate => fate.Key).ShouldBe([new("Killed", 1), new("NoCoverage", 1), new("Survived", 2)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void A_reason_is_about_code_that_is_there()
    {
        var reasons = Directory.EnumerateFiles(RepositoryFiles.At("FakeJira.Tests/Mutants"), "*.json").SelectMany(Survivor.Read).ToList();

        reasons.ShouldNotBeEmpty();
        foreach (var (mutant, reason) in reasons)
        {
            RepositoryFiles.Read(mutant.File).Split('\n').ShouldContain(line => line.Trim() == mutant.Line, mutant.ToString());
            reason.ShouldNotBeNullOrWhiteSpace(mutant.ToString());
        }
    }

    [TestCase("Polls/World")]
    [TestCase("IdeaBank/World")]
    [TestCase("Jira/World")]
    [TestCase("Stubs/Matching")]
    public void Every_file_of_the_state_and_the_matching_is_in_one_room(string folder)
    {
        var patterns = Rooms().SelectMany(room => room.Groups["files"].Value.Split(' ')).ToList();
        var files = RepositoryFiles.Sources("FakeJira/" + folder).Select(file => file["FakeJira/".Length..]).ToList();

        files.ShouldNotBeEmpty();
        files.Where(file => patterns.Count(pattern => FileSystemName.MatchesSimpleExpression(pattern.Replace("**/", "", StringComparison.Ordinal), file, ignoreCase: false)) != 1).ShouldBeEmpty();
        patterns.Where(pattern => pattern.StartsWith(folder + '/', StringComparison.Ordinal) && !pattern.Contains('*', StringComparison.Ordinal)).ShouldBeSubsetOf(files);
    }

    [Test]
    public void Every_room_is_tried_has_its_reasons_and_a_row_in_the_evidence()
    {
        var rooms = Rooms().Select(room => room.Groups["name"].Value).ToList();

        Regex.Match(RepositoryFiles.Read(".ci/mutants"), @"set -- ([a-z ]+)\n").Groups[1].Value.Split(' ').ShouldBe(rooms);
        Directory.EnumerateFiles(RepositoryFiles.At("FakeJira.Tests/Mutants"), "*.json").Select(Path.GetFileNameWithoutExtension).ShouldBe(rooms, ignoreOrder: true);
        Regex.Matches(RepositoryFiles.Read("docs/evidence.md"), @"^\| `([a-z]+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).ShouldBe(rooms);
    }

    [Test]
    public void The_evidence_says_how_many_reasons_each_room_has()
    {
        var rows = RepositoryFiles.Read("docs/evidence.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(row => row[1].Trim('`'), row => row[5]);

        rows.ShouldBe(Rooms().Select(room => room.Groups["name"].Value).ToDictionary(room => room, room => $"{Survivor.Read(RepositoryFiles.At($"FakeJira.Tests/Mutants/{room}.json")).Count}"), ignoreOrder: true);
    }

    private static MatchCollection Rooms() => Room().Matches(RepositoryFiles.Read(".ci/mutants"));

    [GeneratedRegex(@"^ +(?<name>[a-z]+)\) files='(?<files>[^']+)' tests=", RegexOptions.Multiline)]
    private static partial Regex Room();
}
