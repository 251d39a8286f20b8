using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

/// <summary>What clients make is bounded; IDEA-FULL-507.</summary>
public sealed class RoomTests
{
    private static readonly Answer Full = new(507, "IDEA-FULL-507", """{"error":"storage-full"}""");

    [Test]
    public async Task When_there_is_no_room_nothing_is_stored_and_what_is_there_can_be_changed([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank();
        var panelist = fake.IdeaBank.AddPanelist(id: "ann");
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddProposal("p-2");
        using var client = fake.Client(door, panelist);
        await client.VoteAsync("p-1");
        fake.Settings["ideaBankMegabytes"] = "0";
        var before = fake.IdeaBank.World;

        (await client.VoteAsync("p-2")).ShouldBe(Full);
        (await Answer.Of(client, "POST", "/public/ideabank/proposals", Ask.Json("""{"title":"a","description":"b"}"""))).ShouldBe(Full);
        (await client.ReadAsync($"/tenant/ideabanks/{bank.Id}/panelists/ben", ("X-API-Key", bank.ApiKey))).ShouldBe(Full);

        fake.IdeaBank.World.ShouldBeSameAs(before);
        (await client.ReadAsync($"/tenant/ideabanks/{bank.Id}/panelists/ann", ("X-API-Key", bank.ApiKey))).Rule.ShouldBe("IDEA-PANELIST-200");
        (await client.VoteAsync("p-1", """{"vote":-1}""")).ShouldBe(Ask.Recorded("p-1", -1));
        (await client.WithdrawAsync("p-1")).Status.ShouldBe(204);
    }

    [Test]
    public async Task Where_there_is_room_for_a_session_and_no_more_a_panelist_gets_a_new_one_and_nobody_is_added()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Settings["ideaBankMegabytes"] = "1";
        var bank = fake.IdeaBank.AddBank(id: "ideas");
        fake.IdeaBank.Expire(fake.IdeaBank.AddPanelist(id: "ann"));
        var proposal = new Proposal("p-1", 1, "t", "", fake.Clock.Now);
        var room = (1024 * 1024) - fake.IdeaBank.World.Size - proposal.Size;
        fake.IdeaBank.AddProposal("p-1", title: "t", description: new string('x', (int)(room - Session.Size) / 2));
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://ideas.test") };

        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/ben", ("X-API-Key", bank.ApiKey))).ShouldBe(Full);
        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/ann", ("X-API-Key", bank.ApiKey))).Rule.ShouldBe("IDEA-PANELIST-RENEWED-200");
        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    [Test]
    public void Every_character_that_a_client_says_counts_for_two_bytes_of_room()
    {
        var (voter, proposal) = (new Voter("ann"), new Proposal("p-1", 1, "title", "description", default));

        (new Voter("annabel").Size - voter.Size).ShouldBe(8);
        new[] { proposal with { Id = "p-123" }, proposal with { Title = "a title" }, proposal with { Description = "a description" } }.ShouldAllBe(longer => longer.Size - proposal.Size == 4);
    }

    [Test]
    public async Task A_vote_that_is_withdrawn_makes_room_for_another()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Settings["ideaBankMegabytes"] = "1";
        using var ann = new HttpClient(fake.CreateHandler(fake.IdeaBank.AddPanelist(id: "ann"))) { BaseAddress = new("http://ideas.test") };
        using var ben = new HttpClient(fake.CreateHandler(fake.IdeaBank.AddPanelist(id: "ben"))) { BaseAddress = new("http://ideas.test") };
        var small = fake.IdeaBank.World.With(fake.IdeaBank.World.Banks.Values.Single().With(new Proposal("p-1", 1, "t", "", fake.Clock.Now)));
        fake.IdeaBank.AddProposal("p-1", title: "t", description: new string('x', (int)((1024 * 1024) - small.Size - Vote.Size) / 2));

        (await ann.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
        (await ben.VoteAsync("p-1")).ShouldBe(Full);
        (await ann.WithdrawAsync("p-1")).Status.ShouldBe(204);
        (await ben.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
        WorldCheck.Agrees(fake.IdeaBank.World);
    }
}
