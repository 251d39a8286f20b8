using System.Text;
using FakeJira.Jira.Search;
using FakeJira.Jira.World;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.Search;

public sealed class JqlFuzzTests
{
    private static readonly string[] Pieces =
    [
        "project", "key", "summary", "text", "votes", "created", "reporter", "cf[1]", "'quoted'", "\"", "'", "\\", "\\u00e9", "\\u12", "=", "!=", "~", "!~", ">", ">=", "<", "<=", "in", "not", "is", "was",
        "empty", "null", "and", "or", "&&", "|", "!", "(", ")", "[", "]", ",", "MKY", "MKY-1", "10001", "-5", "99999999999999999999", "-99999999w", "4w 2d", "\"2024-02-30\"", "\"a* -b OR c\"", "\"?\"", "currentUser()",
        "startOfDay(-1d)", "endOfYear(\"999999999y\")", "startOfWeek(x)", "membersOf(a, b)", "votedIssues()", "order by", "asc", "desc", "select", "\n", "\t", "\u0000", "\ud800", "é", "@", " ",
    ];

    [Test]
    public void Any_bytes_at_all_get_an_answer() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsAnswered(Encoding.UTF8.GetString(bytes))));

    [Test]
    public void Whatever_pieces_a_query_is_put_together_from_it_gets_an_answer()
    {
        var queries = Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Join(' ', pieces));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40), Prop.ForAll(queries.ToArbitrary(), IsAnswered));
    }

    [Test]
    public void A_query_with_a_piece_cut_out_or_put_in_gets_an_answer()
    {
        const string Query = "project = MKY AND (summary ~ \"a \\\"b c\\\" d*\" OR votes >= 3) and created > startOfMonth(\"-1M\") AND NOT reporter in (currentUser(), 'mia-id', EMPTY) ORDER BY votes DESC, key";
        var mutants =
            from start in Gen.Choose(0, Query.Length - 1)
            from length in Gen.Choose(0, 5)
            from piece in Gen.Elements(Pieces)
            select Query[..start] + piece + Query[Math.Min(Query.Length, start + length)..];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(mutants.ToArbitrary(), IsAnswered));
    }

    /// <summary>Either it finds something or nothing, or it is said what is wrong: nothing is thrown.</summary>
    private static bool IsAnswered(string jql)
    {
        var user = new User("mia-id", "Mia", "mia@example.com") { TimeZone = "Australia/Sydney" };
        var world = JiraWorld.Empty.With(user).With(new Project(1, "MKY", "Monkey")).With(new Issue(10001, "MKY-1", "a b c d", "mia-id") { Voters = ["mia-id"] });
        var context = new SearchContext(world, world, user, new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero));
        var (query, problems) = CompiledQuery.Compile(jql, context);
        return query is null ? problems.Count > 0 && problems.All(problem => problem.Text.Length > 0) : IssueSearch.Page(context, query, 10, null).Issues.Count <= 1;
    }
}
