namespace FakeJira.Tests.Jira.Votes;

/// <summary>How an issue is named in a path, and when it does not exist for the caller.</summary>
public sealed class IssueNameTests
{
    private const string Unseen = """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}""";

    [TestCase("GET"), TestCase("POST"), TestCase("DELETE")]
    public async Task An_issue_that_is_unknown_hidden_or_in_another_project_does_not_exist(string method)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var (mia, ada) = (fake.Jira.AddUser(), fake.Jira.AddUser());
            fake.Jira.AddProject("SECRET");
            fake.Jira.Grant("SECRET", "BROWSE_PROJECTS", ada);
            fake.Jira.AddIssue("SECRET-1");
            fake.Jira.AddProject("MKY");
            fake.Jira.AddSecurityLevel("MKY", "Managers", ada);
            fake.Jira.AddIssue("MKY-2", securityLevel: "Managers");
            var seen = fake.Jira.AddIssue("MKY-1");
            fake.Jira.VotingEnabled = false;
            using var client = fake.Client(door, mia);

            foreach (var key in new[] { "MKY-99", "SECRET-1", "MKY-2", "0" + seen.Id, "+" + seen.Id, "MKY-01", "MKY-1%20", "99999999999999999999", "%E2%98%83", "MKY-1%2F2" })
            {
                (await Answer.Of(client, method, $"/rest/api/3/issue/{key}/votes")).ShouldBe(new(404, "JIRA-ISSUE-404, JIRA-AUTH-BASIC", Unseen), key);
            }
        }
    }

    [Test]
    public async Task An_issue_can_be_moved_back_to_a_key_it_had_but_not_to_one_of_another()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("OLD-7");
        fake.Jira.AddIssue("NEW-2");
        fake.Jira.MoveIssue("OLD-7", "NEW-1");

        fake.Jira.MoveIssue("NEW-1", "OLD-7");

        var issue = fake.Jira.World.FindIssue("NEW-1").ShouldNotBeNull();
        issue.Key.ShouldBe("OLD-7");
        issue.PreviousKeys.ShouldBe(["NEW-1"]);
        Should.Throw<FakeJiraException>(() => fake.Jira.MoveIssue("OLD-7", "NEW-2")).Message.ShouldBe("There is an issue NEW-2 already; choose another key.");
        Should.Throw<FakeJiraException>(() => fake.Jira.MoveIssue("OLD-7", "OLD-7"));
    }

    [Test]
    public async Task An_issue_is_found_by_id_by_key_in_any_case_and_by_a_key_it_had([Values] Door door, [Values("3", "2", "latest")] string version)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://jira.test" });
        var mia = fake.Jira.AddUser();
        var issue = fake.Jira.AddIssue("OLD-7");
        fake.Jira.MoveIssue("OLD-7", "NEW-1");
        fake.Jira.Grant("NEW", "VIEW_VOTERS_AND_WATCHERS");
        using var client = fake.Client(door, mia);

        foreach (var name in new[] { issue.Id, "NEW-1", "new-1", "OLD-7", "oLd-7" })
        {
            (await Answer.Of(client, "GET", $"/rest/api/{version}/issue/{name}/votes")).Body.ShouldBe($$"""{"self":"https://jira.test/rest/api/{{version}}/issue/NEW-1/votes","votes":0,"hasVoted":false,"voters":[]}""", name);
        }
    }
}
