namespace FakeJira.Tests.Jira.Comments;

public sealed class CommentEdgeTests
{
    private const string Path = "/rest/api/2/issue/MKY-1/comment";

    [Test]
    public async Task A_comment_is_found_by_its_id_and_in_its_own_issue_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.AddIssue("MKY-2", mia);
        var first = fake.Jira.AddComment("MKY-1", mia, "First");
        fake.Jira.AddComment("MKY-1", mia, "Second");
        using var client = fake.Client(door, mia);
        var unseen = new Answer(404, "JIRA-COMMENTS-COMMENT-404, JIRA-AUTH-BASIC", $$$"""{"errorMessages":["Can not find a comment for the id: {{{first}}}."],"errors":{}}""");
        var elsewhere = $"/rest/api/2/issue/MKY-2/comment/{first}";

        (await client.Get($"{Path}/{first}")).At("body").ShouldBe("First");
        (await client.Get(elsewhere)).ShouldBe(unseen);
        (await client.Put(elsewhere, """{"body":"B"}""")).ShouldBe(unseen);
        (await client.Delete(elsewhere)).ShouldBe(unseen);
        (await client.Get(Path)).At("total").ShouldBe("2");
    }

    [Test]
    public async Task A_comment_has_at_most_32767_characters()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(Door.Handler, mia);
        var refused = new Answer(400, "JIRA-COMMENTS-BODY-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"comment":"The entered text is too long. It exceeds the allowed limit of 32,767 characters."}}""");
        static string Body(int length) => $$"""{"body":"{{new string('x', length)}}"}""";

        var added = await client.Post(Path, Body(32_767));

        added.Status.ShouldBe(201);
        (await client.Post(Path, Body(32_768))).ShouldBe(refused);
        (await client.Put($"{Path}/{added.At("id")}", Body(32_767))).Status.ShouldBe(200);
        (await client.Put($"{Path}/{added.At("id")}", Body(32_768))).ShouldBe(refused);
    }

    [Test]
    public async Task Who_may_change_only_their_own_comments_may_do_that()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        var id = fake.Jira.AddComment("MKY-1", mia, "Mine");
        fake.Jira.Grant("MKY", "EDIT_ALL_COMMENTS");
        fake.Jira.Grant("MKY", "DELETE_ALL_COMMENTS");
        using var client = fake.Client(Door.Handler, mia);

        (await client.Put($"{Path}/{id}", """{"body":"B"}""")).Rule.ShouldBe("JIRA-COMMENTS-EDIT-200, JIRA-AUTH-BASIC");
        (await client.Delete($"{Path}/{id}")).Rule.ShouldBe("JIRA-COMMENTS-DELETE-204, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Who_may_not_even_change_their_own_comments_is_told_so()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        var id = fake.Jira.AddComment("MKY-1", mia, "Mine");
        foreach (var permission in new[] { "EDIT_ALL_COMMENTS", "EDIT_OWN_COMMENTS", "DELETE_ALL_COMMENTS", "DELETE_OWN_COMMENTS" })
        {
            fake.Jira.Grant("MKY", permission);
        }

        using var client = fake.Client(Door.Handler, mia);
        var before = fake.Jira.World;

        (await client.Put($"{Path}/{id}", """{"body":"B"}""")).Rule.ShouldBe("JIRA-COMMENTS-PERMISSION-400, JIRA-AUTH-BASIC");
        (await client.Delete($"{Path}/{id}")).Rule.ShouldBe("JIRA-COMMENTS-PERMISSION-400, JIRA-AUTH-BASIC");
        fake.Jira.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task A_comment_for_some_hides_no_comment_for_all_and_a_seeded_one_for_a_role_that_there_is_not_is_for_nobody([Values] Door door)
    {
        const string Seed = """{ "jira": { "users": [ { "accountId": "nobody", "displayName": "Nobody" } ], "issues": [ { "key": "MKY-1", "comments": [ { "author": "nobody", "body": "For nobody", "visibility": "role:Nobody" } ] } ] } }""";
        await using var fake = await FakeJiraServer.StartAsync();
        using var arranging = fake.Client(door);
        (await arranging.Put("/__fakejira/sites/default/state", Seed)).Status.ShouldBe(204);
        var mia = fake.Jira.AddUser("Mia Krystof", groups: "staff");
        using var staff = fake.Client(door, mia);
        using var stranger = fake.Client(door, fake.Jira.AddUser("Emma Richards"));

        await staff.Post(Path, """{"body":"For all"}""");
        await staff.Post(Path, """{"body":"For staff","visibility":{"type":"group","value":"staff"}}""");

        (await staff.Get(Path)).At("total").ShouldBe("2");
        (await stranger.Get(Path)).At("total").ShouldBe("1");
        (await stranger.Get(Path)).At("comments.0.body").ShouldBe("For all");
    }
}
