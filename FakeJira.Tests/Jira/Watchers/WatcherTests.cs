namespace FakeJira.Tests.Jira.Watchers;

public sealed class WatcherTests
{
    private const string Path = "/rest/api/3/issue/MKY-1/watchers";
    private const string Unreadable = "Invalid request payload. Refer to the REST API documentation and try again.";

    [Test]
    public async Task Watchers_come_and_go([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia", email: "mia@example.com");
        fake.Jira.AddUser("Emma Richards", accountId: "emma", email: "emma@example.com");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);

        (await client.Post(Path, "")).ShouldBe(new(204, "JIRA-WATCHERS-ADD-204, JIRA-AUTH-BASIC", ""));
        (await client.Post(Path, "\"emma\"")).ShouldBe(new(204, "JIRA-WATCHERS-ADD-204, JIRA-AUTH-BASIC", ""));
        (await client.Post(Path, "\"emma\"")).ShouldBe(new(204, "JIRA-WATCHERS-ADD-AGAIN-204, JIRA-AUTH-BASIC", ""));
        (await client.Delete(Path + "?accountId=mia")).ShouldBe(new(204, "JIRA-WATCHERS-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await client.Delete(Path + "?accountId=mia")).ShouldBe(new(204, "JIRA-WATCHERS-DELETE-ABSENT-204, JIRA-AUTH-BASIC", ""));

        (await client.Get(Path)).ShouldBe(new(200, "JIRA-WATCHERS-GET-200, JIRA-AUTH-BASIC", """
            {"self":"https://x.test/rest/api/3/issue/MKY-1/watchers","watchCount":1,"isWatching":false,"watchers":[{"self":"https://x.test/rest/api/3/user?accountId=emma","accountId":"emma","emailAddress":"emma@example.com","avatarUrls":{"48x48":"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/ER-3.png?size=48&s=48","24x24":"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/ER-3.png?size=24&s=24","16x16":"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/ER-3.png?size=16&s=16","32x32":"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/ER-3.png?size=32&s=32"},"displayName":"Emma Richards","active":true,"timeZone":"Etc/UTC","accountType":"atlassian"}]}
            """.Trim()));
    }

    [Test]
    public async Task Who_may_not_view_watchers_sees_how_many([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Watch("MKY-1", mia);
        fake.Jira.Grant("MKY", "VIEW_VOTERS_AND_WATCHERS");
        using var client = fake.Client(door, mia);

        (await client.Get(Path)).ShouldBe(new(200, "JIRA-WATCHERS-GET-NO-WATCHERS-200, JIRA-AUTH-BASIC", """{"self":"https://x.test/rest/api/3/issue/MKY-1/watchers","watchCount":1,"isWatching":true,"watchers":[]}"""));
    }

    [Test]
    public async Task What_cannot_be_done_says_why()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        var emma = fake.Jira.AddUser("Emma Richards", accountId: "emma");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Grant("MKY", "BROWSE_PROJECTS", mia);
        using var client = fake.Client(Door.Handler, mia);
        using var blind = fake.Client(Door.Handler, emma);
        using var nobody = fake.Client(Door.Handler);

        (await client.Post(Path, "\"emma\"")).ShouldBe(Refused(400, "JIRA-WATCHERS-ADD-UNSEEN-400", "The user \\\"emma\\\" does not have permission to view this issue. This user will not be added to the watch list."));
        (await client.Post(Path, "\"x\"")).ShouldBe(Refused(404, "JIRA-WATCHERS-USER-404", "The user with account ID 'x' does not exist."));
        (await client.Delete(Path + "?accountId=x")).ShouldBe(Refused(404, "JIRA-WATCHERS-USER-404", "The user with account ID 'x' does not exist."));
        (await client.Post(Path, "{}")).ShouldBe(Refused(400, "JIRA-WATCHERS-ADD-INVALID-400", Unreadable));
        (await client.Post(Path, "\"\"")).ShouldBe(Refused(400, "JIRA-WATCHERS-ADD-INVALID-400", Unreadable));
        (await client.Delete(Path)).ShouldBe(Refused(400, "JIRA-WATCHERS-DELETE-MISSING-400", "The query parameter 'accountId' must be provided."));
        (await client.Delete(Path + "?accountId=")).ShouldBe(Refused(400, "JIRA-WATCHERS-DELETE-MISSING-400", "The query parameter 'accountId' must be provided."));
        (await blind.Get(Path)).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");
        (await nobody.Post(Path, "")).Rule.ShouldBe("JIRA-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS");
        (await client.Delete(Path + "?accountId=emma")).ShouldBe(new(204, "JIRA-WATCHERS-DELETE-ABSENT-204, JIRA-AUTH-BASIC", ""));
        fake.Jira.Grant("MKY", "MANAGE_WATCHERS");
        (await client.Post(Path, "\"emma\"")).ShouldBe(Refused(403, "JIRA-WATCHERS-MANAGE-403", "You do not have permission to manage the watcher list."));
        (await client.Delete(Path + "?accountId=emma")).ShouldBe(Refused(403, "JIRA-WATCHERS-MANAGE-403", "You do not have permission to manage the watcher list."));
        (await client.Get(Path)).At("watchCount").ShouldBe("0");
        (await client.Post(Path, "\"mia\"")).Rule.ShouldBe("JIRA-WATCHERS-ADD-204, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Many_issues_can_be_asked_about_at_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        var watched = fake.Jira.AddIssue("MKY-1", mia);
        var other = fake.Jira.AddIssue("MKY-2", mia);
        var hidden = fake.Jira.AddIssue("SECRET-1", mia);
        fake.Jira.Grant("SECRET", "BROWSE_PROJECTS");
        fake.Jira.Watch("MKY-1", mia);
        fake.Jira.Watch("SECRET-1", mia);
        using var client = fake.Client(door, mia);

        (await client.Post("/rest/api/3/issue/watching", $$"""{"issueIds":["{{watched.Id}}",{{other.Id}},"9","{{watched.Id}}","{{hidden.Id}}"]}""")).ShouldBe(new(200, "JIRA-WATCHING-200, JIRA-AUTH-BASIC", $$$"""{"issuesIsWatching":{"{{{watched.Id}}}":true,"{{{other.Id}}}":false,"9":false,"{{{hidden.Id}}}":false}}"""));
        foreach (var body in new[] { "{}", """{"issueIds":"10001"}""", """{"issueIds":[{}]}""" })
        {
            (await client.Post("/rest/api/3/issue/watching", body)).ShouldBe(Refused(400, "JIRA-WATCHING-400", Unreadable), body);
        }
    }

    private static Answer Refused(int status, string rule, string message) => new(status, rule + ", JIRA-AUTH-BASIC", $$$"""{"errorMessages":["{{{message}}}"],"errors":{}}""");
}
