using FakeJira.IdeaBank;

namespace FakeJira.Tests.IdeaBank;

public sealed class ParallelTests
{
    private const int Panelists = 16;
    private const int Rounds = 30;

    [Test]
    public async Task Votes_at_the_same_time_are_counted_once_each([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddProposal("p-2");
        var panelists = Enumerable.Range(0, Panelists).Select(_ => fake.IdeaBank.AddPanelist()).ToArray();

        await Task.WhenAll(panelists.Select((panelist, number) => Task.Run(async () =>
        {
            using var client = fake.Client(door, panelist);
            for (var round = 0; round < Rounds; round++)
            {
                await client.VoteAsync("p-1", round % 2 == 0 ? """{"vote":1}""" : """{"vote":-1}""");
                await (round % 3 == 0 ? client.WithdrawAsync("p-2") : client.VoteAsync("p-2"));
            }

            (await client.VoteAsync("p-1", number % 4 == 0 ? """{"vote":-1}""" : """{"vote":1}""")).Status.ShouldBe(200);
        })));

        (fake.IdeaBank.ScoreOf("p-1"), fake.IdeaBank.TotalVotesOn("p-1")).ShouldBe((Panelists / 2, Panelists));
        (fake.IdeaBank.ScoreOf("p-2"), fake.IdeaBank.TotalVotesOn("p-2")).ShouldBe((Panelists, Panelists));
        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    [Test]
    public async Task One_panelist_with_many_sessions_has_one_vote([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        var sessions = Enumerable.Range(0, Panelists).Select(_ => fake.IdeaBank.NewSession(panelist)).ToArray();

        await Task.WhenAll(sessions.Select(session => Task.Run(() => fake.Client(door, session).VoteAsync("p-1"))));

        fake.IdeaBank.VotesOn("p-1").ShouldBe(new Dictionary<Panelist, int> { [panelist] = 1 });
    }

    [Test]
    public async Task No_vote_is_lost_or_doubled_when_proposals_are_merged_meanwhile([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        string[] proposals = ["p-1", "p-2", "p-3", "p-4"];
        foreach (var id in proposals)
        {
            fake.IdeaBank.AddProposal(id);
        }

        var panelists = Enumerable.Range(0, Panelists).Select(_ => fake.IdeaBank.AddPanelist()).ToArray();
        var voting = Task.WhenAll(panelists.Select((panelist, number) => Task.Run(async () =>
        {
            using var client = fake.Client(door, panelist);
            for (var round = 0; round < Rounds; round++)
            {
                (await client.VoteAsync(proposals[(number + round) % 4])).Status.ShouldBe(200);
            }
        })));
        fake.IdeaBank.Merge("p-1", "p-2");
        fake.IdeaBank.Merge("p-3", "p-4");
        fake.IdeaBank.Merge("p-2", "p-4");
        await voting;

        WorldCheck.Agrees(fake.IdeaBank.World);
        fake.IdeaBank.VotesOn("p-4").Keys.ShouldBe(panelists, ignoreOrder: true);
        fake.IdeaBank.ScoreOf("p-4").ShouldBe(Panelists);
    }
}
