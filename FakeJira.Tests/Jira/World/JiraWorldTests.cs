using FakeJira.Jira.World;

namespace FakeJira.Tests.Jira.World;

/// <summary>The state of a site at its edges.</summary>
public sealed class JiraWorldTests
{
    private static readonly JiraWorld Site = JiraWorld.Empty.With(new Project(10000, "MKY", "Monkey"));

    [Test]
    public void Users_and_voters_are_listed_by_name_then_by_id()
    {
        var world = new[] { "c", "e", "a", "d", "b" }.Aggregate(Site, (next, id) => next.With(new User(id, id is "a" or "b" ? "Zoe" : "Mia", "")));
        var issue = new Issue(1, "MKY-1", "", "a") { Watchers = [.. world.Users.Keys] };

        Accounts.Users(world).Select(user => user.AccountId).ShouldBe(["c", "d", "e", "a", "b"]);
        world.WatchersOf(issue).Select(user => user.AccountId).ShouldBe(["c", "d", "e", "a", "b"]);
    }

    [TestCase("MKY-1", "MKY", 1)]
    [TestCase("MKY-123456789012345", "MKY", 123456789012345)]
    [TestCase("M_2-10", "M_2", 10)]
    public void A_key_is_a_project_and_a_number(string key, string project, long number) => Issue.ParseKey(key).ShouldBe((project, number));

    [Test]
    public void The_key_of_a_project_has_two_to_fifty_characters([Values(1, 2, 50, 51)] int length) => Project.IsKey(new string('A', length)).ShouldBe(length is 2 or 50);

    [TestCase("MKY-")]
    [TestCase("MKY-01")]
    [TestCase("MKY-1234567890123456")]
    [TestCase("-1")]
    [TestCase("MKY1")]
    [TestCase("mky-1")]
    [TestCase("MKY-1x")]
    [TestCase("M-1")]
    [TestCase("1MKY-1")]
    [TestCase("_MKY-1")]
    [TestCase("MkY-1")]
    [TestCase("MÜY-1")]
    [TestCase("MKY\n-1")]
    public void What_is_no_key_is_none(string text) => Issue.ParseKey(text).ShouldBeNull();

    [Test]
    public void No_text_finds_no_issue() => Site.FindIssue("").ShouldBeNull();

    [Test]
    public void Ids_go_on_after_the_highest_one_by_one_or_many_at_once()
    {
        Issue[] issues =
        [
            new(20005, "MKY-9", "", "mia") { Comments = [Said(10007), Said(10003)], Changes = [new(10040, "mia", default, [])] },
            new(20001, "MKY-4", "", "mia") { Comments = [Said(10001)], Changes = [new(10002, "mia", default, [])] },
        ];
        var oneByOne = issues.Aggregate(Site, (world, issue) => world.With(issue));
        var announced = issues.Aggregate(Site, (world, issue) => world.WithIdsOf(issue));

        foreach (var world in new[] { oneByOne, Site.WithNew(issues), announced.WithNew(issues) })
        {
            (world.NextIssueId, world.NextCommentId, world.NextChangeId, world.Projects["MKY"].LastIssueNumber).ShouldBe((20006, 10008, 10041, 9));
            world.FindIssue("mky-4").ShouldBe(issues[1]);
        }

        (announced.NextIssueId, announced.NextCommentId, announced.NextChangeId).ShouldBe((20006, 10008, 10041));
        (Site with { NextIssueId = 30000 }).WithNew(issues).NextIssueId.ShouldBe(30000);
        (Site with { NextIssueId = 30000 }).WithIdsOf(issues[0]).NextIssueId.ShouldBe(30000);
        Site.With(new Project(10000, "MKY", "Monkey") { LastIssueNumber = 50 }).WithNew(issues).Projects["MKY"].LastIssueNumber.ShouldBe(50);
    }

    [Test]
    public void The_id_of_a_category_goes_on_after_the_highest()
    {
        var world = Site with { Categories = Site.Categories.Add(10000, new(10000, "A", "")).Add(10005, new(10005, "B", "")).Add(10003, new(10003, "C", "")) };

        world.NextCategoryId.ShouldBe(10006);
    }

    [Test]
    public void An_issue_is_found_by_the_keys_it_has_and_had()
    {
        var issue = new Issue(10001, "MKY-1", "", "mia");
        var moved = Site.With(issue).With(issue with { Key = "ABC-7", PreviousKeys = ["MKY-1"] });

        moved.FindIssue("ABC-7")!.Key.ShouldBe("ABC-7");
        moved.FindIssue("MKY-1")!.Key.ShouldBe("ABC-7");
        moved.Index.OfProject("MKY").ShouldBeEmpty();
        moved.Index.OfProject("ABC").ShouldBe([10001]);
    }

    [Test]
    public void Names_without_issues_are_not_kept() => default(IdsBy<string>).With("mia", 1).Without("mia", 1).Ids.ShouldBeEmpty();

    [Test]
    public void Only_changes_of_issues_are_kept_for_a_search_that_lags()
    {
        var lagging = Site with { Settings = Site.Settings with { SearchIndexDelay = 5 } };

        IssueHistory.Keep(lagging, lagging.With(new User("mia", "Mia", "")), TimeProvider.System).Past.ShouldBeEmpty();
        IssueHistory.Keep(lagging, lagging.With(new Issue(1, "MKY-1", "", "mia")), TimeProvider.System).Past.Count.ShouldBe(1);
    }

    [Test]
    public void A_resolved_issue_keeps_or_loses_its_votes_as_the_switch_says()
    {
        var (mia, voted) = (new User("mia", "Mia", ""), new Issue(10001, "MKY-1", "", "emma") { Voters = ["mia"] });
        foreach (var (isAllowed, isResolved) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            var world = (Site with { Settings = Site.Settings with { VotingOnResolvedIssues = isAllowed } }).With(mia).With(voted with { Resolution = isResolved ? Catalogue.Resolutions[0] : null });

            IssueVotes.Withdraw(world, mia, "MKY-1").Outcome.Kind.ShouldBe(isAllowed || !isResolved ? VoteOutcomeKind.Done : VoteOutcomeKind.Refused);
        }
    }

    [TestCase("Mia Krystof", "MK")]
    [TestCase("mia van  der krystof ", "MK")]
    [TestCase("Mia ", "M")]
    [TestCase(" ", "U")]
    [TestCase("", "U")]
    public void Initials_are_those_of_the_first_and_the_last_name(string name, string initials) => new User("mia", name, "").Initials.ShouldBe(initials);

    [Test]
    public void A_project_of_which_nothing_is_said_has_no_description() => Site.Projects["MKY"].Description.ShouldBe("");

    private static Comment Said(long id) => new(id, "mia", new RichText("x"), default);
}
