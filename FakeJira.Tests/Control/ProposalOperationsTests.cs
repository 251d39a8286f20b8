using System.Text;
using FakeJira.Tests.IdeaBank;

namespace FakeJira.Tests.Control;

public sealed class ProposalOperationsTests
{
    [Test]
    public async Task A_proposal_is_merged_closed_and_opened_again([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddProposal("p-2");
        fake.IdeaBank.AddVote(panelist, "p-1");
        using var client = fake.Client(door, panelist);

        (await Put(client, "p-1/merge", """{"into":"p-2"}""")).ShouldBe(new(204, "", ""));
        fake.IdeaBank.VotesOn("p-2")[panelist].ShouldBe(1);
        (await client.VoteAsync("p-1", """{"vote":-1}""")).ShouldBe(Ask.Recorded("p-2", -1, "IDEA-MERGED-200"));

        (await Put(client, "p-2/status", """{"status":"implemented"}""")).ShouldBe(new(204, "", ""));
        (await client.VoteAsync("p-1")).Rule.ShouldBe("IDEA-PROPOSAL-404");
        (await Put(client, "p-1/status", """{"status":"open"}""")).ShouldBe(new(204, "", ""));
        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
        WorldCheck.Agrees(fake.IdeaBank.World);
    }
    [Test]
    public async Task The_vote_of_a_panelist_is_cast_changed_and_withdrawn([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var ann = fake.IdeaBank.AddPanelist(id: "ann");
        fake.IdeaBank.AddProposal("p-1");
        fake.IdeaBank.AddProposal("p-2");
        fake.IdeaBank.Merge("p-2", "p-1");
        using var client = fake.Client(door);

        (await Put(client, "p-1/votes/ann", """{"vote":1}""")).ShouldBe(new(204, "", ""));
        (await Put(client, "p-1/votes/ann", """{"vote":-1}""")).ShouldBe(new(204, "", ""));
        fake.IdeaBank.VotesOn("p-1")[ann].ShouldBe(-1);
        (await Put(client, "p-1/votes/bob", """{"vote":1}""")).Status.ShouldBe(404);
        (await Put(client, "p-9/votes/ann", """{"vote":1}""")).Status.ShouldBe(404);
        (await Put(client, "p-2/votes/ann", """{"vote":1}""")).Body.ShouldContain("p-2 is part of p-1 now; votes count there.");
        foreach (var body in (string[])["""{"vote":0}""", """{"vote":2}""", "{}", "[]", """{"vote":1,"x":1}""", "{"])
        {
            (await Put(client, "p-1/votes/ann", body)).Status.ShouldBe(400, body);
        }

        fake.IdeaBank.VotesOn("p-1")[ann].ShouldBe(-1);
        (await Answer.Of(client, "DELETE", "__fakejira/sites/default/ideabank/proposals/p-1/votes/ann")).Status.ShouldBe(204);
        (await Answer.Of(client, "DELETE", "__fakejira/sites/default/ideabank/proposals/p-1/votes/ann")).Status.ShouldBe(204);
        fake.IdeaBank.VotesOn("p-1").ShouldBeEmpty();
        WorldCheck.Agrees(fake.IdeaBank.World);
    }

    [Test]
    public async Task Mistakes_are_told_and_change_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.IdeaBank.AddProposal("p-1", fake.IdeaBank.AddBank());
        fake.IdeaBank.AddProposal("p-2", fake.IdeaBank.AddBank());
        fake.IdeaBank.AddProposal("p-3", fake.IdeaBank.AddBank(id: "third"));
        fake.IdeaBank.AddProposal("p-4", new("third", "tenant", ""));
        fake.IdeaBank.Merge("p-3", "p-4");
        fake.IdeaBank.AddProposal("p-5", new("third", "tenant", ""), baseVotes: -600_000_000);
        fake.IdeaBank.AddProposal("p-6", new("third", "tenant", ""), baseVotes: -600_000_000);
        var before = fake.IdeaBank.World;
        using var client = fake.Client(door);

        (await Told("p-4/merge", """{"into":"p-3"}""")).ShouldBe((409, "p-3 is p-4 or part of it; merging them would go round in a circle."));
        (await Told("p-1/merge", """{"into":"p-1"}""")).ShouldBe((409, "p-1 is p-1 or part of it; merging them would go round in a circle."));
        (await Told("p-5/merge", """{"into":"p-6"}""")).ShouldBe((409, "The base votes of p-5 and p-6 are more than 1000000000 together."));
        (await Told("p-1/merge", """{"into":"p-2"}""")).ShouldBe((409, "p-1 and p-2 are of different banks; a proposal merges into one of its own bank."));
        (await Told("p-1/merge", """{"into":"p-9"}""")).ShouldBe((404, "There is no proposal 'p-9' on the site 'default'."));
        (await Told("p%2F1/merge", """{"into":"p-1"}""")).ShouldBe((404, "There is no proposal 'p/1' on the site 'default'."));
        (await Told("p-1/merge", "{}")).ShouldBe((400, "'into' is missing; expected the id of a proposal."));
        (await Told("p-1/merge", """{"into":"p-2","status":"open"}""")).ShouldBe((400, "Unknown member 'status'; known here: into."));
        (await Told("p-1/merge", "[]")).ShouldBe((400, "Expected an object: {\"into\": \"p-2\"}, found an array."));
        (await Told("p-9/status", """{"status":"open"}""")).ShouldBe((404, "There is no proposal 'p-9' on the site 'default'."));
        (await Told("p-1/status", """{"status":"merged"}""")).ShouldBe((400, "A proposal is merged by PUT …/merge, which says into which."));
        (await Told("p-1/status", """{"status":"done"}""")).Status.ShouldBe(400);
        (await Told("p-1/status", "{}")).Status.ShouldBe(400);
        (await Told("p-1/status", "[]")).Status.ShouldBe(400);
        (await Told("p-1/status", "")).Status.ShouldBe(400);
        fake.IdeaBank.World.ShouldBeSameAs(before);

        async Task<(int Status, string? Message)> Told(string path, string body)
        {
            var answer = await Put(client, path, body);
            return (answer.Status, (string?)Newtonsoft.Json.Linq.JObject.Parse(answer.Body)["errors"]![0]!["message"]);
        }
    }

    private static Task<Answer> Put(HttpClient client, string path, string body) =>
        Answer.Of(client, "PUT", $"/__fakejira/sites/default/ideabank/proposals/{path}", new StringContent(body, Encoding.UTF8));
}
