using FakeJira.Jira.Platform;
using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Search;

/// <summary>Search by JQL, and the count of what it would find.</summary>
internal static class SearchOperations
{
    private const int LargestPage = 5000;
    private const int MostReconciled = 50;
    private static readonly Scopes Read = new("read:jira-work", "read:issue-details:jira", "read:audit-log:jira", "read:avatar:jira", "read:field-configuration:jira", "read:issue-meta:jira");
    private static readonly Scopes Count = new("read:jira-work", "read:issue-details:jira", "read:field.default-value:jira", "read:field.option:jira", "read:field:jira", "read:group:jira");
    private static readonly Rule[] Rules = [SearchRules.Search200, SearchRules.Token400, SearchRules.MaxResults400, SearchRules.Unbounded400, SearchRules.Reconcile400, .. SearchRules.OfQuery, SearchRules.Meaning200, SearchRules.IndexDelay];

    private static readonly BodyShape Counted = new("jql");
    private static readonly NextPage NextPage = new("the issues found", "nextPageToken", "nextPageToken");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.search.get", "GET", "/search/jql", "Issues by a query in the URL.", Read, Rules, call => Search(call, SearchRequest.OfQuery(call)), integers: "maxResults").Knows("jql nextPageToken maxResults fields expand reconcileIssues", "properties fieldsByKeys failFast", nextPage: NextPage),
        JiraOperation.Define("jira.search.post", "POST", "/search/jql", "Issues by a query in the body.", Read, Rules, call => Search(call, SearchRequest.OfBody(call.Body)), body: BodyOf.Object).Knows(body: SearchRequest.Current, nextPage: NextPage),
        JiraOperation.Define("jira.search.count", "POST", "/search/approximate-count", "How many issues a query would find.", Count, [SearchRules.Count200, SearchRules.Unbounded400, .. SearchRules.OfQuery, SearchRules.Meaning200, SearchRules.IndexDelay], CountOf, body: BodyOf.Object).Knows(body: Counted),
        .. LegacySearch.All,
    ];

    private static StubResponse Search(JiraCall call, SearchRequest? request)
    {
        if (request is null)
        {
            return JiraErrors.BodyText(JiraRules.BodyInvalid400, call.Who);
        }

        var token = request.PageToken is null ? null : PageToken.Open(request.PageToken, call.Now);
        if (request.PageToken is not null && token is null)
        {
            return BadToken(call);
        }

        if (request.MaxResults is < 1 or > LargestPage)
        {
            return JiraErrors.Collection(400, [SearchRules.MaxResults400, call.Who], "The max results parameter has to be between 1 and 5,000.");
        }

        if (request.Reconcile.Length > MostReconciled)
        {
            return JiraErrors.Collection(400, [SearchRules.Reconcile400, call.Who], "The reconcileIssues parameter can contain a maximum of 50 issue ids.");
        }

        var context = ContextOf(call, request.Reconcile);
        var (query, refused) = Compile(call, request.Jql, context, static call => SearchJson.Page(FoundIssues.Of([], View.Of(call), ["id"], []), null, [SearchRules.Meaning200, call.Who]));
        if (query is null)
        {
            return refused!;
        }

        var after = token is null ? null : PageToken.Read(token, request.Jql, query.Order.KeyCount);
        if (token is not null && after is null)
        {
            return BadToken(call);
        }

        var page = IssueSearch.Page(context, query, request.MaxResults, after);
        var next = page.HasMore ? PageToken.Write(request.Jql, page.Last, context.Now) : null;
        return SearchJson.Page(FoundIssues.Of(page.Issues, View.Of(call, context.Seen), request.Fields ?? ["id"], request.Expand), next, With(SearchRules.Search200, context, call));
    }

    private static StubResponse CountOf(JiraCall call)
    {
        var members = new BodyMembers(call.Body);
        var jql = members.Text("jql") ?? "";
        if (!members.AreRight(Counted))
        {
            return JiraErrors.BodyText(JiraRules.BodyInvalid400, call.Who);
        }

        var context = ContextOf(call, []);
        var (query, refused) = Compile(call, jql, context, static call => SearchJson.Count(0, [SearchRules.Meaning200, call.Who]));
        return query is null ? refused! : SearchJson.Count(IssueSearch.Count(context, query), With(SearchRules.Count200, context, call));
    }

    /// <summary>The query, or the answer that says what is wrong with it; <paramref name="nothing"/> answers mistakes of meaning without a user.</summary>
    private static (CompiledQuery? Query, StubResponse? Refused) Compile(JiraCall call, string jql, SearchContext context, Func<JiraCall, StubResponse> nothing)
    {
        var (query, problems) = CompiledQuery.Compile(jql, context);
        if (problems.Count > 0)
        {
            return (null, call.User is null && problems.All(problem => problem.Kind == JqlProblemKind.Meaning) ? nothing(call) : Refused(call, problems));
        }

        return query?.Test is null ? (null, JiraErrors.Collection(400, [SearchRules.Unbounded400, call.Who], "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.")) : (query, null);
    }

    public static StubResponse Refused(JiraCall call, IReadOnlyList<JqlProblem> problems) =>
        JiraErrors.Collection(400, [.. problems.Select(problem => SearchRules.Of(problem.Kind)).Distinct(), call.Who], [.. problems.Select(problem => problem.Text)]);

    public static SearchContext ContextOf(JiraCall call, long[] reconcile)
    {
        var seen = IssueHistory.Seen(call.World, call.Now);
        foreach (var id in ReferenceEquals(seen, call.World) ? [] : reconcile)
        {
            seen = call.World.Issues.TryGetValue(id, out var issue) ? seen.With(issue) : seen;
        }

        return new(call.World, seen, call.User, call.Now) { Aborted = call.Request.Aborted };
    }

    public static Rule[] With(Rule rule, SearchContext context, JiraCall call) => ReferenceEquals(context.Seen, context.World) ? [rule, call.Who] : [rule, SearchRules.IndexDelay, call.Who];

    private static StubResponse BadToken(JiraCall call) => JiraErrors.Collection(400, [SearchRules.Token400, call.Who], "The provided nextPageToken is invalid or has expired.");
}
