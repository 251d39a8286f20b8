using FakeJira.Stubs;

namespace FakeJira.Tests.IdeaBank;

public sealed class VendorSiteTests
{
    private static readonly (string, string) Authorization = ("Authorization", "abc123:xyz789:ses456");

    [Test]
    public async Task The_requests_of_the_vendor_s_page_work([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        (await Answer.Of(client, "POST", "/public/ideabank/proposals/p-abc123/vote", Ask.Json("""{"vote":1}"""), Authorization)).ShouldBe(Ask.Recorded("p-abc123", 1));
        (await Answer.Of(client, "DELETE", "/public/ideabank/proposals/p-abc123/vote", null, Authorization)).ShouldBe(new(204, "IDEA-DELETE-204", ""));
        (await client.ReadAsync("/tenant/ideabanks/xyz789/panelists/customer-456", ("X-API-Key", "vtt_your_api_key"))).Body.ShouldContain("\"publicKey\":\"abc123:xyz789:ses456\"");
    }

    [Test]
    public async Task The_list_is_the_sample_of_the_vendor_s_help([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        (await fake.Client(door).ReadAsync("/public/ideabank/proposals", Authorization)).Body.ShouldBe(
            """{"items":[{"proposalId":"p-abc123","title":"Dark mode","description":"Please add a dark theme.","votes":12,"totalVotes":15,"tsCreated":1700000000,"myVote":{"vote":1,"isMutable":true,"tsVoted":1700001000}}]}""");
    }

    [Test]
    public async Task Ids_are_the_same_for_the_same_random_seed()
    {
        var ids = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var fake = await FakeJiraServer.StartAsync(new() { RandomSeed = 7, Listens = false });
            Caller panelist = fake.IdeaBank.AddPanelist();
            ids.Add($"{panelist.Authorization} {fake.IdeaBank.AddProposal()} {fake.IdeaBank.AddProposal().Title}");
        }

        ids[0].ShouldBe(ids[1]);
    }
}
