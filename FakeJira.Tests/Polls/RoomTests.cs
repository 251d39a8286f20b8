using FakeJira.Polls;

namespace FakeJira.Tests.Polls;

/// <summary>What clients make is bounded; POLLS-FULL-507.</summary>
public sealed class RoomTests
{
    private static readonly string Large = $$"""{"title":"{{new string('x', 400_000)}}"}""";

    [Test]
    public async Task When_there_is_no_room_nothing_is_stored_until_something_is_deleted([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Settings["pollsMegabytes"] = "1";
        var endpoint = fake.Polls.AddEndpoint();
        var small = endpoint.AddPoll("PLAT-1", title: "small");
        using var client = fake.Client(door);
        (await client.Post(endpoint.Query("PLAT-2"), Large)).Status.ShouldBe(200);
        var before = endpoint.Polls;

        (await client.Post(endpoint.Query("PLAT-1"), Large)).ShouldBe(new(507, "POLLS-FULL-507", ""));
        (await client.Put(endpoint.Query("PLAT-1", pollId: small.Id), Large)).ShouldBe(new(507, "POLLS-FULL-507", ""));

        endpoint.Polls.ShouldBe(before);
        (await client.Put(endpoint.Query("PLAT-2", pollId: before[1].Poll.Id), Large)).Status.ShouldBe(200);
        (await client.Delete(endpoint.Query("PLAT-2", pollId: before[1].Poll.Id))).Status.ShouldBe(200);
        (await client.Put(endpoint.Query("PLAT-1", pollId: small.Id), Large)).Status.ShouldBe(200);
    }

    [Test]
    public async Task The_last_byte_is_room_too_and_an_endpoint_that_goes_gives_back_all_of_its_own()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Settings["pollsMegabytes"] = "1";
        var endpoint = fake.Polls.AddEndpoint(id: "first");
        var (blank, other) = (endpoint.AddPoll("PLAT-1", title: "", description: "", options: []), fake.Polls.AddEndpoint(id: "second"));
        var letters = (int)((1024 * 1024) - (2 * blank.Size)) / 2;
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://polls.test") };

        (await client.Post(other.Query("PLAT-1"), PollOf(letters + 1))).ShouldBe(new(507, "POLLS-FULL-507", ""));
        (await client.Post(other.Query("PLAT-1"), PollOf(letters))).Status.ShouldBe(200);

        fake.Polls.DeleteEndpoint("second");
        (await client.Post(endpoint.Query("PLAT-1"), PollOf(letters))).Status.ShouldBe(200);
        fake.Polls.DeleteEndpoint("first");
        fake.Site.Site.Read(PollsContract.World).Size.ShouldBe(0);

        static string PollOf(int letters) => $$"""{"title":"{{new string('x', letters)}}","options":[],"description":""}""";
    }

    [Test]
    public async Task What_a_test_arranges_always_has_room()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["pollsMegabytes"] = "0" }, Listens = false });

        fake.Polls.AddEndpoint().AddPoll("PLAT-1");

        fake.Polls.Endpoints[0].Polls.Count.ShouldBe(1);
    }
}
