using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class BankTests
{
    [TestCase(AccessLevel.SuggestionBox, """{"title":"Ideas","canViewProposals":false,"canVote":false,"canSubmitProposal":true,"canComment":false}""")]
    [TestCase(AccessLevel.ClosedVoting, """{"title":"Ideas","description":"Tell us.","canViewProposals":true,"canVote":true,"canSubmitProposal":false,"canComment":false,"proposalCount":1}""")]
    [TestCase(AccessLevel.OpenVoting, """{"title":"Ideas","description":"Tell us.","canViewProposals":true,"canVote":true,"canSubmitProposal":true,"canComment":false,"proposalCount":1}""")]
    [TestCase(AccessLevel.CommunityForum, """{"title":"Ideas","description":"Tell us.","canViewProposals":true,"canVote":true,"canSubmitProposal":true,"canComment":true,"proposalCount":1}""")]
    public async Task The_access_level_decides_what_panelists_may_do(AccessLevel level, string expected)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddBank("Ideas", level, description: "Tell us.");
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal();
        fake.IdeaBank.AddProposal(status: ProposalStatus.Draft);
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, panelist);
            (await client.ReadAsync("/public/ideabank")).ShouldBe(new(200, "IDEA-GET-200", expected));
            (await client.ReadAsync("/public/ideabank/")).ShouldBe(new(200, "IDEA-GET-200", expected));
            (await Answer.Of(client, "HEAD", "/public/ideabank")).ShouldBe(new(200, "IDEA-GET-200", ""));
        }
    }

    [Test]
    public void In_a_bank_for_researchers_alone_panelists_may_do_nothing() => Capabilities.Of(AccessLevel.Internal, isBlocked: false).ShouldBe(new(CanView: false, CanSubmit: false, CanVote: false, CanComment: false));

    [Test]
    public async Task Who_is_blocked_only_looks_on([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddBank("Ideas", AccessLevel.CommunityForum);

        (await fake.Client(door, fake.IdeaBank.AddPanelist(isBlocked: true)).ReadAsync("/public/ideabank")).Body.ShouldBe(
            """{"title":"Ideas","description":"","canViewProposals":true,"canVote":false,"canSubmitProposal":false,"canComment":false,"proposalCount":0}""");
    }

    [Test]
    public async Task A_submitted_proposal_is_open_at_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        using var client = fake.Client(door, panelist);

        var answer = await Submit(client, """{"title":"Dark mode","description":"Please add a dark theme.","contactInfo":"me@example.com"}""");
        var id = fake.IdeaBank.World.Banks.Values.Single().Numbered.Single();
        answer.ShouldBe(new(200, "IDEA-SUBMIT-200", $$"""{"proposalId":"{{id}}","title":"Dark mode","description":"Please add a dark theme.","votes":0,"totalVotes":0}"""));
        (await client.VoteAsync(id)).ShouldBe(Ask.Recorded(id, 1));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("""{"title":"Dark mode"}""")]
    [TestCase("""{"description":"Please."}""")]
    [TestCase("""{"title":" ","description":"Please."}""")]
    [TestCase("""{"title":1,"description":"Please."}""")]
    [TestCase("""{"title":"Dark mode","description":null}""")]
    [TestCase("""{"title":"\ud800","description":"Please."}""")]
    public async Task A_proposal_needs_a_title_and_a_description(string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        var before = fake.IdeaBank.World;
        foreach (var door in Enum.GetValues<Door>())
        {
            (await Submit(fake.Client(door, panelist), body)).ShouldBe(new(400, "IDEA-SUBMIT-INVALID-400", Ask.Invalid));
        }

        fake.IdeaBank.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task Only_some_may_submit([Values] Door door, [Values] bool isBlocked)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddBank(level: isBlocked ? AccessLevel.OpenVoting : AccessLevel.ClosedVoting);

        (await Submit(fake.Client(door, fake.IdeaBank.AddPanelist(isBlocked: isBlocked)), "{")).ShouldBe(new(403, "IDEA-CANNOT-SUBMIT-403", Ask.Forbidden));
    }

    private static Task<Answer> Submit(HttpClient client, string body) => Answer.Of(client, "POST", "/public/ideabank/proposals", Ask.Json(body));
}
