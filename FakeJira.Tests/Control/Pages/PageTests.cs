using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control.Pages;

/// <summary>The state of a site page by page.</summary>
public sealed class PageTests
{
    private const string Site = "__fakejira/sites/default/";

    [Test]
    public async Task Issues_are_paged_by_project_and_number()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        foreach (var key in (string[])["ZED-1", "ABC-1", "ABC-2", "MKY-1"])
        {
            fake.Jira.AddIssue(key, summary: "About " + key);
        }

        fake.Jira.Vote("MKY-1", mia);
        using var client = fake.Client(Door.Handler);

        (await Keys("jira/issues")).ShouldBe("4: ABC-1 ABC-2 MKY-1 ZED-1");
        (await Keys("jira/issues?offset=1&limit=2")).ShouldBe("4: ABC-2 MKY-1");
        (await Keys("jira/issues?offset=3")).ShouldBe("4: ZED-1");
        (await Keys("jira/issues?offset=9")).ShouldBe("4: ");
        (await Keys("jira/issues?search=about+abc")).ShouldBe("2: ABC-1 ABC-2");
        (await Keys("jira/issues?order=votes&limit=1")).ShouldBe("4: MKY-1");

        async Task<string> Keys(string path)
        {
            var page = await Get(client, path);
            return $"{page["total"]}: {string.Join(' ', page["issues"]!.Select(issue => (string?)issue["key"]))}";
        }
    }

    [Test]
    public async Task Voters_are_told_by_name()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        var page = await Get(fake.Client(Door.Handler), "jira/issues/MKY-1/voters?offset=22&limit=5");

        ((int)page["total"]!, (int)page["issue"]!["votes"]!).ShouldBe((24, 24));
        page["voters"]!.Select(voter => (string?)voter["displayName"]).ShouldBe(["Vera Petrova", "Wei Zhang"]);
    }

    [Test]
    public async Task Users_are_found_by_name_and_email()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(Door.Handler);

        (await Get(client, "jira/users?search=EMMA"))["users"]!.Single().ToString(Newtonsoft.Json.Formatting.None)
            .ShouldBe("""{"accountId":"5b10ac8d82e05b22cc7d4ef5","displayName":"Emma Richards","email":"emma@example.com","active":true}""");
        (await Get(client, "jira/users?search=example.com&limit=2"))["users"]!.Count().ShouldBe(2);
    }

    [Test]
    public async Task Polls_have_their_results()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint(id: "e1");
        var poll = endpoint.AddPoll("PLAT-1", title: "Lunch?", options: ["Pizza", "Salad"]);
        endpoint.SetResults(poll.Id, participants: 5, 3, 1);

        var shown = (await Get(fake.Client(Door.Handler), "polls"))["polls"]!.Single();

        ((string?)shown["endpoint"], (string?)shown["place"], (string?)shown["title"], (int)shown["participants"]!, (int)shown["votes"]!).ShouldBe(("e1", "PLAT/PLAT-1", "Lunch?", 5, 4));
        shown["options"]!.Select(option => ((string?)option["title"], (int)option["votes"]!, (decimal)option["percentage"]!)).ShouldBe([("Pizza", 3, 75m), ("Salad", 1, 25m)]);
        (await Get(fake.Client(Door.Handler), "polls?search=dinner"))["total"]!.ShouldBe(0);
    }

    [Test]
    public async Task Proposals_come_by_score_with_those_who_have_voted()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var ann = fake.IdeaBank.AddPanelist(id: "ann");
        fake.IdeaBank.AddProposal("p-1", title: "Dark mode");
        fake.IdeaBank.AddProposal("p-2", title: "Night mode", baseVotes: 3, baseTotalVotes: 4);
        using var client = fake.Client(Door.Handler, ann);
        await Answer.Of(client, "POST", "public/ideabank/proposals/p-1/vote", new StringContent("""{"vote":-1}""", System.Text.Encoding.UTF8, "application/json"));

        var page = await Get(client, "ideabank/proposals");

        page["proposals"]!.Select(proposal => ((string?)proposal["id"], (int)proposal["score"]!, (int)proposal["votes"]!, (string?)proposal["status"])).ShouldBe([("p-2", 3, 4, "open"), ("p-1", -1, 1, "open")]);
        (await Get(client, "ideabank/proposals/p-1/votes"))["panelists"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""[{"id":"ann","vote":-1}]""");
        (await Answer.Of(client, "GET", Site + "ideabank/proposals/p-9/votes")).Status.ShouldBe(404);
    }

    [TestCase("jira/issues?ofset=1", "There is no parameter 'ofset'; did you mean 'offset'?")]
    [TestCase("jira/issues?limit=-1", "Expected a whole number from 0 as 'limit', found '-1'.")]
    [TestCase("jira/issues?order=age", "Expected votes as 'order', found 'age'.")]
    [TestCase("polls?order=votes", "There is no parameter 'order'; there are: offset, limit, search.")]
    [TestCase("requests?order=latest", "Expected oldest or newest as 'order', found 'latest'.")]
    public async Task A_mistake_in_the_query_is_told(string path, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "GET", Site + path);

        (answer.Status, (string?)JObject.Parse(answer.Body)["errors"]![0]!["message"]).ShouldBe((400, message));
    }

    private static async Task<JObject> Get(HttpClient client, string path)
    {
        var answer = await Answer.Of(client, "GET", Site + path);
        answer.Status.ShouldBe(200, answer.Body);
        return JObject.Parse(answer.Body);
    }
}
