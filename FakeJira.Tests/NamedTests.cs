using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace FakeJira.Tests;

/// <summary>docs/limits.md and docs/security.md name tests, switches and defaults that there are.</summary>
public sealed partial class NamedTests
{
    private static readonly Dictionary<string, ILookup<string, MethodInfo>> Tests = typeof(NamedTests).Assembly.GetTypes()
        .GroupBy(type => type.Name)
        .ToDictionary(group => group.Key, group => group.SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttributes().Any(each => each is TestAttribute or TestCaseAttribute or TestCaseSourceAttribute)).ToLookup(method => method.Name));

    private static IEnumerable<string[]> Limits => Rows("docs/limits.md");

    [TestCase("docs/limits.md", 4)]
    [TestCase("docs/security.md", 2)]
    public void Every_row_names_a_test_that_there_is(string page, int column)
    {
        foreach (var row in Rows(page))
        {
            var named = Quoted().Matches(row[column]).Select(match => match.Groups[1].Value.Split('.')).ToList();
            named.ShouldNotBeEmpty(row[0]);
            named.ShouldAllBe(name => name.Length == 2 && Tests.ContainsKey(name[0]) && Tests[name[0]].Contains(name[1]), row[0]);
        }
    }

    [Test]
    public void Every_switch_of_the_limits_is_one()
    {
        var known = ServeSetting.All.Select(setting => "--" + setting.Name).Concat(Catalog.Contracts.SelectMany(contract => contract.Switches).Select(each => "--set " + each.Name)).ToList();

        Limits.Where(row => row[2] != "fixed").ShouldAllBe(row => known.Contains(row[2].Trim('`')));
    }

    [TestCaseSource(typeof(LimitSetting), nameof(LimitSetting.All))]
    public void Every_limit_has_a_row_with_its_default(object each)
    {
        var limit = (LimitSetting)each;
        var rows = Limits.Where(row => row[2] == $"`--{limit.Name}`").ToList();

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row[1].Split(' ', 2)[0] == limit.Get(new()).ToString(CultureInfo.InvariantCulture));
    }

    [Test]
    public void Room_for_what_clients_make_has_its_default()
    {
        foreach (var row in Limits.Where(row => row[2].StartsWith("`--set ", StringComparison.Ordinal)))
        {
            Catalog.Contracts.SelectMany(contract => contract.Switches).Single(each => row[2] == $"`--set {each.Name}`").Documented.ShouldBe(row[1].Split(' ', 2)[0]);
        }
    }

    private static IEnumerable<string[]> Rows(string page) => RepositoryFiles.Read(page).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Trim('|', ' ').Split(" | "));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
