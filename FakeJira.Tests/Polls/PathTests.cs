namespace FakeJira.Tests.Polls;

public sealed class PathTests
{
    [TestCase("x1/e", "POLLS-LIST-200")]
    [TestCase("x1/e/", "POLLS-LIST-200")]
    [TestCase("x1/e/more/path", "POLLS-LIST-200")]
    [TestCase("x1/e/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31/32/33/34/35", "POLLS-LIST-200")]
    [TestCase("x1/e/more%2Fpath//", "POLLS-LIST-200")]
    [TestCase("x1/%65", "POLLS-LIST-200")]
    [TestCase("x1//e", "POLLS-LIST-200")]
    [TestCase("x1/E", "POLLS-ENDPOINT-404")]
    [TestCase("x1/e%2F", "POLLS-ENDPOINT-404")]
    [TestCase("x1/e%2Fmore", "POLLS-ENDPOINT-404")]
    [TestCase("x1/%2Fe", "POLLS-ENDPOINT-404")]
    [TestCase("x1/e%20", "POLLS-ENDPOINT-404")]
    [TestCase("x1/more/e", "POLLS-ENDPOINT-404")]
    [TestCase("x1", "POLLS-ENDPOINT-404")]
    [TestCase("x1/", "POLLS-ENDPOINT-404")]
    public async Task The_endpoint_is_the_first_segment_and_the_rest_counts_for_nothing(string path, string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Polls.AddEndpoint(id: "e", token: "t");
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);
            (await client.Get(path + "?token=t&type=polls&workspace=PLAT&content=PLAT-1")).ShouldBe(new(rule.EndsWith("200", StringComparison.Ordinal) ? 200 : 404, rule, rule.EndsWith("200", StringComparison.Ordinal) ? "[]" : ""));
        }
    }

    [Test]
    public async Task Other_methods_are_refused_and_told_which_there_are([Values] Door door, [Values("PATCH", "OPTIONS", "LOCK")] string method)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        using var request = new HttpRequestMessage(new HttpMethod(method), endpoint.Query("PLAT-1"));
        using var response = await client.SendAsync(request);

        (await Answer.Of(response)).ShouldBe(new(405, "POLLS-METHOD-405", ""));
        response.Content.Headers.Allow.ShouldBe(["GET", "POST", "PUT", "DELETE", "HEAD"], ignoreOrder: true);
    }

    [Test]
    public async Task Another_method_at_an_unknown_endpoint_is_404([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Answer.Of(client, "PATCH", "x1/other")).ShouldBe(new(404, "POLLS-ENDPOINT-404", ""));
        (await Answer.Of(client, "PATCH", "x1")).ShouldBe(new(404, "POLLS-ENDPOINT-404", ""));
    }

    [Test]
    public async Task A_site_behind_its_prefix_has_polls_of_its_own([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint(id: "e", token: "t");
        endpoint.AddPoll("PLAT-1");
        fake.Universe.Create("other");
        using var client = fake.Client(door);

        (await client.Get("__sites/other/" + endpoint.Query("PLAT-1"))).Rule.ShouldBe("POLLS-ENDPOINT-404");
        (await client.Get("__sites/default/" + endpoint.Query("PLAT-1"))).Rule.ShouldBe("POLLS-LIST-200");
    }
}
