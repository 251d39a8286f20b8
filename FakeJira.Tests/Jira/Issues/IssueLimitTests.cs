namespace FakeJira.Tests.Jira.Issues;

public sealed class IssueLimitTests
{
    private const string Another = """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}}""";
    private const string Path = "/rest/api/2/issue";
    private const string OneMore = """{"update":{"comment":[{"add":{"body":"one more"}}]},"transition":{"id":"31"}}""";

    [Test]
    public async Task Clients_make_no_more_issues_than_the_site_has_room_for([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["jiraIssues"] = "2" } });
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);

        var bulk = await client.Post(Path + "/bulk", $$"""{"issueUpdates":[{{Another}},{{Another}}]}""");
        bulk.Rule.ShouldBe("JIRA-ISSUE-BULK-201, JIRA-AUTH-BASIC");
        bulk.Body.ShouldEndWith(""","errors":[{"status":507,"elementErrors":{"errorMessages":["The site cannot have more issues."],"errors":{}},"failedElementNumber":1}]}""");
        var before = fake.Jira.World;
        (await client.Post(Path, Another)).ShouldBe(new(507, "JIRA-ISSUES-FULL-507, JIRA-AUTH-BASIC", """{"errorMessages":["The site cannot have more issues."],"errors":{}}"""));

        fake.Jira.World.ShouldBeSameAs(before);
        fake.Jira.AddIssue("MKY-9", mia);
        fake.Jira.World.Issues.Count.ShouldBe(3);
    }

    [Test]
    public async Task An_issue_has_no_more_than_five_thousand_comments()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        for (var i = 0; i < 5000; i++)
        {
            fake.Jira.AddComment("MKY-1", mia, "x");
        }

        using var client = fake.Client(Door.Handler, mia);
        const string body = """{"errorMessages":["The issue cannot have more than 5000 comments."],"errors":{}}""";

        (await client.Post(Path + "/MKY-1/comment", """{"body":"one more"}""")).ShouldBe(new(413, "JIRA-COMMENTS-TOO-MANY-413, JIRA-AUTH-BASIC", body));
        (await client.Put(Path + "/MKY-1", OneMore)).ShouldBe(new(413, "JIRA-ISSUE-EDIT-COMMENTS-413, JIRA-AUTH-BASIC", body));
        (await client.Post(Path + "/MKY-1/transitions", OneMore)).ShouldBe(new(413, "JIRA-TRANSITIONS-TAKE-COMMENTS-413, JIRA-AUTH-BASIC", body));
        var comments = string.Join(',', Enumerable.Repeat("""{"add":{"body":"x"}}""", 5001));
        (await client.Post(Path, $$$"""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"},"update":{"comment":[{{{comments}}}]}}""")).ShouldBe(new(413, "JIRA-ISSUE-CREATE-COMMENTS-413, JIRA-AUTH-BASIC", body));
        fake.Jira.World.Issues.Count.ShouldBe(1);
        fake.Jira.World.FindIssue("MKY-1")!.Status.Name.ShouldBe("To Do");
    }

    [Test]
    public async Task A_transition_that_is_none_keeps_the_issue_from_being_written([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1", summary: "Old");
        using var client = fake.Client(door, fake.Jira.AddUser());
        const string body = """{"errorMessages":["Transition id '9' is not valid for this issue."],"errors":{}}""";

        (await client.Post(Path, """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"},"transition":{"id":"9"}}""")).ShouldBe(new(400, "JIRA-ISSUE-CREATE-TRANSITION-400, JIRA-AUTH-BASIC", body));
        (await client.Put(Path + "/MKY-1", """{"fields":{"summary":"New"},"transition":{"id":"9"}}""")).ShouldBe(new(400, "JIRA-ISSUE-EDIT-TRANSITION-400, JIRA-AUTH-BASIC", body));
        fake.Jira.World.Issues.Values.Single().Summary.ShouldBe("Old");
    }

    [TestCase(255, 204)]
    [TestCase(256, 400)]
    public async Task A_summary_has_at_most_255_characters(int length, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Put(Path + "/MKY-1", $$$"""{"fields":{"summary":"{{{new string('x', length)}}}"}}""")).Status.ShouldBe(status);
    }

    [TestCase(32767, 204)]
    [TestCase(32768, 400)]
    public async Task A_description_has_at_most_32767_characters(int length, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Put(Path + "/MKY-1", $$$"""{"fields":{"description":"{{{new string('x', length)}}}"}}""")).Status.ShouldBe(status);
        (await client.Post(Path + "/MKY-1/comment", $$$"""{"body":"{{{new string('x', length)}}}"}""")).Status.ShouldBe(status == 204 ? 201 : 400);
    }

    [TestCase(262136, 204)]
    [TestCase(262137, 400)]
    public async Task A_document_takes_at_most_262136_characters_whatever_its_text(int length, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        const string before = """{"version":1,"type":"doc","content":[],"attrs":{"x": """;
        var document = before.TrimEnd() + '"' + new string('x', length - before.Length - 3) + "\"}}";

        (await client.Put("/rest/api/3/issue/MKY-1", $$$"""{"fields":{"description":{{{document}}}}}""")).Status.ShouldBe(status);
        (await client.Post("/rest/api/3/issue/MKY-1/comment", $$$"""{"body":{{{document}}}}""")).Status.ShouldBe(status == 204 ? 201 : 400);
    }

    [TestCase(1000, 255, 204, "")]
    [TestCase(1000, 256, 400, """{"errorMessages":[],"errors":{"labels":"A label cannot be longer than 255 characters."}}""")]
    [TestCase(1001, 255, 400, """{"errorMessages":[],"errors":{"labels":"The issue cannot have more than 1000 labels."}}""")]
    public async Task An_issue_has_at_most_1000_labels_of_255_characters(int count, int length, int status, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1", labels: [.. Enumerable.Range(0, count - 1).Select(each => $"{each}")]);
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        var before = fake.Jira.World;

        var answer = await client.Put(Path + "/MKY-1", $$$"""{"update":{"labels":[{"add":"{{{new string('x', length)}}}"}]}}""");

        (answer.Status, answer.Body).ShouldBe((status, body));
        ReferenceEquals(fake.Jira.World, before).ShouldBe(status == 400);
    }
}
