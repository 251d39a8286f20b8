using FakeJira.Jira.Search;
using FakeJira.Jira.World;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>A query finds issues or nothing, or it is said what is wrong with it.</summary>
internal sealed class JqlTarget : FuzzTarget
{
    private static readonly string[] Pieces =
    [
        "project", "key", "summary", "text", "votes", "created", "reporter", "cf[1]", "'quoted'", "\"", "'", "\\", "\\u00e9", "\\u12", "=", "!=", "~", "!~", ">", ">=", "<", "<=", " in ", " not ", " is ", " was ",
        "empty", "null", " and ", " or ", "&&", "|", "!", "(", ")", "[", "]", ",", "MKY", "MKY-1", "10001", "-5", "99999999999999999999", "-99999999w", "\"2024-02-30\"", "\"a* -b OR c\"", "\"?\"", "currentUser()",
        "startOfDay(-1d)", "endOfYear(\"999999999y\")", "startOfWeek(x)", "membersOf(a, b)", "votedIssues()", " order by ", " asc", " desc", "\n", "\u0000", "\ud800", "é", "@", " ",
    ];

    private static readonly string[] Queries =
    [
        "project = MKY AND (summary ~ \"a \\\"b c\\\" d*\" OR votes >= 3) and created > startOfMonth(\"-1M\") AND NOT reporter in (currentUser(), 'mia-id', EMPTY) ORDER BY votes DESC, key",
        "issue in votedIssues() and updated >= -4w and key != MKY-7 order by created asc",
        "status changed", "text ~ \"one two\"~3", "assignee is not empty and due < endOfWeek()",
    ];

    public override string Make(Random chance) => chance.Next(3) > 0
        ? Mutation.Of(chance.Pick(Queries), chance, Pieces)
        : string.Join(' ', Enumerable.Range(0, chance.Next(chance.Next(20) == 0 ? 3000 : 40)).Select(_ => chance.Pick(Pieces)));

    public override Task<string?> TryAsync(string input, CancellationToken end)
    {
        var context = Context(end);
        var (query, problems) = CompiledQuery.Compile(input, context);
        if (query is null)
        {
            return Task.FromResult(problems.Count > 0 && problems.All(problem => problem.Text.Length > 0) ? null : "Refused, and nothing is said.");
        }

        return Task.FromResult(IssueSearch.Page(context, query, 10, null).Issues.Count <= 1 ? null : "More issues than there are.");
    }

    private static SearchContext Context(CancellationToken end)
    {
        var user = new User("mia-id", "Mia", "mia@example.com") { TimeZone = "Australia/Sydney" };
        var world = JiraWorld.Empty.With(user).With(new Project(1, "MKY", "Monkey")).With(new Issue(10001, "MKY-1", "a b c d", "mia-id") { Voters = ["mia-id"] });
        return new(world, world, user, new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero)) { Aborted = end };
    }
}
