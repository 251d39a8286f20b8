namespace FakeJira.Tests.Jira.Issues;

public sealed class RenderedFieldsTests
{
    private const string State = """
        { "jira": { "users": [ { "accountId": "u", "displayName": "U", "email": "u@example.com", "apiToken": "t", "timeZone": "Asia/Shanghai" } ],
                    "projects": [ { "key": "MKY" } ],
                    "issues": [ { "key": "MKY-1", "created": "2024-10-09T02:37:54.6437Z", "updated": "2024-10-09T12:00:59Z", "dueDate": "2024-02-01", "description": "a < b",
                                  "comments": [ { "id": 1, "author": "u", "created": "2024-10-08T16:05:00Z", "body": { "version": 1, "type": "doc", "content": [ { "type": "rule" } ] } },
                                                { "id": 2, "author": "u", "created": "2024-10-09T02:37:54Z", "body": "For staff", "visibility": "group:staff" } ] } ] } }
        """;

    [Test]
    public async Task Each_field_is_rendered_or_null([Values] Door door)
    {
        await using var fake = await Started();
        using var client = fake.Client(door, fake.Jira.User("u@example.com"));

        var issue = await client.Get("/rest/api/3/issue/MKY-1?expand=renderedFields&fields=*all,-comment");

        issue.At("renderedFields").ShouldBe("""{"issuetype":null,"timespent":null,"project":null,"fixVersions":null,"aggregatetimespent":null,"resolution":null,"resolutiondate":null,"workratio":null,"watches":null,"lastViewed":null,"created":"09/Oct/24 10:37 AM","priority":null,"labels":null,"timeestimate":null,"aggregatetimeoriginalestimate":null,"versions":null,"issuelinks":null,"assignee":null,"updated":"09/Oct/24 8:00 PM","status":null,"components":null,"timeoriginalestimate":null,"description":"<p>a &lt; b</p>","timetracking":{},"security":null,"attachment":[],"aggregatetimeestimate":null,"summary":null,"creator":null,"subtasks":null,"reporter":null,"aggregateprogress":null,"environment":null,"duedate":"01/Feb/24","progress":null,"votes":null,"worklog":{"startAt":0,"maxResults":20,"total":0,"worklogs":[]}}""");
    }

    [Test]
    public async Task Comments_that_the_caller_can_see_are_rendered_in_place_of_their_bodies()
    {
        await using var fake = await Started();
        using var client = fake.Client(Door.Handler, fake.Jira.User("u@example.com"));

        var issue = await client.Get("/rest/api/3/issue/MKY-1?fields=comment,summary&expand=renderedFields");

        var author = issue.At("fields.comment.comments.0.author");
        issue.At("fields.comment.comments.0.created").ShouldBe("2024-10-09T00:05:00.000+0800");
        issue.At("renderedFields").ShouldBe($$$"""{"summary":null,"comment":{"comments":[{"self":"https://x.test/rest/api/3/issue/10001/comment/1","id":"1","author":{{{author}}},"body":"<hr />","updateAuthor":{{{author}}},"created":"09/Oct/24 12:05 AM","updated":"09/Oct/24 12:05 AM","jsdPublic":true}],"self":"https://x.test/rest/api/3/issue/10001/comment","maxResults":1,"total":1,"startAt":0}}""");
    }

    [Test]
    public async Task Issues_that_are_found_are_rendered_too()
    {
        await using var fake = await Started();
        using var client = fake.Client(Door.Handler, fake.Jira.User("u@example.com"));

        var page = await client.Get("/rest/api/2/search/jql?jql=project=MKY&fields=created,comment&expand=renderedFields");

        page.At("issues.0.renderedFields.created").ShouldBe("09/Oct/24 10:37 AM");
        page.At("issues.0.renderedFields.comment.comments.0.body").ShouldBe("<hr />");
        (await client.Get("/rest/api/2/search/jql?jql=project=MKY&fields=created")).At("issues.0.renderedFields").ShouldBe("");
    }

    [Test]
    public async Task What_an_issue_has_not_is_rendered_as_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Get("/rest/api/3/issue/MKY-1?fields=description,duedate,parent,resolutiondate&expand=renderedFields")).At("renderedFields").ShouldBe("""{"resolutiondate":null,"description":"","duedate":null}""");
    }

    private static async Task<FakeJiraServer> Started()
    {
        var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        using var client = fake.CreateClient();
        (await client.Put("/__fakejira/sites/default/state", State)).Status.ShouldBe(204);
        return fake;
    }
}
