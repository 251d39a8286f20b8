using System.Text;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Sites that are removed when nobody asks them.</summary>
public sealed class SiteIdleTests
{
    private const string Sites = "/__fakejira/sites";

    [Test]
    public async Task A_site_that_nobody_asks_for_its_time_is_gone([Values] Door door)
    {
        var time = new ManualTime();
        await using var fake = await FakeJiraServer.StartAsync(new() { Time = time });
        using var client = fake.Client(door);

        var made = JObject.Parse((await Answer.Of(client, "POST", Sites, Json("""{"name": "short", "seed": "vendor", "idleSeconds": 60}"""))).Body);
        ((int)made["idleSeconds"]!).ShouldBe(60);
        (await Answer.Of(client, "POST", Sites, Json("""{"name": "long"}"""))).Status.ShouldBe(201);
        time.Pass(TimeSpan.FromSeconds(50));
        (await Answer.Of(client, "GET", "/__sites/short/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);
        time.Pass(TimeSpan.FromSeconds(60));
        (await Answer.Of(client, "GET", Sites + "/short")).Status.ShouldBe(200);

        time.Pass(TimeSpan.FromSeconds(61));

        JArray.Parse((await Answer.Of(client, "GET", Sites)).Body).Select(site => (string?)site["name"]).ShouldBe(["default", "long"]);
        (await Answer.Of(client, "GET", "/__sites/short/rest/api/3/issue/MKY-1/votes")).ShouldBe(new(404, "", """{"Status":"There is no site \u0027short\u0027; there are: default, long."}"""));
        (await Answer.Of(client, "GET", Sites + "/short")).Status.ShouldBe(404);
        (await Answer.Of(client, "POST", Sites, Json("""{"name": "short"}"""))).Status.ShouldBe(201);
    }

    [Test]
    public async Task All_sites_that_were_made_can_have_a_time_and_the_default_one_has_none()
    {
        var time = new ManualTime();
        await using var fake = await FakeJiraServer.StartAsync(new() { Time = time, Limits = new() { SiteIdle = TimeSpan.FromHours(1), Sites = 2 } });
        var site = fake.Sites.Create("a", port: 0);
        var longer = Should.Throw<FakeJiraException>(() => fake.Sites.Create("b", idle: TimeSpan.FromHours(3)));
        longer.Message.ShouldBe("There are 2 sites already; remove one with Remove.");
        using var own = new HttpClient { BaseAddress = site.OwnAddress };
        (await Answer.Of(own, "GET", "/rest/api/3/serverInfo")).Status.ShouldBe(200);

        time.Pass(TimeSpan.FromHours(2));

        fake.Sites.Names.ShouldBe(["default"]);
        fake.Sites.Create("b", idle: TimeSpan.FromHours(3)).OwnAddress.ShouldBeNull();
        fake.Ports!.Count.ShouldBe(0);
    }

    [Test]
    public async Task A_site_whose_time_is_over_is_removed_though_nobody_asks_for_anything()
    {
        var time = new ManualTime();
        var fake = await FakeJiraServer.StartAsync(new() { Time = time });
        fake.Sites.Create("for ever");
        time.Timers.ShouldBe(0);
        var removed = 0;
        using var own = new HttpClient { BaseAddress = fake.Sites.Create("hour", port: 0, idle: TimeSpan.FromHours(1)).OwnAddress };
        fake.Sites.Create("minute", port: 0, idle: TimeSpan.FromMinutes(1));
        fake.Sites.Create("year", idle: TimeSpan.FromDays(365));
        fake.Universe.Changed += () => removed++;

        time.Pass(TimeSpan.FromSeconds(61));
        (fake.Ports!.Count, removed).ShouldBe((1, 1));
        time.Pass(TimeSpan.FromMinutes(50));
        (await Answer.Of(own, "GET", "/rest/api/3/serverInfo")).Status.ShouldBe(200);
        time.Pass(TimeSpan.FromMinutes(50));
        (fake.Ports!.Count, removed).ShouldBe((1, 1));
        time.Pass(TimeSpan.FromMinutes(11));
        (fake.Ports!.Count, removed, time.Timers).ShouldBe((0, 2, 1));

        await fake.DisposeAsync();
        time.Timers.ShouldBe(0);
        time.Pass(TimeSpan.FromDays(366));
        removed.ShouldBe(2);
    }

    [Test]
    public async Task After_the_last_site_with_a_time_there_is_no_timer_any_more()
    {
        var time = new ManualTime();
        await using var fake = await FakeJiraServer.StartAsync(new() { Time = time, Listens = false });
        fake.Sites.Create("a", idle: TimeSpan.FromDays(3));
        time.Timers.ShouldBe(1);

        time.Pass(TimeSpan.FromDays(4));

        time.Timers.ShouldBe(0);
    }

    [TestCase("0")]
    [TestCase("\"a\"")]
    public async Task A_time_that_is_none_makes_no_site(string idle)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();

        var answer = await Answer.Of(client, "POST", Sites, Json($$"""{"name": "a", "idleSeconds": {{idle}}}"""));

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("idleSeconds");
        fake.Sites.Names.ShouldBe(["default"]);
    }

    [Test]
    public async Task A_port_or_a_time_that_is_none_makes_no_site_in_a_fixture_either()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var silent = await FakeJiraServer.StartAsync(new() { Listens = false });

        Should.Throw<FakeJiraException>(() => fake.Sites.Create("a", port: 65536)).Message.ShouldBe("65536 is no port; expected 0 (any free one) to 65535.");
        Should.Throw<FakeJiraException>(() => fake.Sites.Create("a", port: -1)).Message.ShouldBe("-1 is no port; expected 0 (any free one) to 65535.");
        Should.Throw<FakeJiraException>(() => fake.Sites.Create("a", port: fake.BaseAddress.Port)).Message.ShouldContain("Choose another port, or 0 for any free one.");
        Should.Throw<FakeJiraException>(() => silent.Sites.Create("a", port: 0)).Message.ShouldBe("The server does not listen, so its sites have no ports.");
        Should.Throw<FakeJiraException>(() => fake.Sites.Create("a", idle: TimeSpan.Zero)).Message.ShouldBe("A site cannot go unasked for 00:00:00; expected more than no time, or null.");
        fake.Sites.Names.ShouldBe(["default"]);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
