using FakeJira;
using FakeJira.Stubs;
using NUnit.Framework;
using Shouldly;

[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

namespace Voting.Tests;

public sealed class VoteButtonTests
{
    [Test]
    public async Task Two_clicks_are_one_vote()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        var button = new VoteButton(fake.CreateClient(mia));

        (await button.ClickAsync("MKY-1")).ShouldBe(Click.Voted);
        (await button.ClickAsync("MKY-1")).ShouldBe(Click.Voted);

        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
        fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.add", times: 2);
    }

    [Test]
    public async Task Where_voting_is_off_the_button_says_so()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        fake.Jira.VotingEnabled = false;

        (await new VoteButton(fake.CreateClient(mia)).ClickAsync("MKY-1")).ShouldBe(Click.VotingIsOff);
    }

    [Test]
    public async Task A_rate_limit_is_no_error()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        var button = new VoteButton(fake.CreateClient(mia));
        using var fault = fake.Faults.Add(new Fault { Operation = "jira.votes.add", Error = "jira.rate-limited", Times = 1 });

        (await button.ClickAsync("MKY-1")).ShouldBe(Click.TryLater);
        (await button.ClickAsync("MKY-1")).ShouldBe(Click.Voted);
    }
}
