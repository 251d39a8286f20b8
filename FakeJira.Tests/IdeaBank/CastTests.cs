using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class CastTests
{
    [Test]
    public async Task A_second_vote_overwrites_the_first([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1", baseVotes: 10, baseTotalVotes: 20);
        using var client = fake.Client(door, panelist);

        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
        (fake.IdeaBank.ScoreOf("p-1"), fake.IdeaBank.TotalVotesOn("p-1")).ShouldBe((11L, 21L));

        (await client.VoteAsync("p-1", """{"voteType":"against"}""")).ShouldBe(Ask.Recorded("p-1", -1));
        (fake.IdeaBank.ScoreOf("p-1"), fake.IdeaBank.TotalVotesOn("p-1")).ShouldBe((9L, 21L));
        fake.IdeaBank.VotesOn("p-1").ShouldBe(new Dictionary<FakeJira.IdeaBank.Panelist, int> { [panelist] = -1 });
    }

    [Test]
    public async Task Another_session_of_the_same_panelist_is_the_same_voter([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var first = fake.Client(door, panelist);
        using var second = fake.Client(door, fake.IdeaBank.NewSession(panelist));

        (await first.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
        (await second.VoteAsync("p-1", """{"vote":-1}""")).ShouldBe(Ask.Recorded("p-1", -1));

        fake.IdeaBank.VotesOn("p-1").ShouldBe(new Dictionary<FakeJira.IdeaBank.Panelist, int> { [panelist] = -1 });
    }

    [TestCase("""{"vote":1.0}""", 1)]
    [TestCase("""{"vote":1e0}""", 1)]
    [TestCase("""{"vote":-10E-1}""", -1)]
    [TestCase("""{"vote":0.1e+1}""", 1)]
    [TestCase("""{"vote":-1,"voteType":"for"}""", -1)]
    [TestCase("""{"vote":1,"voteType":"nonsense"}""", 1)]
    [TestCase("""{"vote":null,"voteType":"against"}""", -1)]
    [TestCase("""{"voteType":"\u0066or"}""", 1)]
    [TestCase("""{"vote":-1,"vote":1}""", 1)]
    [TestCase("""{"more":{"vote":-1},"vote":1}""", 1)]
    public async Task A_vote_is_read_as_JSON_means_it(string body, int expected)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, panelist);
            (await client.VoteAsync("p-1", body)).ShouldBe(Ask.Recorded("p-1", expected));
        }
    }

    [TestCase("", "IDEA-BODY-400")]
    [TestCase("{", "IDEA-BODY-400")]
    [TestCase("""{"vote":1} x""", "IDEA-BODY-400")]
    [TestCase("""{"vote":01}""", "IDEA-BODY-400")]
    [TestCase("[1]", "IDEA-BODY-400")]
    [TestCase("1", "IDEA-BODY-400")]
    [TestCase("null", "IDEA-BODY-400")]
    [TestCase("{}", "IDEA-BODY-400")]
    [TestCase("""{"vote":null}""", "IDEA-BODY-400")]
    [TestCase("""{"Vote":1}""", "IDEA-BODY-400")]
    [TestCase("""{"vote":null,"voteType":null}""", "IDEA-BODY-400")]
    [TestCase("""{"voteType":"\ud800"}""", "IDEA-BODY-400|IDEA-VOTETYPE-400")]
    [TestCase("""{"\ud800":1,"vote":2}""", "IDEA-BODY-400|IDEA-VALUE-400")]
    [TestCase("""{"vote":0}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":2}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":1.5}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":"1"}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":true}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":[1]}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":{}}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":1e999999999999999999999}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":1e-999999999999999999999}""", "IDEA-VALUE-400")]
    [TestCase("""{"vote":2,"voteType":"for"}""", "IDEA-VALUE-400")]
    [TestCase("""{"voteType":"For"}""", "IDEA-VOTETYPE-400")]
    [TestCase("""{"voteType":" for"}""", "IDEA-VOTETYPE-400")]
    [TestCase("""{"voteType":1}""", "IDEA-VOTETYPE-400")]
    [TestCase("""{"voteType":""}""", "IDEA-VOTETYPE-400")]
    public async Task What_is_no_vote_is_refused_and_changes_nothing(string body, string rules)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        var before = fake.IdeaBank.World;
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, panelist);
            var answer = await client.VoteAsync("p-1", body);
            rules.Split('|').ShouldContain(answer.Rule);
            answer.ShouldBe(new(400, answer.Rule, Ask.Invalid));
        }

        fake.IdeaBank.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task Bodies_that_are_huge_deep_or_no_text_are_answered([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { BodyLimit = 6_000_000 });
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);

        (await client.VoteAsync("p-1", new string('[', 5_000_000))).ShouldBe(new(400, "IDEA-BODY-400", Ask.Invalid));
        (await client.VoteAsync("p-1", $$"""{"vote":1,"more":"{{new string('x', 5_000_000)}}"}""")).ShouldBe(Ask.Recorded("p-1", 1));
        (await client.VoteAsync("p-1", $$"""{"vote":1{{new string('0', 1_000_000)}}}""")).ShouldBe(new(400, "IDEA-VALUE-400", Ask.Invalid));
        (await client.VoteAsync("p-1", $$"""{"vote":-1.{{new string('0', 1_000_000)}}}""")).ShouldBe(Ask.Recorded("p-1", -1));
        (await client.VoteAsync("p-1", $$"""{"deep":{{new string('[', 1000)}}{{new string(']', 1000)}},"vote":1}""")).ShouldBe(Ask.Recorded("p-1", 1));
        (await Answer.Of(client, "POST", Ask.VoteOn("p-1"), Ask.Bytes([.. "{\"voteType\":\""u8, 0xFF, 0xC0, .. "\"}"u8]))).Status.ShouldBe(400);
        (await Answer.Of(client, "POST", Ask.VoteOn("p-1"), Ask.Bytes([0xFF, 0xFE, 0x00]))).ShouldBe(new(400, "IDEA-BODY-400", Ask.Invalid));
        (await client.VoteAsync("p-1", new string(' ', 6_000_001))).ShouldBe(new(413, "IDEA-BODY-413", """{"error":"request-too-large"}"""));
    }

    [TestCase(ProposalStatus.Draft)]
    [TestCase(ProposalStatus.Accepted)]
    [TestCase(ProposalStatus.Rejected)]
    [TestCase(ProposalStatus.Implemented)]
    [TestCase(ProposalStatus.Closed)]
    public async Task Only_open_proposals_are_voted_on(ProposalStatus status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1", status: status);
        fake.IdeaBank.AddProposal("p-2");
        fake.IdeaBank.Merge("p-2", "p-1");
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, panelist);
            (await client.VoteAsync("p-1")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
            (await client.VoteAsync("p-2")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
        }
    }

    [Test]
    public async Task An_unknown_proposal_and_one_of_another_bank_cannot_be_told_apart([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist(fake.IdeaBank.AddBank());
        fake.IdeaBank.AddProposal("p-1", fake.IdeaBank.AddBank());
        using var client = fake.Client(door, panelist);

        (await client.VoteAsync("p-1")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
        (await client.VoteAsync("p-0")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
        (await client.WithdrawAsync("p-1")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
        (await client.WithdrawAsync("p-0")).ShouldBe(new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
    }

    [TestCase("p%2F1", 200)]
    [TestCase("p%2f1", 200)]
    [TestCase("%70%2F1", 200)]
    [TestCase("p%252F1", 404)]
    [TestCase("p-1%2F", 404)]
    [TestCase("%2Fp-1", 404)]
    [TestCase("p-1%20", 404)]
    [TestCase("P%2F1", 404)]
    public async Task A_slash_that_is_encoded_is_part_of_the_id(string id, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p/1");
        fake.IdeaBank.AddProposal("p-1");
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, panelist);
            (await client.VoteAsync(id)).ShouldBe(status == 200 ? Ask.Recorded("p/1", 1) : new(404, "IDEA-PROPOSAL-404", Ask.NotFound));
        }
    }

    [Test]
    public async Task Without_a_content_type_a_vote_counts_unless_the_switch_is_on([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);
        static HttpContent Plain() => new StringContent("""{"vote":1}""", null, "text/plain");

        (await Answer.Of(client, "POST", Ask.VoteOn("p-1"), Plain())).ShouldBe(Ask.Recorded("p-1", 1));
        fake.Settings["strictContentType"] = "true";
        (await Answer.Of(client, "POST", Ask.VoteOn("p-1"), Plain())).ShouldBe(new(400, "IDEA-CONTENT-TYPE-400", Ask.Invalid));
        (await Answer.Of(client, "POST", "/public/ideabank/proposals", Plain())).ShouldBe(new(400, "IDEA-CONTENT-TYPE-400", Ask.Invalid));
        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
    }
}
