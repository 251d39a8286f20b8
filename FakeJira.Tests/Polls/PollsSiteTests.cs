using FakeJira.Polls;
using FakeJira.Polls.World;

namespace FakeJira.Tests.Polls;

public sealed class PollsSiteTests
{
    [Test]
    public async Task What_a_test_does_not_say_is_made_up_the_same_for_the_same_seed()
    {
        var made = new List<(string, string, string)>();
        for (var i = 0; i < 2; i++)
        {
            await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false, RandomSeed = 3 });
            var endpoint = fake.Polls.AddEndpoint();
            made.Add((endpoint.Id, endpoint.Token, endpoint.AddPoll().Json));
        }

        made[1].ShouldBe(made[0]);
        made[0].Item1.Length.ShouldBe(27);
        Guid.Parse(made[0].Item2).Version.ShouldBe(4);
    }

    [Test]
    public async Task Polls_that_are_made_up_make_sense_and_differ()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Polls.Settings = fake.Polls.Settings with { Strict = true };
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);
        var polls = Enumerable.Range(0, 20).Select(_ => endpoint.AddPoll()).ToList();

        polls.Select(poll => poll.Title).Distinct().Count().ShouldBeGreaterThan(10);
        foreach (var poll in polls)
        {
            poll.Options.Count.ShouldBe(3);
            (await client.Put(endpoint.Query("PLAT-1", pollId: poll.Id), poll.Json)).ShouldBe(new(200, "POLLS-UPDATE-200", poll.Json));
        }
    }

    [Test]
    public async Task A_poll_is_made_as_it_is_said()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var endpoint = fake.Polls.AddEndpoint(PollProduct.Confluence);

        var poll = endpoint.AddPoll("7", "42", "macro", "id-1", "Lunch \"🎉\"?", "Where", ["Here", "There"], new() { AllowRevote = true, EndDate = "2026-01-31" });

        poll.Json.ShouldBe("""{"settings":{"allowSelectionOfMultipleOptions":false,"resultsVisibility":"alwaysPublic","endDate":"2026-01-31","hideAbsoluteNumbers":false,"allowRevote":true,"saveParticipantNames":false,"closePollOnEndDate":false,"allowComment":false},"options":[{"id":"1","title":"Here","order":0},{"id":"2","title":"There","order":1}],"description":"Where","id":"id-1","title":"Lunch \"🎉\"?"}""");
        poll.Options.ShouldBe([new("1", "Here", 0), new("2", "There", 1)]);
        endpoint.Polls.Single().ShouldBe((new PollPlace("42", "7", "macro"), poll));
    }

    [Test]
    public async Task A_poll_and_its_place_are_shown_by_what_people_know_them_by_and_read_once()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var jira = fake.Polls.AddEndpoint();
        var confluence = fake.Polls.AddEndpoint(PollProduct.Confluence);

        var poll = jira.AddPoll("PLAT-1", id: "id-1", title: "Lunch?");
        confluence.AddPoll("7", "42", "macro");

        poll.ToString().ShouldBe("id-1 Lunch?");
        jira.Polls.Single().Place.ToString().ShouldBe("PLAT/PLAT-1");
        confluence.Polls.Single().Place.ToString().ShouldBe("42/7/macro");
        poll.Title.ShouldBeSameAs(poll.Title);
        var list = fake.Site.Site.Read(PollsContract.World).Find(jira.Id)!.At(jira.Polls.Single().Place);
        list.Polls.ShouldBeSameAs(list.Polls);
    }

    [Test]
    public async Task A_query_is_escaped_and_leaves_out_what_is_not_said()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var jira = fake.Polls.AddEndpoint(id: "a b", token: "t&t");
        var confluence = fake.Polls.AddEndpoint(PollProduct.Confluence, "c", "t");

        jira.Query("PLAT-1", pollId: "ü").ShouldBe("x1/a%20b?token=t%26t&type=polls&workspace=PLAT&content=PLAT-1&pollId=%C3%BC");
        confluence.Query("7", container: "m", expand: "results").ShouldBe("x1/c?token=t&type=polls&workspace=1&content=7&container=m&expand=results");
    }

    [Test]
    public async Task Endpoints_are_found_again()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var added = fake.Polls.AddEndpoint(PollProduct.Confluence);

        fake.Polls.Endpoint(added.Id).ShouldBe(added);
        fake.Polls.Endpoint(added.Id).Token.ShouldBe(added.Token);
        fake.Polls.Endpoints.Single().Product.ShouldBe(PollProduct.Confluence);
        added.ToString().ShouldBe("Confluence endpoint " + added.Id);
    }

    [Test]
    public async Task A_reset_takes_back_what_was_added()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false, Seed = "vendor" });
        var endpoint = fake.Polls.Endpoints.Single();
        endpoint.AddPoll(PollsHttp.Content);
        endpoint.RevokeToken();

        fake.Reset();

        endpoint.IdsOf(PollsHttp.Content).ShouldBe(["ee9107b5-5041-4c15-8c76-f14404fa1fad"]);
        endpoint.AddToken("f991ebe3-2d93-4fd9-b8ee-4a1725c9f337x").ShouldBe("f991ebe3-2d93-4fd9-b8ee-4a1725c9f337x");
    }

    [Test]
    public async Task Mistakes_of_a_test_are_told_in_a_sentence()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        Told(() => fake.Polls.Endpoint("e"), "There is no endpoint 'e' on this site; there is none yet. Add it with AddEndpoint.");
        var endpoint = fake.Polls.AddEndpoint(id: "e", token: "t");
        endpoint.AddPoll("PLAT-1", id: "p", options: ["a", "b"]);

        Told(() => fake.Polls.AddEndpoint(id: "e"), "There is an endpoint 'e' already; choose another id, or take it with Endpoint(\"e\").");
        Told(() => fake.Polls.AddEndpoint(id: "a/b"), "'a/b' is no endpoint id; expected one path segment such as xs2i4ODeo611kO2x4adU6sCYcqM.");
        Told(() => fake.Polls.AddEndpoint((PollProduct)7), "There is no product 7; there are: Jira, Confluence.");
        Told(() => fake.Polls.AddEndpoint(token: " "), "A token cannot be blank; leave it out to have one made.");
        Told(() => fake.Polls.Endpoint("f"), "There is no endpoint 'f' on this site; there are: e. Add it with AddEndpoint.");
        Told(() => endpoint.AddPoll("PLAT-1", id: "p"), "There is a poll 'p' at PLAT/PLAT-1 already; choose another id.");
        Told(() => endpoint.AddPoll("PLAT-1", container: "m"), "A Jira endpoint has no containers; leave the container out, or add a Confluence endpoint.");
        Told(() => endpoint.AddPoll(" "), "A poll needs a content that is not blank: an issue key or a page id.");
        Told(() => endpoint.AddPoll(id: ""), "A poll cannot have a blank id; leave it out to have one made.");
        Told(() => endpoint.SetResults("q", 1, 1), "The endpoint 'e' has no poll 'q'; add it with AddPoll first.");
        Told(() => endpoint.SetResults("p", 1, 1), "The poll 'p' has 2 options, not 1; give the votes of each, in their order.");
        Told(() => endpoint.SetResults("p", 1, 1, -1), "Participants and votes are counted from 0; a number below is none.");
        Told(() => endpoint.AddToken("t"), "The endpoint 'e' has this token already; choose another.");
        Told(() => endpoint.RevokeToken("u"), "The endpoint 'e' has no such token; was it revoked already?");
        endpoint.Polls.Count.ShouldBe(1);
    }

    private static void Told(Action mistake, string sentence) => Should.Throw<FakeJiraException>(mistake).Message.ShouldBe(sentence);
}
