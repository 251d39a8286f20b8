namespace FakeJira.Tests.Polls;

public sealed class PollResultsTests
{
    [Test]
    public async Task The_golden_case_comes_out_to_one_decimal([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        var endpoint = fake.Polls.Endpoint("xs2i4ODeo611kO2x4adU6sCYcqM");
        using var client = fake.Client(door);

        var poll = PollsHttp.StarsWith("ee9107b5-5041-4c15-8c76-f14404fa1fad")[..^1] +
            ""","results":{"participants":56,"votes":56,"average":3.1,"options":[{"id":"1","votes":8,"percentage":14.3},{"id":"2","votes":12,"percentage":21.4},{"id":"3","votes":11,"percentage":19.6},{"id":"4","votes":15,"percentage":26.8},{"id":"5","votes":10,"percentage":17.9}]}}""";
        (await client.Get(endpoint.Query(PollsHttp.Content, expand: "results"))).ShouldBe(new(200, "POLLS-LIST-200, POLLS-EXPAND-200", $"[{poll}]"));
        (await client.Get(endpoint.Query(PollsHttp.Content, expand: "results", pollId: "ee9107b5-5041-4c15-8c76-f14404fa1fad"))).ShouldBe(new(200, "POLLS-GET-200, POLLS-EXPAND-200", $"[{poll}]"));

        fake.Settings["pollGetById"] = "object";
        (await client.Get(endpoint.Query(PollsHttp.Content, expand: "results", pollId: "ee9107b5-5041-4c15-8c76-f14404fa1fad"))).Body.ShouldBe(poll);
    }

    [Test]
    public async Task Participants_and_votes_are_counted_apart([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1", options: ["a", "b", "c"], settings: new() { AllowSelectionOfMultipleOptions = true });
        endpoint.SetResults(poll.Id, 6, 5, 3, 2);
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1", expand: "results"))).Body
            .ShouldBe($$$"""[{{{poll.Json[..^1]}}},"results":{"participants":6,"votes":10,"average":1.7,"options":[{"id":"1","votes":5,"percentage":50},{"id":"2","votes":3,"percentage":30},{"id":"3","votes":2,"percentage":20}]}}]""");
    }

    [Test]
    public async Task Halves_are_rounded_away_from_zero()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1", options: ["a", "b"]);
        endpoint.SetResults(poll.Id, 2000, 1, 1999);
        using var client = fake.Client(Door.Handler);

        // 0.05 % and 99.95 %: to even they would be 0 and 100.
        (await client.Get(endpoint.Query("PLAT-1", expand: "results"))).Body
            .ShouldEndWith(""","results":{"participants":2000,"votes":2000,"average":2,"options":[{"id":"1","votes":1,"percentage":0.1},{"id":"2","votes":1999,"percentage":100}]}}]""");
    }

    [Test]
    public async Task A_poll_that_nobody_has_voted_on_has_zeros([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1", options: ["a"]);
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1", expand: "results"))).Body
            .ShouldBe($$$"""[{{{poll.Json[..^1]}}},"results":{"participants":0,"votes":0,"average":0,"options":[{"id":"1","votes":0,"percentage":0}]}}]""");
    }

    [TestCase("")]
    [TestCase("Results")]
    [TestCase("votes")]
    public async Task Another_expand_is_not_looked_at(string expand)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(Door.Handler);

        (await client.Get(endpoint.Query("PLAT-1", expand: expand))).ShouldBe(new(200, "POLLS-LIST-200", $"[{poll.Json}]"));
    }

    [Test]
    public async Task Options_of_any_shape_have_results_as_far_as_they_can()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);
        await client.Post(endpoint.Query("PLAT-1"), """{"options":["text",{"id":7,"order":2147483647},{"title":"no id","order":1e300}]}""");
        endpoint.SetResults(endpoint.IdsOf("PLAT-1").Single(), 1, int.MaxValue, int.MaxValue);

        (await client.Get(endpoint.Query("PLAT-1", expand: "results"))).Body
            .ShouldEndWith(""","results":{"participants":1,"votes":4294967294,"average":1073741825,"options":[{"id":"7","votes":2147483647,"percentage":50},{"id":"","votes":2147483647,"percentage":50}]}}]""");
    }
}
