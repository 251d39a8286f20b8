using System.Diagnostics;
using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class ManyVotesTests
{
    [Test]
    public async Task A_vote_and_a_page_cost_hardly_more_in_a_bank_that_is_a_thousand_times_larger()
    {
        await using var small = await Started(20, 10);
        await using var large = await Started(20_000, 1);

        (await CostOf(large)).ShouldBeLessThan(await CostOf(small) * 3);
        WorldCheck.Agrees(large.IdeaBank.World);
    }

    [TestCase(100)]
    [TestCase(100_000)]
    [Explicit("A measurement, with up to 1,000,000 votes.")]
    public async Task Votes_and_pages_are_measured(int proposals)
    {
        await using var fake = await Started(proposals, 10);
        using var client = fake.Client(Door.Loopback, fake.IdeaBank.Panelist("panelist-1"));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 1000; i++)
            {
                (await client.VoteAsync($"p-{i * 97 % proposals}", """{"vote":-1}""")).Status.ShouldBe(200);
            }

            await TestContext.Out.WriteLineAsync($"1,000 votes over loopback: {watch.ElapsedMilliseconds} ms");
            watch.Restart();
            var cursor = "";
            for (var i = 0; i < 1000; i++)
            {
                var page = (await client.ReadAsync($"/public/ideabank/proposals?sort=votes&limit=20&cursor={cursor}")).Body;
                cursor = page.EndsWith("\"}", StringComparison.Ordinal) ? page[(page.LastIndexOf(':') + 2)..^2] : "";
            }

            await TestContext.Out.WriteLineAsync($"1,000 pages of 20 by votes, one behind the other: {watch.ElapsedMilliseconds} ms");
        }
    }

    /// <summary>Bytes allocated by a vote, a deep page and a page of my votes: unlike time, the same on every machine.</summary>
    private static async Task<long> CostOf(FakeJiraServer fake)
    {
        var world = fake.IdeaBank.World;
        var bank = world.Banks.Values.Single();
        var (token, middle) = (fake.IdeaBank.Panelist("panelist-1").PublicKey, bank.Recent[bank.Recent.Count / 2]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
        {
            Voting.Cast(world, token, DateTimeOffset.UnixEpoch, "p-7", 1).Outcome.Kind.ShouldBe(CastKind.Recorded);
            RankPage.Of(bank.Recent, middle, 5).Places.Length.ShouldBe(5);
            RankPage.Of(bank.Voters["panelist-1"].VotedOn, middle, 5);
        }

        await Task.CompletedTask;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<FakeJiraServer> Started(int proposals, int votesOnEach)
    {
        var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank(id: "ideas");
        var panelist = fake.IdeaBank.AddPanelist(bank);
        var voters = Enumerable.Range(0, votesOnEach).Select(number => number == 0 ? fake.IdeaBank.World.Banks["ideas"].Voters[panelist.Id] : new Voter($"voter-{number}")).ToList();
        var votes = new Proposal("", 0, "", "", default).Votes.AddRange(voters.Select(voter => KeyValuePair.Create(voter.Id, new Vote(1, DateTimeOffset.UnixEpoch))));
        var filled = Enumerable.Range(0, proposals).Select(number => new Proposal($"p-{number}", number + 1, "Title", "Description", DateTimeOffset.UnixEpoch.AddSeconds(number % 1000)) { Votes = votes, VoteSum = votesOnEach, BaseVotes = number % 100 }).ToList();
        fake.Site.Site.Replace(IdeaBankContract.World, world => world.WithFilled(world.Banks["ideas"].Filled(voters, filled)));
        return fake;
    }
}
