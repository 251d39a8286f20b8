using System.Text;
using FakeJira.Tests.IdeaBank;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Users, projects, endpoints, tokens, polls, banks, panelists, proposals and votes, one at a time.</summary>
public sealed class SingleThingTests
{
    private const string Mia = "5b10a2844c20165700ede21g";
    private static readonly Answer Done = new(204, "", "");

    [Test]
    public async Task A_user_is_added_changed_and_deleted([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        (await Send(client, "PUT", "jira/users/nia", """{"displayName": "Nia", "email": "nia@example.com", "apiToken": "one"}""")).ShouldBe(Done);
        (await Send(client, "PUT", "jira/users/nia", """{"displayName": "Nia New", "email": "nia@example.com", "apiToken": "two"}""")).ShouldBe(Done);
        fake.Jira.User("nia").ShouldBe(new("nia", "Nia New", "nia@example.com", "two"));
        fake.Jira.World.Tokens.ShouldNotContainKey("one");
        fake.Jira.Vote("MKY-1", fake.Jira.User("nia"));
        fake.Jira.Watch("MKY-2", fake.Jira.User("nia"));
        (await Send(client, "PATCH", "jira/projects/MKY/permissions", """{"VIEW_VOTERS_AND_WATCHERS": ["user:nia", "signedIn"]}""")).ShouldBe(Done);

        (await Send(client, "DELETE", "jira/users/nia")).ShouldBe(Done);

        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
        var state = (await Answer.Of(client, "GET", "__fakejira/sites/default/state")).Body;
        state.ShouldNotContain("nia\"");
        (await Answer.Of(client, "PUT", "__fakejira/sites/default/state", new StringContent(state))).ShouldBe(Done);
        (await Send(client, "DELETE", "jira/users/5b10ac8d82e05b22cc7d4ef5")).ShouldBe(Refused(409, "5b10ac8d82e05b22cc7d4ef5 wrote MKY-2, or something in it; delete that issue first, or put the user with \"active\": false."));
    }

    [Test]
    public async Task A_project_is_added_changed_and_deleted_with_its_issues([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        var before = fake.Jira.World.Projects["MKY"];

        (await Send(client, "PUT", "jira/projects/NEW", """{"name": "Newest"}""")).ShouldBe(Done);
        (await Send(client, "PUT", "jira/projects/MKY", """{"name": "Monkeys"}""")).ShouldBe(Done);
        var after = fake.Jira.World.Projects["MKY"];
        (after.Name, after.Id, after.LastIssueNumber, after.Permissions.Count).ShouldBe(("Monkeys", before.Id, before.LastIssueNumber, 0));
        (await Send(client, "DELETE", "jira/projects/MKY")).ShouldBe(Done);

        fake.Jira.World.Projects.Keys.Order(StringComparer.Ordinal).ShouldBe(["NEW", "PLAT", "SECRET"]);
        fake.Jira.World.Issues.Values.ShouldAllBe(issue => issue.ProjectKey != "MKY");
        (await Send(client, "PUT", "jira/projects/low", "{}")).ShouldBe(Refused(400, "'low' is no project key; expected one such as MKY."));
        (await Send(client, "DELETE", "jira/projects/MKI")).ShouldBe(Refused(404, "There is no project 'MKI' on the site 'default'."));
    }

    [Test]
    public async Task An_endpoint_is_added_with_tokens_and_polls_and_taken_apart_again([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Send(client, "PUT", "polls/e1", """{"tokens": [{"value": "a"}]}""")).ShouldBe(Done);
        (await Send(client, "PUT", "polls/e1/tokens/b", """{"scope": ["PLAT"]}""")).ShouldBe(Done);
        (await Send(client, "DELETE", "polls/e1/tokens/a")).ShouldBe(Done);
        var added = await Send(client, "POST", "polls/e1", """{"workspace": "PLAT", "content": "PLAT-1", "poll": {"title": "Pizza?", "options": [{"id": "1", "title": "Yes", "order": 0}]}}""");
        added.Status.ShouldBe(201);
        var id = (string)JObject.Parse(added.Body)["id"]!;
        (await Send(client, "PUT", $"polls/e1/{id}/results", """{"participants": 2, "votes": {"1": 2}}""")).ShouldBe(Done);

        var endpoint = fake.Polls.Endpoint("e1");
        endpoint.Token.ShouldBe("b");
        (endpoint.Polls.Single().Poll.Title, endpoint.Polls.Single().Poll.Results.Participants).ShouldBe(("Pizza?", 2));
        (await Answer.Of(client, "GET", endpoint.Query("PLAT-1"))).Status.ShouldBe(200);
        (await Send(client, "DELETE", $"polls/e1/{id}")).ShouldBe(Done);
        endpoint.Polls.ShouldBeEmpty();
        (await Send(client, "DELETE", "polls/e1/tokens/a")).ShouldBe(Refused(404, "The endpoint 'e1' has no such token."));
        (await Send(client, "DELETE", "polls/e1")).ShouldBe(Done);
        fake.Polls.Endpoints.ShouldBeEmpty();
    }

    [Test]
    public async Task A_bank_is_added_with_panelists_proposals_and_votes_and_taken_apart_again([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Send(client, "PUT", "ideabank/banks/b1", """{"title": "Ideas", "proposals": [{"id": "p-0"}]}""")).ShouldBe(Done);
        (await Send(client, "PUT", "ideabank/apiKeys/vtt_1", """{"tenant": "tenant"}""")).ShouldBe(Done);
        (await Send(client, "PUT", "ideabank/banks/b1/panelists/ann", """{"sessions": [{"session": "s1"}]}""")).ShouldBe(Done);
        (await Send(client, "POST", "ideabank/banks/b1/proposals", """{"id": "p-1", "votes": [{"panelist": "ann", "vote": 1}]}""")).ShouldBe(Done);
        (await Send(client, "PUT", "ideabank/proposals/p-0/votes/ann", """{"vote": -1}""")).ShouldBe(Done);
        (await Send(client, "PUT", "ideabank/banks/b1/panelists/ann", """{"sessions": [{"session": "s2"}], "blocked": true}""")).ShouldBe(Done);
        WorldCheck.Agrees(fake.IdeaBank.World);

        (fake.IdeaBank.ScoreOf("p-0"), fake.IdeaBank.ScoreOf("p-1")).ShouldBe((-1, 1));
        (fake.IdeaBank.Panelist("ann").PublicKey, fake.IdeaBank.World.Sessions.Count, fake.IdeaBank.World.ApiKeys["vtt_1"]).ShouldBe(("tenant:b1:s2", 1, "tenant"));
        (await Send(client, "DELETE", "ideabank/proposals/p-0/votes/ann")).ShouldBe(Done);
        (await Send(client, "DELETE", "ideabank/proposals/p-0/votes/ann")).ShouldBe(Done);
        (await Send(client, "DELETE", "ideabank/proposals/p-0")).ShouldBe(Done);
        WorldCheck.Agrees(fake.IdeaBank.World);
        (await Send(client, "DELETE", "ideabank/banks/b1/panelists/ann")).ShouldBe(Done);
        WorldCheck.Agrees(fake.IdeaBank.World);
        fake.IdeaBank.TotalVotesOn("p-1").ShouldBe(0);
        (await Send(client, "POST", "ideabank/banks/b1/proposals", """{"id": "p-2"}""")).ShouldBe(Done);
        fake.IdeaBank.Merge("p-2", "p-1");
        (await Send(client, "DELETE", "ideabank/proposals/p-1")).ShouldBe(Refused(409, "Another proposal is a part of p-1; separate it with PUT …/status first."));
        (await Send(client, "DELETE", "ideabank/apiKeys/vtt_1")).ShouldBe(Done);
        (await Send(client, "DELETE", "ideabank/banks/b1")).ShouldBe(Done);
        fake.IdeaBank.World.ShouldBe(FakeJira.IdeaBank.World.IdeaBankWorld.Empty);
    }

    private static Answer Refused(int status, string message) =>
        new(status, "", new JObject { ["errors"] = new JArray(new JObject { ["message"] = message }) }.ToString() + "\n");

    private static async Task<Answer> Send(HttpClient client, string method, string path, string body = "")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, "__fakejira/sites/default/" + path, content);
    }
}
