using FakeJira.IdeaBank.World;
using FakeJira.Seeding;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.IdeaBank;

public sealed class DocumentTests
{
    private const string State = "/__fakejira/sites/default/state";

    private const string Full = """
        {"ideabank": {
          "settings": {"deleteVoteOnClosed": 204, "strictContentType": true},
          "banks": [{"id": "ideas", "tenant": "acme", "title": "Ideas", "description": "Tell us.", "accessLevel": "communityForum", "open": true,
            "panelists": [{"id": "mia", "blocked": false, "sessions": [{"session": "old", "expiresAt": "2024-01-01T00:00:00Z"}, {"session": "new"}]}, {"id": "rob", "blocked": true}],
            "proposals": [
              {"id": "p-1", "title": "One", "description": "First", "createdAt": "2026-01-01T00:00:00Z", "baseVotes": -2, "baseTotalVotes": 8, "votes": [{"panelist": "mia", "vote": 1, "votedAt": "2026-01-02T00:00:00Z"}, {"panelist": "rob", "vote": -1}]},
              {"id": "p-2", "status": "closed"},
              {"id": "p-3", "mergedInto": "p-1"}]}],
          "apiKeys": [{"key": "vtt_1", "tenant": "acme"}]}}
        """;

    [Test]
    public async Task A_seed_is_served([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        (await Answer.Of(client, "PUT", State, Ask.Json(Full))).Status.ShouldBe(204);

        (fake.IdeaBank.ScoreOf("p-1"), fake.IdeaBank.TotalVotesOn("p-1")).ShouldBe((-2L, 10L));
        fake.IdeaBank.Settings.ShouldBe(new IdeaBankSettings { DeleteVoteOnClosed = ClosedVote.IsRemoved, StrictContentType = true });
        fake.IdeaBank.Panelist("mia").PublicKey.ShouldBe("acme:ideas:new");
        (await client.ReadAsync("/public/ideabank", ("Authorization", "acme:ideas:old"))).Rule.ShouldBe("IDEA-EXPIRED-403");
        (await client.ReadAsync("/public/ideabank/proposals", ("Authorization", "acme:ideas:new"))).Body.ShouldBe(
            """{"items":[{"proposalId":"p-1","title":"One","description":"First","votes":-2,"totalVotes":10,"tsCreated":1767225600,"myVote":{"vote":1,"isMutable":true,"tsVoted":1767312000}}]}""");
        (await Answer.Of(client, "POST", Ask.VoteOn("p-3"), Ask.Json("""{"vote":-1}"""), ("Authorization", "acme:ideas:new"))).ShouldBe(Ask.Recorded("p-1", -1, "IDEA-MERGED-200"));
        (await client.ReadAsync("/tenant/ideabanks/ideas/panelists/rob", ("X-API-Key", "vtt_1"))).Rule.ShouldBe("IDEA-PANELIST-RENEWED-200");
    }

    [Test]
    public async Task What_is_written_reads_back_the_same()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://localhost") };
        await Answer.Of(client, "PUT", State, Ask.Json(Full));
        var written = (await client.ReadAsync(State)).Body;

        (await Answer.Of(client, "PUT", State, Ask.Json("{}"))).Status.ShouldBe(204);
        fake.IdeaBank.World.Banks.ShouldBeEmpty();
        (await Answer.Of(client, "PUT", State, Ask.Json(written))).Status.ShouldBe(204);
        (await client.ReadAsync(State)).Body.ShouldBe(written);
        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    [TestCase("""{"ideabank": []}""", "Expected an object, found an array. [ideabank]")]
    [TestCase("""{"ideabank": {"bank": []}}""", "Unknown member 'bank'; did you mean 'banks'? [ideabank.bank]")]
    [TestCase("""{"ideabank": {"banks": [{}]}}""", "'id' is missing; expected letters, digits, hyphens, underscores or dots. [ideabank.banks[0]]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a:b"}]}}""", "Expected letters, digits, hyphens, underscores or dots, found \"a:b\". [ideabank.banks[0].id]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a"}, {"id": "a"}]}}""", "The bank a is there twice. [ideabank.banks[1].id]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a", "accessLevel": "open"}]}}""", "Expected one of internal, suggestionBox, closedVoting, openVoting, communityForum, found \"open\". [ideabank.banks[0].accessLevel]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a", "proposals": [{"id": "p"}, {"id": "p"}]}]}}""", "The proposal p is there twice. [ideabank.banks[0].proposals[1].id]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a", "proposals": [{"id": "p", "mergedInto": "q"}]}]}}""", "There is no proposal q in this bank. [ideabank.banks[0].proposals[0].mergedInto]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a", "proposals": [{"id": "p", "mergedInto": "q"}, {"id": "q", "mergedInto": "p"}]}]}}""", "The merges of p go round in a circle; one of them must end at a proposal that is not merged. [ideabank.banks[0].proposals[0].mergedInto]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a", "proposals": [{"id": "p", "status": "merged"}]}]}}""", "The status is merged exactly where mergedInto names a proposal. [ideabank.banks[0].proposals[0].status]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a", "proposals": [{"id": "p", "votes": [{"panelist": "m", "vote": 1}]}]}]}}""", "There is no panelist m in this bank. [ideabank.banks[0].proposals[0].votes[0].panelist]")]
    [TestCase("""{"ideabank": {"banks": [{"id": "a", "panelists": [{"id": "m"}], "proposals": [{"id": "p", "votes": [{"panelist": "m", "vote": 0}]}]}]}}""", "Expected a 'vote' of 1 or -1. [ideabank.banks[0].proposals[0].votes[0].vote]")]
    [TestCase("""{"ideabank": {"settings": {"strictContentType": "yes"}}}""", "Expected true or false, found \"yes\". [ideabank.settings.strictContentType]")]
    public async Task A_mistake_in_a_seed_is_named_with_its_place(string seed, string problem)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var problems = new ProblemList();

        StateDocument.Read("seed.json", seed, fake.Universe, problems).ShouldBeNull();

        problems.All.Select(each => $"{each.File} {each.Line} {each.Message} [{each.JsonPath}]").ShouldBe(["seed.json 1 " + problem]);
    }
}
