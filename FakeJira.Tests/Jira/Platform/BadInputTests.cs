using System.Text;
using FakeJira.Jira;
using FakeJira.Stubs;

namespace FakeJira.Tests.Jira.Platform;

/// <summary>Every operation is shown what no client should send: it answers as the vendor does, by a rule, and never with a failure of its own.</summary>
public sealed class BadInputTests
{
    private const string State = "/__fakejira/sites/default/state";

    private static readonly string[] Queries =
    [
        "", "?startAt=-1&maxResults=-1&fields=&expand=&jql=&query=&accountId=&orderBy=", "?startAt=99999999999999999999&maxResults=abc&recent=x&categoryId=y",
        "?startAt=9223372036854775807&maxResults=9223372036854775807", "?fields=,,-,*all,-votes,nope&expand=nope,,changelog&properties=x", "?query=%22%F0%9F%8E%89&accountId=%25&permissions=NOPE,,&keys=,&id=x&action=fly",
    ];

    private static readonly string[] Names = ["MKY-99", "GONE-1", "0", "-1", "99999999999999999999", "%F0%9F%8E%89", "%25", "..%2F..", new string('9', 3000)];

    private static readonly string[] Bodies =
    [
        "", " ", "{", "}", "[]", "[null]", "null", "7", "1e999", "\"x\"", "\"\\ud83d\"", "{}", """{"":{}}""", """{"a":1,"a":2}""",
        """{"fields":[],"update":7,"transition":"31","properties":{}}""", """{"fields":null,"update":null,"transition":null,"properties":null}""",
        """{"fields":{"project":[],"issuetype":5,"summary":{},"description":[1],"labels":"x","assignee":[],"reporter":1,"priority":true,"duedate":[],"parent":"x","security":[]}}""",
        """{"fields":{"project":{"key":"MKY"},"issuetype":{"id":-1},"summary":"","description":{"type":"doc","version":"1","content":{}},"labels":[null,{}],"assignee":{"accountId":[]},"parent":{"key":"GONE-1"}}}""",
        """{"update":{"labels":[{"add":5},null,"x"],"comment":[{"add":{"body":5}},{"add":null},{"edit":{}}],"summary":[{"set":null}],"nope":{}},"transition":{"id":[]}}""",
        """{"body":5,"visibility":[]}""", """{"body":{"type":"doc","version":1,"content":[{"type":"text"},null,5]},"visibility":{"type":[],"value":{}}}""",
        """{"jql":[],"fields":5,"maxResults":"x","nextPageToken":{},"expand":3,"properties":7,"startAt":[]}""", """{"jql":"project=MKY","maxResults":-5,"startAt":-9,"nextPageToken":"%%%","fields":[[1],null]}""",
        """{"issueIds":[null,{},1e300,"x"]}""", """{"issueUpdates":[null,5,{"fields":5}]}""", """{"user":[null],"group":5,"groupId":{}}""", """{"categorisedActors":{"atlassian-user-role-actor":[5]},"id":"x"}""",
        """{"projectPermissions":[{"issues":[1e300,-1],"projects":["x"],"permissions":[5]}],"globalPermissions":[null],"accountId":5}""", """{"key":5,"name":[],"projectTypeKey":{},"leadAccountId":7,"assigneeType":"NOBODY"}""",
    ];

