using System.Text;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Single things of a Jira that a test of any language arranges.</summary>
public sealed class JiraOperationsTests
{
    private const string Jira = "__fakejira/sites/default/jira";
    private const string Mia = "5b10a2844c20165700ede21g";
    private const string Votes = "rest/api/3/issue/MKY-1/votes";

    [Test]
    public async Task Users_projects_and_issues_are_added_to_those_there_are([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        (await Send(client, "POST", Jira, $$"""
            {"users": [{"accountId": "nia", "displayName": "Nia New", "email": "nia@example.com", "apiToken": "nia-token"}],
             "projects": [{"key": "NEW", "anonymousBrowse": true}],
             "issues": [{"key": "NEW-1", "reporter": "nia", "voters": ["{{Mia}}"]}, {"key": "MKY-90", "reporter": "{{Mia}}"}]}
            """)).ShouldBe(new(204, "", ""));

        fake.Jira.VotersOf("NEW-1").ShouldBe([fake.Jira.User("mia@example.com")]);
        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
        (await Answer.Of(fake.Client(door, fake.Jira.User("nia")), "POST", "rest/api/3/issue/MKY-90/votes")).Rule.ShouldBe("JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC");
    }

    [TestCase("""{"users": [{"accountId": "5b10a2844c20165700ede21g", "displayName": "Mia"}]}""", "The account id 5b10a2844c20165700ede21g is used twice.")]
    [TestCase("""{"users": [{"accountId": "x", "displayName": "X", "email": "MIA@example.com"}]}""", "The email MIA@example.com is used twice.")]
    [TestCase("""{"issues": [{"key": "MKY-91"}, {"key": "MKY-1"}]}""", "The key MKY-1 is there twice.")]
    [TestCase("""{"issues": [{"key": "MKY-91", "voters": ["nobody"]}]}""", "There is no user nobody; the account id is meant.")]
    [TestCase("""{"issue": [{"key": "MKY-91"}]}""", "Unknown member 'issue'; did you mean 'issues'?")]
    [TestCase("[]", "Expected an object with users, projects or issues, found an array.")]
    public async Task A_mistake_adds_nothing(string body, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        var before = fake.Jira.World;

        var answer = await Send(fake.Client(Door.Handler), "POST", Jira, body);

        (answer.Status, (string?)JObject.Parse(answer.Body)["errors"]![0]!["message"]).ShouldBe((400, message));
        fake.Jira.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task A_vote_is_cast_and_taken_away_whatever_the_settings_say([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        fake.Jira.VotingEnabled = false;

        (await Answer.Of(client, "DELETE", $"{Jira}/issues/MKY-1/votes/{Mia}")).Status.ShouldBe(204);
        (await Answer.Of(client, "PUT", $"{Jira}/issues/MKY-2/votes/{Mia}")).Status.ShouldBe(204);
        (await Answer.Of(client, "PUT", $"{Jira}/issues/MKY-2/votes/{Mia}")).Status.ShouldBe(204);

        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(23);
        fake.Jira.VotersOf("MKY-2").ShouldBe([fake.Jira.User(Mia)]);
        (await Answer.Of(client, "PUT", $"{Jira}/issues/MKY-404/votes/{Mia}")).Body.ShouldContain("There is no issue MKY-404 on the site 'default'.");
        (await Answer.Of(client, "PUT", $"{Jira}/issues/MKY-1/votes/nobody")).Body.ShouldContain("There is no user nobody on the site 'default'; the account id is meant.");
    }

    [Test]
    public async Task An_issue_is_deleted_and_permissions_are_given([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        using var emma = fake.Client(door, fake.Jira.User("emma@example.com"));

        (await Send(client, "PATCH", $"{Jira}/projects/MKY/permissions", $$"""{"VIEW_VOTERS_AND_WATCHERS": ["user:{{Mia}}"]}""")).Status.ShouldBe(204);
        (await Answer.Of(emma, "GET", Votes)).Rule.ShouldStartWith("JIRA-VOTES-GET-NO-VOTERS-200");
        (await Send(client, "PATCH", $"{Jira}/projects/MKY/permissions", """{"VIEW_VOTERS_AND_WATCHERS": ["signedin"]}""")).Body.ShouldContain("Expected anyone, signedIn, group:NAME or user:ACCOUNTID");
        (await Send(client, "PATCH", $"{Jira}/projects/MKI/permissions", "{}")).Status.ShouldBe(404);
        (await Answer.Of(client, "DELETE", $"{Jira}/issues/MKY-1")).Status.ShouldBe(204);
        (await Answer.Of(client, "DELETE", $"{Jira}/issues/MKY-1")).Status.ShouldBe(404);
        (await Answer.Of(emma, "GET", Votes)).Status.ShouldBe(404);
    }

    private static async Task<Answer> Send(HttpClient client, string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, path, content);
    }
}
