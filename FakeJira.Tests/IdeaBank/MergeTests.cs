using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class MergeTests
{
    [Test]
    public async Task A_vote_follows_every_merge_to_the_proposal_that_is_open([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        foreach (var id in new[] { "p-1", "p-2", "p-3" })
        {
            fake.IdeaBank.AddProposal(id);
        }

        fake.IdeaBank.Merge("p-1", "p-2");
        fake.IdeaBank.Merge("p-2", "p-3");
        using var client = fake.Client(door, panelist);

        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-3", 1, "IDEA-MERGED-200"));
        (await client.VoteAsync("p-2", """{"vote":-1}""")).ShouldBe(Ask.Recorded("p-3", -1, "IDEA-MERGED-200"));
        fake.IdeaBank.VotesOn("p-3").ShouldBe(new Dictionary<Panelist, int> { [panelist] = -1 });

        (await client.WithdrawAsync("p-1")).ShouldBe(new(204, "IDEA-DELETE-MERGED-204", ""));
        fake.IdeaBank.VotesOn("p-3").ShouldBeEmpty();
        (await client.WithdrawAsync("p-1")).ShouldBe(new(204, "IDEA-DELETE-MERGED-204", ""));

        fake.IdeaBank.SetStatus("p-3", ProposalStatus.Implemented);
        (await client.VoteAsync("p-1")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
        (await client.WithdrawAsync("p-1")).ShouldBe(new(404, "IDEA-DELETE-CLOSED-404", Ask.NotFound));
    }

    [Test]
    public async Task Votes_move_except_of_those_who_have_voted_there([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        var both = fake.IdeaBank.AddPanelist();
        var one = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1", baseVotes: 2, baseTotalVotes: 4);
        fake.IdeaBank.AddProposal("p-2", baseVotes: 10, baseTotalVotes: 10);
        await fake.Client(door, both).VoteAsync("p-1");
        await fake.Client(door, both).VoteAsync("p-2", """{"vote":-1}""");
        await fake.Client(door, one).VoteAsync("p-1");

        fake.IdeaBank.Merge("p-1", "p-2");

        fake.IdeaBank.VotesOn("p-2").ShouldBe(new Dictionary<Panelist, int> { [both] = -1, [one] = 1 }, ignoreOrder: true);
        (fake.IdeaBank.ScoreOf("p-2"), fake.IdeaBank.TotalVotesOn("p-2")).ShouldBe((12L, 16L));
        fake.IdeaBank.VotesOn("p-1").ShouldBe(new Dictionary<Panelist, int> { [both] = 1 });
        (await fake.Client(door, one).ReadAsync("/public/ideabank/my-votes")).Body.ShouldBe("""{"votes":[{"proposalId":"p-2","vote":1,"isMutable":true,"tsVoted":1700000000}]}""");
        (await fake.Client(door, both).ReadAsync("/public/ideabank/my-votes")).Body.ShouldBe(
            """{"votes":[{"proposalId":"p-2","vote":-1,"isMutable":true,"tsVoted":1700000000},{"proposalId":"p-1","vote":1,"isMutable":false,"tsVoted":1700000000}]}""");
    }

    [Test]
    public async Task A_merge_that_would_go_round_in_a_circle_is_refused()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        foreach (var id in new[] { "p-1", "p-2", "p-3" })
        {
            fake.IdeaBank.AddProposal(id);
        }

        fake.IdeaBank.Merge("p-1", "p-2");
        fake.IdeaBank.Merge("p-2", "p-3");
        var before = fake.IdeaBank.World;

        Should.Throw<FakeJiraException>(() => fake.IdeaBank.Merge("p-3", "p-1")).Message.ShouldBe("p-1 is p-3 or part of it; merging them would go round in a circle. Merge the other way, or separate them with SetStatus first.");
        Should.Throw<FakeJiraException>(() => fake.IdeaBank.Merge("p-3", "p-3"));
        fake.IdeaBank.World.ShouldBeSameAs(before);
    }

    [TestCase(600_000_000, 0, 400_000_000, 0, true)]
    [TestCase(600_000_000, 0, 400_000_001, 0, false)]
    [TestCase(-600_000_000, 0, -400_000_000, 0, true)]
    [TestCase(-600_000_000, 0, -400_000_001, 0, false)]
    [TestCase(600_000_000, 0, -600_000_000, 0, true)]
    [TestCase(0, 600_000_000, 0, 400_000_000, true)]
    [TestCase(0, 600_000_000, 0, 400_000_001, false)]
    public async Task Base_votes_come_together_up_to_what_one_proposal_can_have(long votes, long total, long votesThere, long totalThere, bool fits)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddProposal("p-1", baseVotes: votes, baseTotalVotes: total);
        fake.IdeaBank.AddProposal("p-2", baseVotes: votesThere, baseTotalVotes: totalThere);
        var before = fake.IdeaBank.World;

        if (fits)
        {
            fake.IdeaBank.Merge("p-1", "p-2");
            (fake.IdeaBank.ScoreOf("p-2"), fake.IdeaBank.TotalVotesOn("p-2")).ShouldBe((votes + votesThere, total + totalThere));
        }
        else
        {
            Should.Throw<FakeJiraException>(() => fake.IdeaBank.Merge("p-1", "p-2")).Message.ShouldBe("The base votes of p-1 and p-2 are more than 1000000000 together; give them fewer.");
            fake.IdeaBank.World.ShouldBeSameAs(before);
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(1000)]
    public async Task Merges_that_go_round_in_a_circle_end_nowhere(int length)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("lead-in");
        string[] way = ["lead-in", "way-1", "way-2", "way-3", "p-0"];

        // Nothing makes such a world; the rule is there for it all the same.
        var circle = Enumerable.Range(0, length).Select(i => new Proposal($"p-{i}", i + 5, "", "", default) { Status = ProposalStatus.Merged, MergedInto = $"p-{(i + 1) % length}" });
        circle = way[1..^1].Select((id, i) => new Proposal(id, i + 2, "", "", default) { Status = ProposalStatus.Merged, MergedInto = way[i + 2] }).Concat(circle);
        fake.Site.Site.Replace(IdeaBankContract.World, world => circle.Aggregate(world, (current, proposal) => current.WithAdded(proposal, current.Banks.Values.Single())));
        fake.Site.Site.Replace(IdeaBankContract.World, world => world.With(world.Banks.Values.Single() is var bank ? bank.With(bank.Proposals["lead-in"] with { Status = ProposalStatus.Merged, MergedInto = way[1] }) : null!));

        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, panelist);
            (await client.VoteAsync("lead-in")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
            (await client.WithdrawAsync("p-0")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
        }
    }

    [Test]
    public async Task A_proposal_that_stands_alone_again_is_voted_on_itself([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddProposal("p-2");
        fake.IdeaBank.Merge("p-1", "p-2");
        fake.IdeaBank.SetStatus("p-1", ProposalStatus.Open);

        (await fake.Client(door, panelist).VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
    }
}
