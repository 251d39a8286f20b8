using FakeJira.Stubs;

namespace FakeJira.Tests.Jira.Votes;

/// <summary>Every rule of the votes operations, through both doors.</summary>
public sealed class VoteTests
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";
    private const string Unseen = """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}""";
    private const string NotAuthenticated = """{"errorMessages":["You are not authenticated. Authentication required to perform this operation."],"errors":{}}""";
    private const string Disabled = """{"errorMessages":["Voting for issues is currently not enabled for this Jira instance."],"errors":{}}""";

    [Test]
    public async Task A_second_vote_changes_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(door, mia);

        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(204, "JIRA-VOTES-ADD-AGAIN-204, JIRA-AUTH-BASIC", ""));

        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
    }

    [Test]
    public async Task Votes_are_shown_with_their_voters_by_display_name([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://your-domain.atlassian.net" });
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", accountId: "5b10a2844c20165700ede21g");
        var ada = fake.Jira.AddUser("Ada Admin", "ada@example.com", accountId: "712020:6f4bba2f-9bd1-4a8e-a4c5-0a6c0b7ff001");
        fake.Jira.AddIssue("MKY-1", reporter: ada, voters: [mia, ada]);

        var answer = await Answer.Of(fake.Client(door, mia), "GET", "/rest/api/2/issue/MKY-1/votes");

        answer.ShouldBe(new(200, "JIRA-VOTES-GET-200, JIRA-AUTH-BASIC",
            """{"self":"https://your-domain.atlassian.net/rest/api/2/issue/MKY-1/votes","votes":2,"hasVoted":true,"voters":["""
            + Voter("712020:6f4bba2f-9bd1-4a8e-a4c5-0a6c0b7ff001", "712020%3A6f4bba2f-9bd1-4a8e-a4c5-0a6c0b7ff001", "Ada Admin", "ada@example.com", "AA-3") + ","
            + Voter("5b10a2844c20165700ede21g", "5b10a2844c20165700ede21g", "Mia Krystof", "mia@example.com", "MK-2") + "]}"));
    }

    [Test]
    public async Task Who_may_not_view_voters_sees_how_many_there_are_but_not_who([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var rob = fake.Jira.AddUser("Rob Reader");
        fake.Jira.AddIssue("MKY-1", voters: [rob]);
        fake.Jira.Grant("MKY", "VIEW_VOTERS_AND_WATCHERS");

        var answer = await Answer.Of(fake.Client(door, rob), "GET", Votes, null, ("Host", "jira.test"));

        answer.ShouldBe(new(200, "JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-BASIC", """{"self":"http://jira.test/rest/api/3/issue/MKY-1/votes","votes":1,"hasVoted":true,"voters":[]}"""));
    }

    [Test]
    public async Task A_cast_vote_can_be_withdrawn_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", voters: [mia]);
        using var client = fake.Client(door, mia);

        (await Answer.Of(client, "DELETE", Votes)).ShouldBe(new(204, "JIRA-VOTES-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "DELETE", Votes)).ShouldBe(new(404, "JIRA-VOTES-DELETE-ABSENT-404, JIRA-AUTH-BASIC", """{"errorMessages":["You have not voted for this issue."],"errors":{}}"""));

        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
    }

    [Test]
    public async Task The_live_service_withdraws_a_vote_that_was_never_cast([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Profile = "observed" });
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1");

        (await Answer.Of(fake.Client(door, mia), "DELETE", Votes)).ShouldBe(new(204, "JIRA-VOTES-DELETE-ABSENT-204, JIRA-AUTH-BASIC", ""));
    }

    [TestCase("GET"), TestCase("POST"), TestCase("DELETE")]
    public async Task Nobody_votes_while_voting_is_disabled_and_votes_are_kept(string method)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var mia = fake.Jira.AddUser();
            fake.Jira.AddIssue("MKY-1", voters: [mia]);
            fake.Jira.VotingEnabled = false;

            (await Answer.Of(fake.Client(door, mia), method, Votes)).ShouldBe(new(404, "JIRA-VOTES-DISABLED-404, JIRA-AUTH-BASIC", Disabled));

            fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
        }
    }

    [Test]
    public async Task The_reporter_may_vote_unless_the_switch_says_otherwise([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", reporter: mia);
        using var client = fake.Client(door, mia);

        fake.Settings["reporterMayVote"] = "false";
        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(404, "JIRA-VOTES-REPORTER-404, JIRA-AUTH-BASIC", """{"errorMessages":["You cannot vote for an issue you have reported."],"errors":{}}"""));
        fake.Settings["reporterMayVote"] = "true";
        (await Answer.Of(client, "POST", Votes)).Rule.ShouldBe("JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Votes_on_resolved_issues_stand_still_when_the_switch_says_so([Values] Door door, [Values("POST", "DELETE")] string method)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["votingOnResolvedIssues"] = "false", ["removeMissingVote"] = "204" } });
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", resolution: "Done");

        (await Answer.Of(fake.Client(door, mia), method, Votes)).ShouldBe(new(404, "JIRA-VOTES-RESOLVED-404, JIRA-AUTH-BASIC", """{"errorMessages":["You cannot vote or change your vote on resolved issues."],"errors":{}}"""));
    }

    [Test]
    public async Task One_404_lists_every_reason_that_applies_in_its_order([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1", reporter: mia, resolution: "Done");
        fake.Jira.Settings = fake.Jira.Settings with { ReporterMayVote = false, VotingOnResolvedIssues = false, VotingEnabled = false };
        using var client = fake.Client(door, mia);

        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(404, "JIRA-VOTES-REPORTER-404, JIRA-VOTES-RESOLVED-404, JIRA-VOTES-DISABLED-404, JIRA-AUTH-BASIC",
            """{"errorMessages":["You cannot vote for an issue you have reported.","You cannot vote or change your vote on resolved issues.","Voting for issues is currently not enabled for this Jira instance."],"errors":{}}"""));
        (await Answer.Of(client, "DELETE", Votes)).ShouldBe(new(404, "JIRA-VOTES-RESOLVED-404, JIRA-VOTES-DISABLED-404, JIRA-VOTES-DELETE-ABSENT-404, JIRA-AUTH-BASIC",
            """{"errorMessages":["You cannot vote or change your vote on resolved issues.","Voting for issues is currently not enabled for this Jira instance.","You have not voted for this issue."],"errors":{}}"""));
    }

    [Test]
    public async Task Anonymous_callers_see_votes_of_public_issues_only([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        fake.Jira.AddIssue("MKY-1");
        fake.Jira.AddIssue("PLAT-1");
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", Votes, null, ("Host", "jira.test"))).ShouldBe(new(200, "JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS", """{"self":"http://jira.test/rest/api/3/issue/MKY-1/votes","votes":0,"hasVoted":false,"voters":[]}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/issue/PLAT-1/votes")).ShouldBe(new(404, "JIRA-VOTES-GET-ANONYMOUS-404, JIRA-AUTH-ANONYMOUS", Unseen));
    }

    [Test]
    public async Task A_vote_needs_a_user([Values] Door door, [Values("POST", "DELETE")] string method)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        fake.Jira.AddIssue("MKY-1");
        fake.Jira.AddIssue("PLAT-1");
        using var client = fake.Client(door);

        foreach (var key in new[] { "MKY-1", "PLAT-1", "NONE-1" })
        {
            (await Answer.Of(client, method, $"/rest/api/3/issue/{key}/votes")).ShouldBe(new(401, "JIRA-VOTES-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS", NotAuthenticated), key);
        }

        fake.Settings["anonymousVote"] = "ifVisible";
        (await Answer.Of(client, method, Votes)).ShouldBe(new(401, "JIRA-VOTES-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS", NotAuthenticated));
        (await Answer.Of(client, method, "/rest/api/3/issue/PLAT-1/votes")).ShouldBe(new(404, "JIRA-ISSUE-404, JIRA-AUTH-ANONYMOUS", Unseen));
    }

    [Test]
    public async Task A_fault_answers_400_where_nobody_knows_what_triggers_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1");
        fake.Faults.Add(new Fault { Operation = "jira.votes.add", Error = "jira.bad-request" });

        (await Answer.Of(fake.Client(door, mia), "POST", Votes)).ShouldBe(new(400, "JIRA-VOTES-BAD-REQUEST-400", """{"errorMessages":[],"errors":{}}"""));
        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
    }

    private static string Voter(string id, string escapedId, string name, string email, string avatar)
    {
        var picture = $"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/{avatar}.png";
        return $$"""
            {"self":"https://your-domain.atlassian.net/rest/api/2/user?accountId={{escapedId}}","accountId":"{{id}}","emailAddress":"{{email}}",
            "avatarUrls":{"48x48":"{{picture}}?size=48&s=48","24x24":"{{picture}}?size=24&s=24","16x16":"{{picture}}?size=16&s=16","32x32":"{{picture}}?size=32&s=32"},
            "displayName":"{{name}}","active":true,"timeZone":"Etc/UTC","accountType":"atlassian"}
            """.ReplaceLineEndings("");
    }
}
