using FakeJira.Polls;
using FakeJira.Polls.World;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Polls;

public sealed class PollsDocumentTests
{
    private const string Section = """
        {
          "settings": { "pollUpdateUnknown": 200, "strictPolls": true },
          "endpoints": [
            { "id": "one", "product": "jira",
              "tokens": [ { "value": "t", "scope": "any" }, { "value": "s", "scope": ["MKY", "PLAT"] } ],
              "polls": [
                { "workspace": "PLAT", "content": "PLAT-1", "poll": { "title": "Lunch 🎉?", "options": [ { "id": "1", "title": "a", "order": 0 } ], "mood": { "when": "2026-01-31T12:00:00Z" } },
                  "results": { "participants": 3, "votes": { "1": 2 } } },
                { "workspace": "MKY", "content": "MKY-1", "poll": { "id": "mine", "title": "M" } },
                { "workspace": "PLAT", "content": "PLAT-1", "poll": { "title": "Second" } }
              ] },
            { "id": "two", "product": "Confluence", "polls": [ { "workspace": "1", "content": "7", "container": "m", "poll": {} } ] }
          ]
        }
        """;

    [Test]
    public async Task What_a_seed_says_is_served([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        await Put(client, Section);
        var one = fake.Polls.Endpoint("one");

        var titles = one.PollsOf("PLAT-1").Select(poll => poll.Title);

        titles.ShouldBe(["Lunch 🎉?", "Second"]);
        Guid.Parse(one.IdsOf("PLAT-1").First()).Version.ShouldBe(4);
        fake.Polls.Settings.ShouldBe(new PollsSettings { UpdateUnknown = UnknownPoll.Created, Strict = true });
        (await client.Get(one.Query("PLAT-1", token: "s", pollId: one.IdsOf("PLAT-1").First(), expand: "results"))).Body
            .ShouldEndWith(""","title":"Lunch 🎉?","mood":{"when":"2026-01-31T12:00:00Z"},"results":{"participants":3,"votes":2,"average":1,"options":[{"id":"1","votes":2,"percentage":100}]}}]""");
        (await client.Get(one.Query("SECRET-1", token: "s"))).Rule.ShouldBe("POLLS-TOKEN-SCOPE-403");
        (await client.Get(one.Query("MKY-1", token: "t", pollId: "mine"))).Rule.ShouldBe("POLLS-GET-200");
        fake.Polls.Endpoint("two").PollsOf("7", "1", "m").Count.ShouldBe(1);
    }

    [Test]
    public async Task A_token_with_an_empty_scope_is_good_for_no_workspace([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        await Put(client, """{ "endpoints": [ { "id": "e", "product": "jira", "tokens": [ { "value": "t", "scope": [] } ] } ] }""");

        (await client.Get(fake.Polls.Endpoint("e").Query("PLAT-1", token: "t"))).ShouldBe(new(403, "POLLS-TOKEN-SCOPE-403", ""));
    }

    [Test]
    public async Task Reading_what_was_written_gives_the_same_answers([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        await Put(client, Section);
        await client.Post("x1/one?token=t&type=polls&workspace=MKY&content=MKY-1", """{"title":"T","options":[{"id":"a"},{"id":"b"}],"x":[1,2.5,"\ud83c\udf89",null,true]}""");
        var written = await StateOf(client);
        var answers = await Answers();

        await Answer.Of(client, "PUT", "__fakejira/sites/default/state", PollsHttp.Json("{}"));
        fake.Polls.Endpoints.ShouldBeEmpty();
        (await Answer.Of(client, "PUT", "__fakejira/sites/default/state", PollsHttp.Json(written))).Status.ShouldBe(204);

        (await StateOf(client)).ShouldBe(written);
        (await Answers()).ShouldBe(answers);

        async Task<List<Answer>> Answers() =>
        [
            await client.Get("x1/one?token=t&type=polls&workspace=PLAT&content=PLAT-1&expand=results"),
            await client.Get("x1/one?token=t&type=polls&workspace=MKY&content=MKY-1&expand=results"),
            await client.Get("x1/two?token=t&type=polls&workspace=MKY&content=MKY-1"),
        ];
    }

    [TestCase("[]", "seed(1,1): error: Expected an object with settings and endpoints, found an array.")]
    [TestCase("""{"endpoint":[]}""", "seed(1,2): error: Unknown member 'endpoint'; did you mean 'endpoints'? [endpoint]")]
    [TestCase("""{"settings":{"pollUpdateUnknown":500}}""", "seed(1,34): error: Expected 404 or 400 or 200 or upsert, found 500. [settings.pollUpdateUnknown]")]
    [TestCase("""{"endpoints":[{}]}""", "seed(1,15): error: An endpoint needs an id: one path segment such as \"xs2i4ODeo611kO2x4adU6sCYcqM\". [endpoints[0]]")]
    [TestCase("""{"endpoints":[7]}""", "seed(1,15): error: Expected an endpoint: {\"id\", \"product\", \"tokens\", \"polls\"}, found 7. [endpoints[0]]")]
    [TestCase("""{"endpoints":[{"id":"e"},{"id":"e"}]}""", "seed(1,32): error: There is an endpoint 'e' before; every endpoint needs an id of its own. [endpoints[1].id]")]
    [TestCase("""{"endpoints":[{"id":"e","product":"bitbucket"}]}""", "seed(1,35): error: Expected \"jira\" or \"confluence\", found \"bitbucket\". [endpoints[0].product]")]
    [TestCase("""{"endpoints":[{"id":"e","tokens":[{"scope":"any"}]}]}""", "seed(1,35): error: A token needs a value that is not blank. [endpoints[0].tokens[0]]")]
    [TestCase("""{"endpoints":[{"id":"e","tokens":["t"]}]}""", "seed(1,35): error: Expected a token: {\"value\", \"scope\"}, found \"t\". [endpoints[0].tokens[0]]")]
    [TestCase("""{"endpoints":[{"id":"e","tokens":[{"value":"t","scope":"PLAT"}]}]}""", "seed(1,56): error: Expected \"any\" or an array of workspaces, found \"PLAT\". [endpoints[0].tokens[0].scope]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":"P-1"}]}]}""", "seed(1,34): error: A poll needs a member \"poll\": the object as clients get it, at least {\"title\", \"options\"}. [endpoints[0].polls[0]]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"content":"P-1","poll":{}}]}]}""", "seed(1,34): error: A poll needs a workspace that is not blank. [endpoints[0].polls[0]]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":" ","poll":{}}]}]}""", "seed(1,34): error: A poll needs a content that is not blank. [endpoints[0].polls[0]]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":7,"poll":{}}]}]}""", "seed(1,61): error: Expected a text, found 7. [endpoints[0].polls[0].content]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":"P-1","container":"m","poll":{}}]}]}""", "seed(1,79): error: A Jira endpoint has no containers; remove it, or set the endpoint's product to \"confluence\". [endpoints[0].polls[0].container]")]
    [TestCase("""{"endpoints":[{"id":"e","product":"confluence","polls":[{"workspace":"P","content":"1","poll":{}}]}]}""", "seed(1,57): error: A poll of a Confluence endpoint needs a container, the id of its macro. [endpoints[0].polls[0]]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":"P-1","poll":{"id":" "}}]}]}""", "seed(1,74): error: The id of a poll is a text that is not blank; leave it out to have one made. [endpoints[0].polls[0].poll]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":"P-1","poll":{"id":"a"}},{"workspace":"P","content":"P-1","poll":{"id":"a"}}]}]}""", "seed(1,86): error: There is a poll 'a' at P/P-1 before; every poll of a place needs an id of its own. [endpoints[0].polls[1]]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":"P-1","poll":{},"results":{"votes":{"1":-1}}}]}]}""", "seed(1,101): error: Expected a whole number from 0 to 2147483647, found -1. [endpoints[0].polls[0].results.votes.1]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":"P-1","poll":{},"results":{"votes":[1]}}]}]}""", "seed(1,96): error: Expected an object with a number for each option id, found an array. [endpoints[0].polls[0].results.votes]")]
    [TestCase("""{"endpoints":[{"id":"e","polls":[{"workspace":"P","content":"P-1","poll":{},"results":7}]}]}""", "seed(1,87): error: Expected results: {\"participants\", \"votes\"}, found 7. [endpoints[0].polls[0].results]")]
    public void A_mistake_in_a_seed_is_told_with_its_place(string section, string problem)
    {
        var problems = new ProblemList();

        PollsDocument.Read(JsonText.Parse("seed", section, problems)!, PollsWorld.Empty);

        problems.All.Select(each => each.ToString()).ShouldBe([problem]);
    }

    private static async Task Put(HttpClient client, string section) =>
        (await Answer.Of(client, "PUT", "__fakejira/sites/default/state", PollsHttp.Json($$"""{"polls":{{section}}}"""))).ShouldBe(new(204, "", ""));

    private static async Task<string> StateOf(HttpClient client) => (await client.Get("__fakejira/sites/default/state")).Body;
}
