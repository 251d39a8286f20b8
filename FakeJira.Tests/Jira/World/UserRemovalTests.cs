using FakeJira.Jira.World;

namespace FakeJira.Tests.Jira.World;

public sealed class UserRemovalTests
{
    private static readonly User Mia = new("mia", "Mia", "");
    private static readonly Holder[] Both = [new(HolderKind.User, "mia"), new(HolderKind.User, "emma")];

    private static readonly JiraWorld Site = JiraWorld.Empty.With(Mia).With(new User("emma", "Emma", "")).With(new Token("mia-token", "mia", false)).With(new Token("emma-token", "emma", false))
        .With(new Project(10000, "MKY", "Monkey")
        {
            Lead = "mia",
            Permissions = new Project(0, "", "").Permissions.Add(Project.Browse, [.. Both]),
            SecurityLevels = new Project(0, "", "").SecurityLevels.Add("secret", [.. Both]),
            Actors = new Project(0, "", "").Actors.Add(10002, [.. Both]),
        })
        .With(new Project(10001, "ABC", "Other") { Lead = "emma" });

    [Test]
    public void All_that_was_theirs_goes_and_what_belongs_to_others_stays()
    {
        var world = Site
            .With(new Issue(1, "MKY-1", "", "emma") { Assignee = "mia", Voters = ["emma"] })
            .With(new Issue(2, "MKY-2", "", "emma") { Assignee = "emma", Voters = ["mia", "emma"] })
            .With(new Issue(3, "MKY-3", "", "emma") { Watchers = ["mia", "emma"] });

        var (after, wroteIn) = UserRemoval.Remove(world, Mia);

        wroteIn.ShouldBeNull();
        after.Users.Keys.ShouldBe(["emma"]);
        after.Tokens.Keys.ShouldBe(["emma-token"]);
        after.Issues.Values.OrderBy(issue => issue.Id).Select(issue => (issue.Assignee, string.Join(',', issue.Voters), string.Join(',', issue.Watchers)))
            .ShouldBe([(null, "emma", ""), ("emma", "emma", ""), (null, "", "emma")]);
        var project = after.Projects["MKY"];
        (project.Lead, after.Projects["ABC"].Lead).ShouldBe((null, "emma"));
        project.Permissions[Project.Browse].ShouldBe([Both[1]]);
        project.SecurityLevels["secret"].ShouldBe([Both[1]]);
        project.Actors[10002].ShouldBe([Both[1]]);
    }

    [Test]
    public void Who_has_written_something_stays_and_the_first_such_issue_is_told()
    {
        var issue = new Issue(2, "MKY-2", "", "emma");
        var comment = new Comment(1, "emma", new RichText("x"), default);
        foreach (var written in new[]
        {
            issue with { Reporter = "mia" },
            issue with { Creator = "mia" },
            issue with { Comments = [comment, comment with { Id = 2, Author = "mia" }] },
            issue with { Comments = [comment, comment with { Id = 2, UpdateAuthor = "mia" }] },
            issue with { Changes = [new(1, "emma", default, []), new(2, "mia", default, [])] },
        })
        {
            var world = Site.With(new Issue(1, "MKY-1", "", "emma") { Comments = [comment], Changes = [new(1, "emma", default, [])] }).With(written);

            UserRemoval.Remove(world, Mia).ShouldBe((world, "MKY-2"));
            UserRemoval.Remove(world.With(written with { Id = 3, Key = "MKY-3" }), Mia).WroteIn.ShouldBe("MKY-2");
        }
    }

    [Test]
    public void Tokens_of_others_stay() => UserRemoval.WithoutTokens(Site, "mia").Tokens.Keys.ShouldBe(["emma-token"]);
}
