using FakeJira.Jira.World;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.World;

/// <summary>What a world says that it takes is kept step by step.</summary>
public sealed class SizeTests
{
    private static readonly User Mia = new("mia", "Mia Krystof", "mia@example.com") { Groups = [User.Administrators] };

    private static Gen<(int What, int Length)> Steps { get; } = from what in Gen.Choose(0, 13) from length in Gen.Choose(1, 40) select (what, length);

    [Test]
    public void Whatever_happens_what_is_kept_is_what_counting_all_of_it_again_comes_to() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Steps.ListOf().ToArbitrary(), steps =>
        {
            var world = steps.Aggregate(Start(), (before, step) => Step(before, step.What, new string('x', step.Length)));

            world.Size.ShouldBe(Counted(world).Size);
        }));

    [Test]
    public void Every_character_that_a_client_says_counts_for_two_bytes_of_room()
    {
        var issue = new Issue(1, "MKY-1", "summary", "mia") { Labels = ["label"], Description = new("text", "document"), SecurityLevel = "level" };
        var comment = new Comment(1, "mia", new("text", "document"), default) { Visibility = new("group", "name") };
        var change = new FieldChange("summary", "from", "fromText", "to", "toText");
        var project = new Project(1, "MKY", "name") { Description = "description", Url = "url" };
        var size = Sized([change]);

        new[] { issue with { Summary = "a summary" }, issue with { Labels = ["a label"] }, issue with { Description = new("a text", "document") }, issue with { Description = new("text", "a document") }, issue with { SecurityLevel = "a level" } }.ShouldAllBe(longer => longer.Size - issue.Size == 4);
        new[] { comment with { Body = new("a text", "document") }, comment with { Body = new("text", "a document") }, comment with { Visibility = new("group", "a name") } }.ShouldAllBe(longer => longer.Size - comment.Size == 4);
        new[] { change with { From = "a from" }, change with { FromText = "a fromText" }, change with { To = "a to" }, change with { ToText = "a toText" } }.Select(longer => Sized([longer]) - size).ShouldAllBe(more => more == 4);
        new[] { project with { Name = "a name" }, project with { Description = "a description" }, project with { Url = "a url" }, project with { TypeKey = "a software" } }.ShouldAllBe(longer => longer.Size - project.Size == 4);
        (new Holder(HolderKind.Group, "a name").Size - new Holder(HolderKind.Group, "name").Size).ShouldBe(4);
    }

    [Test]
    public void Each_thing_that_an_issue_has_many_of_counts_beside_its_text()
    {
        var issue = new Issue(1, "MKY-1", "", "mia");

        ((issue with { Labels = ["", ""] }).Size - issue.Size).ShouldBe(64);
        ((issue with { Voters = ["mia", "ada"] }).Size - issue.Size).ShouldBe(512);
        ((issue with { Watchers = ["mia", "ada"] }).Size - issue.Size).ShouldBe(512);
        (issue.With(new Comment(1, "mia", new(""), default)).Size - issue.Size).ShouldBe(256);
        (issue.With(new IssueChange(1, "mia", default, [new("summary", null, null, null, null)])).Size - issue.Size).ShouldBe(256);
        issue.Size.ShouldBe(1024);
        new Project(1, "MKY", "") { TypeKey = "" }.Size.ShouldBe(1024);
        (new Project(1, "MKY", "") { TypeKey = "", Actors = new Project(0, "", "").Actors.Add(10000, [new(HolderKind.User), new(HolderKind.Group)]) }.Size - 1024).ShouldBe(128);
        JiraWorld.Empty.With(Mia).Size.ShouldBe(1024);
    }

    [Test]
    public void What_is_gone_is_what_was_changed_and_deleted()
    {
        var (project, issue) = (new Project(1, "MKY", "Monkeys"), new Issue(1, "MKY-1", "Old", "mia"));
        var world = JiraWorld.Empty.With(Mia).With(project).With(issue);
        world.Gone.ShouldBe(0);

        world.With(project with { Name = "M" }).Gone.ShouldBe(project.Size);
        world.Without(project).Gone.ShouldBe(project.Size);
        world.With(issue with { Summary = "New and longer" }).Gone.ShouldBe(issue.Size);
        world.Without(issue).Gone.ShouldBe(issue.Size);
        IssueVotes.Cast(world, Mia, "MKY-1").World.Gone.ShouldBe(Issue.SizeOfName);
    }

    private static long Sized(FieldChange[] fields) => new IssueChange(1, "mia", default, [.. fields]).Size;

    /// <summary>An issue that remembers nearly as many changes as it can, so that the oldest of them makes room.</summary>
    private static JiraWorld Start() => JiraWorld.Empty.With(Mia).With(new Project(10000, "MKY", "Monkeys"))
        .With(new Issue(1, "MKY-1", "Old", "mia") { Changes = [.. Enumerable.Range(1, 998).Select(id => new IssueChange(id, "mia", default, [new("summary", null, new string('o', id % 9), null, "new")]))] });

    private static JiraWorld Step(JiraWorld world, int what, string text)
    {
        var key = world.Issues.Values.OrderByDescending(issue => issue.Id).Skip(text.Length % 2).FirstOrDefault()?.Key ?? "";
        var comment = world.FindIssue(key)?.Comments.Select(each => each.Id.ToString()).LastOrDefault() ?? "";
        var draft = new IssueDraft { Summary = new(text), Project = new(null, "MKY"), Type = new(null, "Task") };
        return what switch
        {
            0 => IssueWriting.Create(world, Mia, draft, default).World,
            1 => IssueWriting.Edit(world, Mia, key, new() { Summary = new(text) }, default).World,
            2 => IssueWriting.Edit(world, Mia, key, new() { Labels = new([text, text + "2"]), Comments = [new(new(text), null), new(new(text, text), null)] }, default).World,
            3 => IssueWriting.Edit(world, Mia, key, new() { Description = new(new RichText(text, text)) }, default).World,
            4 => IssueComments.Add(world, Mia, key, new(new(text), new("group", text)), default).World,
            5 => IssueComments.Edit(world, Mia, key, comment, new(new(text), null), default).World,
            6 => IssueComments.Delete(world, Mia, key, comment, default).World,
            7 => IssueVotes.Cast(world, Mia, key).World,
            8 => IssueVotes.Withdraw(world, Mia, key).World,
            9 => IssueWatching.Add(world, Mia, key, "mia").World,
            10 => IssueWatching.Remove(world, Mia, key, "mia").World,
            11 => ProjectRoles.Set(world, Mia, "MKY", "10000", text.Length % 3 == 0 ? [] : [new(HolderKind.User, "mia")]).World,
            12 => IssueWriting.Delete(world, Mia, key, withSubtasks: true).World,
            _ => text.Length % 2 == 0
                ? FakeJira.Jira.World.Projects.Create(world, Mia, new() { Key = "NEW", Name = text, Lead = "mia", Description = text }).World
                : FakeJira.Jira.World.Projects.Delete(world, Mia, "NEW").World,
        };
    }

    private static JiraWorld Counted(JiraWorld world) =>
        world.Projects.Values.Aggregate(world.Users.Values.Aggregate(JiraWorld.Empty, (sum, user) => sum.With(user)), (sum, project) => sum.With(project with { Actors = project.Actors }))
            .WithNew([.. world.Issues.Values.Select(issue => issue with { Labels = issue.Labels, Comments = issue.Comments, Changes = issue.Changes })]);
}
