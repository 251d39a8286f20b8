namespace FakeJira.Tests.Jira.Issues;

public sealed class CreateIssueTests
{
    private const string Path = "/rest/api/3/issue";

    [Test]
    public async Task A_new_issue_gets_the_next_number_of_its_project([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, mia);

        var first = await client.Post(Path, """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"task"},"summary":"One"}}""");
        (await client.Delete("/rest/api/3/issue/MKY-1")).ShouldBe(new(204, "JIRA-ISSUE-DELETE-204, JIRA-AUTH-BASIC", ""));
        var second = await client.Post("/rest/api/2/issue/", """{"fields":{"project":{"id":"10000"},"issuetype":{"id":"10004"},"summary":"Two","description":"Plain"}}""");

        first.ShouldBe(new(201, "JIRA-ISSUE-CREATE-201, JIRA-AUTH-BASIC", """{"id":"10001","key":"MKY-1","self":"https://x.test/rest/api/3/issue/10001"}"""));
        second.ShouldBe(new(201, "JIRA-ISSUE-CREATE-201, JIRA-AUTH-BASIC", """{"id":"10002","key":"MKY-2","self":"https://x.test/rest/api/2/issue/10002"}"""));
        var issue = fake.Jira.World.FindIssue("MKY-2")!;
        (issue.Type.Name, issue.Summary, issue.Reporter, issue.Creator, issue.Description!.Text).ShouldBe(("Bug", "Two", mia.AccountId, mia.AccountId, "Plain"));
        issue.Watchers.ShouldBe([mia.AccountId]);
    }

    [Test]
    public async Task Every_field_of_the_screen_can_be_said([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddUser("Emma Richards", accountId: "emma");
        fake.Jira.AddIssue("MKY-1");
        fake.Jira.AddSecurityLevel("MKY", "staff", mia);
        using var client = fake.Client(door, mia);

        var answer = await client.Post(Path, $$$"""
            {"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Sub-task"},"parent":{"key":"MKY-1"},"summary":"S","description":{{{JiraHttp.Document("D")}}},"priority":{"name":"high"},
            "labels":["b","a","b"],"assignee":{"accountId":"emma"},"reporter":{"id":"emma"},"duedate":"2026-01-31","security":{"name":"staff"},"components":[],"fixVersions":[]},
            "update":{"comment":[{"add":{"body":{{{JiraHttp.Document("C")}}} }}]},"transition":{"id":"21"},"unread":true}
            """);

        answer.At("transition").ShouldBe("""{"status":200,"errorCollection":{"errorMessages":[],"errors":{}}}""");
        var issue = fake.Jira.World.FindIssue("MKY-2")!;
        (issue.Type.Name, issue.Description, issue.Priority.Name, string.Join(',', issue.Labels), issue.Assignee, issue.Reporter, issue.Creator, issue.DueDate, issue.SecurityLevel, issue.Status.Name, issue.Comments.Single().Body.Text)
            .ShouldBe(("Sub-task", new("D"), "High", "b,a", "emma", "emma", "mia", new DateOnly(2026, 1, 31), "staff", "In Progress", "C"));
        fake.Jira.World.Issues[issue.Parent!.Value].Key.ShouldBe("MKY-1");
    }

    [TestCase("{}", """{"project":"Specify a valid project ID or key","issuetype":"Specify an issue type"}""")]
    [TestCase("""{"fields":{"project":{"key":"mky"},"issuetype":{"name":"Nothing"},"summary":"S"}}""", """{"project":"Specify a valid project ID or key"}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Nothing"},"x":1}}""", """{"issuetype":"Specify a valid issue type"}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":"Task"}}""", """{"issuetype":"Specify an issue type"}""")]
    [TestCase("""{"fields":{"project":"MKY","issuetype":{"id":10002}}}""", """{"project":"Specify a valid project ID or key"}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"id":"10002"}}}""", """{"summary":"You must specify a summary of the issue."}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"id":"10002"},"summary":" "}}""", """{"summary":"You must specify a summary of the issue."}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"id":"10002"},"summary":7}}""", """{"summary":"Operation value must be a string"}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"id":"10002"},"summary":"a\nb"}}""", """{"summary":"The summary is invalid because it contains newline characters."}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"id":"10002"},"summary":"S","customfield_10010":1,"status":{"id":"3"}}}""", """{"customfield_10010":"Field 'customfield_10010' cannot be set. It is not on the appropriate screen, or unknown.","status":"Field 'status' cannot be set. It is not on the appropriate screen, or unknown."}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"id":"10002"},"summary":"S","description":"text"}}""", """{"description":"Operation value must be an Atlassian Document (see the Atlassian Document Format)"}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"id":"10002"},"summary":"S","priority":{"id":"9"},"assignee":{"accountId":"nobody"},"reporter":null,"labels":["a b"],"duedate":"soon","parent":{"key":"NO-1"},"security":{"id":"1"}}}""", """{"priority":"The priority selected is invalid.","labels":"The label 'a b' contains spaces which is invalid.","assignee":"User 'nobody' does not exist.","reporter":"The reporter specified is not a user.","duedate":"Error parsing date string: soon","security":"The security level specified is invalid.","parentId":"Could not find issue by id or key."}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Sub-task"},"summary":"S"}}""", """{"issuetype":"Issue type is a sub-task but parent issue key or id not specified."}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S","parent":{"key":"MKY-1"}}}""", """{"parentId":"Given parent issue does not belong to appropriate hierarchy."}""")]
    [TestCase("""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"},"update":{"summary":[{"set":"T"}],"labels":[{"zip":"x"}]}}""", """{"summary":"Field 'summary' cannot appear in both 'fields' and 'update'","labels":"Field with id 'labels' does not support operation 'zip'."}""")]
    public async Task What_is_wrong_is_said_of_every_field(string body, string errors)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, mia);

        var answer = await client.Post(Path, body);

        answer.Status.ShouldBe(400);
        answer.Rule.ShouldBe("JIRA-ISSUE-CREATE-400, JIRA-AUTH-BASIC");
        answer.At("errorMessages").ShouldBe("[]");
        Members(answer.At("errors")).ShouldBe(Members(errors), ignoreOrder: true);
        fake.Jira.World.Issues.Count.ShouldBe(1);
    }

    [Test]
    public async Task Ten_thousand_unknown_fields_are_ten_thousand_errors()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        var fields = string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"f{number}\":1"));
        var answer = await client.Post(Path, $$$"""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S",{{{fields}}} }}""");

        answer.Status.ShouldBe(400);
        Members(answer.At("errors")).Count.ShouldBe(10_000);
    }

    [Test]
    public async Task A_caller_without_a_user_creates_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        using var client = fake.Client(door);

        (await client.Post(Path, "{}")).ShouldBe(new(401, "JIRA-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["You are not authenticated. Authentication required to perform this operation."],"errors":{}}"""));
    }

    [Test]
    public async Task Two_hundred_issues_created_at_the_same_time_have_two_hundred_keys([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, fake.Jira.AddUser());

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.Post(Path, """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}}""")));

        answers.Select(answer => answer.At("key")).ShouldBe(Enumerable.Range(1, 200).Select(number => $"MKY-{number}"), ignoreOrder: true);
    }

    private static List<string> Members(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(member => $"{member.Name}: {member.Value}")];
    }
}
