using System.Text;
using FakeJira.Jira.Platform;

namespace FakeJira.Tests.Control;

/// <summary>What a reset takes back.</summary>
public sealed class ResetTests
{
    [Test]
    public async Task A_reset_forgets_who_has_asked_too_often([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door, fake.Jira.User("emma@example.com"));
        fake.Jira.RefuseFor(RateLimitReason.TenantQuota, TimeSpan.FromHours(1));
        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(429);

        fake.Reset();

        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);
    }

    [Test]
    public async Task The_delay_of_every_answer_lasts_until_a_reset([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        fake.Clock.Freeze();
        fake.Clock.RulesDelays = true;
        fake.Site.Site.ProcessingDelay = TimeSpan.FromHours(1);
        var asked = Answer.Of(client, "GET", "/rest/api/3/serverInfo");
        await fake.Requests.WaitForAsync(path: "/rest/api/3/serverInfo");
        fake.Clock.Advance(TimeSpan.FromMinutes(59));
        (await Answer.Of(fake.Sites["other"].Client(door), "GET", "/rest/api/3/serverInfo")).Status.ShouldBe(200);
        asked.IsCompleted.ShouldBeFalse();
        fake.Clock.Advance(TimeSpan.FromMinutes(1));
        (await asked).Status.ShouldBe(200);

        fake.Reset();

        fake.Site.Site.ProcessingDelay.ShouldBe(TimeSpan.Zero);
    }

    [Test]
    public async Task A_reset_site_answers_as_a_new_one([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", PublicUrl = "https://jira.test" });
        fake.Clock.Freeze(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        fake.Site.Site.KeepAsSeed();
        using var client = fake.Client(door, fake.Jira.User("emma@example.com"));
        var first = await Transcript();

        fake.Reset();

        (await Transcript()).ShouldBe(first);

        async Task<string> Transcript()
        {
            var text = new StringBuilder();
            foreach (var method in new[] { "POST", "GET", "DELETE", "DELETE" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), "/rest/api/3/issue/MKY-1/votes");
                using var response = await client.SendAsync(request);
                text.AppendJoin('\n', response.Headers.NonValidated.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {header.Value}"));
                text.Append(await response.Content.ReadAsStringAsync());
            }

            return text.AppendJoin('\n', fake.Requests.Entries.Select(entry => $"{entry.Id} {entry}")).Append(fake.Jira.AddUser()).ToString();
        }
    }
}
