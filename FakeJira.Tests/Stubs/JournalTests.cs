using System.Text;
using FakeJira.Stubs;

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
}
