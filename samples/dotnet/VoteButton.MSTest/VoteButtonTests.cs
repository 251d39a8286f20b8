using FakeJira;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace Voting.Tests;

[TestClass]
public sealed class VoteButtonTests
{
    [TestMethod]
    public async Task Two_clicks_are_one_vote()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        var button = new VoteButton(fake.CreateClient(mia));

        Assert.AreEqual(Click.Voted, await button.ClickAsync("MKY-1"));
        Assert.AreEqual(Click.Voted, await button.ClickAsync("MKY-1"));

        Assert.AreEqual(mia, fake.Jira.VotersOf("MKY-1").Single());
        fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.add", times: 2);
    }

    [TestMethod]
    public async Task Where_voting_is_off_the_button_says_so()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        fake.Jira.VotingEnabled = false;

        Assert.AreEqual(Click.VotingIsOff, await new VoteButton(fake.CreateClient(mia)).ClickAsync("MKY-1"));
    }
}
