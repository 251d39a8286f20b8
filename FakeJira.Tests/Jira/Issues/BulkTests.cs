namespace FakeJira.Tests.Jira.Issues;

public sealed class BulkTests
{
    private const string Path = "/rest/api/3/issue/bulk";

    [Test]
    public async Task Issues_that_are_created_together_are_created_at_the_same_moment([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, fake.Jira.AddUser());
        const string one = """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}}""";

        (await client.Post(Path, $$"""{"issueUpdates":[{{string.Join(',', Enumerable.Repeat(one, 50))}}]}""")).Status.ShouldBe(201);

        fake.Jira.World.Issues.Values.Select(issue => issue.Created).Distinct().Count().ShouldBe(1);
        (await client.Post(Path, $$"""{"issueUpdates":[{{string.Join(',', Enumerable.Repeat(one, 51))}}]}""")).ShouldBe(new(400, "JIRA-ISSUE-BULK-BODY-400, JIRA-AUTH-BASIC", """{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."],"errors":{}}"""));
        fake.Jira.World.Issues.Count.ShouldBe(50);
    }

    [Test]
    public async Task What_is_wrong_with_one_issue_does_not_keep_the_others_from_being_created([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, fake.Jira.AddUser());

        var answer = await client.Post(Path, """{"issueUpdates":[{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"}}},{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}},{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"},"transition":{"id":"9"}}]}""");

        answer.ShouldBe(new(201, "JIRA-ISSUE-BULK-201, JIRA-AUTH-BASIC", """
            {"issues":[{"id":"10001","key":"MKY-1","self":"https://x.test/rest/api/3/issue/10001"}],"errors":[{"status":400,"elementErrors":{"errorMessages":[],"errors":{"summary":"You must specify a summary of the issue."}},"failedElementNumber":0},{"status":400,"elementErrors":{"errorMessages":["Transition id '9' is not valid for this issue."],"errors":{}},"failedElementNumber":2}]}
            """.Trim()));
        fake.Jira.World.Issues.Count.ShouldBe(1);
    }

    [TestCase("""{"issueUpdates":[{}]}""", "JIRA-ISSUE-BULK-400")]
    [TestCase("""{"issueUpdates":{}}""", "JIRA-ISSUE-BULK-BODY-400")]
    [TestCase("""{"issueUpdates":[]}""", "JIRA-ISSUE-BULK-BODY-400")]
    [TestCase("""{"issueUpdates":[1]}""", "JIRA-ISSUE-BULK-BODY-400")]
    [TestCase("{}", "JIRA-ISSUE-BULK-BODY-400")]
    public async Task Where_nothing_can_be_created_the_answer_is_400(string body, string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        var answer = await client.Post(Path, body);

        (answer.Status, answer.Rule).ShouldBe((400, rule + ", JIRA-AUTH-BASIC"));
    }
}
