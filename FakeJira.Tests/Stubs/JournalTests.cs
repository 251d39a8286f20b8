using System.Runtime.CompilerServices;
using System.Text;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Tests.Stubs.Admin;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs;

public sealed class JournalTests
{
    [Test]
    public async Task Of_long_bodies_only_the_beginning_is_kept_and_all_is_answered([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("POST", "/echo", request => new StubResponse { Body = request.Body, ReasonPhrase = "Heard" });
        using var client = fake.Client(door);
        var sent = new string('x', new ServerLimits().JournalBody + 1);

        (await Answer.Of(client, "POST", "/echo", new ByteArrayContent(Encoding.ASCII.GetBytes(sent)))).Body.ShouldBe(sent);

        var entry = fake.Requests.Entries.Single();
        (entry.Request.Body.Length, entry.Response.Body.Length, entry.Response.ReasonPhrase).ShouldBe((new ServerLimits().JournalBody, new ServerLimits().JournalBody, "Heard"));
    }

    [Test]
    public async Task Beyond_its_bytes_the_oldest_entries_are_forgotten_and_counted([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { JournalBytes = 50_000 } });
        using var client = fake.Client(door);

        for (var i = 0; i < 20; i++)
        {
            await Answer.Of(client, "POST", "/x", new ByteArrayContent(new byte[10_000]));
        }

        fake.Requests.Entries.Select(entry => entry.Number).ShouldBe([17, 18, 19, 20]);
        (fake.Requests.Count, fake.Findings.Unchecked).ShouldBe((20, 16));
        await Answer.Of(client, "POST", "/x", new ByteArrayContent(new byte[60_000]));
        fake.Requests.Entries.Select(entry => entry.Number).ShouldBe([21], "the latest is always kept");
        fake.Requests.Clear();
        (fake.Requests.Count, fake.Findings.Unchecked).ShouldBe((0, 0));
    }

    [Test]
    public async Task Bytes_that_were_given_back_can_be_used_again()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { JournalCapacity = 3, Limits = new() { JournalBytes = 40_000 } });
        using var client = fake.Client(Door.Handler);

        for (var i = 0; i < 100; i++)
        {
            await Answer.Of(client, "POST", "/x", new ByteArrayContent(new byte[10_000]));
            fake.Requests.Remove(fake.Requests.Entries[^1].Id).ShouldBeTrue();
            await Answer.Of(client, "POST", "/x", new ByteArrayContent(new byte[10_000]));
        }

        fake.Requests.Entries.Select(entry => entry.Number).ShouldBe([198, 200]);
    }

    [Test]
    public async Task What_came_closest_is_kept_without_its_mapping_and_with_the_beginnings_of_its_texts()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var admin = new AdminClient(fake);
        using var client = fake.Client(Door.Handler);
        var (pattern, guid) = (new string('x', 5000), Guid.Parse("6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11"));
        await admin.Done("PUT", $"mappings/{guid}", $$$"""{"Title": "near", "Request": {"Path": "/votes", "Body": {"Matcher": {"Name": "ExactMatcher", "Pattern": "{{{pattern}}}"} } }, "Response": {} }""");
        var mapping = Weakly(fake);

        var told = JToken.Parse((await Answer.Of(client, "POST", "/votes", new StringContent("y"))).Body)["ClosestMappings"]![0]!;
        await admin.Done("DELETE", $"mappings/{guid}");
        await Answer.Of(client, "GET", "/another");
        await Task.Yield();
        GC.Collect();

        told["Parts"]![1]!["Expected"].ShouldBe(pattern);
        mapping.IsAlive.ShouldBeFalse();
        var entry = (await admin.Done("GET", "requests"))[0]!;
        ((string?)entry["PartialMappingGuid"], (string?)entry["PartialMappingTitle"]).ShouldBe(($"{guid}", "near"));
        var kept = JObject.Parse($$"""{"TotalScore": 1.0, "TotalNumber": 2, "IsPerfectMatch": false, "AverageTotalScore": 0.5, "MatchDetails": [{"Name": "Path", "Score": 1.0, "Expected": "/votes", "Actual": "/votes"}, {"Name": "Body", "Score": 0.0, "Expected": "{{pattern[..1000]}}…", "Actual": "y"}] }""");
        JToken.DeepEquals(entry["PartialRequestMatchResult"], kept).ShouldBeTrue(entry["PartialRequestMatchResult"]!.ToString());
    }

    [Test]
    public async Task What_came_closest_counts_among_the_bytes([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Limits = new() { JournalBytes = 50_000, JournalBody = 1000 } });
        using var client = fake.Client(door);
        var headers = string.Join(',', Enumerable.Range(0, 5).Select(i => $$"""{"Name": "X-{{i}}", "Matchers": [{"Name": "ExactMatcher", "Pattern": "{{new string('x', 2000)}}"}] }"""));
        await Answer.Of(client, "POST", "/__admin/mappings", new StringContent($$"""{"Request": {"Path": "/votes", "Headers": [{{headers}}] }, "Response": {} }"""));

        for (var i = 0; i < 20; i++)
        {
            await Answer.Of(client, "GET", "/votes");
        }

        fake.Requests.Entries.Select(entry => entry.Number).ShouldBe([17, 18, 19, 20]);
    }

    [Test]
    public async Task Many_at_once_leave_no_more_than_fits()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { JournalBytes = 100_000 } });
        using var client = fake.Client(Door.Handler);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                await Answer.Of(client, "POST", "/x", new ByteArrayContent(new byte[5000]));
            }
        })));

        await Answer.Of(client, "GET", "/last");
        fake.Requests.Entries.Sum(entry => entry.Size).ShouldBeLessThanOrEqualTo(100_000);
        fake.Requests.Entries.Count.ShouldBeGreaterThan(10);
    }

    /// <summary>Apart, so that no local variable of the test holds it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Weakly(FakeJiraServer fake) => new(fake.Site.Site.Stubs.Overlay.Own.Stubs.OfType<MappingStub>().Single().Mapping);
}
