using System.Text;

namespace FakeJira.Tests.Jira.World;

public sealed class IssueDocumentTests
{
    private const string State = "/__fakejira/sites/default/state";

    [Test]
    public async Task Every_field_of_an_issue_survives_being_written_and_read([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        var mia = fake.Jira.AddUser("Mia Krystof");
        var emma = fake.Jira.AddUser("Emma Richards");
        fake.Clock.Freeze(new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero));
        fake.Jira.AddIssue("MKY-1", mia, type: "Epic", status: "In Progress", priority: "High", assignee: emma, labels: ["b", "a"], description: "One\n\nTwo");
        fake.Jira.AddIssue("MKY-7", emma, parent: "MKY-1");
        fake.Jira.Watch("MKY-7", mia);
        fake.Jira.AddComment("MKY-7", mia, "Ripe?");
        fake.Jira.Resolve("MKY-7", "Duplicate");
        using var editor = fake.Client(door, emma);
        (await Answer.Of(editor, "PUT", "/rest/api/2/issue/MKY-7", Json("""{"fields":{"summary":"Changed","labels":["x"],"description":null},"update":{"comment":[{"add":{"body":"For some","visibility":{"type":"role","value":"Users"}}}]}}"""))).Status.ShouldBe(204);
        fake.Jira.DeleteIssue(fake.Jira.AddIssue("MKY-9").Key);

        var written = (await Answer.Of(client, "GET", State)).Body;
        (await Answer.Of(client, "PUT", State, Json("{}"))).Status.ShouldBe(204);
        fake.Jira.World.Issues.ShouldBeEmpty();
        (await Answer.Of(client, "PUT", State, Json(written))).Status.ShouldBe(204);

        (await Answer.Of(client, "GET", State)).Body.ShouldBe(written);
        var part = fake.Jira.World.FindIssue("MKY-7")!;
        fake.Jira.World.PartsOf(fake.Jira.World.FindIssue("MKY-1")!).ShouldBe([part]);
        fake.Jira.World.Index.WatchedBy(mia.AccountId).ShouldBe([part.Id]);
        fake.Jira.World.Projects["MKY"].LastIssueNumber.ShouldBe(9);
        (part.Resolution!.Name, part.Status.Name, part.Comments[0].Body.Text, part.Type.Name).ShouldBe(("Duplicate", "Done", "Ripe?", "Sub-task"));
    }

    [TestCase("""{ "key": "MKY-1", "status": "In Progres" }""", "jira.issues[0].status", "Expected To Do, In Progress, Done, found \\\"In Progres\\\".")]
    [TestCase("""{ "key": "MKY-1", "dueDate": "tomorrow" }""", "jira.issues[0].dueDate", "Expected a day such as \\\"2026-01-31\\\", found \\\"tomorrow\\\".")]
    [TestCase("""{ "key": "MKY-1", "description": { "type": "paragraph" } }""", "jira.issues[0].description", "Expected a text or an Atlassian document")]
    [TestCase("""{ "key": "MKY-1", "parent": "MKY-1" }""", "jira.issues[0].parent", "Expected the key of another issue of this document that is no subtask")]
    [TestCase("""{ "key": "MKY-1", "comments": [ { "body": "x" } ] }""", "jira.issues[0].comments[0]", "A comment has an 'author'")]
    [TestCase("""{ "key": "MKY-1", "changes": [ { "author": "u", "fields": [ { "feld": "x" } ] } ] }""", "jira.issues[0].changes[0].fields[0].feld", "did you mean 'field'?")]
    [TestCase("""{ "key": "MKY-1", "asignee": "u" }""", "jira.issues[0].asignee", "did you mean 'assignee'?")]
    public async Task A_mistake_in_an_issue_is_named_at_its_place(string issue, string path, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        var answer = await Answer.Of(client, "PUT", State, Json($$"""{ "jira": { "users": [ { "accountId": "u", "displayName": "U" } ], "issues": [ {{issue}} ] } }"""));

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain(path);
        answer.Body.ShouldContain(message);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
