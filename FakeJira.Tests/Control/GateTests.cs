using System.Net.Sockets;
using System.Text;
using FakeJira.Control;
using FakeJira.Stubs;
using FakeJira.Stubs.Admin;

namespace FakeJira.Tests.Control;

/// <summary>Every route of the control and the admin API, by whichever prefix, refuses who may not use it, and then nothing has changed.</summary>
public sealed class GateTests
{
    private const string Key = "k-1234";
    private const string State = "/__fakejira/sites/default/state";

    private static readonly Dictionary<string, string> There = new()
    {
        ["site"] = "default",
        ["issue"] = "MKY-1",
        ["accountId"] = "5b10a2844c20165700ede21g",
        ["project"] = "MKY",
        ["endpointId"] = "xs2i4ODeo611kO2x4adU6sCYcqM",
        ["pollId"] = "ee9107b5-5041-4c15-8c76-f14404fa1fad",
        ["bankId"] = "xyz789",
        ["panelistId"] = "panelist-1",
        ["proposalId"] = "p-abc123",
    };

    private static IReadOnlyList<Operation> Operations { get; } = [.. ControlContract.Contract.Operations, .. AdminContract.Contract.Operations];

    [TestCase("127.0.0.1", "Host", "evil.example", 403)]
    [TestCase("127.0.0.1", "Host", "127.0.0.1.evil.example:8377", 403)]
    [TestCase("127.0.0.1", "Host", "localhost.", 403)]
    [TestCase("127.0.0.1", "Host", "192.168.0.1", 403)]
    [TestCase("127.0.0.1", "Origin", "https://evil.example", 403)]
    [TestCase("127.0.0.1", "Origin", "http://localhost:3000", 403)]
    [TestCase("127.0.0.1", "Origin", "null", 403)]
    [TestCase("127.0.0.1", "Sec-Fetch-Site", "cross-site", 403)]
    [TestCase("127.0.0.1", "Sec-Fetch-Site", "same-site", 403)]
    [TestCase("127.0.0.1", "Sec-Fetch-Site", "Cross-Site", 403)]
    [TestCase("127.0.0.1", "X-Forwarded-Host", "fake.example", 403)]
    [TestCase("127.0.0.1", "X-Real-IP", "10.0.0.7", 403)]
    [TestCase("127.0.0.1", "X-Forwarded-For", "10.0.0.7", 403)]
    [TestCase("127.0.0.1", "Forwarded", "for=10.0.0.7", 403)]
    [TestCase("127.0.0.1", "Via", "1.1 proxy", 403)]
    [TestCase("0.0.0.0", "X-None", "", 403)]
    [TestCase("127.0.0.1", "X-FakeJira-Key", "", 401)]
    [TestCase("127.0.0.1", "X-FakeJira-Key", "k-123", 401)]
    [TestCase("0.0.0.0", "X-FakeJira-Key", "K-1234", 401)]
    public async Task Who_may_not_is_refused_and_changes_nothing(string listen, string header, string value, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Listen = listen, ControlKey = status == 401 ? Key : null });
        using var client = Client(fake);
        using var inside = fake.Client(Door.Handler);
        var before = (await Answer.Of(inside, "GET", State)).Body;
        string[] prefixes = ["", "/__sites/default", fake.Jira.GatewayPath];

        foreach (var operation in Operations)
        {
            foreach (var prefix in prefixes)
            {
                using var answer = await SendAsync(client, operation, prefix, header, value);
                var isShown = operation.IsOpen && header is not ("Host" or "Origin");
                ((int)answer.StatusCode).ShouldBe(isShown ? 200 : status, $"{operation.Method} {prefix}{operation.Path}");
                answer.Headers.Where(each => each.Key.StartsWith("Access-Control-", StringComparison.Ordinal)).ShouldBeEmpty();
            }
        }

        (await Answer.Of(inside, "GET", State)).Body.ShouldBe(before);
        fake.Sites.Names.ShouldBe(["default"]);
        fake.Requests.Entries.ShouldBeEmpty();
    }

    [TestCase("http://127.0.0.1:{port}", "https://evil.example")]
    [TestCase("https://evil.example", "http://127.0.0.1:{port}")]
    public async Task One_origin_of_its_own_does_not_cover_for_another(string first, string second)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", fake.BaseAddress.Port);

        var request = $"POST /__fakejira/sites/default/reset HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\nOrigin: {first}\r\nOrigin: {second}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request.Replace("{port}", $"{fake.BaseAddress.Port}", StringComparison.Ordinal)));

        using var reader = new StreamReader(client.GetStream());
        (await reader.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 403 ");
    }

    [TestCase("{", 0)]
    [TestCase("[1]", 0)]
    [TestCase("\"text\"", 0)]
    [TestCase("{\"none\": 1}", 0)]
    [TestCase("{\"jira\": 1, \"name\": [], \"state\": {}, \"Request\": 3}", 0)]
    [TestCase("\u0001", 0)]
    [TestCase("", 0)]
    [TestCase("{}", 1)]
    public async Task Whatever_is_refused_for_its_body_changes_nothing(string body, int limit)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", BodyLimit = limit == 0 ? 1000 : limit });
        using var client = Client(fake);
        using var inside = fake.Client(Door.Handler);
        List<string> accepted = [];

        foreach (var operation in Operations)
        {
            var before = await EverythingOf(inside);
            using var answer = await SendAsync(client, operation, "", "X-None", "", body);
            var what = $"{operation.Method} {operation.Path} {body} -> {(int)answer.StatusCode}";
            ((int)answer.StatusCode).ShouldBeLessThan(500, what);
            if ((int)answer.StatusCode >= 400)
            {
                (await EverythingOf(inside)).ShouldBe(before, what);
                continue;
            }

            accepted.Add(what);
            fake.Reset();
        }

        if (limit > 0)
        {
            accepted.Where(what => what.Contains(body, StringComparison.Ordinal) && !what.StartsWith("GET ", StringComparison.Ordinal) && !what.StartsWith("DELETE ", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Test]
    public async Task The_same_requests_from_this_machine_do_change_it()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = Client(fake);
        using var inside = fake.Client(Door.Handler);
        var before = (await Answer.Of(inside, "GET", State)).Body;

        foreach (var operation in Operations.Where(operation => operation.Method == "DELETE"))
        {
            using var answer = await SendAsync(client, operation, "", "X-None", "");
            ((int)answer.StatusCode).ShouldNotBeOneOf(401, 403);
        }

        (await Answer.Of(inside, "GET", State)).Body.ShouldNotBe(before);
    }

    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "http://localhost:3000")]
    public async Task A_browser_that_asks_first_is_allowed_nothing(string header, string value)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Client(fake);

        foreach (var path in Operations.Select(PathOf).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            request.Headers.Add(header, value);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            using var answer = await client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBeOneOf(403, 404, 405);
            answer.Headers.Where(each => each.Key.StartsWith("Access-Control-", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [TestCase("http://127.0.0.1:{port}")]
    [TestCase("http://localhost:{port}")]
    [TestCase("http://team.localhost:{port}")]
    public async Task Its_own_pages_may(string origin)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Client(fake);
        var own = origin.Replace("{port}", $"{fake.BaseAddress.Port}", StringComparison.Ordinal);

        (await Answer.Of(client, "GET", "/__fakejira/sites", null, ("Host", new Uri(own).Authority), ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).Status.ShouldBe(200);
    }

    [Test]
    public async Task Through_a_proxy_the_key_lets_in()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { ControlKey = Key, AllowedHosts = ["fake.example"] });
        using var client = Client(fake);

        (await Answer.Of(client, "GET", "/__fakejira/sites", null, ("Host", "fake.example"), ("X-Forwarded-For", "10.0.0.7"), ("X-FakeJira-Key", Key))).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "/__fakejira/sites", null, ("Host", "fake.example"), ("X-Forwarded-For", "10.0.0.7"))).Status.ShouldBe(401);
    }

    [Test]
    public void Keys_are_compared_in_constant_time()
    {
        var gate = RepositoryFiles.Read("FakeJira/Control/ControlGate.cs");

        gate.ShouldContain("CryptographicOperations.FixedTimeEquals(given, _key)");
        RepositoryFiles.Sources("FakeJira").Where(file => RepositoryFiles.Read(file).Contains("KeyHeader)", StringComparison.Ordinal)).ShouldBe(["FakeJira/Control/ControlGate.cs"]);
    }

    private static HttpClient Client(FakeJiraServer fake) => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{fake.BaseAddress.Port}") };

    /// <summary>The state of the default site, which sites there are, and what the journal has.</summary>
    private static async Task<string> EverythingOf(HttpClient inside) =>
        string.Concat((await Answer.Of(inside, "GET", State)).Body, (await Answer.Of(inside, "GET", "/__fakejira/sites")).Body, (await Answer.Of(inside, "GET", "/__admin/settings")).Body);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Operation operation, string prefix, string header, string value, string body = "{}")
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), prefix + PathOf(operation));
        request.Headers.TryAddWithoutValidation(header, value);
        if (operation.Method is "POST" or "PUT" or "PATCH")
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string PathOf(Operation operation) =>
        string.Join('/', operation.Path.Split('/').Select(part => part.StartsWith('{') ? There.GetValueOrDefault(part.Trim('{', '}', '*'), "index.html") : part));
}
