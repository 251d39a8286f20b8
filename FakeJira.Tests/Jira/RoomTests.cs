using System.Text;
using FakeJira.Jira;

namespace FakeJira.Tests.Jira;

/// <summary>What clients make is bounded; JIRA-FULL-507.</summary>
public sealed class RoomTests
{
    private const string Issue = "/rest/api/2/issue";
    private const int Megabyte = 1024 * 1024;

    private static readonly Answer Full = new(507, "JIRA-FULL-507, JIRA-AUTH-BASIC", """{"errorMessages":["The site has no room for more."],"errors":{}}""");

    private static readonly (string Method, string Path, string Body)[] Writes =
    [
        ("POST", Issue, """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}}"""),
        ("PUT", Issue + "/MKY-1", """{"fields":{"summary":"New"}}"""),
        ("PUT", Issue + "/MKY-1", """{"fields":{"labels":["new"]}}"""),
        ("PUT", Issue + "/MKY-1", """{"update":{"comment":[{"add":{"body":"new"}}]}}"""),
        ("PUT", Issue + "/MKY-1/assignee", """{"accountId":"mia"}"""),
        ("POST", Issue + "/MKY-1/transitions", """{"transition":{"id":"31"}}"""),
        ("POST", Issue + "/MKY-1/comment", """{"body":"new"}"""),
        ("PUT", Issue + "/MKY-1/comment/10000", """{"body":"more"}"""),
        ("POST", Issue + "/MKY-1/votes", ""),
        ("POST", Issue + "/MKY-1/watchers", "\"mia\""),
        ("POST", "/rest/api/2/project", """{"key":"NEW","name":"New","leadAccountId":"mia"}"""),
        ("POST", "/rest/api/2/project/MKY/role/10000", """{"user":["mia"]}"""),
        ("PUT", "/rest/api/2/project/MKY/role/10000", """{"categorisedActors":{"atlassian-user-role-actor":["mia"]}}"""),
    ];

    [Test]
    public async Task When_there_is_no_room_nothing_is_stored_and_what_takes_no_more_is_done([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, Arrange(fake));
        fake.Settings["jiraMegabytes"] = "0";
        var before = fake.Jira.World;

        foreach (var write in Writes)
        {
            (await Send(client, write)).ShouldBe(Full, write.ToString());
        }

        var bulk = await client.Post(Issue + "/bulk", $$"""{"issueUpdates":[{{Writes[0].Body}}]}""");
        bulk.ShouldBe(new(400, "JIRA-ISSUE-BULK-400, JIRA-AUTH-BASIC", """{"issues":[],"errors":[{"status":507,"elementErrors":{"errorMessages":["The site has no room for more."],"errors":{}},"failedElementNumber":0}]}"""));
        fake.Jira.World.ShouldBeSameAs(before);

        (await client.Put(Issue + "/MKY-1/comment/10000", """{"body":"les"}""")).Status.ShouldBe(200);
        (await client.Delete(Issue + "/MKY-1/comment/10000")).Status.ShouldBe(204);
        (await client.Post(Issue + "/MKY-2/votes", "")).Rule.ShouldBe("JIRA-VOTES-ADD-AGAIN-204, JIRA-AUTH-BASIC");
        (await client.Delete(Issue + "/MKY-2/votes")).Status.ShouldBe(204);
        (await client.Delete(Issue + "/MKY-2/watchers?accountId=mia")).Rule.ShouldBe("JIRA-WATCHERS-DELETE-204, JIRA-AUTH-BASIC");
        (await client.Delete("/rest/api/2/project/MKY/role/10001?user=mia")).Status.ShouldBe(204);
        (await client.Delete(Issue + "/MKY-2")).Status.ShouldBe(204);
        (await client.Delete("/rest/api/2/project/MKY")).Status.ShouldBe(204);
        fake.Jira.World.Size.ShouldBe(FakeJira.Jira.World.User.Size);
    }

    [TestCaseSource(nameof(Writes))]
    public async Task The_last_byte_is_room_too((string Method, string Path, string Body) write)
    {
        await using var ample = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var first = Client(ample, Arrange(ample));
        var before = ample.Jira.World.Size;
        (await Send(first, write)).Status.ShouldBeInRange(200, 204);
        var growth = ample.Jira.World.Size - before;
        growth.ShouldBeGreaterThan(0);

        (await (await Sender(growth - 2))()).ShouldBe(Full);
        (await (await Sender(growth))()).Status.ShouldBeInRange(200, 204);

        async Task<Func<Task<Answer>>> Sender(long left)
        {
            var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
            var user = Arrange(fake);
            fake.Settings["jiraMegabytes"] = "1";
            fake.Jira.AddIssue("MKY-3", user, summary: new string('x', (int)(Megabyte - fake.Jira.World.Size - left - new FakeJira.Jira.World.Issue(3, "MKY-3", "", "mia").Size) / 2));
            (Megabyte - fake.Jira.World.Size).ShouldBe(left);
            return async () =>
            {
                await using (fake)
                {
                    using var client = Client(fake, user);
                    var size = fake.Jira.World.Size;
                    var answer = await Send(client, write);
                    fake.Jira.World.Size.ShouldBe(answer.Status == 507 ? size : Megabyte);
                    return answer;
                }
            };
        }
    }

    [Test]
    public async Task What_a_test_or_a_seed_arranges_always_has_room()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["jiraMegabytes"] = "0" }, Seed = "vendor", Listens = false });
        var (issues, user) = (fake.Jira.World.Issues.Count, fake.Jira.AddUser("Mia Krystof"));

        fake.Jira.AddIssue("NEW-1", user);
        fake.Jira.AddComment("NEW-1", user, "One");
        fake.Jira.Vote("NEW-1", user);

        issues.ShouldBeGreaterThan(0);
        fake.Jira.World.Issues.Count.ShouldBe(issues + 1);
    }

    private static JiraUser Arrange(FakeJiraServer fake)
    {
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia", isAdmin: true);
        fake.Jira.AddIssue("MKY-1", mia, summary: "Old");
        fake.Jira.AddComment("MKY-1", mia, "old");
        fake.Jira.AddIssue("MKY-2", mia, voters: [mia]);
        fake.Jira.Watch("MKY-2", mia);
        fake.Jira.Projects.GiveRole("MKY", "Users", mia);
        return mia;
    }

    private static HttpClient Client(FakeJiraServer fake, JiraUser user) => new(fake.CreateHandler(user)) { BaseAddress = new("http://jira.test") };

    private static Task<Answer> Send(HttpClient client, (string Method, string Path, string Body) write) =>
        Answer.Of(client, write.Method, write.Path, new StringContent(write.Body, Encoding.UTF8, "application/json"));
}
