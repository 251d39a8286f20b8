using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class AdmissionTests
{
    private static readonly (string Method, string Path)[] Operations =
    [
        ("POST", Ask.VoteOn("p-1")), ("DELETE", Ask.VoteOn("p-1")), ("GET", "/public/ideabank"), ("GET", "/public/ideabank/proposals"),
        ("POST", "/public/ideabank/proposals"), ("GET", "/public/ideabank/my-votes"), ("HEAD", "/public/ideabank/my-votes"),
    ];

    [TestCase(null)]
    [TestCase("")]
    [TestCase("acme:ideas")]
    [TestCase("acme:ideas:one:two")]
    [TestCase("acme:ideas:two")]
    [TestCase("acme:other:one")]
    [TestCase("Bearer acme:ideas:one")]
    [TestCase("acme%3Aideas%3Aone")]
    [TestCase("ACME:ideas:one")]
    public async Task Only_the_raw_token_of_a_session_is_let_in(string? token)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddPanelist(fake.IdeaBank.AddBank(id: "ideas", tenant: "acme"), session: "one").PublicKey.ShouldBe("acme:ideas:one");
        fake.IdeaBank.AddProposal("p-1");
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);
            foreach (var (method, path) in Operations)
            {
                (await Answer.Of(client, method, path, null, token is null ? [] : [("Authorization", token)])).ShouldBe(new(401, "IDEA-TOKEN-401", method == "HEAD" ? "" : Ask.Unauthorized));
            }
        }
    }

    [Test]
    public async Task A_token_is_taken_from_its_header_only([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var token = fake.IdeaBank.AddPanelist().PublicKey;
        fake.IdeaBank.AddProposal("p-1");
        var before = fake.IdeaBank.World;
        using var client = fake.Client(door);

        foreach (var (method, path) in Operations.Where(operation => operation.Method != "HEAD"))
        {
            (await Answer.Of(client, method, $"{path}?Authorization={token}&token={token}&key={token}", Ask.Json($$"""{"vote":1,"token":"{{token}}"}"""), ("X-API-Key", token), ("Cookie", "Authorization=" + token), ("Proxy-Authorization", token)))
                .ShouldBe(new(401, "IDEA-TOKEN-401", Ask.Unauthorized));
        }

        fake.IdeaBank.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task A_token_expires_by_the_clock_of_the_site([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        var panelist = fake.IdeaBank.AddPanelist(expiresAt: fake.Clock.Now.AddHours(1));
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);

        fake.Clock.Advance(TimeSpan.FromSeconds(3599));
        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
        fake.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var (method, path) in Operations.Where(operation => operation.Method != "HEAD"))
        {
            (await Answer.Of(client, method, path)).ShouldBe(new(403, "IDEA-EXPIRED-403", Ask.Forbidden));
        }
    }

    [Test]
    public async Task Who_only_reads_is_let_in_by_the_clock_of_the_site_too([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        using var client = fake.Client(door, fake.IdeaBank.AddPanelist(expiresAt: fake.Clock.Now.AddHours(1)));

        (await client.ReadAsync("/public/ideabank")).Rule.ShouldBe("IDEA-GET-200");
        fake.Clock.Advance(TimeSpan.FromHours(1));
        (await client.ReadAsync("/public/ideabank")).ShouldBe(new(403, "IDEA-EXPIRED-403", Ask.Forbidden));
    }

    [Test]
    public async Task A_session_that_was_ended_is_over_and_another_is_not([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.Expire(panelist);

        (await fake.Client(door, panelist).WithdrawAsync("p-1")).ShouldBe(new(403, "IDEA-EXPIRED-403", Ask.Forbidden));
        (await fake.Client(door, fake.IdeaBank.NewSession(panelist)).WithdrawAsync("p-1")).ShouldBe(new(204, "IDEA-DELETE-ABSENT-204", ""));
    }

    [Test]
    public async Task A_bank_that_is_not_for_panelists_is_not_there([Values] Door door, [Values] bool isInternal)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        if (isInternal)
        {
            fake.IdeaBank.SetAccessLevel(AccessLevel.Internal);
        }
        else
        {
            fake.IdeaBank.SetOpen(false);
        }

        using var client = fake.Client(door, panelist);
        foreach (var (method, path) in Operations.Where(operation => operation.Method != "HEAD"))
        {
            (await Answer.Of(client, method, path)).ShouldBe(new(404, "IDEA-BANK-404", Ask.NotFound));
        }
    }

    [Test]
    public async Task Who_may_not_vote_is_told_so_before_anything_else_is_looked_at([Values] Door door, [Values] bool isBlocked)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddBank(level: isBlocked ? AccessLevel.OpenVoting : AccessLevel.SuggestionBox);
        var panelist = fake.IdeaBank.AddPanelist(isBlocked: isBlocked);
        using var client = fake.Client(door, panelist);

        (await client.VoteAsync("p-unknown", "{")).ShouldBe(new(403, "IDEA-CANNOT-VOTE-403", Ask.Forbidden));
        (await client.WithdrawAsync("p-unknown")).ShouldBe(new(403, "IDEA-CANNOT-VOTE-403", Ask.Forbidden));
    }

    [Test]
    public async Task What_is_checked_first_decides([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddBank(level: AccessLevel.Internal);
        var panelist = fake.IdeaBank.AddPanelist(isBlocked: true);
        fake.IdeaBank.Expire(panelist);
        using var client = fake.Client(door, panelist);

        (await Answer.Of(fake.Client(door), "POST", Ask.VoteOn("p-unknown"), Ask.Json("{"))).Rule.ShouldBe("IDEA-TOKEN-401");
        (await client.VoteAsync("p-unknown", "{")).Rule.ShouldBe("IDEA-EXPIRED-403");
        using var again = fake.Client(door, fake.IdeaBank.NewSession(panelist));
        (await again.VoteAsync("p-unknown", "{")).Rule.ShouldBe("IDEA-BANK-404");
        fake.IdeaBank.SetAccessLevel(AccessLevel.OpenVoting);
        (await again.VoteAsync("p-unknown", "{")).Rule.ShouldBe("IDEA-CANNOT-VOTE-403");
        fake.IdeaBank.Block(panelist, isBlocked: false);
        (await again.VoteAsync("p-unknown", "{")).Rule.ShouldBe("IDEA-BODY-400");
        (await again.VoteAsync("p-unknown")).Rule.ShouldBe("IDEA-PROPOSAL-404");
    }
}
