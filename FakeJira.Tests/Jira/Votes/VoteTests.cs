namespace FakeJira.Tests.Jira.Votes;

public sealed class VoteTests
{
    [Test]
    public async Task A_second_click_changes_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(door, mia);

        (await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-1/votes")).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "POST", "/rest/api/3/issue/mky-1/votes/")).ShouldBe(new(204, "JIRA-VOTES-ADD-AGAIN-204, JIRA-AUTH-BASIC", ""));

        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
    }
}
