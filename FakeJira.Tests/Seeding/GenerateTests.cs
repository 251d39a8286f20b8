using System.Text;
using FakeJira.Seeding;
using FakeJira.Tests.IdeaBank;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Seeding;

/// <summary>Sites full of made-up data.</summary>
public sealed class GenerateTests
{
    private const string Site = "__fakejira/sites/default/";

    private static Generation Small => new() { Users = 20, Projects = 3, Issues = 50, Votes = 300, Comments = 80, Polls = 15, Panelists = 10, Proposals = 12, ProposalVotes = 60 };

    [Test]
    public async Task A_seed_says_how_much_and_gets_exactly_that([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Send(client, "PUT", "state", """
            {"jira": {"users": [{"accountId": "mia", "displayName": "Mia"}], "projects": [{"key": "MKY"}], "issues": [{"key": "MKY-7"}]},
             "generate": {"users": 20, "projects": 3, "issues": 50, "votes": 300, "comments": 80, "polls": 15, "panelists": 10, "proposals": 12, "proposalVotes": 60}}
            """)).ShouldBe(new(204, "", ""));

        var jira = fake.Jira.World;
        (jira.Users.Count, jira.Tokens.Count, jira.Projects.Count, jira.Issues.Count).ShouldBe((21, 20, 4, 51));
        (jira.Issues.Values.Sum(issue => issue.Voters.Count), jira.Issues.Values.Sum(issue => issue.Comments.Length)).ShouldBe((300, 80));
        jira.FindIssue("MKY-7")!.Voters.ShouldBeEmpty();
        jira.Users.Values.Select(user => user.Email.ToUpperInvariant()).ShouldBeUnique();
        fake.Polls.Endpoints.Single().Polls.Count.ShouldBe(15);
        var bank = fake.IdeaBank.World.Banks.Values.Single();
        (bank.Voters.Count, bank.Proposals.Count, bank.Proposals.Values.Sum(proposal => proposal.Votes.Count)).ShouldBe((10, 12, 60));
        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    [Test]
    public async Task What_was_made_is_written_as_any_other_state_and_read_again()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        fake.Generate(Small);
        var written = (await Answer.Of(client, "GET", Site + "state")).Body;

        (await Send(client, "PUT", "state", written)).ShouldBe(new(204, "", ""));

        (await Answer.Of(client, "GET", Site + "state")).Body.ShouldBe(written);
        JObject.Parse(written)["generate"].ShouldBeNull();
    }

    [Test]
    public async Task The_same_seed_makes_the_same_site_and_another_seed_another()
    {
        var first = await StateOf(1, Small);
        (await StateOf(1, Small)).ShouldBe(first);
        (await StateOf(2, Small)).ShouldNotBe(first);
        var named = JObject.Parse(await StateOf(1, Small with { RandomSeed = 7 }));
        var again = JObject.Parse(await StateOf(2, Small with { RandomSeed = 7 }));
        again["jira"].ShouldBe(named["jira"], new JTokenEqualityComparer());
        ((long)named["random"]!["position"]!).ShouldBe(0);
    }

    [Test]
    public async Task What_is_needed_and_not_asked_for_is_made_once()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        fake.Generate(new() { Issues = 3, Polls = 1, Proposals = 2 });
        fake.Generate(new() { Issues = 3, Polls = 1, Proposals = 2, RandomSeed = 5 });
        fake.Generate(new() { Issues = 3, Polls = 1, Proposals = 2, RandomSeed = 5, Users = 2 });
        fake.Generate(new() { RandomSeed = 5, Users = 2 });

        var jira = fake.Jira.World;
        (jira.Users.Count, jira.Projects.Count, jira.Issues.Count, fake.Polls.Endpoints.Count, fake.IdeaBank.World.Banks.Count).ShouldBe((5, 1, 9, 1, 1));
        jira.NextIssueId.ShouldBe(10010);
        jira.Projects.Values.Single().LastIssueNumber.ShouldBe(9);
    }

    [Test]
    public async Task A_user_that_was_made_up_can_sign_in_and_vote([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Generate(new() { Users = 2, Issues = 1 });
        var issue = fake.Jira.World.Issues.Values.Single();
        var voter = fake.Jira.User(fake.Jira.World.Users.Keys.Order(StringComparer.Ordinal).First());

        (await Answer.Of(fake.Client(door, voter), "POST", $"rest/api/3/issue/{issue.Key}/votes")).Rule.ShouldBe("JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC");

        fake.Jira.VotersOf(issue.Key).ShouldBe([voter]);
    }

    [TestCase("""{"issue": 3}""", "generate.issue", "Unknown member 'issue'; did you mean 'issues'?")]
    [TestCase("""{"issues": "many"}""", "generate.issues", "Expected a whole number from 0 to 500000, found \"many\".")]
    [TestCase("""{"issues": 500001}""", "generate.issues", "Expected a whole number from 0 to 500000, found 500001.")]
    [TestCase("""{"users": 2, "issues": 3, "votes": 7}""", "generate.votes", "2 users can vote 6 times on 3 generated issues, not 7 times; ask for more users or issues.")]
    [TestCase("""{"comments": 3}""", "generate.comments", "Comments are made for generated issues; ask for issues too.")]
    [TestCase("""{"proposals": 3, "proposalVotes": 1}""", "generate.proposalVotes", "0 panelists can vote 0 times on 3 generated proposals, not 1 times; ask for more panelists or proposals.")]
    [TestCase("[]", "generate", "Expected an object such as {\"issues\": 500, \"users\": 50}, found an array.")]
    public async Task A_mistake_is_told_with_its_place_and_makes_nothing(string generate, string path, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);
        var before = (await Answer.Of(client, "GET", Site + "state")).Body;

        var answer = await Send(client, "PUT", "state", $$"""{"generate": {{generate}}}""");
        var error = JObject.Parse(answer.Body)["errors"]![0]!;

        (answer.Status, (string?)error["path"], (string?)error["message"]).ShouldBe((400, path, message));
        ((int)error["line"]!, (int)error["column"]! > 10).ShouldBe((1, true));
        (await Send(client, "POST", "generate", generate)).Status.ShouldBe(400);
        (await Answer.Of(client, "GET", Site + "state")).Body.ShouldBe(before);
    }

    [Test]
    public async Task A_contract_that_is_not_served_gets_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = ["jira"] });

        Should.Throw<FakeJiraException>(() => fake.Generate(new() { Polls = 1, Users = -1 })).Message
            .ShouldBe("The number of users goes from 0 to 100000 at once, not -1. The contract polls is not served here, so there are no polls; remove the number, or serve it with --contracts.");
        fake.Jira.World.ShouldBeSameAs(FakeJira.Jira.World.JiraWorld.Empty);
    }

    private static async Task<string> StateOf(long seed, Generation wanted)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { RandomSeed = seed });
        fake.Generate(wanted);
        return (await Answer.Of(fake.Client(Door.Handler), "GET", Site + "state")).Body;
    }

    private static async Task<Answer> Send(HttpClient client, string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, Site + path, content);
    }
}
