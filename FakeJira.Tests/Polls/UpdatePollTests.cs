using FakeJira.Polls.World;

namespace FakeJira.Tests.Polls;

public sealed class UpdatePollTests
{
    [Test]
    public async Task An_update_replaces_everything_but_id_and_place([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var first = endpoint.AddPoll("PLAT-1", description: "old", settings: new() { AllowComment = true });
        var second = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        var updated = await client.Put(endpoint.Query("PLAT-1", pollId: first.Id), """{"id":"other","title":"new","colour":"red"}""");

        var body = $$"""{{{PollsHttp.Settings}},"id":"{{first.Id}}","title":"new","colour":"red"}""";
        updated.ShouldBe(new(200, "POLLS-UPDATE-200", body));
        (await client.Get(endpoint.Query("PLAT-1"))).Body.ShouldBe($"[{body},{second.Json}]");
    }

    [Test]
    public async Task An_update_of_an_unknown_poll_is_answered_as_the_switch_says([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-2");
        using var client = fake.Client(door);
        var address = endpoint.Query("PLAT-1", pollId: poll.Id);

        (await client.Put(address)).ShouldBe(new(404, "POLLS-UPDATE-UNKNOWN-404", ""));
        fake.Settings["pollUpdateUnknown"] = "400";
        (await client.Put(address)).ShouldBe(new(400, "POLLS-UPDATE-UNKNOWN-400", ""));
        endpoint.PollsOf("PLAT-1").ShouldBeEmpty();

        fake.Settings["pollUpdateUnknown"] = "200";
        (await client.Put(address)).ShouldBe(new(200, "POLLS-UPSERT-200", PollsHttp.StarsWith(poll.Id)));
        (await client.Put(address)).Rule.ShouldBe("POLLS-UPDATE-200");
        endpoint.IdsOf("PLAT-1").ShouldBe([poll.Id]);
        endpoint.PollsOf("PLAT-2").Single().Json.ShouldBe(poll.Json);
    }

    [Test]
    public async Task Upsert_is_another_word_for_200()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false, Set = new Dictionary<string, string> { ["pollUpdateUnknown"] = "upsert" } });

        fake.Polls.Settings.UpdateUnknown.ShouldBe(UnknownPoll.Created);
        fake.Settings["pollUpdateUnknown"].ShouldBe("200");
    }

    [Test]
    public async Task An_upserted_poll_keeps_the_id_of_the_query_whatever_it_is([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Polls.Settings = fake.Polls.Settings with { UpdateUnknown = UnknownPoll.Created };
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        var answer = await client.Put(endpoint.Query("PLAT-1", pollId: "a/\"b\" 🎉&x"), """{"title":"T"}""");

        answer.Body.ShouldBe($$"""{{{PollsHttp.Settings}},"id":"a/\"b\" 🎉&x","title":"T"}""");
    }

    [Test]
    public async Task Votes_stay_with_the_options_that_stay([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1", options: ["a", "b"]);
        endpoint.SetResults(poll.Id, 4, 3, 1);
        using var client = fake.Client(door);

        await client.Put(endpoint.Query("PLAT-1", pollId: poll.Id), """{"title":"T","options":[{"id":"2","title":"b","order":0},{"id":"9","title":"c","order":1}]}""");

        (await client.Get(endpoint.Query("PLAT-1", expand: "results"))).Body
            .ShouldEndWith(""","title":"T","results":{"participants":4,"votes":1,"average":1,"options":[{"id":"2","votes":1,"percentage":100},{"id":"9","votes":0,"percentage":0}]}}]""");
    }
}
