using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class TenantTests
{
    [Test]
    public async Task A_tenant_is_given_the_token_of_a_panelist([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank("Ideas", id: "ideas", tenant: "acme");
        fake.IdeaBank.AddPanelist(bank, "mia", "one");
        using var client = fake.Client(door);
        var url = new Uri(client.BaseAddress!, "/public/ideabank/?key=acme%3Aideas%3Aone").AbsoluteUri;

        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/mia", ("X-API-Key", bank.ApiKey))).ShouldBe(new(200, "IDEA-PANELIST-200",
            $$$"""{"ideaBank":{"status":"OPEN","title":"Ideas"},"panelist":{"canVote":true,"canSubmitProposal":true,"publicKey":"acme:ideas:one","hostedIdeaBankUrl":"{{{url}}}"}}"""));
    }

    [Test]
    public async Task A_session_that_has_expired_is_replaced_and_the_voter_is_the_same([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank(id: "ideas", tenant: "acme");
        var panelist = fake.IdeaBank.AddPanelist(bank, "mia", "one");
        fake.IdeaBank.AddProposal("p-1");
        await fake.Client(door, panelist).VoteAsync("p-1");
        fake.IdeaBank.Expire(panelist);

        (await fake.Client(door).ReadAsync("/tenant/ideabanks/ideas/panelists/mia", ("X-API-Key", bank.ApiKey))).Rule.ShouldBe("IDEA-PANELIST-RENEWED-200");
        var renewed = fake.IdeaBank.Panelist("mia");
        renewed.PublicKey.ShouldNotBe(panelist.PublicKey);
        (await fake.Client(door, renewed).VoteAsync("p-1", """{"vote":-1}""")).ShouldBe(Ask.Recorded("p-1", -1));
        fake.IdeaBank.TotalVotesOn("p-1").ShouldBe(1);
        WorldCheck.Agrees(fake.IdeaBank.World);
        (await fake.Client(door).ReadAsync("/tenant/ideabanks/ideas/panelists/mia", ("X-API-Key", bank.ApiKey))).Rule.ShouldBe("IDEA-PANELIST-200");
    }

    [Test]
    public async Task A_new_session_makes_nobody_free_who_was_blocked_and_forgets_no_vote([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank(id: "ideas", tenant: "acme");
        var panelist = fake.IdeaBank.AddPanelist(bank, "mia");
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddVote(panelist, "p-1");
        fake.IdeaBank.Block(panelist);
        fake.IdeaBank.Expire(panelist);

        (await fake.Client(door).ReadAsync("/tenant/ideabanks/ideas/panelists/mia", ("X-API-Key", bank.ApiKey))).Rule.ShouldBe("IDEA-PANELIST-RENEWED-200");

        using var client = fake.Client(door, fake.IdeaBank.Panelist("mia"));
        (await client.VoteAsync("p-1", """{"vote":-1}""")).Status.ShouldBe(403);
        (await client.ReadAsync("/public/ideabank/my-votes")).Body.ShouldContain("p-1");
        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    [Test]
    public async Task Every_session_has_a_token_of_its_own([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank(id: "ideas", tenant: "acme");
        using var client = fake.Client(door);

        foreach (var id in new[] { "ann", "ben" })
        {
            (await client.ReadAsync($"/tenant/ideabanks/ideas/panelists/{id}", ("X-API-Key", bank.ApiKey))).Status.ShouldBe(200);
            fake.IdeaBank.Panelist(id).PublicKey.ShouldMatch("^acme:ideas:ses[0-9a-f]{16}$");
        }

        fake.IdeaBank.Panelist("ann").PublicKey.ShouldNotBe(fake.IdeaBank.Panelist("ben").PublicKey);
    }

    [Test]
    public async Task A_panelist_that_was_not_known_is_added([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank(id: "ideas");
        fake.IdeaBank.AddProposal("p-1");

        (await fake.Client(door).ReadAsync("/tenant/ideabanks/ideas/panelists/customer%20456", ("X-API-Key", bank.ApiKey))).Rule.ShouldBe("IDEA-PANELIST-ADDED-200");
        (await fake.Client(door, fake.IdeaBank.Panelist("customer 456")).VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
    }

    [Test]
    public async Task Without_the_key_of_the_tenant_there_is_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var bank = fake.IdeaBank.AddBank(id: "ideas", tenant: "acme");
        var other = fake.IdeaBank.AddBank(id: "others", tenant: "other");
        var before = fake.IdeaBank.World;
        using var client = fake.Client(door);

        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/mia")).ShouldBe(new(401, "IDEA-API-KEY-401", Ask.Unauthorized));
        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/mia", ("X-API-Key", "vtt_wrong"))).ShouldBe(new(401, "IDEA-API-KEY-401", Ask.Unauthorized));
        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/mia", ("X-API-Key", other.ApiKey))).ShouldBe(new(404, "IDEA-PANELIST-404", Ask.NotFound));
        (await client.ReadAsync("/tenant/ideabanks/none/panelists/mia", ("X-API-Key", bank.ApiKey))).ShouldBe(new(404, "IDEA-PANELIST-404", Ask.NotFound));
        fake.IdeaBank.World.ShouldBeSameAs(before);

        fake.IdeaBank.SetAccessLevel(AccessLevel.Internal, bank);
        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/mia", ("X-API-Key", bank.ApiKey))).ShouldBe(new(404, "IDEA-PANELIST-404", Ask.NotFound));
    }
}
