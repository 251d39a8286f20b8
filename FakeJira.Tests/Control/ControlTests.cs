using System.Text;

namespace FakeJira.Tests.Control;

/// <summary>Settings, state, reset and sites through the control API.</summary>
public sealed class ControlTests
{
    private const string Site = "/__fakejira/sites/default";

    [Test]
    public async Task Voting_is_disabled_on_a_running_server_and_a_reset_enables_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        (await Send(client, "PATCH", Site + "/settings", """{"jira.votingEnabled": false}""")).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Rule.ShouldStartWith("JIRA-VOTES-DISABLED-404");
        (await Send(client, "POST", Site + "/reset", "")).Status.ShouldBe(204);
        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Rule.ShouldStartWith("JIRA-VOTES-GET-NO-VOTERS-200");
    }

    [Test]
    public async Task Every_mistake_in_settings_is_named_and_nothing_is_set([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Send(fake.Client(door), "PATCH", Site + "/settings", """
            {"jira.votingEnabled": false,
             "removeMissingVot": 204,
             "anonymousVote": [1]}
            """);

        answer.ShouldBe(new(400, "", """
            {
              "errors": [
                {
                  "path": "removeMissingVot",
                  "line": 2,
                  "column": 22,
                  "message": "There is no switch 'removeMissingVot'; did you mean 'removeMissingVote'?"
                },
                {
                  "path": "anonymousVote",
                  "line": 3,
                  "column": 19,
                  "message": "The switch anonymousVote takes always or ifVisible, not ''."
                }
              ]
            }

            """.ReplaceLineEndings("\n")));
        fake.Jira.VotingEnabled.ShouldBeTrue();
    }

    [Test]
    public async Task The_profile_sets_every_switch_on_which_the_profiles_differ()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        (await Send(client, "PATCH", Site + "/settings", """{"removeMissingVote": 404, "profile": "observed"}""")).Status.ShouldBe(200);

        (fake.Settings["removeMissingVote"], fake.Settings["anonymousVote"], fake.Settings["bearerOnSite"], fake.Settings["xsrfCheck"], fake.Settings["getWithBody"], fake.Settings["rejectBadCredentials"])
            .ShouldBe(("404", "ifVisible", "refused", "on", "refused", "false"));
    }

    [Test]
    public async Task The_profile_can_be_read_as_it_can_be_set()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        fake.Settings["profile"].ShouldBe("documented");
        fake.Settings["profile"] = "observed";
        fake.Settings["Profile"].ShouldBe("observed");
        fake.Settings["removeMissingVote"] = "404";
        fake.Settings["profile"].ShouldBe("mixed");
    }

    [Test]
    public async Task The_state_that_was_read_can_be_put_back_whole([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        var before = await Send(client, "GET", Site + "/state", "");
        fake.Jira.AddIssue("MKY-77");
        fake.Jira.VotingEnabled = false;

        (await Send(client, "PUT", Site + "/state", before.Body)).Status.ShouldBe(204);

        (await Send(client, "GET", Site + "/state", "")).Body.ShouldBe(before.Body);
        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
    }

    [Test]
    public async Task A_state_with_mistakes_changes_nothing_and_every_mistake_has_its_place([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        var before = await Send(client, "GET", Site + "/state", "");

        var answer = await Send(client, "PUT", Site + "/state", """
            {"jira": {"users": [{"accountId": "a", "displayName": "A"}],
              "issues": [{"key": "MKY-1", "voters": ["b"]}, {"key": "mky", "sumary": 1}]},
             "jirra": {}}
            """);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("There is no user b; the account id is meant.");
        answer.Body.ShouldContain("Expected an issue key such as \\\"MKY-1\\\", found \\\"mky\\\".");
        answer.Body.ShouldContain("Unknown member 'jirra'; did you mean 'jira'?");
        (await Send(client, "GET", Site + "/state", "")).Body.ShouldBe(before.Body);
    }

    [Test]
    public async Task A_name_that_stands_twice_is_a_mistake()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        (await Send(client, "PUT", Site + "/state", """{"jira": {}, "jira": {}}""")).Body.ShouldContain("Property with the name 'jira' already exists");
        (await Send(client, "PATCH", Site + "/settings", """{"jira.votingEnabled": false, "jira.votingEnabled": true}""")).Status.ShouldBe(400);
    }

    [Test]
    public async Task A_site_of_its_own_shares_nothing_with_the_others([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        var made = await Send(client, "POST", "/__fakejira/sites", """{"name": "team-a", "seed": "vendor"}""");
        made.Status.ShouldBe(201);
        (await Send(client, "POST", "/__fakejira/sites", """{"name": "team-a"}""")).Status.ShouldBe(409);
        var emma = ("Authorization", fake.Jira.User("emma@example.com").Authorization);
        (await Answer.Of(client, "POST", "/__sites/team-a/rest/api/3/issue/MKY-1/votes", null, emma)).Rule.ShouldBe("JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC");

        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
        var shown = await Answer.Of(client, "GET", "/__sites/team-a/rest/api/3/issue/MKY-1/votes", null, ("Host", "jira.test"));
        shown.Body.ShouldBe("""{"self":"http://jira.test/__sites/team-a/rest/api/3/issue/MKY-1/votes","votes":25,"hasVoted":false,"voters":[]}""");
        (await Answer.Of(client, "GET", "/__sites/team-b/rest/api/3/issue/MKY-1/votes")).ShouldBe(new(404, "", """{"Status":"There is no site \u0027team-b\u0027; there are: default, team-a."}"""));
        (await Send(client, "DELETE", "/__fakejira/sites/team-a", "")).Status.ShouldBe(204);
        (await Send(client, "GET", "/__fakejira/sites/team-a", "")).Status.ShouldBe(404);
        (await Send(client, "DELETE", Site, "")).Status.ShouldBe(409);
    }

    [TestCase("Host", "evil.example")]
    [TestCase("Origin", "https://evil.example")]
    public async Task Pages_of_other_hosts_may_not_control(string header, string value)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.CreateClient(), "PATCH", Site + "/settings", new StringContent("""{"jira.votingEnabled": false}"""), (header, value));

        answer.Status.ShouldBe(403);
        fake.Jira.VotingEnabled.ShouldBeTrue();
    }

    [Test]
    public async Task With_a_control_key_only_its_holders_control()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { ControlKey = "k-1" });
        using var client = fake.CreateClient();

        (await Answer.Of(client, "GET", "/__fakejira/ready")).Status.ShouldBe(401);
        (await Answer.Of(client, "GET", "/__fakejira/ready", null, ("X-FakeJira-Key", "k-2"))).Status.ShouldBe(401);
        (await Answer.Of(client, "GET", "/__fakejira/ready", null, ("X-FakeJira-Key", "k-1"))).Status.ShouldBe(200);
    }

    [Test]
    public async Task An_unknown_route_and_an_unknown_site_say_what_there_is()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();

        (await Answer.Of(client, "GET", "/__fakejira/site")).Status.ShouldBe(404);
        (await Answer.Of(client, "DELETE", "/__fakejira/ready")).Status.ShouldBe(405);
        (await Answer.Of(client, "GET", "/__fakejira/sites/defalt")).Body.ShouldContain("did you mean 'default'?");
        fake.Requests.Entries.ShouldBeEmpty();
    }

    private static async Task<Answer> Send(HttpClient client, string method, string path, string body)
    {
        using var content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, path, content);
    }
}
