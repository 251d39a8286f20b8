using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Hosts as no client but an attacker's names them.</summary>
public sealed class HostGateTests
{
    [TestCase("POST /__fakejira/sites/default/reset HTTP/1.1", "Host: [::1]:{port}", 204)]
    [TestCase("POST /__fakejira/sites/default/reset HTTP/1.1", "Host: [2001:db8::1]:{port}", 403)]
    [TestCase("POST /__fakejira/sites/default/reset HTTP/1.1", "Host: localhost\r\nHost: evil.example", 400)]
    [TestCase("POST /__fakejira/sites/default/reset HTTP/1.1", "X-None: x", 400)]
    [TestCase("POST /__fakejira/sites/default/reset HTTP/1.1", "Host:", 204)]
    [TestCase("POST /__fakejira/sites/default/reset HTTP/1.0", "X-None: x", 204)]
    [TestCase("POST /__fakejira/sites/default/reset HTTP/1.0", "Host: evil.example", 403)]
    [TestCase("POST http://evil.example/__fakejira/sites/default/reset HTTP/1.1", "Host: evil.example", 403)]
    [TestCase("POST http://evil.example/__fakejira/sites/default/reset HTTP/1.1", "Host: localhost", 400)]
    [TestCase("POST http://localhost:{port}/__fakejira/sites/default/reset HTTP/1.1", "Host: localhost:{port}", 204)]
    public async Task However_a_request_names_its_host_it_has_to_be_this_machine(string line, string host, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        fake.Jira.AddIssue("MKY-99");

        (await RawStatusAsync(fake, $"{line}\r\n{host}\r\n")).ShouldBe(status);

        (await Answer.Of(fake.Client(Door.Handler), "GET", "/__fakejira/sites/default/state")).Body.Contains("MKY-99", StringComparison.Ordinal).ShouldBe(status != 204);
    }

    [TestCase("localhost:99999", "http://localhost:")]
    [TestCase("LOCALHOST:0", "http://localhost:")]
    [TestCase("127.0.0.2:80", "http://127.0.0.2:")]
    [TestCase("[::1]:70000", "http://[::1]:")]
    [TestCase("a..localhost", "http://localhost:")]
    [TestCase("", "http://localhost:")]
    public async Task However_a_request_names_its_host_a_site_with_a_port_of_its_own_is_shown(string host, string origin)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var made = await RawAsync(fake, $"POST /__fakejira/sites HTTP/1.1\r\nHost: {host}\r\n", """{"name":"a","port":0}""");
        var listed = await RawAsync(fake, $"GET /__fakejira/sites HTTP/1.1\r\nHost: {host}\r\n");

        made.Split(' ')[1].ShouldBe("201", made);
        listed.Split(' ')[1].ShouldBe("200", listed);
        var site = JObject.Parse(made[made.IndexOf('{', StringComparison.Ordinal)..]);
        ((string)site["baseUrl"]!).ShouldBe(origin + (string)site["port"]!);
        JToken.DeepEquals(JArray.Parse(listed[listed.IndexOf('[', StringComparison.Ordinal)..]).Single(each => (string?)each["name"] == "a"), site).ShouldBeTrue(listed);
    }

    /// <summary>The status of a request that no client would send; {port} is the server's.</summary>
    internal static async Task<int> RawStatusAsync(FakeJiraServer fake, string head) => int.Parse((await RawAsync(fake, head)).Split(' ')[1], CultureInfo.InvariantCulture);

    private static async Task<string> RawAsync(FakeJiraServer fake, string head, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", fake.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head.Replace("{port}", $"{fake.BaseAddress.Port}", StringComparison.Ordinal) + $"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }
}
