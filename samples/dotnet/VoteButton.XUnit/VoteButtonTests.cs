using FakeJira;
using Xunit;

namespace Voting.Tests;

/// <summary>xUnit makes an instance for each test, so each has a server of its own.</summary>
public sealed class VoteButtonTests : IAsyncLifetime
{
    private FakeJiraServer _fake = null!;

    public async Task InitializeAsync() => _fake = await FakeJiraServer.StartAsync();

    public async Task DisposeAsync() => await _fake.DisposeAsync();

    [Fact]
    public async Task Two_clicks_are_one_vote()
    {
        var mia = _fake.Jira.AddUser("Mia Krystof");
        _fake.Jira.AddIssue("MKY-1");
        var button = new VoteButton(_fake.CreateClient(mia));

        Assert.Equal(Click.Voted, await button.ClickAsync("MKY-1"));
        Assert.Equal(Click.Voted, await button.ClickAsync("MKY-1"));

        Assert.Equal([mia], _fake.Jira.VotersOf("MKY-1"));
        _fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.add", times: 2);
    }

    [Fact]
    public async Task Where_voting_is_off_the_button_says_so()
    {
        var mia = _fake.Jira.AddUser("Mia Krystof");
        _fake.Jira.AddIssue("MKY-1");
        _fake.Jira.VotingEnabled = false;

        Assert.Equal(Click.VotingIsOff, await new VoteButton(_fake.CreateClient(mia)).ClickAsync("MKY-1"));
    }
}
