namespace FakeJira.Tests.Control;

/// <summary>Every route of the control and the admin API, by whichever prefix, refuses who may not use it, and then nothing has changed.</summary>
public sealed class GateTests
{
    private const string Key = "k-1234";

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
        await using var server = await ArrangedServer.StartAsync(listen, status == 401 ? Key : null);
        var before = await server.EverythingAsync();
        string[] prefixes = ["", "/__sites/default", server.Fake.Jira.GatewayPath];

        foreach (var operation in ArrangedServer.Operations)
        {
            foreach (var prefix in prefixes)
            {
                using var answer = await server.SendAsync(operation, prefix, header, value);
                var isShown = operation.IsOpen && header is not ("Host" or "Origin");
                ((int)answer.StatusCode).ShouldBe(isShown ? 200 : status, $"{operation.Method} {prefix}{operation.Path}");
                answer.Headers.Where(each => each.Key.StartsWith("Access-Control-", StringComparison.Ordinal)).ShouldBeEmpty();
            }
        }

        (await server.EverythingAsync()).ShouldBe(before);
        (await server.SeedAsync()).ShouldBe(await SeedOfUntouchedAsync());
    }

    [TestCase("http://127.0.0.1:{port}", "https://evil.example")]
    [TestCase("https://evil.example", "http://127.0.0.1:{port}")]
    public async Task One_origin_of_its_own_does_not_cover_for_another(string first, string second)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        (await HostGateTests.RawStatusAsync(fake, $"POST /__fakejira/sites/default/reset HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\nOrigin: {first}\r\nOrigin: {second}\r\n")).ShouldBe(403);
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
        var server = await ArrangedServer.StartAsync(bodyLimit: limit == 0 ? 1000 : limit);
        var before = await server.EverythingAsync();

        foreach (var operation in ArrangedServer.Operations.Where(ArrangedServer.TakesBody))
        {
            using var answer = await server.SendAsync(operation, "", "X-None", "", body);
            var what = $"{operation.Method} {operation.Path} {body} -> {(int)answer.StatusCode}";
            ((int)answer.StatusCode).ShouldBeLessThan(500, what);
            var after = await server.EverythingAsync();
            if ((int)answer.StatusCode >= 400)
            {
                after.ShouldBe(before, what);
                continue;
            }

            limit.ShouldBe(0, what);
            if (after != before)
            {
                await server.DisposeAsync();
                server = await ArrangedServer.StartAsync(bodyLimit: limit == 0 ? 1000 : limit);
                before = await server.EverythingAsync();
            }
        }

        await server.DisposeAsync();
    }

    [Test]
    public async Task The_same_requests_from_this_machine_find_what_they_name_and_do_change_it()
    {
        var server = await ArrangedServer.StartAsync();
        var before = await server.EverythingAsync();
        List<string> missed = [], unchanged = [];
        foreach (var operation in ArrangedServer.Operations)
        {
            using var answer = await server.SendAsync(operation, "", "X-None", "");
            if ((int)answer.StatusCode is 401 or 403 or 404)
            {
                missed.Add($"{operation.Name} {(int)answer.StatusCode}");
            }

            if (await server.EverythingAsync() != before)
            {
                operation.Method.ShouldNotBe("GET", operation.Name);
                await server.DisposeAsync();
                server = await ArrangedServer.StartAsync();
                before = await server.EverythingAsync();
            }
            else if (operation.Method != "GET")
            {
                unchanged.Add($"{operation.Name} {(int)answer.StatusCode}");
            }
        }

        await server.DisposeAsync();
        missed.ShouldBeEmpty();
        unchanged.ShouldBe(["control.explain 200", "admin.mappings.enable 200", "admin.mappings.reload 200", "admin.requests.find 200"]);
    }

    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "http://localhost:3000")]
    public async Task A_browser_that_asks_first_is_allowed_nothing(string header, string value)
    {
        await using var server = await ArrangedServer.StartAsync();

        foreach (var path in ArrangedServer.Operations.Select(server.PathOf).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            request.Headers.Add(header, value);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            using var answer = await server.Client.SendAsync(request);
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

    [TestCase("0.0.0.0", null, "X-None", "", false)]
    [TestCase("127.0.0.1", null, "Host", "evil.example", false)]
    [TestCase("127.0.0.1", null, "Origin", "https://evil.example", false)]
    [TestCase("127.0.0.1", Key, "X-FakeJira-Key", "k", false)]
    [TestCase("127.0.0.1", Key, "X-FakeJira-Key", Key, true)]
    [TestCase("127.0.0.1", null, "X-None", "", true)]
    public async Task Who_may_not_list_the_sites_is_not_told_them_by_a_site_that_there_is_not_either(string listen, string? key, string header, string value, bool isTold)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listen = listen, ControlKey = key });
        fake.Sites.Create("secret");
        using var client = Client(fake);

        var answer = await Answer.Of(client, "GET", "/__sites/none/rest/api/3/serverInfo", null, (header, value));

        answer.ShouldBe(new(404, "", isTold ? """{"Status":"There is no site \u0027none\u0027; there are: default, secret."}""" : """{"Status":"There is no site \u0027none\u0027."}"""));
    }

    [Test]
    public void Keys_are_compared_in_constant_time()
    {
        var gate = RepositoryFiles.Read("FakeJira/Control/ControlGate.cs");

        gate.ShouldContain("CryptographicOperations.FixedTimeEquals(given, _key)");
        RepositoryFiles.Sources("FakeJira").Where(file => RepositoryFiles.Read(file).Contains("KeyHeader)", StringComparison.Ordinal)).ShouldBe(["FakeJira/Control/ControlGate.cs"]);
    }

    private static async Task<string> SeedOfUntouchedAsync()
    {
        await using var server = await ArrangedServer.StartAsync();
        return await server.SeedAsync();
    }

    private static HttpClient Client(FakeJiraServer fake) => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{fake.BaseAddress.Port}") };
}
