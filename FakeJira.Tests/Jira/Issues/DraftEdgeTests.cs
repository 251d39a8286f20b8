namespace FakeJira.Tests.Jira.Issues;

/// <summary>What is said of an issue, at its edges: one field in two places, nothing where something has to be, and what only looks like a change.</summary>
public sealed class DraftEdgeTests
{
    private const string Path = "/rest/api/2/issue/MKY-1";

    [TestCase("""{"summary":5}""", """{"summary":"Operation value must be a string"}""")]
    [TestCase("""{"summary":null}""", """{"summary":"You must specify a summary of the issue."}""")]
    [TestCase("""{}""", """{"summary":"You must specify a summary of the issue."}""")]
    [TestCase("""{"priority":{"name":"Urgent"}}""", """{"priority":"The priority selected is invalid.","summary":"You must specify a summary of the issue."}""")]
    [TestCase("""{"summary":"\nS"}""", """{"summary":"The summary is invalid because it contains newline characters."}""")]
    public async Task What_is_wrong_with_the_summary_of_a_new_issue_is_told_once(string fields, string errors)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        var answer = await client.Post("/rest/api/2/issue", $$$"""{"fields":{{{fields.Insert(1, """ "project":{"key":"MKY"},"issuetype":{"name":"Task"} """ + (fields == "{}" ? "" : ","))}}}}""");

        answer.ShouldBe(new(400, "JIRA-ISSUE-CREATE-400, JIRA-AUTH-BASIC", $$"""{"errorMessages":[],"errors":{{errors}}}"""));
    }

    [TestCase("""{"fields":{"description":"LONG"}}""", "description")]
    [TestCase("""{"update":{"comment":[{"add":{"body":"LONG"}}]}}""", "comment")]
    public async Task Texts_that_are_too_long_are_named(string body, string field)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Put(Path, body.Replace("LONG", new string('x', 32_768), StringComparison.Ordinal)))
            .ShouldBe(new(400, "JIRA-ISSUE-EDIT-400, JIRA-AUTH-BASIC", $$$"""{"errorMessages":[],"errors":{"{{{field}}}":"The entered text is too long. It exceeds the allowed limit of 32,767 characters."}}"""));
    }

    [Test]
    public async Task The_type_that_it_has_is_no_change([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero));
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", mia, type: "Bug");
        var before = fake.Jira.World;
        fake.Clock.Advance(TimeSpan.FromHours(1));
        using var client = fake.Client(door, mia);

        (await client.Put(Path, """{"fields":{"issuetype":{"name":"bug"}}}""")).Status.ShouldBe(204);

        fake.Jira.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task Labels_stand_in_the_order_in_which_they_were_put([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", mia, labels: ["m", "n"]);
        using var client = fake.Client(door, mia);

        await client.Put(Path, """{"update":{"labels":[{"add":"z"},{"add":"y"},{"add":"m"},{"add":"x"}]}}""");

        (await client.Get(Path + "?fields=labels")).At("fields.labels").ShouldBe("""["m","n","z","y","x"]""");
    }

    [Test]
    public async Task A_level_has_a_name_and_its_id_is_not_looked_at()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.AddSecurityLevel("MKY", "internal", mia);
        using var client = fake.Client(Door.Handler, mia);

        (await client.Put(Path, """{"fields":{"security":{"id":"10000","name":"internal"}}}""")).Status.ShouldBe(204);
        fake.Jira.World.FindIssue("MKY-1")!.SecurityLevel.ShouldBe("internal");
        (await client.Put(Path, """{"fields":{"security":null}}""")).Status.ShouldBe(204);
        fake.Jira.World.FindIssue("MKY-1")!.SecurityLevel.ShouldBeNull();
        (await client.Put(Path, """{"fields":{"security":{"id":"internal"}}}""")).Status.ShouldBe(204);
        fake.Jira.World.FindIssue("MKY-1")!.SecurityLevel.ShouldBe("internal");
    }

    [Test]
    public async Task A_subtask_keeps_its_parent_and_others_can_leave_theirs([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-9", mia, type: "Epic");
        fake.Jira.AddIssue("MKY-1", mia, type: "Story", parent: "MKY-9");
        fake.Jira.AddIssue("MKY-2", mia, parent: "MKY-1");
        using var client = fake.Client(door, mia);

        (await client.Put("/rest/api/2/issue/MKY-2", """{"fields":{"parent":null}}""")).ShouldBe(new(400, "JIRA-ISSUE-EDIT-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"issuetype":"Issue type is a sub-task but parent issue key or id not specified."}}"""));
        (await client.Put(Path, """{"fields":{"parent":null}}""")).Status.ShouldBe(204);

        fake.Jira.World.FindIssue("MKY-2")!.Parent.ShouldBe(fake.Jira.World.FindIssue("MKY-1")!.Id);
        fake.Jira.World.FindIssue("MKY-1")!.Parent.ShouldBeNull();
    }

    [TestCase("Story", "PLAT", "\"key\":\"MKY-9\"", true)]
    [TestCase("Story", "MKY", "\"id\":\"10001\"", true)]
    [TestCase("Story", "MKY", "\"id\":\"10002\"", false)]
    [TestCase("Sub-task", "MKY", "\"key\":\"MKY-1\"", true)]
    [TestCase("Sub-task", "MKY", "\"key\":\"MKY-9\"", false)]
    [TestCase("Sub-task", "PLAT", "\"key\":\"MKY-1\"", false)]
    public async Task Subtasks_have_a_parent_of_their_project_and_others_an_epic_of_any(string type, string project, string parent, bool fits)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-9", mia, type: "Epic");
        fake.Jira.AddIssue("MKY-1", mia, type: "Story");
        fake.Jira.AddProject("PLAT");
        using var client = fake.Client(Door.Handler, mia);

        var answer = await client.Post("/rest/api/2/issue", $$$$"""{"fields":{"project":{"key":"{{{{project}}}}"},"issuetype":{"name":"{{{{type}}}}"},"summary":"S","parent":{ {{{{parent}}}} }}}""");

        (answer.Status, answer.At("errors")).ShouldBe(fits ? (201, "") : (400, """{"parentId":"Given parent issue does not belong to appropriate hierarchy."}"""));
    }

    [Test]
    public async Task Comments_of_one_edit_have_ids_in_their_order_and_are_for_whom_they_say([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", groups: "staff");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.AddComment("MKY-1", mia, "Before");
        using var client = fake.Client(door, mia);

        await client.Put(Path, """{"update":{"comment":[{"add":{"body":"One"}},{"add":{"body":"Two","visibility":{"type":"group","value":"staff"}}}]}}""");

        fake.Jira.World.FindIssue("MKY-1")!.Comments.Select(comment => (comment.Id, comment.Body.Text, comment.Visibility?.Name)).ShouldBe([(10000, "Before", null), (10001, "One", null), (10002, "Two", "staff")]);
    }

    [Test]
    public async Task An_edit_can_bring_the_five_thousandth_comment()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(Door.Handler, mia);
        static string Comments(int count) => $$$"""{"update":{"comment":[{{{string.Join(',', Enumerable.Repeat("""{"add":{"body":"x"}}""", count))}}}]}}""";

        (await client.Put(Path, Comments(5001))).Status.ShouldBe(413);
        (await client.Put(Path, Comments(5000))).Status.ShouldBe(204);
        (await client.Put(Path, Comments(1))).Status.ShouldBe(413);
    }
}
