namespace FakeJira.Tests.Jira.Issues;

public sealed class ChangeLogTests
{
    private const string Path = "/rest/api/3/issue/MKY-1";

    [Test]
    public async Task What_clients_change_is_in_the_change_log([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        fake.Clock.Freeze(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddIssue("MKY-1", mia, summary: "Old", labels: ["a"]);
        using var client = fake.Client(door, mia);

        await client.Put(Path, """{"fields":{"summary":"New","assignee":{"accountId":"mia"},"duedate":"2026-01-31"},"update":{"labels":[{"add":"b"}]}}""");
        await client.Put(Path, """{"fields":{"summary":"New"}}""");
        await client.Post(Path + "/votes", "");
        await client.Post(Path + "/transitions", """{"transition":{"id":"31"}}""");

        var first = await client.Get(Path + "/changelog?maxResults=1");
        first.Rule.ShouldBe("JIRA-CHANGELOG-GET-200, JIRA-AUTH-BASIC");
        (first.At("self"), first.At("nextPage"), first.At("total"), first.At("isLast")).ShouldBe(("https://x.test/rest/api/3/issue/10001/changelog?maxResults=1&startAt=0", "https://x.test/rest/api/3/issue/10001/changelog?maxResults=1&startAt=1", "2", "false"));
        (first.At("values.0.id"), first.At("values.0.author.accountId"), first.At("values.0.created")).ShouldBe(("10000", "mia", "2026-01-02T03:04:05.000+0000"));
        first.At("values.0.items").ShouldBe("""
            [{"field":"summary","fieldtype":"jira","fieldId":"summary","from":null,"fromString":"Old","to":null,"toString":"New"},{"field":"labels","fieldtype":"jira","fieldId":"labels","from":"","fromString":"a","to":"","toString":"a b"},{"field":"assignee","fieldtype":"jira","fieldId":"assignee","from":null,"fromString":null,"to":"mia","toString":"Mia Krystof"},{"field":"duedate","fieldtype":"jira","fieldId":"duedate","from":null,"fromString":null,"to":"2026-01-31","toString":"2026-01-31 00:00:00.0"}]
            """.Trim());
        var expanded = await client.Get(Path + "?fields=votes&expand=changelog");
        (expanded.At("changelog.total"), expanded.At("changelog.histories.0.id"), expanded.At("changelog.histories.1.id")).ShouldBe(("2", "10001", "10000"));
        expanded.At("changelog.histories.0.items").ShouldBe("""
            [{"field":"resolution","fieldtype":"jira","fieldId":"resolution","from":null,"fromString":null,"to":"10000","toString":"Done"},{"field":"status","fieldtype":"jira","fieldId":"status","from":"10000","fromString":"To Do","to":"10001","toString":"Done"}]
            """.Trim());
    }

    [Test]
    public async Task Every_field_that_changes_is_named([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddUser("Emma Richards", accountId: "emma");
        fake.Jira.AddIssue("MKY-9", mia, type: "Epic");
        fake.Jira.AddIssue("MKY-1", mia, type: "Story");
        fake.Jira.AddSecurityLevel("MKY", "internal", mia);
        using var client = fake.Client(door, mia);

        await client.Put("/rest/api/2/issue/MKY-1", """{"fields":{"issuetype":{"name":"Bug"},"description":"D","priority":{"name":"Low"},"reporter":{"accountId":"emma"},"security":{"name":"internal"},"parent":{"key":"MKY-9"}}}""");

        (await client.Get(Path + "/changelog")).At("values.0.items").ShouldBe("""
            [{"field":"issuetype","fieldtype":"jira","fieldId":"issuetype","from":"10001","fromString":"Story","to":"10004","toString":"Bug"},{"field":"description","fieldtype":"jira","fieldId":"description","from":null,"fromString":null,"to":null,"toString":"D"},{"field":"priority","fieldtype":"jira","fieldId":"priority","from":"3","fromString":"Medium","to":"4","toString":"Low"},{"field":"reporter","fieldtype":"jira","fieldId":"reporter","from":"mia","fromString":"Mia Krystof","to":"emma","toString":"Emma Richards"},{"field":"security","fieldtype":"jira","fieldId":"security","from":null,"fromString":null,"to":"internal","toString":"internal"},{"field":"parent","fieldtype":"jira","fieldId":"parent","from":null,"fromString":null,"to":"10001","toString":"MKY-9"}]
            """.Trim());
    }

    [Test]
    public async Task The_oldest_changes_make_room_for_new_ones()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        for (var i = 0; i < 1001; i++)
        {
            await client.Put(Path, $$$"""{"fields":{"summary":"{{{i}}}"}}""");
        }

        var log = await client.Get(Path + "/changelog?startAt=999");
        (log.At("total"), log.At("values.0.items.0.toString"), log.At("isLast")).ShouldBe(("1000", "1000", "true"));
        (await client.Get(Path + "/changelog")).At("values.0.items.0.toString").ShouldBe("1");
    }
}
