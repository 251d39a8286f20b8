namespace FakeJira.Tests.Jira.Issues;

public sealed class EditIssueTests
{
    private const string Path = "/rest/api/3/issue/MKY-1";

    [Test]
    public async Task Fields_are_changed_and_the_rest_stays([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddIssue("MKY-1", mia, summary: "Old", description: "Stays", labels: ["a", "b"], voters: [mia], assignee: mia);
        fake.Clock.Freeze(new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero));
        using var client = fake.Client(door, mia);

        var answer = await client.Put(Path, """{"fields":{"summary":"New","assignee":null,"issuetype":{"name":"Bug"}},"update":{"labels":[{"add":"c"},{"remove":"a"}],"priority":[{"set":{"name":"Low"}}],"comment":[{"add":{"body":{"version":1,"type":"doc","content":[]}}}]}}""");

        answer.ShouldBe(new(204, "JIRA-ISSUE-EDIT-204, JIRA-AUTH-BASIC", ""));
        var issue = fake.Jira.World.FindIssue("MKY-1")!;
        (issue.Summary, issue.Assignee, issue.Type.Name, string.Join(',', issue.Labels), issue.Priority.Name, issue.Description!.Text, issue.Voters.Count, issue.Comments.Length, issue.Updated)
            .ShouldBe(("New", null, "Bug", "b,c", "Low", "Stays", 1, 1, new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero)));
    }

    [Test]
    public async Task One_wrong_field_keeps_all_the_others_from_being_changed([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia, summary: "Old");
        using var client = fake.Client(door, mia);

        var answer = await client.Put(Path, """{"fields":{"summary":"New","project":{"key":"X"}}}""");

        answer.ShouldBe(new(400, "JIRA-ISSUE-EDIT-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"project":"Field 'project' cannot be set. It is not on the appropriate screen, or unknown."}}"""));
        fake.Jira.World.FindIssue("MKY-1")!.Summary.ShouldBe("Old");
        (await client.Put("/rest/api/3/issue/MKY-2", "{}")).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");
        (await client.Put(Path, """{"fields":{"issuetype":{"name":"Sub-task"}}}""")).At("errors.issuetype").ShouldBe("Specify a valid issue type");
    }

    [Test]
    public async Task Who_may_not_edit_finds_every_field_off_the_screen()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Grant("MKY", "EDIT_ISSUES");
        using var client = fake.Client(Door.Handler, mia);

        (await client.Put(Path, """{"fields":{"summary":"New"}}""")).At("errors").ShouldBe("""{"summary":"Field 'summary' cannot be set. It is not on the appropriate screen, or unknown."}""");
        (await client.Get(Path + "/editmeta")).ShouldBe(new(200, "JIRA-EDITMETA-200, JIRA-AUTH-BASIC", """{"fields":{}}"""));
    }

    [Test]
    public async Task A_changed_issue_can_be_had_at_once()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        var answer = await client.Put(Path + "?returnIssue=true", """{"fields":{"summary":"New"}}""");

        (answer.Status, answer.Rule, answer.At("fields.summary")).ShouldBe((200, "JIRA-ISSUE-EDIT-200, JIRA-AUTH-BASIC", "New"));
    }

    [Test]
    public async Task An_issue_is_updated_by_what_changes_it_and_by_nothing_else([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var created = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);
        fake.Clock.Freeze(created);
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia, summary: "Old");
        using var client = fake.Client(door, mia);
        fake.Clock.Advance(TimeSpan.FromHours(1));

        (await client.Put(Path, "{}")).Status.ShouldBe(204);
        (await client.Post(Path + "/votes", "")).Status.ShouldBe(204);
        (await client.Post(Path + "/watchers", "")).Status.ShouldBe(204);
        fake.Jira.World.FindIssue("MKY-1")!.Updated.ShouldBe(created);
        (await client.Put(Path, """{"fields":{"summary":"New"}}""")).Status.ShouldBe(204);
        fake.Jira.World.FindIssue("MKY-1")!.Updated.ShouldBe(created.AddHours(1));
    }

    [Test]
    public async Task An_issue_can_be_assigned_and_given_back([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);

        (await client.Put(Path + "/assignee", """{"accountId":"mia"}""")).ShouldBe(new(204, "JIRA-ISSUE-ASSIGN-204, JIRA-AUTH-BASIC", ""));
        (await client.Get(Path + "?fields=assignee")).At("fields.assignee.accountId").ShouldBe("mia");
        (await client.Put(Path + "/assignee", """{"accountId":null}""")).Status.ShouldBe(204);
        fake.Jira.World.FindIssue("MKY-1")!.Assignee.ShouldBeNull();
        (await client.Put(Path + "/assignee", """{"accountId":"nobody"}""")).ShouldBe(new(400, "JIRA-ISSUE-ASSIGN-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"assignee":"User 'nobody' does not exist."}}"""));
        (await client.Put(Path + "/assignee", "{}")).Rule.ShouldBe("JIRA-ISSUE-ASSIGN-400, JIRA-AUTH-BASIC");
    }

    [TestCase("""{"add":"c"},{"remove":"a"}""", "b,c")]
    [TestCase("""{"remove":"a"},{"add":"a"}""", "b,a")]
    [TestCase("""{"add":"a"},{"add":"c"},{"add":"c"}""", "a,b,c")]
    [TestCase("""{"add":"c"},{"remove":"c"},{"remove":"x"}""", "a,b")]
    public async Task Labels_come_and_go_in_turn(string changes, string labels)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1", labels: ["a", "b"]);
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Put(Path, $$$"""{"update":{"labels":[{{{changes}}}]}}""")).Rule.ShouldBe("JIRA-ISSUE-EDIT-204, JIRA-AUTH-BASIC");

        string.Join(',', fake.Jira.World.FindIssue("MKY-1")!.Labels).ShouldBe(labels);
    }

    [Test]
    public async Task A_hundred_thousand_changes_of_labels_are_one_request_that_is_done_at_once()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1", labels: [.. Enumerable.Range(0, 100_000).Select(number => $"l{number}")]);
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        var changes = string.Join(',', Enumerable.Range(1, 99_999).Select(number => $$"""{"remove":"l{{number}}"}"""));

        (await client.Put(Path, $$$"""{"update":{"labels":[{{{changes}}}]}}""")).Status.ShouldBe(204);

        fake.Jira.World.FindIssue("MKY-1")!.Labels.ShouldBe(["l0"]);
    }

    [TestCase("PROJECT_LEAD", "lea")]
    [TestCase("UNASSIGNED", "")]
    public async Task Whoever_the_project_says_is_assigned_to_new_issues_and_automatically(string assigneeType, string assignee)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser("Ada Admin", accountId: "ada", isAdmin: true));
        fake.Jira.AddUser("Lea Lead", accountId: "lea");
        (await client.Post("/rest/api/3/project", $$"""{"key":"MKY","name":"Monkey","leadAccountId":"lea","assigneeType":"{{assigneeType}}"}""")).Status.ShouldBe(201);
        async Task<string> AssigneeAfter(Task<Answer> request)
        {
            (await request).Status.ShouldBeInRange(200, 204);
            return fake.Jira.World.FindIssue("MKY-1")!.Assignee ?? "";
        }

        (await AssigneeAfter(client.Post("/rest/api/3/issue", """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}}"""))).ShouldBe(assignee);
        (await AssigneeAfter(client.Put(Path + "/assignee", """{"accountId":"ada"}"""))).ShouldBe("ada");
        (await AssigneeAfter(client.Put(Path + "/assignee", """{"accountId":"-1"}"""))).ShouldBe(assignee);
        (await AssigneeAfter(client.Put(Path, """{"fields":{"assignee":null}}"""))).ShouldBe("");
        (await AssigneeAfter(client.Put(Path, """{"fields":{"assignee":{"accountId":"-1"}}}"""))).ShouldBe(assignee);
    }

    [Test]
    public async Task An_issue_with_subtasks_is_deleted_with_them_or_not_at_all([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", voters: [mia]);
        fake.Jira.AddIssue("MKY-2", parent: "MKY-1", voters: [mia]);
        using var client = fake.Client(door, mia);

        (await client.Delete(Path)).ShouldBe(new(400, "JIRA-ISSUE-DELETE-SUBTASKS-400, JIRA-AUTH-BASIC", """{"errorMessages":["The issue 'MKY-1' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks."],"errors":{}}"""));
        (await client.Delete(Path + "?deleteSubtasks=true")).ShouldBe(new(204, "JIRA-ISSUE-DELETE-204, JIRA-AUTH-BASIC", ""));

        fake.Jira.World.Issues.ShouldBeEmpty();
        fake.Jira.World.Index.VotedBy(mia.AccountId).ShouldBeEmpty();
        (await client.Delete(Path)).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Deleting_takes_a_permission()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Grant("MKY", "DELETE_ISSUES");
        using var client = fake.Client(Door.Handler, mia);

        (await client.Delete(Path)).ShouldBe(new(403, "JIRA-ISSUE-DELETE-403, JIRA-AUTH-BASIC", """{"errorMessages":["You do not have permission to delete issues in this project."],"errors":{}}"""));
    }
}
