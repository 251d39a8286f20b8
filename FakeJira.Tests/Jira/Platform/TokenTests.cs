using System.Text;

namespace FakeJira.Tests.Jira.Platform;

/// <summary>Whom a token signs in, where, and for what.</summary>
public sealed class TokenTests
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";
    private const string Refused = "Client must be authenticated to access this resource.";
    private const string Mismatch = """{"code":401,"message":"Unauthorized; scope does not match"}""";

    [Test]
    public async Task A_token_signs_in_its_own_user_in_its_own_way_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddUser("Emma Richards", "emma@example.com", "emma-token");
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token");
        var access = fake.Jira.AddAccessToken(mia);
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door);

        foreach (var authorization in new[] { Basic("emma@example.com", "mia-token"), Basic("mia@example.com", access.Value), "Bearer mia-token" })
        {
            (await Answer.Of(client, "POST", Votes, null, ("Authorization", authorization))).ShouldBe(new(401, "JIRA-AUTH-FAILED-401", Refused), authorization);
        }

        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
    }

    [Test]
    public async Task An_account_that_is_not_in_use_signs_in_in_no_way([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        (await client.Put("/__fakejira/sites/default/state", """
            { "jira": { "users": [ { "accountId": "u", "displayName": "U", "email": "u@example.com", "active": false, "tokens": [ { "value": "api" }, { "value": "access", "kind": "oauth" } ] } ],
              "projects": [ { "key": "MKY" } ], "issues": [ { "key": "MKY-1" } ] } }
            """)).Status.ShouldBe(204);

        foreach (var authorization in new[] { Basic("u@example.com", "api"), "Bearer access" })
        {
            (await Answer.Of(client, "GET", Votes, null, ("Authorization", authorization))).ShouldBe(new(401, "JIRA-AUTH-FAILED-401", Refused), authorization);
        }
    }

    [Test]
    public async Task The_live_service_takes_at_its_gateway_what_it_refuses_on_the_site([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Profile = "observed" });
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, fake.Jira.AddAccessToken(mia));

        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(403, "JIRA-AUTH-BEARER-403", """{"error":"Failed to parse Connect Session Auth Token"}"""));
        (await Answer.Of(client, "POST", fake.Jira.GatewayPath + Votes)).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-OAUTH", ""));
    }

    [TestCase("GET", "read:jira-work", "read:issue.vote:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira", 200)]
    [TestCase("POST", "write:jira-work", "write:issue.vote:jira", 204)]
    [TestCase("DELETE", "write:jira-work", "write:issue.vote:jira", 204)]
    public async Task Votes_take_the_classic_scope_or_every_granular_one(string method, string classic, string granular, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        async Task<Answer> With(params string[] scopes)
        {
            fake.Jira.Vote("MKY-1", mia);
            using var client = fake.Client(Door.Handler, fake.Jira.AddAccessToken(mia, scopes));
            return await Answer.Of(client, method, Votes);
        }

        var all = granular.Split(' ');
        (await With(classic)).Status.ShouldBe(status);
        (await With(all)).Status.ShouldBe(status);
        (await With("manage:jira-project")).ShouldBe(new(401, "JIRA-SCOPE-401", Mismatch));
        foreach (var missing in all)
        {
            (await With(["manage:jira-project", .. all.Where(scope => scope != missing)])).ShouldBe(new(401, "JIRA-SCOPE-401", Mismatch), missing);
        }

        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
    }

    [Test]
    public async Task An_API_token_with_scopes_signs_in_at_the_gateway_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia-id");
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(door, fake.Jira.AddScopedToken(mia, "write:jira-work"));

        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(401, "JIRA-AUTH-SCOPED-401", Refused));
        fake.Settings["rejectBadCredentials"] = "false";
        (await Answer.Of(client, "GET", Votes)).ShouldBe(new(404, "JIRA-VOTES-GET-ANONYMOUS-404, JIRA-AUTH-FAILED-ANONYMOUS", """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}"""));
        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
        (await Answer.Of(client, "POST", fake.Jira.GatewayPath + Votes)).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-OAUTH", ""));
    }

    [Test]
    public async Task An_API_token_of_a_document_that_has_scopes_is_one_even_when_they_are_none([Values("[]", "[\"read:jira-work\"]")] string scopes)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();
        (await client.Put("/__fakejira/sites/default/state", $$"""
            { "jira": { "users": [ { "accountId": "u", "displayName": "U", "email": "u@example.com", "tokens": [ { "value": "api", "scopes": {{scopes}} } ] } ],
              "projects": [ { "key": "MKY" } ], "issues": [ { "key": "MKY-1" } ] } }
            """)).Status.ShouldBe(204);

        (await Answer.Of(client, "GET", Votes, null, ("Authorization", Basic("u@example.com", "api")))).ShouldBe(new(401, "JIRA-AUTH-SCOPED-401", Refused));
    }

    private static string Basic(string email, string token) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{email}:{token}"));
}
