using FakeJira.Tests.IdeaBank;

namespace FakeJira.Tests;

/// <summary>What a test takes away.</summary>
public sealed class DeletionTests
{
    [Test]
    public async Task Users_and_projects_go_unless_something_says_who_wrote_it()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (mia, emma) = (fake.Jira.AddUser("Mia"), fake.Jira.AddUser("Emma"));
        fake.Jira.AddIssue("MKY-1", reporter: emma, voters: [mia]);
        using var client = fake.CreateClient(mia);

        Should.Throw<FakeJiraException>(() => fake.Jira.DeleteUser(emma)).Message.ShouldContain("wrote MKY-1");
        fake.Jira.DeleteUser(mia);

        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
        (await Answer.Of(client, "GET", "/rest/api/3/myself")).Status.ShouldBe(401);
        Should.Throw<FakeJiraException>(() => fake.Jira.DeleteUser(mia));
        fake.Jira.DeleteProject("MKY");
        fake.Jira.World.Issues.ShouldBeEmpty();
        Should.Throw<FakeJiraException>(() => fake.Jira.DeleteProject("MKY"));
    }

    [Test]
    public async Task Polls_and_endpoints_go()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var (first, second) = (endpoint.AddPoll(), endpoint.AddPoll());
        using var client = fake.CreateClient();

        endpoint.DeletePoll(first.Id);

        endpoint.PollsOf("PLAT-1").ShouldBe([second]);
        Should.Throw<FakeJiraException>(() => endpoint.DeletePoll(first.Id));
        fake.Polls.DeleteEndpoint(endpoint.Id);
        (await Answer.Of(client, "GET", "/" + endpoint.Query("PLAT-1").TrimStart('/'))).Rule.ShouldBe("POLLS-ENDPOINT-404");
    }

    [Test]
    public async Task Proposals_panelists_and_banks_go()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (ann, ben) = (fake.IdeaBank.AddPanelist(), fake.IdeaBank.AddPanelist());
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddProposal("p-2");
        fake.IdeaBank.AddVote(ann, "p-1");
        fake.IdeaBank.AddVote(ben, "p-1");
        fake.IdeaBank.Merge("p-2", "p-1");

        Should.Throw<FakeJiraException>(() => fake.IdeaBank.DeleteProposal("p-1")).Message.ShouldBe("Another proposal is a part of p-1; delete that one first.");
        fake.IdeaBank.DeletePanelist(ann);
        fake.IdeaBank.ScoreOf("p-1").ShouldBe(1);
        fake.IdeaBank.DeleteProposal("p-2");
        fake.IdeaBank.DeleteProposal("p-1");
        Should.Throw<FakeJiraException>(() => fake.IdeaBank.ScoreOf("p-1"));
        fake.IdeaBank.DeleteBank();
        fake.IdeaBank.World.Banks.ShouldBeEmpty();
        fake.IdeaBank.World.Size.ShouldBe(0);
    }

    [Test]
    public async Task What_belongs_to_others_stays_when_a_proposal_a_panelist_or_a_bank_goes()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var (bank, other) = (fake.IdeaBank.AddBank(id: "first"), fake.IdeaBank.AddBank(id: "second"));
        var (ann, ben, cleo) = (fake.IdeaBank.AddPanelist(bank, "ann"), fake.IdeaBank.AddPanelist(bank, "ben"), fake.IdeaBank.AddPanelist(other, "ann"));
        foreach (var id in new[] { "p-1", "p-2", "p-3" })
        {
            fake.IdeaBank.AddProposal(id, bank);
            fake.IdeaBank.AddVote(ben, id);
        }

        fake.IdeaBank.AddProposal("p-4", other);
        fake.IdeaBank.AddVote(ann, "p-1");
        fake.IdeaBank.AddVote(cleo, "p-4");

        fake.IdeaBank.DeleteProposal("p-2");
        fake.IdeaBank.World.Banks["first"].Numbered.ShouldBe(["p-1", "p-3"]);
        WorldCheck.Agrees(fake.IdeaBank.World);

        fake.IdeaBank.DeletePanelist(ann);
        fake.IdeaBank.World.Sessions.Keys.ShouldBe([ben.PublicKey, cleo.PublicKey], ignoreOrder: true);
        fake.IdeaBank.TotalVotesOn("p-1").ShouldBe(1);
        WorldCheck.Agrees(fake.IdeaBank.World);

        fake.IdeaBank.DeleteBank(bank);
        fake.IdeaBank.World.Sessions.Keys.ShouldBe([cleo.PublicKey]);
        fake.IdeaBank.TotalVotesOn("p-4").ShouldBe(1);
        WorldCheck.Agrees(fake.IdeaBank.World);
    }
}
