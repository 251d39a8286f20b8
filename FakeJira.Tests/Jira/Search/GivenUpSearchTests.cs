using FakeJira.Jira.Search;
using FakeJira.Jira.World;

namespace FakeJira.Tests.Jira.Search;

/// <summary>What a client no longer waits for is not looked for any more, however much there is to look at.</summary>
public sealed class GivenUpSearchTests
{
    private static readonly User Mia = new("mia-id", "Mia", "mia@example.com");

    [Test]
    public void Who_leaves_is_noticed_at_the_next_condition()
    {
        var context = Context(new CancellationToken(canceled: true));

        Should.Throw<OperationCanceledException>(() => CompiledQuery.Compile("project = MKY", context));
    }

    [Test]
    public void Who_leaves_is_noticed_at_the_next_issue()
    {
        using var left = new CancellationTokenSource();
        var context = Context(left.Token);
        var query = CompiledQuery.Compile("project = MKY", context).Query!;
        IssueSearch.Count(context, query).ShouldBe(1);

        left.Cancel();

        Should.Throw<OperationCanceledException>(() => IssueSearch.Count(context, query));
        Should.Throw<OperationCanceledException>(() => IssueSearch.Page(context, query, 10, null));
    }

    [TestCase("text ~ three")]
    [TestCase("comment !~ three")]
    public void Who_leaves_is_noticed_at_the_next_text(string jql)
    {
        using var left = new CancellationTokenSource();
        var context = Context(left.Token);
        var test = CompiledQuery.Compile(jql, context).Query!.Test!;
        test.Holds(context.World.Issues[10001]).ShouldBe(jql.StartsWith("comment", StringComparison.Ordinal));

        left.Cancel();

        Should.Throw<OperationCanceledException>(() => test.Holds(context.World.Issues[10001]));
    }

    private static SearchContext Context(CancellationToken aborted)
    {
        var issue = new Issue(10001, "MKY-1", "One", Mia.AccountId) { Comments = [new Comment(1, Mia.AccountId, new RichText("Two"), DateTimeOffset.UnixEpoch)] };
        var world = JiraWorld.Empty.With(Mia).With(new Project(1, "MKY", "Monkey")).With(issue);
        return new(world, world, Mia, DateTimeOffset.UnixEpoch) { Aborted = aborted };
    }
}
