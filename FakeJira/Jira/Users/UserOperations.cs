using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Users;

/// <summary>Who is there.</summary>
internal static class UserOperations
{
    private static readonly Scopes One = new("read:jira-user", "read:application-role:jira", "read:group:jira", "read:user:jira", "read:avatar:jira");
    private static readonly Scopes Searching = new("read:jira-user", "read:user:jira", "read:user.property:jira", "read:application-role:jira", "read:avatar:jira", "read:group:jira");
    private static readonly Scopes Many = new("read:jira-user", "read:user:jira", "read:application-role:jira", "read:avatar:jira", "read:group:jira");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.myself.get", "GET", "/myself", "Who is calling.", One, [UserRules.Myself200], Myself, Callers.Users).Knows("expand"),
        JiraOperation.Define("jira.users.get", "GET", "/user", "A user by account id.", One, [UserRules.Get200, UserRules.Get400, UserRules.Get404], Get, Callers.Users).Knows("accountId expand", userNames: "username key", accountIds: "accountId"),
        JiraOperation.Define("jira.users.search", "GET", "/user/search", "Users by name or email.", Searching, [UserRules.Search200, UserRules.Search400], Search, integers: Paging.Parameters).Knows("query accountId property startAt maxResults", userNames: "username", accountIds: "accountId"),
        JiraOperation.Define("jira.users.list", "GET", "/users/search", "Every user.", Many, [UserRules.All200], List, Callers.Users, integers: Paging.Parameters).Knows("startAt maxResults"),
        JiraOperation.Define("jira.users.assignable", "GET", "/user/assignable/search", "Who can be assigned an issue.", Many, [UserRules.Assignable200, UserRules.Assignable400, UserRules.Assignable404], Assignable, integers: Paging.Parameters).Knows("query accountId project issueKey issueId startAt maxResults", "sessionId actionDescriptorId recommend", userNames: "username", accountIds: "accountId"),
        JiraOperation.Define("jira.users.bulk", "GET", "/user/bulk", "Users by account ids.", Many, [UserRules.Bulk200, UserRules.Bulk400], Bulk, Callers.Users, integers: Paging.Parameters).Knows("accountId startAt maxResults", userNames: "username key", accountIds: "accountId"),
    ];

    private static StubResponse Myself(JiraCall call) => JiraJson.Answer(200, new AccountJson(call, call.User!), AccountJson.Write, UserRules.Myself200, call.Who);

    private static StubResponse Get(JiraCall call)
    {
        if (call.Text("accountId") is not { } id)
        {
            return JiraErrors.Collection(400, [UserRules.Get400, call.Who], "The query parameter 'accountId' is required.");
        }

        return call.World.Users.TryGetValue(id, out var user)
            ? JiraJson.Answer(200, new AccountJson(call, user), AccountJson.Write, UserRules.Get200, call.Who)
            : JiraErrors.Collection(404, [UserRules.Get404, call.Who], "Specified user does not exist or you do not have required permissions");
    }

    private static StubResponse Search(JiraCall call)
    {
        var (query, id, property) = (call.Text("query"), call.Text("accountId"), call.Text("property"));
        if ((query ?? id ?? property) is null || (query is not null && (id ?? property) is not null))
        {
            return JiraErrors.Collection(400, [UserRules.Search400, call.Who], "One of the query parameters 'query', 'accountId' and 'property' is required, and 'query' cannot be combined with another.");
        }

        var found = call.User is null ? [] : Accounts.Users(call.World, user => id is not null ? user.AccountId == id : query is not null && Accounts.Fits(user, query));
        return Listed(call, found, UserRules.Search200);
    }

    private static StubResponse List(JiraCall call) => Listed(call, Accounts.Users(call.World), UserRules.All200);

    private static StubResponse Assignable(JiraCall call)
    {
        var issueKey = call.Text("issueKey") ?? call.Text("issueId");
        if ((issueKey ?? call.Text("project")) is not { } asked)
        {
            return JiraErrors.Collection(400, [UserRules.Assignable400, call.Who], "One of the query parameters 'project' and 'issueKey' is required.");
        }

        var issue = issueKey is null ? null : call.World.SeeIssue(call.User, issueKey);
        if (issueKey is not null && issue is null)
        {
            return JiraErrors.IssueUnseen(UserRules.Assignable404, call.Who);
        }

        var key = issue?.ProjectKey ?? asked;
        if (!call.World.Projects.TryGetValue(key, out var project) || !project.Allows(call.User, Project.Browse))
        {
            return JiraErrors.Collection(404, [UserRules.Assignable404, call.Who], $"No project could be found with key '{asked}'.");
        }

        var (query, id) = (call.Text("query"), call.Text("accountId"));
        return Listed(call, Accounts.Users(call.World, user => user.Active && project.Allows(user, PermissionNames.Assignable) && (query is null || Accounts.Fits(user, query)) && (id is null || user.AccountId == id)), UserRules.Assignable200);
    }

    private static StubResponse Bulk(JiraCall call)
    {
        var ids = call.List("accountId");
        if (ids.Length is 0 or > 200)
        {
            return JiraErrors.Collection(400, [UserRules.Bulk400, call.Who], ids.Length == 0 ? "The query parameter 'accountId' is required." : "The query parameter 'accountId' can be given at most 200 times.");
        }

        var users = ids.Distinct().Select(id => call.World.Users.GetValueOrDefault(id)).OfType<User>().ToList();
        var url = $"{call.ApiUrl}/user/bulk?{string.Join('&', ids.Select(id => "accountId=" + Uri.EscapeDataString(id)))}";
        return JiraJson.Answer(200, (call, users, url), static (json, bulk) =>
            Paging.Of(bulk.call, 10).Write(json, bulk.url, bulk.users, (writer, user) => UserJson.Write(writer, user, bulk.call.ApiUrl)), UserRules.Bulk200, call.Who);
    }

    private static StubResponse Listed(JiraCall call, IReadOnlyList<User> users, Rule rule) => JiraJson.Answer(200, (call, users), static (json, list) =>
    {
        json.WriteStartArray();
        foreach (var user in Paging.Of(list.call).Cut(list.users))
        {
            UserJson.Write(json, user, list.call.ApiUrl);
        }

        json.WriteEndArray();
    }, rule, call.Who);
}
