namespace FakeJira.Tests.Polls;

public sealed class CreatePollTests
{
    [Test]
    public async Task The_page_s_example_comes_back_with_an_id_and_is_listed([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        using var response = await client.PostAsync(endpoint.Query("PLAT-1"), PollsHttp.Json(PollsHttp.Stars));
        var made = await Answer.Of(response);

        var id = endpoint.PollsOf("PLAT-1").Single().Id;
        Guid.Parse(id).Version.ShouldBe(4);
        made.ShouldBe(new(200, "POLLS-CREATE-200", PollsHttp.StarsWith(id)));
        response.Content.Headers.GetValues("Content-Type").ShouldBe(["application/json"]);
        (await client.Get(endpoint.Query("PLAT-1"))).Body.ShouldBe($"[{made.Body}]");
    }

    [Test]
    public async Task A_poll_is_added_at_the_end([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var first = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);

        await client.Post(endpoint.Query("PLAT-1"), """{"title":"b"}""");
        await client.Post(endpoint.Query("PLAT-1"), """{"title":"a"}""");

        endpoint.PollsOf("PLAT-1").Select(poll => poll.Title).ShouldBe([first.Title, "b", "a"]);
    }

    [Test]
    public async Task Id_and_results_in_the_body_are_ignored([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        var made = await client.Post(endpoint.Query("PLAT-1"), """{"id":"mine","title":"T","results":{"votes":1000}}""");

        var id = endpoint.IdsOf("PLAT-1").Single();
        id.ShouldNotBe("mine");
        made.Body.ShouldBe($$"""{{{PollsHttp.Settings}},"id":"{{id}}","title":"T"}""");
    }

    [Test]
    public async Task The_same_body_twice_makes_two_polls([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        await client.Post(endpoint.Query("PLAT-1"));
        await client.Post(endpoint.Query("PLAT-1"));

        endpoint.IdsOf("PLAT-1").Distinct().Count().ShouldBe(2);
    }

    [Test]
    public async Task The_same_seed_makes_the_same_ids([Values] Door door)
    {
        var answers = new List<Answer>();
        for (var i = 0; i < 2; i++)
        {
            await using var fake = await FakeJiraServer.StartAsync(new() { RandomSeed = 7 });
            var endpoint = fake.Polls.AddEndpoint();
            using var client = fake.Client(door);
            answers.Add(await client.Post(endpoint.Query("PLAT-1")));
        }

        answers[1].ShouldBe(answers[0]);
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("image/png")]
    [TestCase("nonsense")]
    public async Task The_content_type_of_a_request_is_not_looked_at(string contentType)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Loopback);
        var content = PollsHttp.Json(PollsHttp.Stars);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        (await Answer.Of(client, "POST", endpoint.Query("PLAT-1"), content)).Rule.ShouldBe("POLLS-CREATE-200");
    }

    [Test]
    public async Task An_id_that_a_state_document_took_is_not_made_again()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);
        var start = fake.Site.Site.Random.Position;
        await client.Post(endpoint.Query("PLAT-1"));
        fake.Site.Site.Random.Position = start;

        (await client.Post(endpoint.Query("PLAT-1"))).Status.ShouldBe(200);

        endpoint.IdsOf("PLAT-1").Distinct().Count().ShouldBe(2);
    }
}
