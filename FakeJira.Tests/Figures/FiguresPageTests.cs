using System.Text.RegularExpressions;

namespace FakeJira.Tests.Figures;

/// <summary>Figures that stand in two places are the same in both.</summary>
public sealed class FiguresPageTests
{
    [Test]
    public void The_comparison_in_the_README_is_that_of_the_page_of_figures()
    {
        var figures = RepositoryFiles.Read("docs/figures.md").Split('\n').Where(line => line.StartsWith("| FakeJira | ", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split(" | "))
            .Where(row => row is [_, _, "GET votes", _, _, _, _, _, _]).ToDictionary(row => (Mappings: row[1], Connections: row[3]), row => row[4].Split(": ")[1]);
        string[] connections = ["1", "8", "64"];

        figures.Count.ShouldBe(9);
        var table = figures.Keys.Select(key => key.Mappings).Distinct().Select(mappings => $"| {mappings} | {string.Join(" | ", connections.Select(number => figures[(mappings, number)]))} |\n");
        RepositoryFiles.Read("README.md").ShouldContain($"| mappings | 1 connection | 8 connections | 64 connections |\n|---|---|---|---|\n{string.Concat(table)}");
    }

    [Test]
    public void What_mappings_cost_and_requests_leave_stands_in_the_README_as_on_the_page_of_figures()
    {
        var page = RepositoryFiles.Read("docs/figures.md");
        var readme = RepositoryFiles.Read("README.md");

        var memory = Regex.Match(page, @"^\| MB \(more than bare\) \|.*\n(?:\|.*\n){4}", RegexOptions.Multiline).Value;
        memory.ShouldNotBeEmpty();
        readme.ShouldContain(memory);
        readme.ShouldContain($"| CPU per GET votes, 10,000 mappings, beside none | {Regex.Match(page, @"longer rounds, ([^)]+\)) times the CPU").Groups[1].Value} |\n");
        readme.ShouldContain($"GET votes leaves {Regex.Match(page, @"^\| GET votes \| \d+ \| (\d+) \|$", RegexOptions.Multiline).Groups[1].Value} bytes on the heap");
    }
}
