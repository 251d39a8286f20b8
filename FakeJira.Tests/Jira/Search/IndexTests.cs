using FakeJira.Jira.World;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.Search;

public sealed class IndexTests
{
    private static readonly string[] Users = ["u0", "u1", "u2"];
    private static readonly string[] Projects = ["AA", "BB"];

    private static Gen<(int What, int Issue, int User)> Steps { get; } = from what in Gen.Choose(0, 5) from issue in Gen.Choose(0, 4) from user in Gen.Choose(0, 2) select (what, issue, user);

    [Test]
    public void Whatever_happens_to_issues_the_index_finds_what_a_look_at_all_of_them_finds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Steps.ListOf().ToArbitrary(), steps =>
        {
            var world = steps.Aggregate(Start(), Step);
            foreach (var user in Users)
            {
                world.Index.VotedBy(user).ShouldBe(Ids(world, issue => issue.Voters.Contains(user)));
                world.Index.WatchedBy(user).ShouldBe(Ids(world, issue => issue.Watchers.Contains(user)));
            }

            foreach (var project in Projects)
            {
                world.Index.OfProject(project).ShouldBe(Ids(world, issue => issue.ProjectKey == project));
            }
        }));

    [Test]
    public async Task A_vote_that_was_just_cast_or_withdrawn_is_found_or_not([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        using var client = site.Fake.Client(door, site.Mia);

        await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-3/votes");
        await Answer.Of(client, "DELETE", "/rest/api/3/issue/MKY-2/votes");

        site.Keys(await site.Search("voter = currentUser()", site.Mia, door: door)).ShouldBe("PLAT-1 MKY-3");
        site.Keys(await site.Search("issue in votedIssues()", site.Mia, door: door)).ShouldBe("PLAT-1 MKY-3");
    }

    private static JiraWorld Start() =>
        Projects.Aggregate(Users.Aggregate(JiraWorld.Empty, (world, id) => world.With(new User(id, id, $"{id}@example.com"))), (world, key) => world.With(new Project(world.NextProjectId, key, key)));

    private static JiraWorld Step(JiraWorld world, (int What, int Issue, int User) step)
    {
        var (id, user) = (10001L + step.Issue, Users[step.User]);
        if (!world.Issues.TryGetValue(id, out var issue))
        {
            return world.With(new Issue(id, $"AA-{id}", "New", "u0") { Voters = [user] });
        }

        return step.What switch
        {
            0 => IssueVotes.Cast(world, world.Users[user], issue.Key).World,
            1 => IssueVotes.Withdraw(world, world.Users[user], issue.Key).World,
            2 => world.With(issue with { Voters = [user], Watchers = issue.Watchers.Add(user) }),
            3 => world.With(issue with { Watchers = issue.Watchers.Remove(user) }),
            4 => world.With(issue with { Key = issue.Key.StartsWith("AA", StringComparison.Ordinal) ? $"BB-{id}" : $"AA-{id}" }),
            _ => world.Without(issue),
        };
    }

    private static IEnumerable<long> Ids(JiraWorld world, Func<Issue, bool> isMeant) => world.Issues.Values.Where(isMeant).Select(issue => issue.Id).Order();
}
