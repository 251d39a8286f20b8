using System.Text;
using System.Text.Json;

namespace FakeJira.Tests.Jira.Schemas;

public sealed class AnswerSchemaTests
{
    [Test]
    public async Task Every_answer_of_a_walk_through_the_site_has_its_shape([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        var ada = fake.Jira.User("admin@example.com");
        fake.Jira.Projects.SetLead("MKY", ada);
        fake.Jira.Projects.SetCategory("MKY", "ZOO");
        fake.Jira.Projects.GiveRole("MKY", "Developers", ada);
        using var client = fake.Client(door, ada);
        var mistakes = new List<string>();
        foreach (var (request, shape, body) in Walk(ada.AccountId))
        {
            var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
            var answer = await Answer.Of(client, method, path.StartsWith("//", StringComparison.Ordinal) ? path[1..] : "/rest/api/3" + path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
            mistakes.AddRange((await MistakesOf(shape, answer)).Select(mistake => $"{request}: {mistake}"));
        }

        mistakes.ShouldBeEmpty();
    }

    [Test]
    public async Task Every_refusal_has_its_shape([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        foreach (var (request, shape) in new[]
        {
            ("GET /issue/SECRET-1/votes", "ErrorCollection"), ("POST /issue/MKY-1/votes", "ErrorCollection"), ("GET /project/NONE", "ErrorCollection"), ("GET /mypermissions?permissions=X", "ErrorCollection"),
            ("GET /nowhere", "Problem"), ("PUT /issue/MKY-1/votes", "Problem"), ("GET /project/search?startAt=x", "Problem"),
        })
        {
            var answer = await Answer.Of(client, request.Split(' ')[0], "/rest/api/3" + request.Split(' ')[1]);
            answer.Status.ShouldBeGreaterThanOrEqualTo(400);
            (await AnswerSchemas.MistakesAsync(shape, answer.Body)).ShouldBeEmpty(request);
        }
    }

    [TestCase("Votes", """{"self":"https://x","votes":1,"hasVoted":true}""", "voters")]
    [TestCase("Votes", """{"self":"https://x","votes":1,"hasVoted":true,"voters":[],"more":1}""", "more")]
    [TestCase("Votes", """{"self":"x","votes":1,"hasVoted":true,"voters":[]}""", "self")]
    public async Task A_member_that_is_missing_unknown_or_of_another_form_is_a_mistake(string shape, string body, string member)
    {
        (await AnswerSchemas.MistakesAsync(shape, body)).ShouldHaveSingleItem().ShouldContain(member);
    }

    private static IEnumerable<(string Request, string? Shape, string? Body)> Walk(string accountId) =>
    [
        ("GET /serverInfo", "ServerInformation", null),
        ("GET /myself?expand=groups,applicationRoles", "Account", null),
        ("GET /configuration", "Configuration", null),
        ("GET //rest/auth/1/session", "Session", null),
        ("GET //_edge/tenant_info", "TenantInfo", null),
        ($"GET /user?accountId={accountId}", "Account", null),
        ("GET /user/search?query=a", "Users", null),
        ("GET /users/search", "Users", null),
        ("GET /user/assignable/search?project=MKY", "Users", null),
        ($"GET /user/bulk?accountId={accountId}", "PageOfUsers", null),
        ("GET /mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER", "MyPermissions", null),
        ("GET /permissions", "Permissions", null),
        ("POST /permissions/check", "BulkPermissionGrants", """{"globalPermissions":["ADMINISTER"],"projectPermissions":[{"permissions":["EDIT_ISSUES"],"projects":[10000],"issues":[10001]}]}"""),
        ("GET /permissionscheme", "PermissionSchemes", null),
        ("GET /issuesecurityschemes", "SecuritySchemes", null),
        ("GET /projectCategory", "ProjectCategories", null),
        ("GET /label", "PageOfTexts", null),
        ("GET /field", "Fields", null),
        ("GET /issuetype", "IssueTypes", null),
        ("GET /status", "Statuses", null),
        ("GET /statuscategory", "StatusCategories", null),
        ("GET /priority", "Priorities", null),
        ("GET /priority/search", "PageOfPriorities", null),
        ("GET /resolution", "Resolutions", null),
        ("GET /issueLinkType", "IssueLinkTypes", null),
        ("GET /project", "Projects", null),
        ("GET /project/MKY", "Project", null),
        ("GET /project/MKY/statuses", "IssueTypesWithStatus", null),
        ("GET /project/search?expand=lead,description,issueTypes,url&maxResults=2", "PageOfProjects", null),
        ("GET /project/MKY/role", "ProjectRoles", null),
        ("GET /project/MKY/role/10000", "ProjectRole", null),
        ("POST /project/MKY/role/10001", "ProjectRole", """{"group":["site-admins"]}"""),
        ("POST /project", "ProjectIdentifiers", $$"""{"key":"NEW","name":"New","leadAccountId":"{{accountId}}"}"""),
        ("POST /issue", "CreatedIssue", """{"fields":{"project":{"key":"NEW"},"issuetype":{"name":"Task"},"summary":"Vote for me","description":{"type":"doc","version":1,"content":[]}}}"""),
        ("POST /issue/NEW-1/votes", null, null),
        ("GET /issue/NEW-1/votes", "Votes", null),
        ("GET /issue/MKY-1/votes", "Votes", null),
        ("GET /issue/NEW-1/watchers", "Watchers", null),
        ("GET /issue/NEW-1", "Issue", null),
        ("GET /issue/MKY-3", "Issue", null),
        ("GET /issue/NEW-1/transitions", "Transitions", null),
        ("POST /issue/NEW-1/comment", "Comment", """{"body":{"type":"doc","version":1,"content":[]}}"""),
        ("GET /issue/NEW-1/comment", "Comments", null),
        ("GET /search/jql?jql=project=NEW", "SearchResults", null),
        ("GET /search/jql?jql=project=MKY&fields=*all&maxResults=1", "SearchResults", null),
        ("POST /search/approximate-count", "Count", """{"jql":"votes >= 1"}"""),
        ("DELETE /issue/NEW-1/votes", null, null),
        ("DELETE /issue/NEW-1", null, null),
        ("DELETE /project/NEW", null, null),
    ];

    private static async Task<IReadOnlyList<string>> MistakesOf(string? shape, Answer answer)
    {
        if (answer.Status is < 200 or > 299)
        {
            return [answer.ToString()];
        }

        return shape is not null ? await AnswerSchemas.MistakesAsync(shape, answer.Body) : answer.Body.Length == 0 ? [] : [$"has a body: {JsonSerializer.Serialize(answer.Body)}"];
    }
}
