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
        fake.Jira.Projects.GiveRole("MKY", "Users", emma);
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

    [Test]
    public async Task A_document_is_in_the_state_as_it_was_sent()
    {
        const string Document = """{"version":1,"type":"doc","content":[{"type":"rule","attrs":{"at":"2026-01-31T12:00:00+02:00","date":"/Date(1)/","n":[0,-7,1.5,11111111111111111111,true,null]}}]}""";
        await using var fake = await FakeJiraServer.StartAsync();
        var key = fake.Jira.AddIssue("MKY-1").Key;
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        (await client.Put("/rest/api/3/issue/MKY-1", $$$"""{"fields":{"description":{{{Document}}}}}""")).Status.ShouldBe(204);
        (await client.Post("/rest/api/3/issue/MKY-1/comment", $$$"""{"body":{{{Document}}}}""")).Status.ShouldBe(201);

        var written = (await Answer.Of(client, "GET", State)).Body;
        (await Answer.Of(client, "PUT", State, Json(written))).Status.ShouldBe(204);

        (await Answer.Of(client, "GET", State)).Body.ShouldBe(written);
        (await client.Get("/rest/api/3/issue/MKY-1")).At("fields.description").ShouldBe(Document);
        (await client.Get("/rest/api/3/issue/MKY-1/comment")).At("comments.0.body").ShouldBe(Document);
    }

    [Test]
    public async Task A_document_that_no_state_can_have_is_refused_as_any_that_is_none()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        var document = """{"version":1,"type":"doc","content":[],"x":""" + new string('1', 400) + "}";
        var before = (await Answer.Of(client, "GET", State)).Body;

        foreach (var (method, path, body) in new[] { ("PUT", "/rest/api/3/issue/MKY-1", "{\"fields\":{\"description\":@}}"), ("POST", "/rest/api/3/issue/MKY-1/comment", "{\"body\":@}") })
        {
            var none = await Answer.Of(client, method, path, Json(body.Replace("@", "{}", StringComparison.Ordinal)));
            none.Status.ShouldBe(400);
            (await Answer.Of(client, method, path, Json(body.Replace("@", document, StringComparison.Ordinal)))).ShouldBe(none);
        }

        (await Answer.Of(client, "GET", State)).ShouldBe(new(200, "", before));
    }

    [Test]
    public async Task A_document_of_a_state_is_as_deep_as_one_of_a_client_can_be_and_no_deeper()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        (await Answer.Of(client, "PUT", State, Json(Nested(64)))).ShouldBe(new(204, "", ""));
        var written = await Answer.Of(client, "GET", State);
        written.Status.ShouldBe(200);
        (await Answer.Of(client, "PUT", State, Json(written.Body))).ShouldBe(new(204, "", ""));
        (await Answer.Of(client, "GET", State)).ShouldBe(written);

        var refused = await Answer.Of(client, "PUT", State, Json(Nested(65)));
        refused.Status.ShouldBe(400);
        refused.At("errors.0.path").ShouldBe("jira.issues[0].description");
        refused.At("errors.0.message").ShouldStartWith("Expected a text or an Atlassian document");
        (await Answer.Of(client, "GET", State)).ShouldBe(written);

        static string Nested(int depth)
        {
            var arrays = new string('[', depth - 1) + new string(']', depth - 1);
            return """{"jira":{"users":[{"accountId":"u","displayName":"U"}],"issues":[{"key":"AB-1","description":{"version":1,"type":"doc","content":[],"x":""" + arrays + "}}]}}";
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
