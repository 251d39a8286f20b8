using FakeJira.Jira.Platform;
using FakeJira.Jira.Search.Jql;
using FakeJira.Stubs;

namespace FakeJira.Jira.Search;

/// <summary>The search that the vendor has removed: gone, or with the switch legacySearch as it was.</summary>
internal static class LegacySearch
{
    private const string Removed = "the vendor has removed it; use /search/jql.";
    private const int LargestPage = 5000;
    private static readonly Scopes Get = new("read:jira-work", "read:issue-details:jira", "read:audit-log:jira", "read:avatar:jira", "read:field-configuration:jira", "read:issue-meta:jira");
    private static readonly Scopes Post = new("read:jira-work", "read:issue-details:jira", "read:field.default-value:jira", "read:field.option:jira", "read:field:jira", "read:group:jira");
    private static readonly Rule[] Rules = [SearchRules.Legacy410, SearchRules.Legacy200, SearchRules.LegacyWarning200, .. SearchRules.OfQuery, SearchRules.IndexDelay];

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.search.legacy.get", "GET", "/search", "The removed search, query in the URL.", Get, Rules, call => IsGone(call) ?? Search(call, SearchRequest.OfLegacyQuery(call)), integers: ["startAt", "maxResults"]).Knows("jql startAt maxResults fields expand validateQuery", "properties fieldsByKeys failFast", deprecated: Removed),
        JiraOperation.Define("jira.search.legacy.post", "POST", "/search", "The removed search, query in the body.", Post, [.. Rules, JiraRules.Media415, JiraRules.BodyEmpty400, JiraRules.BodyBroken400, JiraRules.BodyInvalid400], call => IsGone(call) ?? SearchByBody(call)).Knows(body: SearchRequest.Legacy, deprecated: Removed),
    ];

    private static StubResponse? IsGone(JiraCall call) => call.World.Settings.LegacySearch ? null : JiraErrors.Collection(410, [SearchRules.Legacy410, call.Who],
        "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046");

    /// <summary>The body is read only where the operation is not gone: what is gone does not look at it.</summary>
    private static StubResponse SearchByBody(JiraCall call)
    {
        if (RequestBody.Refusal(call.Request, BodyOf.Object, call.Who, out var body) is { } refusal)
        {
            return refusal;
        }

        return SearchRequest.OfLegacyBody(body!.Value) is { } request ? Search(call, request) : JiraErrors.BodyText(JiraRules.BodyInvalid400, call.Who);
    }

    private static StubResponse Search(JiraCall call, SearchRequest request)
    {
        var context = SearchOperations.ContextOf(call, []);
        var most = Math.Clamp(request.MaxResults, 0, LargestPage);
        var (query, problems) = CompiledQuery.Compile(request.Jql, context);
        if (query is null)
        {
            var isMild = request.Validation != "strict" && problems.All(problem => problem.Kind == JqlProblemKind.Meaning);
            return isMild
                ? SearchJson.Legacy(new(request.StartAt, most, 0, FoundIssues.Of([], View.Of(call), [], []), request.Validation == "warn" ? [.. problems.Select(problem => problem.Text)] : []), [SearchRules.LegacyWarning200, call.Who])
                : SearchOperations.Refused(call, problems);
        }

        var total = IssueSearch.Count(context, query);
        var page = request.StartAt >= total || most == 0 ? [] : IssueSearch.Page(context, query, Math.Min(total, request.StartAt + most), null).Issues.Skip(request.StartAt).ToList();
        var found = FoundIssues.Of(page, View.Of(call, context.Seen), request.Fields ?? ["*navigable"], request.Expand);
        return SearchJson.Legacy(new(request.StartAt, most, total, found, []), SearchOperations.With(SearchRules.Legacy200, context, call));
    }
}
