using System.Reflection;
using System.Text.RegularExpressions;
using FakeJira.Benchmarks.Falsify;

namespace FakeJira.Tests.Falsifications;

/// <summary>What is declared here can be tried at all; <c>FakeJira.Benchmarks falsify</c> tries it.</summary>
public sealed partial class FalsificationTests
{
    private static readonly IReadOnlyList<Falsification> All = Falsification.ReadAll(RepositoryFiles.Root);

    [Test]
    public void What_is_to_be_found_stands_once_in_a_file_of_the_product() =>
        All.Where(each => !(each.File.StartsWith("FakeJira/", StringComparison.Ordinal) || each.File.StartsWith("mappings/jira/", StringComparison.Ordinal)) || !File.Exists(RepositoryFiles.At(each.File)) || each.Edited(RepositoryFiles.Read(each.File)) is null or "")
            .Select(each => $"{each.Shows}: {each.File}: {each.Find}").ShouldBeEmpty();

    [Test]
    public void The_tests_that_have_to_go_red_are_there()
    {
        var tests = typeof(FalsificationTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttributes().Any(each => each is TestAttribute or TestCaseAttribute or TestCaseSourceAttribute)).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);

        All.Where(each => !tests.Contains(each.Red)).Select(each => $"{each.Shows}: {each.Red}").ShouldBeEmpty();
    }

    [Test]
    public void Every_rule_has_one()
    {
        var shown = All.Select(each => each.Shows).ToHashSet(StringComparer.Ordinal);

        Catalog.Contracts.SelectMany(contract => contract.Rules).Select(rule => rule.Id).Distinct().Where(id => !shown.Contains(id)).ShouldBeEmpty();
    }

    [TestCase("docs/limits.md")]
    [TestCase("docs/security.md")]
    public void Every_limit_and_every_threat_has_one_for_each_test_that_is_said_to_show_it(string page)
    {
        var red = All.ToLookup(each => each.Shows, each => each.Red, StringComparer.Ordinal);
        var rows = RepositoryFiles.Read(page).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Trim('|', ' ').Split(" | ")).ToList();

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => red.Contains(row[0]));
        rows.SelectMany(row => NamedTest().Matches(row[^1]).Select(test => (Row: row[0], Test: test.Groups[1].Value))).Where(named => !red[named.Row].Contains(named.Test)).ShouldBeEmpty();
    }

    [Test]
    public void No_edit_is_declared_for_two_things() => All.GroupBy(each => (each.File, each.Find, each.Put)).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Test]
    public void A_sample_is_spread_over_all_and_another_for_another_seed_so_that_every_one_is_tried_some_day()
    {
        var parts = All.Chunk((All.Count + 5) / 6).ToList();

        Falsification.Sample(All, 6, seed: 1).ShouldBe(Falsification.Sample(All, 6, seed: 1));
        Falsification.Sample(All, 6, seed: 1).ShouldNotBe(Falsification.Sample(All, 6, seed: 2));
        Falsification.Sample(All, 6, seed: 1).Select((each, part) => Math.Abs(parts.FindIndex(all => all.Contains(each)) - part)).ShouldAllBe(apart => apart <= 1);
        Enumerable.Range(1, 5000).SelectMany(seed => Falsification.Sample(All, 6, seed)).Distinct().Count().ShouldBe(All.Count);
        Falsification.Sample(All, All.Count, seed: 1).ShouldBe(All);
    }

    [Test]
    public void An_edit_is_made_where_there_is_one_place_for_it_alone()
    {
        var falsification = new Falsification("a guard", "FakeJira/None.cs", "aa", "b", "None.None");

        falsification.Edited("xaay").ShouldBe("xby");
        falsification.Edited("xaaa").ShouldBeNull();
        falsification.Edited("xa").ShouldBeNull();
    }

    [GeneratedRegex("`([A-Za-z]+Tests\\.\\w+)`")]
    private static partial Regex NamedTest();
}
