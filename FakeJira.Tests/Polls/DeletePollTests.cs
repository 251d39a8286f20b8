namespace FakeJira.Tests.Polls;

public sealed class DeletePollTests
{
    [Test]
    public async Task A_poll_is_deleted_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var first = endpoint.AddPoll("PLAT-1");
        var second = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        using var response = await client.DeleteAsync(endpoint.Query("PLAT-1", pollId: first.Id));
        (await Answer.Of(response)).ShouldBe(new(200, "POLLS-DELETE-200", ""));
        response.Content.Headers.ContentLength.ShouldBe(0);
        response.Content.Headers.ContentType.ShouldBeNull();
        (await client.Delete(endpoint.Query("PLAT-1", pollId: first.Id))).ShouldBe(new(404, "POLLS-DELETE-404", ""));
        endpoint.IdsOf("PLAT-1").ShouldBe([second.Id]);
    }

    [Test]
    public async Task A_poll_of_another_content_cannot_be_deleted([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        (await client.Delete(endpoint.Query("PLAT-2", pollId: poll.Id))).ShouldBe(new(404, "POLLS-DELETE-404", ""));
        endpoint.IdsOf("PLAT-1").ShouldBe([poll.Id]);
    }

    [Test]
    public async Task The_last_poll_leaves_an_empty_list_and_the_next_starts_it_anew([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        await client.Delete(endpoint.Query("PLAT-1", pollId: poll.Id));
        (await client.Get(endpoint.Query("PLAT-1"))).Body.ShouldBe("[]");
        var next = await client.Post(endpoint.Query("PLAT-1"));
        (await client.Get(endpoint.Query("PLAT-1"))).Body.ShouldBe($"[{next.Body}]");
    }
}
