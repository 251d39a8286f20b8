using FakeJira.Jira;

namespace FakeJira.Tests.Jira.Comments;

public sealed class CommentTests
{
    private const string Path = "/rest/api/3/issue/MKY-1/comment";
    private const string TextPath = "/rest/api/2/issue/MKY-1/comment";

    [Test]
    public async Task A_comment_is_written_read_changed_and_deleted([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        fake.Clock.Freeze(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia", email: "mia@example.com");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);

        var added = await client.Post(TextPath + "?expand=renderedBody", """{"body":"One"}""");
        fake.Clock.Advance(TimeSpan.FromHours(1));
        var edited = await client.Put(Path + "/10000", $$"""{"body":{{JiraHttp.Document("Two")}}, "visibility":null}""");

        added.Body.ShouldBe($$"""{"self":"https://x.test/rest/api/2/issue/10001/comment/10000","id":"10000","author":{{Mia(2)}},"body":"One","renderedBody":"<p>One</p>","updateAuthor":{{Mia(2)}},"created":"2026-01-02T03:04:05.000+0000","updated":"2026-01-02T03:04:05.000+0000","jsdPublic":true}""");
        added.Rule.ShouldBe("JIRA-COMMENTS-ADD-201, JIRA-AUTH-BASIC");
        edited.ShouldBe(new(200, "JIRA-COMMENTS-EDIT-200, JIRA-AUTH-BASIC", $$"""{"self":"https://x.test/rest/api/3/issue/10001/comment/10000","id":"10000","author":{{Mia(3)}},"body":{{JiraHttp.Document("Two")}},"updateAuthor":{{Mia(3)}},"created":"2026-01-02T03:04:05.000+0000","updated":"2026-01-02T04:04:05.000+0000","jsdPublic":true}"""));
        (await client.Get(Path + "/10000")).ShouldBe(edited with { Rule = "JIRA-COMMENTS-GET-200, JIRA-AUTH-BASIC" });
        (await client.Get(TextPath + "/10000")).At("body").ShouldBe("Two");
        (await client.Delete(Path + "/10000")).ShouldBe(new(204, "JIRA-COMMENTS-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await client.Get(Path + "/10000")).ShouldBe(new(404, "JIRA-COMMENTS-COMMENT-404, JIRA-AUTH-BASIC", """{"errorMessages":["Can not find a comment for the id: 10000."],"errors":{}}"""));
        (await client.Delete(Path + "/10000")).Rule.ShouldBe("JIRA-COMMENTS-COMMENT-404, JIRA-AUTH-BASIC");
    }

    [TestCase("", "a b c", 0, 100)]
    [TestCase("?orderBy=-created", "c b a", 0, 100)]
    [TestCase("?orderBy=%2Bcreated&startAt=1", "b c", 1, 100)]
    [TestCase("?orderBy=+created&maxResults=1&startAt=1", "b", 1, 1)]
    [TestCase("?startAt=9", "", 9, 100)]
    public async Task Comments_come_in_pages(string query, string texts, int startAt, int maxResults)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        foreach (var text in new[] { "a", "b", "c" })
        {
            fake.Jira.AddComment("MKY-1", mia, text);
        }

        using var client = fake.Client(Door.Handler, mia);

        var page = await client.Get(TextPath + query);

        page.Rule.ShouldBe("JIRA-COMMENTS-LIST-200, JIRA-AUTH-BASIC");
        (page.At("startAt"), page.At("maxResults"), page.At("total")).ShouldBe(($"{startAt}", $"{maxResults}", "3"));
        string.Join(' ', Enumerable.Range(0, 3).Select(at => page.At($"comments.{at}.body"))).Trim().ShouldBe(texts);
    }

    [TestCase("""{"body":"text"}""", "Comment body is not valid!")]
    [TestCase("""{"body":""}""", "Comment body can not be empty!")]
    [TestCase("{}", "Comment body can not be empty!")]
    public async Task A_comment_that_says_nothing_is_refused(string body, string text)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(Door.Handler, mia);

        (await client.Post(Path, body)).ShouldBe(new(400, "JIRA-COMMENTS-BODY-400, JIRA-AUTH-BASIC", $$$"""{"errorMessages":[],"errors":{"comment":"{{{text}}}"}}"""));
        (await client.Post("/rest/api/3/issue/MKY-2/comment", body)).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task A_comment_for_a_group_is_seen_by_the_group_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", groups: "staff");
        var emma = fake.Jira.AddUser("Emma Richards");
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);
        using var other = fake.Client(door, emma);
        using var nobody = fake.Client(door);

        var added = await client.Post(TextPath, """{"body":"Secret","visibility":{"type":"group","value":"staff"}}""");

        added.At("visibility").ShouldBe($$"""{"type":"group","value":"staff","identifier":"{{JiraSite.GroupId("staff")}}"}""");
        (await client.Get(TextPath)).At("total").ShouldBe("1");
        (await other.Get(TextPath)).At("total").ShouldBe("0");
        (await other.Get(TextPath)).At("comments").ShouldBe("[]");
        (await nobody.Get(TextPath)).At("total").ShouldBe("0");
        (await other.Get("/rest/api/2/issue/MKY-1?fields=comment")).At("fields.comment.total").ShouldBe("0");
        (await other.Get(TextPath + "/" + added.At("id"))).Rule.ShouldBe("JIRA-COMMENTS-COMMENT-404, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task A_comment_for_a_role_is_seen_by_those_who_have_it()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        var emma = fake.Jira.AddUser("Emma Richards");
        fake.Jira.Projects.GiveRole("MKY", "Developers", mia);
        using var client = fake.Client(Door.Handler, mia);
        using var other = fake.Client(Door.Handler, emma);

        await client.Post(TextPath, """{"body":"Secret","visibility":{"type":"role","value":"Developers"}}""");
        (await other.Get(TextPath)).At("total").ShouldBe("0");
        fake.Jira.Projects.GiveRole("MKY", "Developers", emma);

        (await other.Get(TextPath)).At("comments.0.visibility").ShouldBe("""{"type":"role","value":"Developers","identifier":"Developers"}""");
    }

    [Test]
    public async Task Who_changes_the_comment_of_another_does_not_become_its_author([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var mia = fake.Client(door, fake.Jira.AddUser("Mia Krystof", accountId: "m1"));
        using var emma = fake.Client(door, fake.Jira.AddUser("Emma Richards", accountId: "e1"));
        fake.Jira.AddIssue("MKY-1");
        var id = (await mia.Post("/rest/api/2/issue/MKY-1/comment", """{"body":"Mine"}""")).At("id");

        var edited = await emma.Put($"/rest/api/2/issue/MKY-1/comment/{id}", """{"body":"Better"}""");

        (edited.Rule, edited.At("body"), edited.At("author.accountId"), edited.At("updateAuthor.accountId")).ShouldBe(("JIRA-COMMENTS-EDIT-200, JIRA-AUTH-BASIC", "Better", "m1", "e1"));
    }

    [Test]
    public async Task Who_may_not_comment_is_told_so()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        var id = fake.Jira.AddComment("MKY-1", fake.Jira.AddUser("Emma Richards"), "Hers");
        fake.Jira.Grant("MKY", "ADD_COMMENTS");
        fake.Jira.Grant("MKY", "EDIT_ALL_COMMENTS");
        fake.Jira.Grant("MKY", "DELETE_ALL_COMMENTS");
        using var client = fake.Client(Door.Handler, mia);

        (await client.Post(TextPath, """{"body":"B"}""")).ShouldBe(new(400, "JIRA-COMMENTS-PERMISSION-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"comment":"You do not have the permission to comment on this issue."}}"""));
        (await client.Put($"{TextPath}/{id}", """{"body":"B"}""")).ShouldBe(new(400, "JIRA-COMMENTS-PERMISSION-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"comment":"You do not have the permission for this comment."}}"""));
        (await client.Delete($"{TextPath}/{id}")).Rule.ShouldBe("JIRA-COMMENTS-PERMISSION-400, JIRA-AUTH-BASIC");

        var own = fake.Jira.AddComment("MKY-1", mia, "Her own");
        fake.Jira.Grant("MKY", "EDIT_OWN_COMMENTS");
        (await client.Put($"{TextPath}/{own}", """{"body":"B"}""")).Rule.ShouldBe("JIRA-COMMENTS-PERMISSION-400, JIRA-AUTH-BASIC");
        (await client.Delete($"{TextPath}/{own}")).Status.ShouldBe(204);
    }

    [Test]
    public async Task Comments_are_ordered_by_their_age_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);

        (await client.Get(TextPath + "?orderBy=author")).ShouldBe(new(400, "JIRA-COMMENTS-LIST-400, JIRA-AUTH-BASIC", """{"errorMessages":["The query parameter 'orderBy' cannot be 'author'; it can be created, -created or +created."],"errors":{}}"""));
        (await client.Get("/rest/api/2/issue/MKY-2/comment?orderBy=author")).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");
    }

    private static string Mia(int version) => $$"""{"self":"https://x.test/rest/api/{{version}}/user?accountId=mia","accountId":"mia","emailAddress":"mia@example.com","avatarUrls":{{Avatars}},"displayName":"Mia Krystof","active":true,"timeZone":"Etc/UTC","accountType":"atlassian"}""";

    private static string Avatars => "{" + string.Join(',', new[] { 48, 24, 16, 32 }.Select(size => $"\"{size}x{size}\":\"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/MK-3.png?size={size}&s={size}\"")) + "}";
}