    private static IEnumerable<TestCaseData> Operations => JiraContract.Contract.Operations.Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.Name));

    private static IEnumerable<TestCaseData> WithBody => JiraContract.Contract.Operations.Where(operation => operation.Rules.Any(rule => rule.Id == "JIRA-MEDIA-415")).Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.Name));

    [TestCaseSource(nameof(Operations))]
    public async Task Whatever_is_asked_is_answered_by_a_rule_and_leaves_a_site_that_can_be_read_again(Operation operation)
    {
        await using var fake = await SiteWithGoneThings();
        using var ada = fake.Client(Door.Handler, fake.Jira.AddUser("Ada Admin", isAdmin: true));
        using var anonymous = fake.Client(Door.Handler);

        foreach (var path in Names.Append("MKY-1").Select(name => PathOf(operation, name, "MKY")).Concat(Names.Select(name => PathOf(operation, "MKY-1", name))).Distinct())
        {
            foreach (var query in Queries)
            {
                await ShouldAnswer(ada, operation, path + query, null);
            }

            await ShouldAnswer(anonymous, operation, path, null);
        }

        foreach (var body in Bodies)
        {
            await ShouldAnswer(ada, operation, PathOf(operation, "MKY-2", "MKY"), body);
            await ShouldAnswer(ada, operation, PathOf(operation, "MKY-2", "MKY").Replace("/3/", "/2/", StringComparison.Ordinal), body);
        }

        var written = (await ada.Get(State)).Body;
        (await ada.Put(State, written)).Status.ShouldBe(204);
        (await ada.Get(State)).Body.ShouldBe(written);
    }

    [TestCaseSource(nameof(WithBody))]
    public async Task A_body_is_read_only_as_JSON_and_says_what_is_wrong_with_it(Operation operation)
    {
        await using var fake = await SiteWithGoneThings();
        using var ada = fake.Client(Door.Handler, fake.Jira.AddUser("Ada Admin", isAdmin: true));
        var path = PathOf(operation, "MKY-1", "MKY");
        fake.Settings["legacySearch"] = "true";

        (await Answer.Of(ada, operation.Method, path, new StringContent("{", Encoding.UTF8, "text/plain"))).ShouldBe(new(415, "JIRA-MEDIA-415, JIRA-AUTH-BASIC", $$"""{"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"Content-Type 'text/plain; charset=utf-8' is not supported.","instance":"{{path}}"}"""));
        (await Answer.Of(ada, operation.Method, path, Json("{"))).ShouldBe(new(400, "JIRA-BODY-BROKEN-400, JIRA-AUTH-BASIC", """{"errorMessages":["There was an error parsing JSON. Check that your request body is valid."]}"""));
        if (operation.Rules.Any(rule => rule.Id == "JIRA-BODY-EMPTY-400"))
        {
            (await Answer.Of(ada, operation.Method, path, Json(""))).ShouldBe(new(400, "JIRA-BODY-EMPTY-400, JIRA-AUTH-BASIC", """{"errorMessages":["No content to map to Object due to end of input"]}"""));
            (await Answer.Of(ada, operation.Method, path, Json("[]"))).ShouldBe(new(400, "JIRA-BODY-INVALID-400, JIRA-AUTH-BASIC", """{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}"""));
        }
    }

    [TestCase(100_000)]
    [TestCase(63)]
    public async Task JSON_nested_beyond_reason_is_no_JSON_and_no_failure(int depth)
    {
        await using var fake = await SiteWithGoneThings();
        using var ada = fake.Client(Door.Loopback, fake.Jira.AddUser("Ada Admin", isAdmin: true));

        var answer = await ada.Post("/rest/api/3/issue", "{\"fields\":{\"description\":" + new string('[', depth) + new string(']', depth) + "}}");

        answer.Status.ShouldBe(400);
        answer.Rule.ShouldBe("JIRA-BODY-BROKEN-400, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Ten_thousand_fields_are_all_named()
    {
        await using var fake = await SiteWithGoneThings();
        using var ada = fake.Client(Door.Loopback, fake.Jira.AddUser("Ada Admin", isAdmin: true));
        var fields = Enumerable.Range(0, 10_000).Select(number => $"customfield_{number}").ToList();

        var answer = await ada.Post("/rest/api/3/issue", $$$"""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"Many",{{{string.Join(',', fields.Select(field => $"\"{field}\":1"))}}}}}""");

        answer.Rule.ShouldBe("JIRA-ISSUE-CREATE-400, JIRA-AUTH-BASIC");
        var errors = fields.Select(field => $"\"{field}\":\"Field '{field}' cannot be set. It is not on the appropriate screen, or unknown.\"");
        answer.Body.ShouldBe("{\"errorMessages\":[],\"errors\":{" + string.Join(',', errors) + "}}");
    }

    /// <summary>MKY-1 and MKY-2 are there; a project, an issue, a comment and a user have been.</summary>
    private static async Task<FakeJiraServer> SiteWithGoneThings()
    {
        var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.AddIssue("MKY-2", mia);
        fake.Jira.AddIssue("MKY-99", mia);
        fake.Jira.AddIssue("GONE-1", mia);
        using var admin = fake.Client(Door.Handler, fake.Jira.AddUser("Olga Other", isAdmin: true));
        (await admin.Delete("/rest/api/3/issue/MKY-99")).Status.ShouldBe(204);
        (await admin.Delete("/rest/api/3/project/GONE")).Status.ShouldBe(204);
        fake.Requests.Clear();
        return fake;
    }

    private static async Task ShouldAnswer(HttpClient client, Operation operation, string path, string? body)
    {
        var answer = await Answer.Of(client, operation.Method, path, body is null ? null : Json(body));
        answer.Status.ShouldBeInRange(200, 499, $"{operation.Method} {path} {body}: {answer}");
        answer.Rule.ShouldNotBeEmpty($"{operation.Method} {path} {body}: {answer}");
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static string PathOf(Operation operation, string issue, string other) => string.Join('/', operation.Path.Split('/').Select(part => !part.StartsWith('{') ? part
        : part.Contains(':', StringComparison.Ordinal) ? part.Split(':', '|')[1] : part == "{issueIdOrKey}" ? issue : other));
}
