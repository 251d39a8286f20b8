using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.IdeaBank;

public sealed class PathTests
{
    private const string Exposed = "X-FakeJira-Rule, X-FakeJira-Stub";

    [TestCase("PUT", "/public/ideabank/proposals/p-1/vote", "DELETE, POST")]
    [TestCase("GET", "/public/ideabank/proposals/p-1/vote/", "DELETE, POST")]
    [TestCase("OPTIONS", "/public/ideabank/proposals/p-1/vote", "DELETE, POST")]
    [TestCase("DELETE", "/public/ideabank/proposals", "GET, HEAD, POST")]
    [TestCase("POST", "/public/ideabank", "GET, HEAD")]
    [TestCase("PATCH", "/tenant/ideabanks/b/panelists/p", "GET, HEAD")]
    public async Task Another_method_is_told_which_there_are(string method, string path, string allowed)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);
            using var answer = await client.SendAsync(new(new(method), path));
            (await Answer.Of(answer)).ShouldBe(new(405, "IDEA-METHOD-405", """{"error":"method-not-allowed"}"""));
            answer.Content.Headers.Allow.ShouldBe(allowed.Split(", "));
        }
    }

    [TestCase("/public/ideabank/nothing")]
    [TestCase("/public/ideabank/proposals/p-1")]
    [TestCase("/tenant/ideabanks")]
    public async Task An_unknown_path_is_no_endpoint(string path)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        foreach (var door in Enum.GetValues<Door>())
        {
            (await fake.Client(door).ReadAsync(path)).ShouldBe(new(404, "IDEA-NO-ENDPOINT-404", """{"error":"not-found"}"""));
        }
    }

    [Test]
    public async Task A_browser_that_asks_first_may([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        using var request = new HttpRequestMessage(HttpMethod.Options, Ask.VoteOn("p-1"));
        request.Headers.Add("Origin", "https://app.example.com");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization, content-type");

        using var answer = await client.SendAsync(request);

        (await Answer.Of(answer)).ShouldBe(new(204, "IDEA-CORS-204", ""));
        HeaderOf(answer, "Access-Control-Allow-Origin").ShouldBe("*");
        HeaderOf(answer, "Access-Control-Allow-Methods").ShouldBe("DELETE, POST");
        HeaderOf(answer, "Access-Control-Allow-Headers").ShouldBe("Authorization, Content-Type");
        HeaderOf(answer, "Access-Control-Expose-Headers").ShouldBe(Exposed);
    }

    [Test]
    public async Task OPTIONS_without_an_origin_is_no_browser_s([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        (await Answer.Of(fake.Client(door), "OPTIONS", Ask.VoteOn("p-1"), null, ("Access-Control-Request-Method", "POST"))).ShouldBe(new(405, "IDEA-METHOD-405", """{"error":"method-not-allowed"}"""));
    }

    [Test]
    public async Task A_page_may_read_every_answer_errors_too([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);
        foreach (var (method, path, status) in new[] { ("POST", Ask.VoteOn("p-1"), 400), ("DELETE", Ask.VoteOn("p-1"), 204), ("GET", "/public/ideabank", 200), ("PUT", Ask.VoteOn("p-1"), 405), ("GET", "/public/ideabank/x", 404) })
        {
            using var request = new HttpRequestMessage(new(method), path);
            request.Headers.Add("Origin", "null");
            using var answer = await client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(status);
            HeaderOf(answer, "Access-Control-Allow-Origin").ShouldBe("*");
            HeaderOf(answer, "Access-Control-Expose-Headers").ShouldBe(Exposed);

            using var plain = await client.SendAsync(new(new(method), path));
            HeaderOf(plain, "Access-Control-Allow-Origin").ShouldBeNull();
        }
    }

    [Test]
    public async Task A_busy_server_records_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);
        fake.Map("""{"Request": {"Operation": "ideabank.vote.cast"}, "Times": 1, "Response": {"StatusCode": 429, "Rule": "IDEA-BUSY-429", "BodyAsJson": {"error": "resource-busy"}}}""");

        (await client.VoteAsync("p-1")).ShouldBe(new(429, "IDEA-BUSY-429", """{"error":"resource-busy"}"""));
        fake.IdeaBank.TotalVotesOn("p-1").ShouldBe(0);
        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
    }

    [Test]
    public async Task The_error_that_is_called_busy_is_the_vendor_s([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var panelist = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        using var client = fake.Client(door, panelist);
        fake.Faults.Add(new FakeJira.Stubs.Fault { Operation = "ideabank.vote.cast", Error = "ideabank.busy", Times = 1 });

        (await client.VoteAsync("p-1")).ShouldBe(new(429, "IDEA-BUSY-429", """{"error":"resource-busy"}"""));
        fake.IdeaBank.TotalVotesOn("p-1").ShouldBe(0);
        (await client.VoteAsync("p-1")).ShouldBe(Ask.Recorded("p-1", 1));
    }

    [Test]
    public async Task A_page_may_read_the_answer_of_a_mapping_unless_it_says_otherwise([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        fake.Map("""{"Request": {"Operation": "ideabank.get"}, "Response": {"StatusCode": 429, "Rule": "IDEA-BUSY-429"}}""");
        fake.Map("""{"Request": {"Operation": "ideabank.votes.mine"}, "Response": {"StatusCode": 200, "Headers": {"Access-Control-Allow-Origin": "https://b.example.com"}}}""");

        (await OriginOf("/public/ideabank")).ShouldBe((429, "*", Exposed));
        (await OriginOf("/public/ideabank/my-votes")).ShouldBe((200, "https://b.example.com", null));

        async Task<(int Status, string? Origin, string? Exposed)> OriginOf(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", "https://a.example.com");
            using var answer = await client.SendAsync(request);
            return ((int)answer.StatusCode, HeaderOf(answer, "Access-Control-Allow-Origin"), HeaderOf(answer, "Access-Control-Expose-Headers"));
        }
    }

    private static string? HeaderOf(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
