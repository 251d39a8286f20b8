using FakeJira.Tests.Commands;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests;

/// <summary>A server that listens on every address says one that a client can use.</summary>
public sealed class ListenTests
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";

    [TestCase("0.0.0.0", "127.0.0.1")]
    [TestCase("::", "[::1]")]
    public async Task It_is_reached_on_loopback(string listen, string host)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "ready.json");
        await using var fake = await FakeJiraServer.StartAsync(new() { Listen = listen, HttpsPort = 0, ReadyFile = file, Seed = "vendor" });
        fake.Sites.Create("a", port: 0);
        var site = fake.Sites["a"];

        (fake.BaseAddress.Host, fake.HttpsAddress!.Host, site.BaseAddress.Host, site.OwnAddress!.Host).ShouldBe((host, host, host, host));
        JObject.Parse(await File.ReadAllTextAsync(file)).ToString()
            .ShouldBe(new JObject { ["url"] = $"http://{host}:{fake.BaseAddress.Port}", ["httpsUrl"] = $"https://{host}:{fake.HttpsAddress.Port}", ["pid"] = Environment.ProcessId }.ToString());
        using var client = fake.CreateClient();
        using var ofSite = site.CreateClient();
        using var own = new HttpClient { BaseAddress = site.OwnAddress };
        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(200);
        (await Answer.Of(ofSite, "GET", Votes)).Status.ShouldBe(200);
        (await Answer.Of(own, "GET", Votes)).Status.ShouldBe(200);
    }

    [Test]
    public async Task The_program_says_so_and_that_it_listens_on_every_address()
    {
        using var program = await RunningProgram.StartAsync("--listen", "0.0.0.0", "--contracts", "none");

        program.Address.Host.ShouldBe("127.0.0.1");
        program.Greeting[1].ShouldBe("  and on every other address of this machine");
        using var client = new HttpClient { BaseAddress = program.Address };
        (await Answer.Of(client, "GET", "/none")).Status.ShouldBe(404);
    }
}
