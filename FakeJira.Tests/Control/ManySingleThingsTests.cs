using System.Globalization;
using System.Text;
using FakeJira.Tests.IdeaBank;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>What is arranged one by one is as if it had been arranged at once, and the site is not held up for longer than that takes.</summary>
public sealed class ManySingleThingsTests
{
    private const string Site = "__fakejira/sites/default/";
    private const string Panelists = "ideabank/banks/b1/panelists/";
    private static readonly Answer Done = new(204, "", "");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task A_bank_arranged_one_by_one_is_that_arranged_at_once([Range(1, 20)] int seed)
    {
        var (chance, bank) = (new Random(seed), new JObject { ["tenant"] = "t", ["title"] = "Ideas" });
        var panelists = Enumerable.Range(0, chance.Next(1, 6)).Select(number => Panelist(chance, $"voter-{number}")).ToList();
        var proposals = Enumerable.Range(0, chance.Next(8)).Select(number => Proposal(chance, $"p-{number}", panelists)).ToList();
        await using var single = await Started();
        using var client = single.Client(Door.Handler);

        (await Send(client, "PUT", "ideabank/banks/b1", bank)).ShouldBe(Done);
        (await Send(client, "PUT", "ideabank/banks/gone", new JObject { ["proposals"] = new JArray(new JObject { ["id"] = "p-gone" }), ["panelists"] = new JArray(Panelist(chance, "voter-0")) })).ShouldBe(Done);
        foreach (var panelist in panelists)
        {
            (await Send(client, "PUT", Panelists + panelist["id"], Panelist(chance, (string)panelist["id"]!))).ShouldBe(Done);
            (await Send(client, "PUT", Panelists + panelist["id"], panelist)).ShouldBe(Done);
        }

        foreach (var proposal in proposals)
        {
            (await Send(client, "POST", "ideabank/banks/b1/proposals", proposal)).ShouldBe(Done);
            WorldCheck.Agrees(single.IdeaBank.World);
        }

        foreach (var panelist in panelists.Take(1))
        {
            (await Send(client, "PUT", Panelists + panelist["id"], panelist)).ShouldBe(Done);
        }

        foreach (var panelist in panelists.Skip(1).Where(_ => chance.Next(3) == 0).ToList())
        {
            (await Send(client, "DELETE", Panelists + panelist["id"])).ShouldBe(Done);
            WorldCheck.Agrees(single.IdeaBank.World);
            panelists.Remove(panelist);
            proposals.ForEach(proposal => proposal["votes"]!.Where(vote => (string)vote["panelist"]! == (string)panelist["id"]!).ToList().ForEach(vote => vote.Remove()));
        }

        (await Send(client, "DELETE", "ideabank/banks/gone")).ShouldBe(Done);
        WorldCheck.Agrees(single.IdeaBank.World);
        (bank["id"], bank["panelists"], bank["proposals"]) = ("b1", new JArray(panelists), new JArray(proposals));
        await using var whole = await Started();
        using var other = whole.Client(Door.Handler);
        (await Send(other, "PUT", "state", new JObject { ["ideabank"] = new JObject { ["banks"] = new JArray(bank) } })).ShouldBe(Done);

        (await State(client, "ideabank")).ShouldBe(await State(other, "ideabank"));
        single.IdeaBank.World.Size.ShouldBe(whole.IdeaBank.World.Size);
        (await Send(client, "DELETE", "ideabank/banks/b1")).ShouldBe(Done);
        single.IdeaBank.World.ShouldBe(FakeJira.IdeaBank.World.IdeaBankWorld.Empty);
    }

    [Test]
    public async Task Polls_arranged_one_by_one_are_those_arranged_at_once()
    {
        var polls = Enumerable.Range(0, 12).Select(number => Poll(number % 3, number)).ToList();
        polls[5]["poll"]!["id"] = "own";
        await using var single = await Started();
        await using var whole = await Started();
        using var client = single.Client(Door.Handler);
        using var other = whole.Client(Door.Handler);

        (await Send(client, "PUT", "polls/e1", [])).ShouldBe(Done);
        var ids = new List<string>();
        foreach (var poll in polls)
        {
            var added = await Send(client, "POST", "polls/e1", poll);
            added.Status.ShouldBe(201);
            ids.Add((string)JObject.Parse(added.Body)["id"]!);
        }

        (await Send(other, "PUT", "polls/e1", new JObject { ["polls"] = new JArray(polls) })).ShouldBe(Done);
        (await State(client, "polls")).ShouldBe(await State(other, "polls"));
        ids.ShouldBe(whole.Polls.Endpoint("e1").Polls.Select(poll => poll.Poll.Id));
        ids[5].ShouldBe("own");
    }

