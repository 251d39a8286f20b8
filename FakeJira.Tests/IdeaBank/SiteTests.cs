using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class SiteTests
{
    [Test]
    public async Task A_mistake_of_the_test_s_author_says_what_to_do()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        await using var other = await FakeJiraServer.StartAsync(new() { Listens = false });
        var bank = fake.IdeaBank.AddBank(id: "ideas");
        var panelist = fake.IdeaBank.AddPanelist(id: "mia", session: "one");
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddProposal("p-2", fake.IdeaBank.AddBank(id: "more"));

        Said(() => fake.IdeaBank.AddBank(id: "ideas")).ShouldBe("There is a bank 'ideas' already; choose another id.");
        Said(() => fake.IdeaBank.AddBank(id: "a:b")).ShouldStartWith("'a:b' is no bank id; expected letters, digits");
        Said(() => fake.IdeaBank.AddBank(level: (AccessLevel)9)).ShouldBe("There is no access level 9; there are: Internal, SuggestionBox, ClosedVoting, OpenVoting, CommunityForum.");
        Said(() => fake.IdeaBank.AddProposal()).ShouldBe("There are several banks; say which: ideas, more.");
        Said(() => fake.IdeaBank.AddPanelist(bank, "mia")).ShouldStartWith("There is a panelist 'mia' in ideas already");
        Said(() => fake.IdeaBank.AddPanelist(bank, session: "one")).ShouldBe("The session 'one' is in use in ideas; choose another.");
        Said(() => fake.IdeaBank.AddProposal("p-1", bank)).ShouldStartWith("There is a proposal 'p-1' already");
        Said(() => fake.IdeaBank.SetStatus("p-1", ProposalStatus.Merged)).ShouldBe("A proposal cannot be set to Merged; use Merge for Merged, or one of: Draft, Open, Accepted, Rejected, Implemented, Closed.");
        Said(() => fake.IdeaBank.Merge("p-1", "p-2")).ShouldBe("p-1 and p-2 are of different banks; a proposal merges into one of its own bank.");
        Said(() => fake.IdeaBank.AddVote(panelist, "p-1", 2)).ShouldBe("A vote is 1 or -1, not 2.");
        Said(() => fake.IdeaBank.AddVote(panelist, "p-2")).ShouldBe("There is no proposal p-2 in ideas; add it with AddProposal.");
        Said(() => fake.IdeaBank.ScoreOf("p-9")).ShouldBe("There is no proposal p-9 on this site; add it with AddProposal.");
        Said(() => other.IdeaBank.Block(panelist)).ShouldBe("mia of ideas is not a panelist of this site: was it added to another server or before a reset? Add it with AddPanelist.");
        Said(() => other.IdeaBank.AddPanelist(bank)).ShouldStartWith("There is no bank ideas on this site");
    }

    [Test]
    public async Task A_vote_that_a_test_arranges_is_one_like_any_other([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddVote(panelist, "p-1", -1);

        fake.IdeaBank.ScoreOf("p-1").ShouldBe(-1);
        (await fake.Client(door, panelist).WithdrawAsync("p-1")).ShouldBe(new(204, "IDEA-DELETE-204", ""));
        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    [Test]
    public async Task What_is_not_said_is_made_up()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        var proposal = fake.IdeaBank.AddProposal();

        proposal.Title.ShouldNotBeNullOrWhiteSpace();
        proposal.Id.ShouldStartWith("p-");
        fake.IdeaBank.World.Banks.Count.ShouldBe(1);
        fake.IdeaBank.AddPanelist(id: "panelist-2");
        fake.IdeaBank.AddPanelist().Id.ShouldBe("panelist-3");
    }

    [Test]
    public async Task A_reset_forgets_everything_and_sites_do_not_know_of_each_other([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);
        (await client.VoteAsync("p-1")).Status.ShouldBe(200);

        fake.Reset();

        fake.IdeaBank.World.ShouldBeSameAs(IdeaBankWorld.Empty);
        (await client.VoteAsync("p-1")).Rule.ShouldBe("IDEA-TOKEN-401");
    }

    private static string Said(Action mistake) => Should.Throw<FakeJiraException>(mistake).Message;
}
