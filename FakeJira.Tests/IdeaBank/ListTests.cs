using System.Text.Json;
using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class ListTests
{
    private const string Proposals = "/public/ideabank/proposals";
    private const string MyVotes = "/public/ideabank/my-votes";

    [Test]
    public async Task Open_proposals_are_listed_with_scores_and_the_vote_of_the_panelist([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1", title: "Dark mode", description: "Please.", baseVotes: 11, baseTotalVotes: 14);
        fake.IdeaBank.AddProposal("p-2", title: "\"<ü>\"", description: "", createdAt: fake.Clock.Now.AddMilliseconds(-1));
        fake.IdeaBank.AddProposal("p-3", status: ProposalStatus.Closed);
        fake.Clock.Advance(TimeSpan.FromSeconds(1000));
        using var client = fake.Client(door, panelist);
        await client.VoteAsync("p-1");

        const string first = """{"proposalId":"p-1","title":"Dark mode","description":"Please.","votes":12,"totalVotes":15,"tsCreated":1700000000,"myVote":{"vote":1,"isMutable":true,"tsVoted":1700001000}}""";
        const string second = """{"proposalId":"p-2","title":"\"<ü>\"","description":"","votes":0,"totalVotes":0,"tsCreated":1699999999}""";
        (await client.ReadAsync(Proposals)).ShouldBe(new(200, "IDEA-LIST-200", $$"""{"items":[{{first}},{{second}}]}"""));
        (await client.ReadAsync(Proposals + "/?sort=votes&limit=&cursor=")).ShouldBe(new(200, "IDEA-LIST-200", $$"""{"items":[{{first}},{{second}}]}"""));

        fake.IdeaBank.Block(panelist);
        (await client.ReadAsync(Proposals + "?limit=1")).Body.ShouldNotContain("myVote");
    }

    [Test]
    public async Task Who_may_not_view_sees_no_items([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddBank(level: AccessLevel.SuggestionBox);
        fake.IdeaBank.AddProposal();

        (await fake.Client(door, fake.IdeaBank.AddPanelist()).ReadAsync(Proposals)).ShouldBe(new(200, "IDEA-LIST-HIDDEN-200", """{"items":[]}"""));
    }

    [TestCase("sort=top", "IDEA-QUERY-400")]
    [TestCase("sort=Recent", "IDEA-QUERY-400")]
    [TestCase("limit=0", "IDEA-QUERY-400")]
    [TestCase("limit=-1", "IDEA-QUERY-400")]
    [TestCase("limit=ten", "IDEA-QUERY-400")]
    [TestCase("limit=1.0", "IDEA-QUERY-400")]
    [TestCase("cursor=x", "IDEA-CURSOR-400")]
    [TestCase("cursor=AQAAAAAAAAAAAAAAAAAAAA", "IDEA-CURSOR-400")]
    [TestCase("cursor=%00%ff", "IDEA-CURSOR-400")]
    public async Task A_query_that_means_nothing_is_refused(string query, string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, panelist);
            (await client.ReadAsync($"{Proposals}?{query}")).ShouldBe(new(400, rule, Ask.Invalid));
            if (!query.StartsWith("sort", StringComparison.Ordinal))
            {
                (await client.ReadAsync($"{MyVotes}?{query}")).ShouldBe(new(400, rule, Ask.Invalid));
            }
        }
    }

    [Test]
    public async Task An_emoji_goes_out_as_it_is_and_a_limit_may_be_as_large_as_it_likes([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        using var client = fake.Client(door, fake.IdeaBank.AddPanelist());
        fake.IdeaBank.AddProposal("p-😀", title: "Dark 😀 mode", description: "<b> & \u2028 \"so\"");

        (await client.ReadAsync(Proposals + "?limit=99999999999999999999")).ShouldBe(new(200, "IDEA-LIST-200",
            """{"items":[{"proposalId":"p-😀","title":"Dark 😀 mode","description":"<b> & """ + "\u2028" + """ \"so\"","votes":0,"totalVotes":0,"tsCreated":1700000000}]}"""));
    }

    [Test]
    public async Task A_cursor_goes_on_where_it_was_whatever_has_changed([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        var panelist = fake.IdeaBank.AddPanelist();
        for (var i = 1; i <= 7; i++)
        {
            fake.IdeaBank.AddProposal($"p-{i}", createdAt: fake.Clock.Now.AddSeconds(i / 2));
        }

        using var client = fake.Client(door, panelist);
        var (first, cursor) = await Page(client, $"{Proposals}?limit=3", "items");
        first.ShouldBe(["p-7", "p-6", "p-5"]);

        fake.IdeaBank.SetStatus("p-5", ProposalStatus.Closed);
        fake.IdeaBank.SetStatus("p-4", ProposalStatus.Closed);
        fake.IdeaBank.AddProposal("p-8", createdAt: fake.Clock.Now.AddDays(1));
        var (second, more) = await Page(client, $"{Proposals}?limit=2&cursor={cursor}", "items");
        second.ShouldBe(["p-3", "p-2"]);
        (await LastPage(client, $"{Proposals}?limit=2&cursor={more}", "items")).ShouldBe(["p-1"]);

        (await client.ReadAsync($"{Proposals}?sort=votes&cursor={cursor}")).ShouldBe(new(400, "IDEA-CURSOR-400", Ask.Invalid));
        (await client.ReadAsync($"{MyVotes}?cursor={cursor}")).ShouldBe(new(400, "IDEA-CURSOR-400", Ask.Invalid));
    }

    [Test]
    public async Task Pages_of_one_show_each_proposal_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        for (var i = 1; i <= 3; i++)
        {
            fake.IdeaBank.AddProposal($"p-{i}", createdAt: fake.Clock.Now.AddSeconds(i));
        }

        using var client = fake.Client(door, panelist);
        var (first, cursor) = await Page(client, $"{Proposals}?limit=1", "items");
        var (second, more) = await Page(client, $"{Proposals}?limit=1&cursor={cursor}", "items");
        string[] shown = [.. first, .. second, .. await LastPage(client, $"{Proposals}?limit=1&cursor={more}", "items")];
        shown.ShouldBe(["p-3", "p-2", "p-1"]);
    }

    [Test]
    public void A_place_that_is_listed_earlier_is_the_smaller_one()
    {
        var (best, second, last) = (new Rank(5, 1), new Rank(2, 7), new Rank(2, 3));

        (best < second && second < last && last > second && !(best > second) && !(second < best)).ShouldBeTrue();
        (best <= second && last >= second && !(second <= best) && !(second >= last)).ShouldBeTrue();
        var same = last;
        (last <= same && last >= same && !(last < same) && !(last > same)).ShouldBeTrue();
    }

    [Test]
    public async Task Proposals_by_votes_begin_with_the_highest_score([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1", baseVotes: 1, baseTotalVotes: 1);
        fake.IdeaBank.AddProposal("p-2", baseVotes: -5, baseTotalVotes: 5);
        fake.IdeaBank.AddProposal("p-3");
        using var client = fake.Client(door, panelist);
        (await Page(client, $"{Proposals}?sort=votes", "items")).Ids.ShouldBe(["p-1", "p-3", "p-2"]);

        await client.VoteAsync("p-3");
        (await Page(client, $"{Proposals}?sort=votes&limit=1", "items")).Ids.ShouldBe(["p-3"]);
        await client.VoteAsync("p-3", """{"vote":-1}""");
        var (ids, cursor) = await Page(client, $"{Proposals}?sort=votes&limit=2", "items");
        ids.ShouldBe(["p-1", "p-3"]);
        (await LastPage(client, $"{Proposals}?sort=votes&limit=2&cursor={cursor}", "items")).ShouldBe(["p-2"]);
    }

    [Test]
    public async Task A_page_has_twenty_places_or_as_many_as_asked_for_up_to_a_hundred([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        for (var i = 0; i < 101; i++)
        {
            fake.IdeaBank.AddProposal($"p-{i}", title: "", description: "");
        }

        using var client = fake.Client(door, panelist);
        (await Page(client, Proposals, "items")).Ids.Length.ShouldBe(20);
        (await Page(client, Proposals + "?limit=100000", "items")).Ids.Length.ShouldBe(100);
    }

    [Test]
    public async Task My_votes_are_listed_latest_first_and_stay_when_voting_has_ended([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        var panelist = fake.IdeaBank.AddPanelist();
        using var client = fake.Client(door, panelist);
        foreach (var id in new[] { "p-1", "p-2", "p-3" })
        {
            fake.IdeaBank.AddProposal(id);
            fake.Clock.Advance(TimeSpan.FromSeconds(1));
            await client.VoteAsync(id);
        }

        fake.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.VoteAsync("p-1", """{"vote":-1}""");
        fake.IdeaBank.SetStatus("p-3", ProposalStatus.Accepted);

        (await client.ReadAsync(MyVotes)).ShouldBe(new(200, "IDEA-MY-VOTES-200",
            """{"votes":[{"proposalId":"p-1","vote":-1,"isMutable":true,"tsVoted":1700000004},{"proposalId":"p-3","vote":1,"isMutable":false,"tsVoted":1700000003},{"proposalId":"p-2","vote":1,"isMutable":true,"tsVoted":1700000002}]}"""));
        var (ids, cursor) = await Page(client, $"{MyVotes}?limit=2", "votes");
        ids.ShouldBe(["p-1", "p-3"]);
        (await LastPage(client, $"{MyVotes}?limit=2&cursor={cursor}", "votes")).ShouldBe(["p-2"]);
        (await fake.Client(door, fake.IdeaBank.AddPanelist()).ReadAsync(MyVotes)).Body.ShouldBe("""{"votes":[]}""");
    }

    [Test]
    public async Task My_votes_cannot_be_changed_by_who_may_no_longer_vote([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddVote(panelist, "p-1");
        fake.IdeaBank.Block(panelist);

        (await fake.Client(door, panelist).ReadAsync(MyVotes)).ShouldBe(new(200, "IDEA-MY-VOTES-200", """{"votes":[{"proposalId":"p-1","vote":1,"isMutable":false,"tsVoted":1700000000}]}"""));
    }

    private static async Task<string[]> LastPage(HttpClient client, string path, string list)
    {
        var (ids, cursor) = await Page(client, path, list);
        cursor.ShouldBeNull();
        return ids;
    }

    private static async Task<(string[] Ids, string? Cursor)> Page(HttpClient client, string path, string list)
    {
        var answer = await client.ReadAsync(path);
        answer.Status.ShouldBe(200, answer.Body);
        using var document = JsonDocument.Parse(answer.Body);
        return ([.. document.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("proposalId").GetString()!)], document.RootElement.TryGetProperty("cursor", out var cursor) ? cursor.GetString() : null);
    }
}
