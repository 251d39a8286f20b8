using System.Collections.Immutable;
using FakeJira.Jira;
using FakeJira.Jira.Search;
using FakeJira.Jira.World;

namespace FakeJira.Tests.Jira.Search;

/// <summary>A query can have thousands of values, a site thousands of what they may mean.</summary>
public sealed class LongListTests
{
    private static readonly User Mia = new("mia-id", "Mia", "mia@example.com");

    /// <summary>Comparing every value with every label of every issue would take minutes.</summary>
    [TestCase("labels not in ({0})", 4000)]
    [TestCase("labels in ({0})", 0)]
    public async Task Many_labels_are_looked_for_in_many_issues(string jql, int found)
    {
        await using var site = await SearchSite.StartAsync();
        var labeled = new Issue(0, "", "Labeled", "mia-id") { Labels = [.. Enumerable.Range(0, 1000).Select(number => $"X{number}")] };
        site.Fake.Site.Site.Replace(JiraContract.World, world => Enumerable.Range(20001, 4000).Aggregate(world, (all, id) => all.With(labeled with { Id = id, Key = $"MKY-{id}" })));
        var query = string.Format(jql, string.Join(',', Enumerable.Range(0, 8000).Select(number => $"x{number}")));

        (await Task.Run(() => site.Post("/rest/api/3/search/approximate-count", $$"""{"jql":"{{query}}"}""", site.Mia)).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(new(200, "JIRA-SEARCH-COUNT-200, JIRA-AUTH-BASIC", $$"""{"count":{{found}}}"""));
    }

    [TestCase("voter in (u1, u2, u3, u4)", "AA-1 AA-2")]
    [TestCase("voter in (u3, u4)", "AA-2")]
    [TestCase("voter not in (u3, u4, u5)", "AA-1")]
    [TestCase("watcher in (u4, u5)", "")]
    [TestCase("watcher in (u1, u4, u5)", "AA-1")]
    [TestCase("watcher not in (u2, u3)", "AA-1")]
    public void Voters_and_watchers_are_found_whether_they_or_the_values_are_more(string jql, string keys)
    {
        var world = Enumerable.Range(1, 5).Aggregate(JiraWorld.Empty.With(Mia).With(new Project(1, "AA", "A")), (all, number) => all.With(new User($"u{number}", $"User {number}", $"u{number}@example.com")))
            .With(new Issue(10001, "AA-1", "", "u1") { Voters = ["u1"], Watchers = ["u1"] })
            .With(new Issue(10002, "AA-2", "", "u1") { Voters = ["u1", "u2", "u3"] })
            .With(new Issue(10003, "AA-3", "", "u1"));

        Keys(world, jql).ShouldBe(keys);
    }

    /// <summary>Looking at every user or project for every value would take minutes.</summary>
    [Category("Slow")]
    [TestCase("project")]
    [TestCase("assignee")]
    public async Task Many_names_that_nobody_has_are_looked_for_among_many(string field)
    {
        var names = Enumerable.Range(0, 10_000).Select(number => $"a{number:x4}").ToList();
        var world = field == "project" ? Enumerable.Range(1000, 200_000).Aggregate(JiraWorld.Empty, (all, id) => all.With(new Project(id, $"P{id}", "Crowd"))) : Crowded();

        var problems = await Task.Run(() => Compile(world, $"{field} in ({string.Join(',', names)})").Problems).WaitAsync(TimeSpan.FromSeconds(30));

        problems.Select(problem => problem.Text).ShouldBe(names.Select(name => $"The value '{name}' does not exist for the field '{field}'."));
    }

    /// <summary>Gathering all of them once for each time they are named would take minutes.</summary>
    [Category("Slow")]
    [TestCase("Crowd")]
    [TestCase("membersOf(crowd)")]
    public async Task A_name_that_many_have_can_be_named_many_times(string value)
    {
        var named = string.Join(',', Enumerable.Repeat(value, 65_000 / (value.Length + 1)));
        var world = Crowded();

        (await Task.Run(() => Compile(world, $"assignee in ({named})").Problems).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeEmpty();
    }

    [Test]
    public void Of_several_projects_with_a_name_the_first_is_meant_and_names_are_also_those_that_are_ids_of_others()
    {
        var world = Enumerable.Range(1, 50).Aggregate(JiraWorld.Empty.With(Mia), (all, id) => all.With(new Project(id, $"P{id}X", id % 3 == 0 ? "Twin" : id % 3 == 1 ? $"{id + 1}" : $"Name {id}")));
        world = world.Projects.Values.Aggregate(world, (all, project) => all.With(new Issue(10000 + project.Id, $"{project.Key}-1", "", "mia-id")));

        foreach (var name in (string[])["twin", "TWIN", .. Enumerable.Range(1, 50).SelectMany(id => new[] { $"{id}", $"NAME {id}" })])
        {
            var first = world.Projects.Values.FirstOrDefault(project => project.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || $"{project.Id}" == name);
            (Compile(world, $"project = '{name}'").Query is null ? null : Keys(world, $"project = '{name}'")).ShouldBe(first is null ? null : $"{first.Key}-1");
        }
    }

    /// <summary>The numbers of all issues once for each condition would be hundreds of megabytes.</summary>
    [Test]
    public void What_thousands_of_conditions_mean_is_not_kept_for_each_of_them()
    {
        var world = Enumerable.Range(1, 10_000).Aggregate(JiraWorld.Empty.With(Mia).With(new Project(1, "AA", "A")).With(new Project(2, "BB", "B")), (all, id) => all.With(new Issue(id, $"{(id % 2 == 0 ? "AA" : "BB")}-{id}", "", "mia-id")));
        var jql = string.Join(" or ", Enumerable.Repeat("project in (AA, BB)", 2000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var query = Compile(world, jql).Query!;

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000);
        IssueSearch.Count(new SearchContext(world, world, Mia, DateTimeOffset.UnixEpoch), query).ShouldBe(10_000);
    }

    /// <summary>Three hundred thousand users who are all called the same and in one group.</summary>
    private static JiraWorld Crowded()
    {
        ImmutableHashSet<string> groups = ["crowd"];
        return JiraWorld.Empty with { Users = Enumerable.Range(0, 300_000).Select(number => new User($"user-{number}", "Crowd", "crowd@example.com") { Groups = groups }).ToImmutableDictionary(user => user.AccountId) };
    }

    private static (CompiledQuery? Query, IReadOnlyList<FakeJira.Jira.Search.Jql.JqlProblem> Problems) Compile(JiraWorld world, string jql) =>
        CompiledQuery.Compile(jql, new SearchContext(world, world, Mia, DateTimeOffset.UnixEpoch));

    private static string Keys(JiraWorld world, string jql) =>
        string.Join(' ', IssueSearch.Page(new SearchContext(world, world, Mia, DateTimeOffset.UnixEpoch), Compile(world, jql + " order by key").Query!, 100, null).Issues.Select(issue => issue.Key));
}