    /// <summary>Each of them would make the whole bank with its votes anew: minutes.</summary>
    [TestCase("POST", "ideabank/banks/b1/proposals", """{"id": "p-new-#", "votes": [{"panelist": "voter-#", "vote": 1}]}""")]
    [TestCase("DELETE", Panelists + "voter-#", "")]
    public async Task Arranging_in_a_bank_with_many_votes_takes_no_longer_than_it_has_to(string method, string path, string body)
    {
        await using var fake = await Started();
        var voters = Enumerable.Range(0, 4_000).Select(number => $"voter-{number}").ToList();
        var bank = new JObject
        {
            ["panelists"] = new JArray(voters.Select(voter => new JObject { ["id"] = voter })),
            ["proposals"] = new JArray(Enumerable.Range(0, 40).Select(number => new JObject { ["id"] = $"p-{number}", ["votes"] = new JArray(voters.Select(voter => new JObject { ["panelist"] = voter, ["vote"] = 1 })) })),
        };

        await Many(fake, "ideabank/banks/b1", bank, 4_000, method, path, body);

        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    /// <summary>Each of them would look through the sessions or the proposals of all: minutes.</summary>
    [TestCase(Panelists + "voter-#", """{"sessions": [{"session": "s-#"}]}""")]
    [TestCase("ideabank/banks/b2", """{"panelists": [{"id": "#"}], "proposals": [{"id": "p-new"}]}""")]
    public async Task Arranging_beside_many_sessions_and_proposals_takes_no_longer_than_it_has_to(string path, string body)
    {
        await using var fake = await Started();
        var bank = new JObject
        {
            ["panelists"] = new JArray(new JObject { ["id"] = "many", ["sessions"] = new JArray(Enumerable.Range(0, 200_000).Select(number => new JObject { ["session"] = $"{number}" })) }),
            ["proposals"] = new JArray(Enumerable.Range(0, 100_000).Select(number => new JObject { ["id"] = $"p-{number}" })),
        };

        await Many(fake, "ideabank/banks/b1", bank, 6_000, "PUT", path, body);

        fake.IdeaBank.World.Sessions.Count.ShouldBeGreaterThanOrEqualTo(200_000);
    }

    /// <summary>Each of them would put all polls in order to know the last: minutes.</summary>
    [Test]
    public async Task A_poll_beside_many_others_takes_no_longer_than_it_has_to()
    {
        await using var fake = await Started();

        await Many(fake, "polls/e1", new JObject { ["polls"] = new JArray(Enumerable.Range(0, 50_000).Select(number => Poll(0, number))) }, 4_000, "POST", "polls/e1", Poll(0, -1).ToString());

        fake.Polls.Endpoint("e1").Polls.Count.ShouldBe(54_000);
    }

    private static Task<FakeJiraServer> Started() => FakeJiraServer.StartAsync();

    private static async Task Many(FakeJiraServer fake, string place, JObject first, int count, string method, string path, string body)
    {
        using var client = fake.Client(Door.Handler);
        (await Send(client, "PUT", place, first)).ShouldBe(Done);
        await Task.Run(async () =>
        {
            for (var i = 0; i < count; i++)
            {
                var number = i.ToString(CultureInfo.InvariantCulture);
                using var content = new StringContent(body.Replace("#", number, StringComparison.Ordinal));
                (await Answer.Of(client, method, Site + path.Replace("#", number, StringComparison.Ordinal), content)).Status.ShouldBeInRange(201, 204);
            }
        }).WaitAsync(Patience);
    }

    private static JObject Panelist(Random chance, string id) => new()
    {
        ["id"] = id,
        ["blocked"] = chance.Next(2) == 0,
        ["sessions"] = new JArray(Enumerable.Range(0, chance.Next(4)).Select(number => new JObject { ["session"] = $"{id}.{number * chance.Next(1, 3)}.{number}" })),
    };

    private static JObject Proposal(Random chance, string id, IEnumerable<JObject> panelists) => new()
    {
        ["id"] = id,
        ["status"] = chance.GetItems(["open", "open", "draft", "closed"], 1)[0],
        ["createdAt"] = $"2026-01-0{chance.Next(1, 4)}T00:00:00Z",
        ["baseVotes"] = chance.Next(-2, 3),
        ["votes"] = new JArray(panelists.Where(_ => chance.Next(2) == 0).Select(panelist => new JObject
        {
            ["panelist"] = panelist["id"],
            ["vote"] = chance.Next(2) == 0 ? 1 : -1,
            ["votedAt"] = $"2026-02-0{chance.Next(1, 4)}T00:00:00Z",
        })),
    };

    private static JObject Poll(int place, int number) => new()
    {
        ["workspace"] = "A",
        ["content"] = $"A-{place}",
        ["poll"] = new JObject { ["title"] = $"Title {number}", ["options"] = new JArray(new JObject { ["id"] = "1", ["title"] = "Yes", ["order"] = 0 }) },
    };

    private static async Task<string> State(HttpClient client, string section) => JObject.Parse((await Answer.Of(client, "GET", Site + "state")).Body)[section]!.ToString();

    private static async Task<Answer> Send(HttpClient client, string method, string path, JObject? body = null)
    {
        using var content = new StringContent(body?.ToString(Newtonsoft.Json.Formatting.None) ?? "", Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, Site + path, content);
    }
}
