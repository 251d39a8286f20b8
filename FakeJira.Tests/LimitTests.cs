using System.Globalization;
using System.Net.Sockets;
using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Tests;

/// <summary>Beyond each limit there is an answer, and the state is as before.</summary>
public sealed class LimitTests
{
    private const string Site = "/__fakejira/sites/default";
    private const string Mapping = """{ "Request": { "Path": "/x" }, "Response": { "Body": "x" } }""";

    [Test]
    public async Task A_body_too_long_is_refused_by_admin_and_control_too([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { BodyLimit = 100 });
        using var client = fake.Client(door);
        var before = (await Answer.Of(client, "GET", Site + "/state")).Body;

        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Mapping + new string(' ', 100)))).ShouldBe(new(413, "", "{\n  \"Status\": \"The body is too long.\"\n}"));
        (await Answer.Of(client, "POST", Site + "/mappings", new StringContent(Mapping + new string(' ', 100)))).Status.ShouldBe(413);
        (await Answer.Of(client, "GET", Site + "/state")).Body.ShouldBe(before);
    }

    [Test]
    public async Task One_fault_too_many_is_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Faults = 1 } });
        using var client = fake.Client(door);
        (await Answer.Of(client, "POST", Site + "/faults", new StringContent("""{"operation": "jira.votes.add", "status": 500}"""))).Status.ShouldBe(201);
        var before = (await Answer.Of(client, "GET", Site + "/state")).Body;

        var answer = await Answer.Of(client, "POST", Site + "/faults", new StringContent("""{"operation": "jira.votes.add", "status": 500}"""));

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("There are 1 faults already; remove some.");
        (await Answer.Of(client, "GET", Site + "/state")).Body.ShouldBe(before);
    }

    [Test]
    public async Task One_site_too_many_is_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Sites = 2 } });
        using var client = fake.Client(door);
        (await Answer.Of(client, "POST", "/__fakejira/sites", new StringContent("""{"name": "a"}"""))).Status.ShouldBe(201);

        (await Answer.Of(client, "POST", "/__fakejira/sites", new StringContent("""{"name": "b"}"""))).ShouldBe(new(409, "", "{\n  \"errors\": [\n    {\n      \"message\": \"There are 2 sites; delete one first.\"\n    }\n  ]\n}\n"));
        fake.Sites.Names.ShouldBe(["a", "default"]);
    }

    [Test]
    public async Task One_port_of_a_site_too_many_is_refused()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { SitePorts = 0 } });

        var answer = await Answer.Of(fake.CreateClient(), "POST", "/__fakejira/sites", new StringContent("""{"name": "a", "port": 0}"""));

        answer.Status.ShouldBe(409);
        answer.Body.ShouldContain("There are 0 sites with a port of their own; delete one first, or use the path.");
        fake.Sites.Names.ShouldBe(["default"]);
    }

    [Test]
    public async Task One_scenario_too_many_is_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Scenarios = 1 } });
        using var client = fake.Client(door);
        fake.Site.Site.Scenarios.Set("a", "x").ShouldBeTrue();

        (await Answer.Of(client, "PUT", "/__admin/scenarios/b/state", new StringContent("""{"State": "y"}"""))).ShouldBe(new(400, "", "{\n  \"Status\": \"There are too many scenarios; reset them.\"\n}"));
        fake.Site.Site.Scenarios.All.Select(scenario => scenario.Name).ShouldBe(["a"]);
    }

    [Test]
    public async Task One_scenario_too_many_stays_at_its_start_and_the_log_says_so([Values] Door door)
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Scenarios = 1 }, Log = lines.Add });
        using var client = fake.Client(door);
        foreach (var name in (string[])["a", "b"])
        {
            await Answer.Of(client, "POST", "/__admin/mappings", new StringContent($$"""{"Scenario": "{{name}}", "SetStateTo": "two", "Request": {"Path": "/{{name}}"}, "Response": {"Body": "one"} }"""));
            await Answer.Of(client, "POST", "/__admin/mappings", new StringContent($$"""{"Scenario": "{{name}}", "WhenStateIs": "two", "Request": {"Path": "/{{name}}"}, "Response": {"Body": "two"} }"""));
        }

        string[] said = [await client.GetStringAsync(new Uri("/a", UriKind.Relative)), await client.GetStringAsync(new Uri("/a", UriKind.Relative)), await client.GetStringAsync(new Uri("/b", UriKind.Relative)), await client.GetStringAsync(new Uri("/b", UriKind.Relative))];

        said.ShouldBe(["one", "two", "one", "one"]);
        fake.Site.Site.Scenarios.All.Select(scenario => scenario.Name).ShouldBe(["a"]);
        lines.ShouldContain("The scenario 'b' stays at its start: a site remembers no more than 1 that have left it; reset some, or start with a higher --scenario-limit.");
    }

    [Test]
    public async Task One_follower_too_many_is_refused()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Followers = 0 } });

        (await Answer.Of(fake.CreateClient(), "GET", Site + "/events")).Status.ShouldBe(503);
    }

    [Test]
    public async Task Of_a_long_body_the_journal_keeps_the_beginning([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { JournalBody = 4 } });

        await Answer.Of(fake.Client(door), "POST", "/x", new StringContent("longer"));

        fake.Requests.Entries[0].Request.BodyText.ShouldBe("long");
    }

    [Test]
    public async Task One_connection_too_many_is_closed_unanswered()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Connections = 1 } });
        using var first = await ConnectAsync(fake);
        (await AskAsync(first, "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldStartWith("HTTP/1.1 404 ");

        using var second = await ConnectAsync(fake);

        (await AskAsync(second, "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldBe("");
        fake.Requests.Count.ShouldBe(1);
        (await AskAsync(first, "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldStartWith("HTTP/1.1 404 ");
    }

    [Test]
    public async Task Each_port_has_connections_of_its_own()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { HttpsPort = 0, Limits = new() { Connections = 1 } });
        fake.Sites.Create("a", port: 0);
        using var first = await ConnectAsync(fake);
        (await AskAsync(first, "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldStartWith("HTTP/1.1 404 ");
        using var trusting = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(trusting);

        (await Answer.Of(client, "GET", $"{fake.HttpsAddress}x")).Status.ShouldBe(404);
        (await Answer.Of(client, "GET", $"{fake.Sites["a"].OwnAddress}x")).Status.ShouldBe(404);
    }

    [TestCase("GET /{0} HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 414 ")]
    [TestCase("GET / HTTP/1.1\r\nHost: localhost\r\nX: {0}\r\n\r\n", "HTTP/1.1 431 ")]
    [TestCase("GET / HTTP/1.1\r\nHost: localhost\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n", "HTTP/1.1 431 ")]
    public async Task Long_and_many_headers_are_refused(string request, string status)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { RequestLine = 100, Headers = 100, HeaderCount = 3 } });
        using var client = await ConnectAsync(fake);

        (await AskAsync(client, string.Format(CultureInfo.InvariantCulture, request, new string('9', 100)))).ShouldStartWith(status);
        fake.Requests.Entries.ShouldBeEmpty();
    }

    [Category("Slow")]
    [TestCase("GET /x HTTP/1.1\r\nHost: localhost\r\n", "HTTP/1.1 408 ")]
    [TestCase("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n1", "HTTP/1.1 408 ")]
    [TestCase("", "")]
    public async Task Slow_clients_are_told_or_let_go(string sent, string answer)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { HeaderTime = TimeSpan.FromSeconds(1), IdleTime = TimeSpan.FromSeconds(1) } });
        using var client = await ConnectAsync(fake);

        (await AskAsync(client, sent)).ShouldStartWith(answer);
        fake.Requests.Entries.ShouldBeEmpty();
        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Status.ShouldBe(404);
    }

    [TestCase("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65536\r\n\r\n")]
    [TestCase("POST /x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n10000\r\n")]
    public async Task A_body_whose_last_byte_does_not_come_is_not_waited_for(string headers)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { BodyTime = TimeSpan.FromMilliseconds(100) } });
        using var client = await ConnectAsync(fake);

        var answer = await AskAsync(client, headers + new string('x', 65535));

        (answer.Split("Date:")[0], answer[^4..]).ShouldBe(("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n", "\r\n\r\n"));
        (await AskAsync(client, "")).ShouldBe("");
        fake.Requests.Entries.ShouldBeEmpty();
        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Status.ShouldBe(404);
    }

    [Category("Slow")]
    [Test]
    public async Task A_client_that_does_not_read_its_answer_is_cut_off()
    {
        var cut = new TaskCompletionSource();
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { BodyRate = 10_000_000 } });
        fake.Stubs.Add("GET", "/long", _ => new StubResponse
        {
            Writer = async (stream, gone) =>
            {
                await using var told = gone.Register(cut.SetResult);
                var piece = new byte[1 << 20];
                while (!gone.IsCancellationRequested)
                {
                    await stream.WriteAsync(piece, gone);
                }
            },
        });
        using var client = await ConnectAsync(fake);

        await client.GetStream().WriteAsync("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());

        await cut.Task.WaitAsync(TimeSpan.FromSeconds(60));
        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Status.ShouldBe(404);
    }

    [Test]
    public async Task A_client_may_be_as_slow_as_it_likes_where_there_is_neither_rate_nor_time()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { BodyRate = 0, BodyTime = TimeSpan.Zero } });
        using var client = await ConnectAsync(fake);

        // As soon as it waits for the body it asks for it.
        (await AskAsync(client, "POST /x HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")).ShouldBe("HTTP/1.1 100 Continue\r\n\r\n");
        await client.GetStream().WriteAsync("1"u8.ToArray());
        (await AskAsync(client, "2")).ShouldStartWith("HTTP/1.1 404 ");
    }

    private static async Task<TcpClient> ConnectAsync(FakeJiraServer fake)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", fake.BaseAddress.Port);
        return client;
    }

    /// <summary>Sends a text, and reads as far as the server says something at once; empty when it says nothing and closes.</summary>
    private static async Task<string> AskAsync(TcpClient client, string text)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
            var buffer = new byte[64 * 1024];
            return Encoding.UTF8.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
        }
        catch (IOException)
        {
            // Closed with what was sent still unread.
            return "";
        }
    }
}
