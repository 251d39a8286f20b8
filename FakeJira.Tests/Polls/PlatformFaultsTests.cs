using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Polls;

/// <summary>What the platform in front of the app does to clients, by mappings over the stateful operations.</summary>
public sealed class PlatformFaultsTests
{
    private const string FailedDependency = """{"status":424,"error":"Failed Dependency"}""";

    [Test]
    public async Task A_client_that_tries_again_after_424_makes_a_second_poll([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        fake.Map($$$"""{"Times": 1, "Request": {"Operation": "polls.create"}, "Response": {"Callback": "polls.create", "StatusCode": 424, "BodyAsJson": {{{FailedDependency}}}}}""");
        using var client = fake.Client(door);

        (await client.Post(endpoint.Query("PLAT-1"), "{}") is { Status: 424, Body: FailedDependency }).ShouldBeTrue();
        (await client.Post(endpoint.Query("PLAT-1"), "{}")).Rule.ShouldBe("POLLS-CREATE-200");

        endpoint.PollsOf("PLAT-1").Count.ShouldBe(2);
    }

    [Test]
    public async Task What_the_app_refuses_stays_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        fake.Map($$$"""{"Request": {"Operation": "polls.create"}, "Response": {"Callback": "polls.create", "StatusCode": 424, "BodyAsJson": {{{FailedDependency}}}}}""");
        using var client = fake.Client(door);

        (await client.Post(endpoint.Query("PLAT-1", token: "other"))).ShouldBe(new(403, "POLLS-TOKEN-INVALID-403", ""));
        (await client.Post(endpoint.Query("PLAT-1"), "[]")).ShouldBe(new(400, "POLLS-BODY-400", ""));
    }

    [Test]
    public async Task A_rate_limit_stands_before_one_operation_only([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        fake.Map("""{"Request": {"Operation": "polls.update"}, "Response": {"StatusCode": 429, "Headers": {"X-Ratelimit-Reset": "1767225600"}}}""");
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        using var limited = await client.PutAsync(endpoint.Query("PLAT-1", pollId: poll.Id), PollsHttp.Json("{}"));
        ((int)limited.StatusCode).ShouldBe(429);
        limited.Headers.GetValues("X-Ratelimit-Reset").ShouldBe(["1767225600"]);
        (await client.Get(endpoint.Query("PLAT-1"))).ShouldBe(new(200, "POLLS-LIST-200", $"[{poll.Json}]"));
    }
}
