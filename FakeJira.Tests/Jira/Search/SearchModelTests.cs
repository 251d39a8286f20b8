using FakeJira.Jira.Search;
using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.Search;

/// <summary>The search against a naive one: every issue is looked at, and a condition on a field without a value is neither true nor false.</summary>
public sealed class SearchModelTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly User[] Users = [.. Enumerable.Range(0, 4).Select(number => new User($"u{number}", $"User {number}", $"u{number}@example.com"))];
    private static readonly string[] Labels = ["red", "green", "blue"];
    private static readonly string[] Words = ["apple", "pear", "plum"];

    private static Gen<Condition> Conditions { get; } = Gen.OneOf(
        Of("project", [JqlOperator.Equal, JqlOperator.NotEqual], Gen.Elements("AA", "BB")),
        Of("votes", [JqlOperator.Equal, JqlOperator.Less, JqlOperator.GreaterOrEqual, JqlOperator.NotEqual], Gen.Elements("0", "1", "2")),
        Of("assignee", [JqlOperator.Equal, JqlOperator.NotEqual], Gen.Elements("u0", "u1", "u2")),
        Of("voter", [JqlOperator.Equal, JqlOperator.NotEqual], Gen.Elements("u0", "u1", "u2")),
        Of("labels", [JqlOperator.Equal, JqlOperator.NotEqual], Gen.Elements(Labels)),
        Of("summary", [JqlOperator.Like, JqlOperator.NotLike], Gen.Elements(Words)),
        from field in Gen.Elements("assignee", "voter", "labels", "resolution") from jql in Gen.Elements(JqlOperator.Is, JqlOperator.IsNot) select new Condition(field, jql, new EmptyOperand()));

    private static Gen<Clause> Clauses { get; } = Gen.Sized(size => Tree(Math.Min(size, 4)));

    private static Gen<JiraWorld> Worlds { get; } = Issues().ListOf().Select(issues =>
        issues.Select((issue, at) => issue with { Id = 10001 + at, Key = $"{issue.Key}{at + 1}" })
            .Aggregate(Users.Aggregate(JiraWorld.Empty, (world, user) => world.With(user)).With(new Project(1, "AA", "A")).With(new Project(2, "BB", "B")), (world, issue) => world.With(issue)));

    [Test]
    public void What_is_found_is_what_looking_at_every_issue_finds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            (from world in Worlds from clause in Clauses from backwards in Gen.Elements(true, false) from page in Gen.Choose(1, 4) select (world, clause, backwards, page)).ToArbitrary(),
            test => Agrees(test.world, test.clause, test.backwards, test.page)));

    private static void Agrees(JiraWorld world, Clause clause, bool backwards, int size)
    {
        var jql = $"{Written(clause)} order by votes{(backwards ? " desc" : "")}";
        var context = new SearchContext(world, world, Users[0], Now);
        var (query, problems) = CompiledQuery.Compile(jql, context);
        problems.ShouldBeEmpty(jql);

        List<string> found = [];
        Standing? after = null;
        ResultPage page;
        do
        {
            page = IssueSearch.Page(context, query!, size, after);
            found.AddRange(page.Issues.Select(issue => issue.Key));
            after = page.HasMore ? PageToken.Read(PageToken.Open(PageToken.Write(jql, page.Last, Now), Now)!, jql, 1) : null;
        }
        while (page.HasMore);

        var expected = world.Issues.Values.Where(issue => Holds(clause, issue) == true);
        var ordered = (backwards ? expected.OrderByDescending(issue => issue.Voters.Count) : expected.OrderBy(issue => issue.Voters.Count)).ThenByDescending(issue => issue.Id);
        found.ShouldBe(ordered.Select(issue => issue.Key), jql);
        IssueSearch.Count(context, query!).ShouldBe(found.Count);
    }

    private static bool? Holds(Clause clause, Issue issue) => clause switch
    {
        Negation not => !Holds(not.Inner, issue),
        AllOf all => all.Parts.Aggregate((bool?)true, (sofar, part) => sofar & Holds(part, issue)),
        AnyOf any => any.Parts.Aggregate((bool?)false, (sofar, part) => sofar | Holds(part, issue)),
        Condition condition => Holds(condition, issue),
        _ => null,
    };

    private static bool? Holds(Condition condition, Issue issue)
    {
        string[] values = condition.Field switch
        {
            "project" => [issue.Key[..2]],
            "assignee" => issue.Assignee is null ? [] : [issue.Assignee],
            "voter" => [.. issue.Voters],
            "labels" => [.. issue.Labels],
            "resolution" => issue.Resolution is null ? [] : ["Done"],
            "summary" => issue.Summary.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            _ => [issue.Voters.Count.ToString()],
        };
        if (condition.Operand is not ValueOperand { Text: var wanted })
        {
            return condition.Operator == JqlOperator.Is == (values.Length == 0);
        }

        return values.Length == 0 ? null : condition.Operator switch
        {
            JqlOperator.Less => int.Parse(values[0]) < int.Parse(wanted),
            JqlOperator.GreaterOrEqual => int.Parse(values[0]) >= int.Parse(wanted),
            JqlOperator.NotEqual or JqlOperator.NotLike => !values.Contains(wanted),
            _ => values.Contains(wanted),
        };
    }

    private static Gen<Condition> Of(string field, JqlOperator[] operators, Gen<string> values) =>
        from jql in Gen.Elements(operators) from value in values select new Condition(field, jql, new ValueOperand(value, field == "votes"));

    private static Gen<Clause> Tree(int depth)
    {
        var leaf = Conditions.Select(Clause (condition) => condition);
        if (depth == 0)
        {
            return leaf;
        }

        var parts = Gen.ListOf(Tree(depth - 1), 2).Select(IReadOnlyList<Clause> (list) => [.. list]);
        return Gen.OneOf(leaf, Tree(depth - 1).Select(Clause (inner) => new Negation(inner)), parts.Select(Clause (list) => new AllOf(list)), parts.Select(Clause (list) => new AnyOf(list)));
    }

    private static Gen<Issue> Issues() =>
        from project in Gen.Elements("AA-", "BB-")
        from voters in Gen.SubListOf(Users)
        from labels in Gen.SubListOf(Labels)
        from words in Gen.SubListOf(Words)
        from assignee in Gen.Elements(null, "u0", "u1", "u2")
        from resolved in Gen.Elements(true, false)
        select new Issue(0, project, string.Join(' ', words), "u3")
        {
            Voters = [.. voters.Select(voter => voter.AccountId)],
            Labels = [.. labels],
            Assignee = assignee,
            Resolution = resolved ? Catalogue.Resolutions[0] : null,
        };

    private static string Written(Clause clause) => clause switch
    {
        Negation not => $"not ({Written(not.Inner)})",
        AllOf all => string.Join(" and ", all.Parts.Select(part => $"({Written(part)})")),
        AnyOf any => string.Join(" or ", any.Parts.Select(part => $"({Written(part)})")),
        Condition condition => $"{condition.Field} {condition.Operator.Sign()} {condition.Operand}",
        _ => "",
    };
}
