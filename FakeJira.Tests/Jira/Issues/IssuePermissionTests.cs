namespace FakeJira.Tests.Jira.Issues;

/// <summary>What a caller may do to issues is what the project's permissions say, each for itself.</summary>
public sealed class IssuePermissionTests
{
    private const string Path = "/rest/api/2/issue";
    private const string Task = """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}}""";

    [Test]
    public async Task Who_may_not_create_issues_creates_none_in_any_way([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddProject("MKY");
        fake.Jira.Grant("MKY", "CREATE_ISSUES");
        using var client = fake.Client(door, mia);

        (await client.Post(Path, Task)).ShouldBe(new(400, "JIRA-ISSUE-CREATE-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"project":"You do not have permission to create issues in this project."}}"""));
        (await client.Post(Path + "/bulk", $$"""{"issueUpdates":[{{Task}}]}""")).Rule.ShouldBe("JIRA-ISSUE-BULK-400, JIRA-AUTH-BASIC");
        fake.Jira.Grant("MKY", "CREATE_ISSUES", mia);
        fake.Jira.Grant("MKY", "BROWSE_PROJECTS");
        (await client.Post(Path, Task)).ShouldBe(new(400, "JIRA-ISSUE-CREATE-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"project":"Specify a valid project ID or key"}}"""));

        fake.Jira.World.Issues.ShouldBeEmpty();
    }

    [Test]
    public async Task A_reporter_is_named_by_those_alone_who_may([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (mia, emma) = (fake.Jira.AddUser("Mia Krystof"), fake.Jira.AddUser("Emma Richards", accountId: "emma"));
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Grant("MKY", "MODIFY_REPORTER", emma);
        using var client = fake.Client(door, mia);
        using var other = fake.Client(door, emma);
        const string body = """{"fields":{"reporter":{"accountId":"emma"}}}""";

        (await client.Put(Path + "/MKY-1", body)).ShouldBe(new(400, "JIRA-ISSUE-EDIT-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"reporter":"Field 'reporter' cannot be set. It is not on the appropriate screen, or unknown."}}"""));
        fake.Jira.World.FindIssue("MKY-1")!.Reporter.ShouldBe(mia.AccountId);
        (await other.Put(Path + "/MKY-1", body)).Status.ShouldBe(204);
        fake.Jira.World.FindIssue("MKY-1")!.Reporter.ShouldBe("emma");
    }

    [TestCase("ASSIGN_ISSUES", "mia")]
    [TestCase("ASSIGNABLE_USER", "emma")]
    public async Task Assigning_takes_a_permission_and_so_does_being_assigned(string permission, string needsIt)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var (mia, emma) = (fake.Jira.AddUser("Mia Krystof", accountId: "mia"), fake.Jira.AddUser("Emma Richards", accountId: "emma"));
            fake.Jira.AddIssue("MKY-1", mia);
            fake.Jira.Grant("MKY", permission, needsIt == "mia" ? emma : mia);
            using var client = fake.Client(door, mia);

            (await client.Put(Path + "/MKY-1/assignee", """{"accountId":"emma"}""")).ShouldBe(new(400, "JIRA-ISSUE-ASSIGN-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"assignee":"User 'Emma Richards' cannot be assigned issues."}}"""));
            fake.Jira.World.FindIssue("MKY-1")!.Assignee.ShouldBeNull();
            fake.Jira.Grant("MKY", permission, needsIt == "mia" ? mia : emma);
            (await client.Put(Path + "/MKY-1/assignee", """{"accountId":"emma"}""")).Status.ShouldBe(204);
        }
    }

    [Test]
    public async Task An_account_that_is_not_in_use_is_assigned_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        (await client.Put("/__fakejira/sites/default/state", """
            { "jira": { "users": [ { "accountId": "mia", "displayName": "Mia Krystof", "email": "mia@example.com", "apiToken": "t" }, { "accountId": "emma", "displayName": "Emma Richards", "active": false } ],
              "projects": [ { "key": "MKY" } ], "issues": [ { "key": "MKY-1", "reporter": "mia" } ] } }
            """)).Status.ShouldBe(204);
        using var mia = fake.Client(Door.Handler, fake.Jira.User("mia"));

        (await mia.Put(Path + "/MKY-1/assignee", """{"accountId":"emma"}""")).ShouldBe(new(400, "JIRA-ISSUE-ASSIGN-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"assignee":"User 'Emma Richards' cannot be assigned issues."}}"""));
        fake.Jira.World.FindIssue("MKY-1")!.Assignee.ShouldBeNull();
    }

    [Test]
    public async Task Parts_that_are_no_subtasks_stay_when_the_whole_is_deleted([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia, type: "Epic");
        fake.Jira.AddIssue("MKY-2", mia, type: "Story", parent: "MKY-1");
        using var client = fake.Client(door, mia);

        (await client.Delete(Path + "/MKY-1")).ShouldBe(new(204, "JIRA-ISSUE-DELETE-204, JIRA-AUTH-BASIC", ""));

        (await client.Get(Path + "/MKY-2?fields=parent")).At("fields").ShouldBe("{}");
    }

    [Test]
    public async Task Editing_and_commenting_are_two_permissions([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia, summary: "Old");
        fake.Jira.Grant("MKY", "EDIT_ISSUES");
        using var client = fake.Client(door, mia);
        const string comment = """{"update":{"comment":[{"add":{"body":"C"}}]}}""";

        (await client.Put(Path + "/MKY-1", comment)).ShouldBe(new(204, "JIRA-ISSUE-EDIT-204, JIRA-AUTH-BASIC", ""));
        (await client.Put(Path + "/MKY-1", """{"fields":{"summary":"New"},"update":{"comment":[{"add":{"body":"C"}}]}}""")).Rule.ShouldBe("JIRA-ISSUE-EDIT-400, JIRA-AUTH-BASIC");
        fake.Jira.Grant("MKY", "ADD_COMMENTS");
        (await client.Put(Path + "/MKY-1", comment)).ShouldBe(new(400, "JIRA-ISSUE-EDIT-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"comment":"You do not have the permission to comment on this issue."}}"""));

        var issue = fake.Jira.World.FindIssue("MKY-1")!;
        (issue.Summary, issue.Comments.Length).ShouldBe(("Old", 1));
    }

    [Test]
    public async Task Deleting_is_refused_to_a_stranger_before_it_is_asked_about_subtasks([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia, type: "Epic");
        fake.Jira.AddIssue("MKY-2", mia, parent: "MKY-1");
        fake.Jira.Grant("MKY", "DELETE_ISSUES");
        using var client = fake.Client(door, mia);

        (await client.Delete(Path + "/MKY-1")).Rule.ShouldBe("JIRA-ISSUE-DELETE-403, JIRA-AUTH-BASIC");
        fake.Jira.World.Issues.Count.ShouldBe(2);
        fake.Jira.Grant("MKY", "DELETE_ISSUES", mia);
        (await client.Delete(Path + "/MKY-1?deleteSubtasks=yes")).Rule.ShouldBe("JIRA-ISSUE-DELETE-SUBTASKS-400, JIRA-AUTH-BASIC");
        (await client.Delete(Path + "/MKY-1?deleteSubtasks=True")).Status.ShouldBe(204);
        fake.Jira.World.Issues.ShouldBeEmpty();
    }
}
