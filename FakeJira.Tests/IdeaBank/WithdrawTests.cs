using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class WithdrawTests
{
    [Test]
    public async Task A_vote_that_was_never_cast_can_be_withdrawn_all_the_same([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);

        (await client.WithdrawAsync("p-1")).ShouldBe(new(204, "IDEA-DELETE-ABSENT-204", ""));
        await client.VoteAsync("p-1");
        (await Answer.Of(client, "DELETE", Ask.VoteOn("p-1") + "/")).ShouldBe(new(204, "IDEA-DELETE-204", ""));
        (await client.WithdrawAsync("p-1")).ShouldBe(new(204, "IDEA-DELETE-ABSENT-204", ""));
        (fake.IdeaBank.ScoreOf("p-1"), fake.IdeaBank.TotalVotesOn("p-1")).ShouldBe((0L, 0L));
    }

    [TestCase(ProposalStatus.Accepted)]
    [TestCase(ProposalStatus.Rejected)]
    [TestCase(ProposalStatus.Implemented)]
    [TestCase(ProposalStatus.Closed)]
    public async Task A_vote_on_a_proposal_that_is_no_longer_open_stays_unless_the_switch_says_otherwise(ProposalStatus status)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var panelist = fake.IdeaBank.AddPanelist();
            fake.IdeaBank.AddProposal("p-1");
            using var client = fake.Client(door, panelist);
            await client.VoteAsync("p-1");
            fake.IdeaBank.SetStatus("p-1", status);
            var before = fake.IdeaBank.World;

            (await client.WithdrawAsync("p-1")).ShouldBe(new(404, "IDEA-DELETE-CLOSED-404", Ask.NotFound));
            fake.IdeaBank.World.ShouldBeSameAs(before);

            fake.Settings["deleteVoteOnClosed"] = "204";
            (await client.WithdrawAsync("p-1")).ShouldBe(new(204, "IDEA-DELETE-CLOSED-204", ""));
            fake.IdeaBank.VotesOn("p-1").ShouldBeEmpty();
        }
    }

    [Test]
    public async Task Panelists_do_not_know_of_drafts([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1", status: ProposalStatus.Draft);
        fake.Settings["deleteVoteOnClosed"] = "204";

        (await fake.Client(door, panelist).WithdrawAsync("p-1")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
    }
}
