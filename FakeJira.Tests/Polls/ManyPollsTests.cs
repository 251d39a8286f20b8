namespace FakeJira.Tests.Polls;

public sealed class ManyPollsTests
{
    private const int Many = 1000;

    [Test]
    public async Task A_content_with_a_thousand_polls_is_served_and_changed_like_any_other([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);
        for (var i = 0; i < Many; i++)
        {
            endpoint.AddPoll("PLAT-1", id: $"p{i}", title: $"T{i}", options: ["a", "b"]);
        }

        var made = await client.Post(endpoint.Query("PLAT-1"));
        (await client.Delete(endpoint.Query("PLAT-1", pollId: "p500"))).Status.ShouldBe(200);
        (await client.Put(endpoint.Query("PLAT-1", pollId: "p501"), """{"title":"changed"}""")).Status.ShouldBe(200);

        var list = (await client.Get(endpoint.Query("PLAT-1"))).Body;
        list.ShouldBe($"[{string.Join(',', endpoint.PollsOf("PLAT-1").Select(poll => poll.Json))}]");
        endpoint.PollsOf("PLAT-1").Select(poll => poll.Title).ShouldBe([.. Enumerable.Range(0, Many).Where(i => i != 500).Select(i => i == 501 ? "changed" : $"T{i}"), "Stars from ⭐ to ⭐⭐⭐⭐⭐"]);
        list.ShouldEndWith(made.Body + "]");
    }
}
