using FakeJira.Polls.World;

namespace FakeJira.Tests.Polls;

public sealed class ListPollsTests
{
    [Test]
    public async Task The_page_s_example_is_answered_letter_by_letter([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        using var response = await client.GetAsync("x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-254604");

        (await Answer.Of(response)).ShouldBe(new(200, "POLLS-LIST-200", $"[{PollsHttp.StarsWith("ee9107b5-5041-4c15-8c76-f14404fa1fad")}]"));
        response.Content.Headers.GetValues("Content-Type").ShouldBe(["application/json"]);
    }

    [Test]
    public async Task A_content_without_polls_has_an_empty_list([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        endpoint.AddPoll("PLAT-2");
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1"))).ShouldBe(new(200, "POLLS-LIST-200", "[]"));
    }

    [Test]
    public async Task Polls_come_in_the_order_they_were_made_whatever_their_ids([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var polls = "cadb".Select(letter => letter.ToString()).Select(id => endpoint.AddPoll("PLAT-1", id: id)).ToList();
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1"))).Body.ShouldBe($"[{string.Join(',', polls.Select(poll => poll.Json))}]");
    }

    [Test]
    public async Task A_poll_id_gives_a_list_of_that_poll_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        endpoint.AddPoll("PLAT-1");
        var second = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1", pollId: second.Id))).ShouldBe(new(200, "POLLS-GET-200", $"[{second.Json}]"));

        fake.Settings["pollGetById"] = "object";
        (await client.Get(endpoint.Query("PLAT-1", pollId: second.Id))).ShouldBe(new(200, "POLLS-GET-200", second.Json));
    }

    [Test]
    public async Task A_poll_of_another_content_is_not_found([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-2", pollId: poll.Id))).ShouldBe(new(404, "POLLS-GET-404", ""));
        (await client.Get(endpoint.Query("PLAT-1", pollId: poll.Id.ToUpperInvariant()))).ShouldBe(new(404, "POLLS-GET-404", ""));
        (await client.Get(endpoint.Query("PLAT-1", pollId: " "))).Rule.ShouldBe("POLLS-LIST-200");
    }

    [Test]
    public async Task Workspace_content_and_container_are_compared_exactly_and_separately([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint(PollProduct.Confluence);
        var poll = endpoint.AddPoll("page", "space", "macro");
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("page", "space", "macro"))).Body.ShouldBe($"[{poll.Json}]");
        (await client.Get(endpoint.Query("Page", "space", "macro"))).Body.ShouldBe("[]");
        (await client.Get(endpoint.Query("page", "other", "macro"))).Body.ShouldBe("[]");
        (await client.Get(endpoint.Query("page", "space", "macro2"))).Body.ShouldBe("[]");
        (await client.Get(endpoint.Query("pag", "space", "emacro"))).Body.ShouldBe("[]");
    }

    [Test]
    public async Task Endpoints_do_not_see_each_other_s_polls([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var one = fake.Polls.AddEndpoint(id: "one", token: "t");
        var two = fake.Polls.AddEndpoint(id: "two", token: "t");
        one.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        (await client.Get(two.Query("PLAT-1"))).Body.ShouldBe("[]");
    }

    [Test]
    public async Task A_container_means_nothing_to_a_Jira_endpoint([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1", container: "macro"))).ShouldBe(new(200, "POLLS-LIST-200, POLLS-CONTAINER-IGNORED", $"[{poll.Json}]"));
        (await client.Get(endpoint.Query("PLAT-1", container: " "))).Rule.ShouldBe("POLLS-LIST-200");
        (await client.Delete(endpoint.Query("PLAT-1", container: "macro"))).Rule.ShouldBe("POLLS-ID-400, POLLS-CONTAINER-IGNORED");
        (await client.Post(endpoint.Query("PLAT-1", container: "macro"))).Rule.ShouldBe("POLLS-CREATE-200, POLLS-CONTAINER-IGNORED");
        endpoint.PollsOf("PLAT-1").Count.ShouldBe(2);
    }

    [Test]
    public async Task HEAD_is_GET_without_the_body([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        using var request = new HttpRequestMessage(HttpMethod.Head, endpoint.Query("PLAT-1"));
        using var response = await client.SendAsync(request);

        (await Answer.Of(response)).ShouldBe(new(200, "POLLS-LIST-200", ""));
        response.Content.Headers.ContentLength.ShouldBe(System.Text.Encoding.UTF8.GetByteCount(poll.Json) + 2);
    }
}
