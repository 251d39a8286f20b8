using System.Net.Sockets;
using System.Text;

namespace FakeJira.Tests;

/// <summary>Whatever HTTP/1.1 accepts gets an answer of the vendor's, and never a 500.</summary>
public sealed class RawRequestTests
{
    [TestCase("GET /rest/api/3/issue/%/votes HTTP/1.1")]
    [TestCase("GET /rest/api/3/issue/%ZZ/votes HTTP/1.1")]
    [TestCase("GET /rest/api/3/issue/%C3%28/votes HTTP/1.1")]
    [TestCase("GET /rest/api/3/issue/%00/votes HTTP/1.1")]
    [TestCase("GET /rest/api/3/issue/%2e%2e/votes HTTP/1.1")]
    [TestCase("GET /rest/api/3/issue/../issue/MKY-1/votes HTTP/1.1")]
    [TestCase("GET http://elsewhere.example/rest/api/3/issue/MKY-1/votes HTTP/1.1")]
    [TestCase("GET http://elsewhere.example HTTP/1.1")]
    [TestCase("OPTIONS * HTTP/1.1")]
    [TestCase("GET /?%=%&&=&a=%ff HTTP/1.1")]
    [TestCase("POLLS /rest/api/3/issue/MKY-1/votes HTTP/1.1")]
    [TestCase("GET /x1/%2F%2f/%2f?token=%2F&type&&workspace=%zz HTTP/1.1")]
    [TestCase("DELETE /public/ideabank/proposals/%2F/vote HTTP/1.1")]
    [TestCase("GET /__sites/%ZZ/rest HTTP/1.1")]
    [TestCase("GET /__fakejira/sites/%ff/state HTTP/1.1")]
    [TestCase("GET /__admin/mappings/%ff HTTP/1.1")]
    [TestCase("GET /ex/jira/%00/rest HTTP/1.1")]
    [TestCase("GET //////// HTTP/1.1")]
    [TestCase("GET /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nAuthorization: Basic \u00e9\u00e9\u00e9")]
    [TestCase("GET /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nAuthorization:")]
    [TestCase("GET /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nAuthorization: Basic a\r\nAuthorization: Basic b")]
    [TestCase("GET /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nAccept: \r\nAccept: ;;;,,,")]
    [TestCase("GET /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nContent-Length: 0")]
    [TestCase("DELETE /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}")]
    [TestCase("POST /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n")]
    public async Task Odd_requests_are_answered(string request)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        (await StatusOf(fake, request)).ShouldBeInRange(200, 499);
    }

    [Test]
    public async Task Long_ids_and_deep_paths_are_answered()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        (await StatusOf(fake, $"GET /rest/api/3/issue/{new string('9', 6000)}/votes HTTP/1.1")).ShouldBe(404);
        (await StatusOf(fake, $"GET /rest/api/3/{string.Join('/', Enumerable.Repeat("a", 3000))} HTTP/1.1")).ShouldBe(404);
        (await StatusOf(fake, $"GET /x HTTP/1.1\r\n{string.Join("\r\n", Enumerable.Range(0, 90).Select(number => $"X-{number}: {number}"))}")).ShouldBe(404);
    }

    [TestCase("GET /a b HTTP/1.1", 400)]
    [TestCase("GET / HTTP/3.7", 505)]
    [TestCase("GET /x HTTP/1.1\r\nno colon", 400)]
    [TestCase("GET /%00 HTTP/1.1", 400)]
    [TestCase("GET /\u00e9 HTTP/1.1", 400)]
    [TestCase("GET /x HTTP/1.1\r\nX-A: \u00e9\u00ff", 400)]
    [TestCase("GET /x HTTP/1.1\r\nHost: two", 400)]
    [TestCase("POST /x HTTP/1.1\r\nContent-Length: -1", 400)]
    [TestCase("POST /x HTTP/1.1\r\nTransfer-Encoding: gzip", 400)]
    [TestCase("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", 400)]
    public async Task What_the_web_server_refuses_itself_never_reaches_the_simulation(string request, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        (await StatusOf(fake, request)).ShouldBe(status);
        fake.Requests.Entries.ShouldBeEmpty();
    }

    [Test]
    public async Task Long_request_lines_and_too_many_headers_are_refused_by_the_web_server()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        (await StatusOf(fake, $"GET /{new string('9', 8192)} HTTP/1.1")).ShouldBe(414);
        (await StatusOf(fake, $"GET /x HTTP/1.1\r\n{string.Join("\r\n", Enumerable.Range(0, 100).Select(number => $"X-{number}: {number}"))}")).ShouldBe(431);
        fake.Requests.Entries.ShouldBeEmpty();
    }

    private static async Task<int> StatusOf(FakeJiraServer fake, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", fake.BaseAddress.Port);
        var head = request.IndexOf("\r\n", StringComparison.Ordinal) is > 0 and var end ? request.Insert(end, "\r\nHost: 127.0.0.1") : request + "\r\nHost: 127.0.0.1";
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(head.Contains("\r\n\r\n", StringComparison.Ordinal) ? head + (head.EndsWith("0\r\n", StringComparison.Ordinal) ? "\r\n" : "") : head + "\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        var line = await reader.ReadLineAsync();
        return int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
