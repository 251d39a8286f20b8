using System.Text;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Sites on ports of their own.</summary>
public sealed class SitePortTests
{
    private const string Sites = "__fakejira/sites";

    [Test]
    public async Task A_site_answers_on_a_port_of_its_own_until_it_is_deleted()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();

        var made = await Send(client, """{"name": "team a", "seed": "vendor", "port": 0}""");
        var address = new Uri((string)JObject.Parse(made.Body)["baseUrl"]!);
        using var own = new HttpClient { BaseAddress = address };

        made.Status.ShouldBe(201);
        address.Port.ShouldBe((int)JObject.Parse(made.Body)["port"]!);
        (await Answer.Of(own, "GET", "rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(404);
        fake.Sites["team a"].Requests.Entries.Count.ShouldBe(1);
        (await Answer.Of(own, "GET", "__fakejira/ready")).Status.ShouldBe(200);
        (await Answer.Of(own, "GET", "__fakejira/ready", null, ("Origin", "https://evil.example"))).Status.ShouldBe(403);
        (await Answer.Of(own, "GET", "__fakejira/ready", null, ("Host", "evil.example"))).Status.ShouldBe(403);
        fake.Ports!.Count.ShouldBe(1);
        (await Answer.Of(own, "DELETE", Sites + "/team%20a")).Status.ShouldBe(204);
        fake.Ports!.Count.ShouldBe(0);
        await fake.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => Answer.Of(own, "GET", "rest/api/3/issue/MKY-1/votes"));
    }

    [Test]
    public async Task A_port_that_is_taken_makes_no_site()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();

        var answer = await Send(client, $$"""{"name": "a", "port": {{fake.BaseAddress.Port}}}""");

        (answer.Status, answer.Body.Contains("Choose another port, or 0 for any free one.", StringComparison.Ordinal)).ShouldBe((409, true));
        (await Send(client, """{"name": "a", "port": 65536}""")).Status.ShouldBe(400);
        fake.Sites.Names.ShouldBe(["default"]);
    }

    [Test]
    public async Task A_server_that_has_ended_opens_no_port_that_nobody_would_close()
    {
        var fake = await FakeJiraServer.StartAsync();
        await fake.DisposeAsync();

        Should.Throw<FakeJiraException>(() => fake.Sites.Create("a", port: 0)).Message.ShouldBe("The server has ended, so its sites get no more ports.");
        fake.Sites.Names.ShouldBe(["default"]);
        fake.Ports!.Count.ShouldBe(0);
    }

    [Test]
    public async Task A_site_that_is_removed_before_it_has_its_port_gets_none()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var site = fake.Sites["a"].Site;
        fake.Sites.Remove("a").ShouldBeTrue();

        fake.Universe.OpenPort!(site, 0).ShouldBe("The site 'a' has been removed.");
        fake.Ports!.Count.ShouldBe(0);
    }

    [Test]
    public async Task A_server_that_does_not_listen_has_no_ports()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://localhost") };

        (await Send(client, """{"name": "a", "port": 0}""")).Body.ShouldContain("The server does not listen, so its sites have no ports.");
    }

    private static async Task<Answer> Send(HttpClient client, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, "POST", Sites, content);
    }
}
