using System.Net;
using System.Text;

namespace FakeJira.Tests.Stubs.Responding;

/// <summary>A body that breaks off: status and headers are there, and some of the body.</summary>
public class SpoiltBodyTests
{
    private const string Garbage = "lskdu018973t09sylgasjkfg1][]'./.sdlv";

    [Test]
    public async Task A_body_that_breaks_off_arrives_as_far_as_it_goes([Values] Door door, [Values("CUT_BODY", "MALFORMED_RESPONSE_CHUNK")] string fault)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Map(fake, fault, "abcdefgh");
        using var client = fake.Client(door);

        (await Read(client, "/x")).ShouldBe(fault == "CUT_BODY" ? "200, 8 announced: abcd, ResponseEnded" : $"200, 144 announced: {Garbage}, ResponseEnded");
    }

    [Test]
    public async Task Of_a_body_of_one_byte_only_the_length_arrives([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Map(fake, "CUT_BODY", "a");
        using var client = fake.Client(door);

        (await Read(client, "/x")).ShouldBe("200, 1 announced: , ResponseEnded");
    }

    [TestCase("CUT_BODY", "200, 8 announced: abcd, HttpProtocolError")]
    [TestCase("MALFORMED_RESPONSE_CHUNK", $"200, 144 announced: {Garbage}, HttpProtocolError")]
    public async Task With_version_2_of_HTTP_it_arrives_as_far_too(string fault, string read)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { HttpsPort = 0 });
        Map(fake, fault, "abcdefgh");
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(handler) { BaseAddress = fake.HttpsAddress, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        (await Read(client, "/x")).ShouldBe(read);
    }

    [Test]
    public async Task Without_a_socket_it_breaks_off_for_who_reads_byte_by_byte()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Map(fake, "CUT_BODY", "abcd");
        using var answer = await fake.Client(Door.Handler).GetAsync(new Uri("/x", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();

        (body.ReadByte(), body.ReadByte()).ShouldBe(('a', 'b'));
        Should.Throw<HttpIOException>(() => body.ReadByte());
    }

    [Test]
    public async Task Nobody_is_told_of_a_body_that_breaks_off_because_it_has_to()
    {
        var lines = new List<string>();
        await using (var fake = await FakeJiraServer.StartAsync(new() { Log = lines.Add }))
        {
            Map(fake, "CUT_BODY", "abcdefgh");
            await Read(fake.Client(Door.Loopback), "/x");
        }

        lines.ShouldNotContain(line => line.Contains("failed", StringComparison.Ordinal));
    }

    private static void Map(FakeJiraServer fake, string fault, string body) =>
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {"Body": "{{body}}", "Fault": {"Type": "{{fault}}"} } }""");

    /// <summary>What comes before the reading fails, and how it does.</summary>
    private static async Task<string> Read(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var read = new StringBuilder();
        var buffer = new byte[100];
        var end = await Should.ThrowAsync<HttpIOException>(async () =>
        {
            while (await body.ReadAsync(buffer) is var count and > 0)
            {
                read.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        });
        return $"{(int)answer.StatusCode}, {answer.Content.Headers.ContentLength} announced: {read}, {end.HttpRequestError}";
    }
}
