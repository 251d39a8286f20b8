using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>What happens on a site is told as it happens, through both doors.</summary>
public sealed class EventTests
{
    private const string Events = "__fakejira/sites/default/events";

    [Test]
    public async Task Requests_and_changes_are_told_as_they_happen([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door, fake.Jira.User("emma@example.com"));
        using var following = await Following.Of(client, Events);
        (await following.Next("hello")).ShouldBe("""{"site":"default","requests":0}""");

        await Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes");

        (await following.Next("changed")).ShouldContain("jira");
        await Answer.Of(client, "GET", "nowhere");
        var told = JObject.Parse(await following.Next("requests", until: "nowhere"))["requests"]!.Last!;
        ((string?)told["path"], (int?)told["status"], (bool?)told["matched"]).ShouldBe(("/nowhere", 404, false));
        fake.Clock.Advance(TimeSpan.FromMinutes(1));
        (await following.Next("changed", until: "clock")).ShouldContain("clock");
        fake.Stubs.Add("GET", "/own", _ => null);
        fake.Faults.Use("outage");
        (await following.Next("changed", until: "mappings")).ShouldContain("mappings");
        fake.Sites.Create("team-a");
        (await following.Next("changed", until: "sites")).ShouldContain("sites");
        fake.Reset();
        var reset = await following.Next("changed", until: "state");
        reset.ShouldContain("requests");
    }

    [Test]
    public async Task A_request_is_told_with_who_asked_and_the_sentence_of_its_rule()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient(fake.Jira.User("emma@example.com"));
        using var following = await Following.Of(client, Events);

        await Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes");

        var told = (JObject)JObject.Parse(await following.Next("requests"))["requests"]![0]!;
        ((double)told["milliseconds"]!).ShouldBeGreaterThan(0);
        told.Remove("milliseconds");
        told.Remove("at");
        told.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""{"number":1,"method":"POST","path":"/rest/api/3/issue/MKY-1/votes","query":"","who":"Emma Richards","operation":"jira.votes.add","status":204,"fault":null,"rules":"JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC","rule":{"id":"JIRA-VOTES-ADD-204","summary":"The first vote is cast.","provenance":"Documented","source":"Issue votes page."},"stub":"jira.votes.add","matched":true,"delay":0.0}""");
    }

    [TestCase("rest/api/3/myself", null, null, "anonymous")]
    [TestCase("rest/api/3/myself", "Authorization", "Basic eDp5", "unknown credentials")]
    [TestCase("x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337", null, null, "a token of the endpoint")]
    [TestCase("x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=x", null, null, "unknown token")]
    [TestCase("x1/xs2i4ODeo611kO2x4adU6sCYcqM", null, null, "no token")]
    [TestCase("public/ideabank/proposals", "Authorization", "abc123:xyz789:nobody", "unknown token")]
    [TestCase("public/ideabank/proposals", "X-API-Key", "nobody", "unknown key")]
    [TestCase("nowhere", null, null, null)]
    public async Task Who_asked_is_told_for_people(string path, string? header, string? value, string? who)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(Door.Handler);
        await Answer.Of(client, "GET", path, null, header is null ? [] : [(header, value!)]);

        var shown = JObject.Parse((await Answer.Of(client, "GET", "__fakejira/sites/default/requests/1")).Body);

        ((string?)shown["who"]).ShouldBe(who);
    }

    [Test]
    public async Task A_slow_reader_is_told_the_latest_requests_and_how_many_it_missed()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var following = new FakeJira.Control.SiteEvents(fake.Site.Site);
        using var client = fake.Client(Door.Handler);
        for (var i = 0; i < FakeJira.Control.SiteEvents.Kept + 7; i++)
        {
            await Answer.Of(client, "GET", "nowhere/" + i.ToString(CultureInfo.InvariantCulture));
        }

        using var stop = new CancellationTokenSource();
        using var written = new Recording(text => text.Contains("nowhere", StringComparison.Ordinal), stop);
        await Should.ThrowAsync<OperationCanceledException>(() => following.WriteAsync(written, stop.Token));

        var told = JObject.Parse(written.Text.Split("data: ")[2]);
        ((long)told["missed"]!, (string?)told["requests"]!.First!["path"], told["requests"]!.Count()).ShouldBe((7, "/nowhere/7", FakeJira.Control.SiteEvents.Kept));
    }

    [Test]
    public async Task The_server_stops_at_once_while_somebody_follows()
    {
        var fake = await FakeJiraServer.StartAsync();
        using var following = await Following.Of(fake.CreateClient(), Events);
        await following.Next("hello");
        fake.Universe.Streams.Count.ShouldBe(1);

        await fake.DisposeAsync();

        (await following.Rest()).Trim().ShouldBeEmpty();
        fake.Universe.Streams.Count.ShouldBe(0);
    }

    [Test]
    public async Task Nothing_is_kept_for_a_reader_who_has_gone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        var following = await Following.Of(client, Events);
        await following.Next("hello");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        following.Dispose();

        while (fake.Universe.Streams.Count > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Answer.Of(client, "GET", "nowhere");
        }
    }

    [Test]
    public async Task Who_follows_a_site_that_is_removed_is_told_so()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Sites.Create("team-a");
        using var following = await Following.Of(fake.CreateClient(), "__fakejira/sites/team-a/events");
        await following.Next("hello");

        (await Answer.Of(fake.CreateClient(), "DELETE", "__fakejira/sites/team-a")).Status.ShouldBe(204);

        (await following.Next("gone")).ShouldBe("""{"site":"team-a"}""");
    }

    [Test]
    public async Task Only_so_many_may_follow_at_a_time()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        for (var i = 0; i < fake.Universe.Streams.Limit; i++)
        {
            fake.Universe.Streams.TryEnter().ShouldBeTrue();
        }

        (await Answer.Of(fake.CreateClient(), "GET", Events)).Status.ShouldBe((int)HttpStatusCode.ServiceUnavailable);
        fake.Universe.Streams.TryEnter().ShouldBeFalse();
    }

    private sealed class Recording(Func<string, bool> isEnough, CancellationTokenSource stop) : MemoryStream
    {
        public string Text => System.Text.Encoding.UTF8.GetString(ToArray());

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            if (isEnough(Text))
            {
                stop.Cancel();
            }

            return Task.CompletedTask;
        }
    }
}
