using FakeJira.Jira.Platform;

namespace FakeJira.Tests.Jira.Platform;

public sealed class RateLimitTests
{
    private const string TooMany = """{"errorMessages":["The request has been rate-limited. Please try again later."],"errors":{},"status":429}""";
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task The_hundred_and_first_read_of_an_operation_within_a_second_is_refused([Values] Door door)
    {
        await using var fake = await StartAsync();
        using var client = fake.Client(door);

        for (var i = 0; i < 100; i++)
        {
            (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Rule.ShouldBe("JIRA-VOTES-GET-ANONYMOUS-404, JIRA-AUTH-ANONYMOUS");
        }

        using var refused = await client.GetAsync("/rest/api/2/issue/MKY-2/votes");
        (await Answer.Of(refused)).ShouldBe(new(429, "JIRA-RATE-BURST-429", TooMany));
        HeadersOf(refused).ShouldBe(
        [
            "Content-Type: application/json; charset=UTF-8", "RateLimit-Reason: jira-burst-based", "Retry-After: 1", "X-RateLimit-Limit: 100", "X-RateLimit-NearLimit: true",
            "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 2026-03-04T12:00:01Z",
        ]);

        fake.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(404);
    }

    [Test]
    public async Task The_fifty_first_PUT_or_DELETE_within_a_second_is_refused_but_not_the_POST([Values("PUT", "DELETE", "POST")] string method)
    {
        await using var fake = await StartAsync();
        using var client = fake.Client(Door.Handler);
        const string path = "/rest/api/3/issue/MKY-1/comment";
        for (var i = 0; i < 50; i++)
        {
            (await Answer.Of(client, method, method == "POST" ? path : path + "/1")).Status.ShouldBe(401);
        }

        (await Answer.Of(client, method, method == "POST" ? path : path + "/1")).Rule.ShouldBe(method == "POST" ? "JIRA-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS" : "JIRA-RATE-BURST-429");
    }

    [Test]
    public async Task The_twenty_first_write_to_an_issue_within_two_seconds_is_refused_however_the_issue_is_called([Values] Door door)
    {
        await using var fake = await StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        var issue = fake.Jira.AddIssue("MKY-1");
        fake.Jira.AddIssue("MKY-2");
        using var client = fake.Client(door, mia);

        for (var i = 0; i < 10; i++)
        {
            (await Answer.Of(client, "POST", $"/rest/api/3/issue/{issue.Id}/votes")).Status.ShouldBe(204);
            (await Answer.Of(client, "DELETE", "/rest/api/3/issue/mky-1/votes")).Status.ShouldBe(204);
        }

        using var refused = await client.DeleteAsync("/rest/api/3/issue/MKY-1/votes");
        (await Answer.Of(refused)).ShouldBe(new(429, "JIRA-RATE-ISSUE-429", TooMany));
        HeadersOf(refused).ShouldBe(
        [
            "Content-Type: application/json; charset=UTF-8", "RateLimit-Reason: jira-per-issue-on-write", "Retry-After: 2", "X-RateLimit-Limit: 20", "X-RateLimit-NearLimit: true",
            "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 2026-03-04T12:00:02Z",
        ]);
        (await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-2/votes")).Status.ShouldBe(204);
        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);
    }

    [Test]
    public async Task The_hundred_and_first_write_to_an_issue_within_half_a_minute_is_refused()
    {
        await using var fake = await StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        for (var i = 0; i < 100; i++)
        {
            (await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(204);
            fake.Clock.Advance(TimeSpan.FromSeconds(0.25));
        }

        using var refused = await client.PostAsync("/rest/api/3/issue/MKY-1/votes", null);
        (await Answer.Of(refused)).ShouldBe(new(429, "JIRA-RATE-ISSUE-429", TooMany));
        HeadersOf(refused).ShouldContain("Retry-After: 5");
        HeadersOf(refused).ShouldContain("X-RateLimit-Limit: 100");
    }

    [Test]
    public async Task An_answer_says_what_is_left_and_when_that_is_little([Values] Door door)
    {
        await using var fake = await StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(door, fake.Jira.AddUser());
        var left = new List<string>();
        for (var i = 0; i < 81; i++)
        {
            using var response = await client.GetAsync("/rest/api/3/issue/MKY-1/votes");
            left.Add(string.Join(' ', HeadersOf(response).Where(line => line.StartsWith("X-RateLimit", StringComparison.Ordinal))));
        }

        left[0].ShouldBe("X-RateLimit-Limit: 100 X-RateLimit-Remaining: 99");
        left[79].ShouldBe("X-RateLimit-Limit: 100 X-RateLimit-Remaining: 20");
        left[80].ShouldBe("X-RateLimit-Limit: 100 X-RateLimit-NearLimit: true X-RateLimit-Remaining: 19");
    }

    [TestCase(RateLimitReason.GlobalQuota, "jira-quota-global-based")]
    [TestCase(RateLimitReason.TenantQuota, "jira-quota-tenant-based")]
    public async Task A_test_can_say_that_a_quota_is_spent(RateLimitReason reason, string name)
    {
        var rule = reason == RateLimitReason.GlobalQuota ? "JIRA-RATE-GLOBAL-QUOTA-429" : "JIRA-RATE-TENANT-QUOTA-429";
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(Noon);
        fake.Jira.RefuseFor(reason, TimeSpan.FromMinutes(7));
        using var client = fake.Client(Door.Handler);

        using var refused = await client.GetAsync("/rest/api/3/issue/MKY-1/votes");
        (await Answer.Of(refused)).ShouldBe(new(429, rule, TooMany));
        HeadersOf(refused).ShouldContain("Retry-After: 420");
        HeadersOf(refused).ShouldContain("RateLimit-Reason: " + name);

        fake.Clock.Advance(TimeSpan.FromMinutes(7));
        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(404);
    }

    [Test]
    public async Task Limits_are_off_unless_they_are_switched_on_and_a_reset_forgets_what_was_counted()
    {
        await using var fake = await StartAsync();
        fake.Site.Site.KeepAsSeed();
        using var client = fake.Client(Door.Handler);
        async Task<int> Last(int requests)
        {
            var status = 0;
            for (var i = 0; i < requests; i++)
            {
                status = (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status;
            }

            return status;
        }

        (await Last(101)).ShouldBe(429);
        fake.Reset();
        (await Last(100)).ShouldBe(404);
        fake.Settings["rateLimits"] = "off";
        (await Last(50)).ShouldBe(404);
    }

    [Test]
    public void Writes_are_counted_for_a_bounded_number_of_issues()
    {
        var limits = new RateLimits();
        for (var issue = 1; issue <= RateLimits.IssueCapacity + 1; issue++)
        {
            var now = Noon.AddSeconds(issue * 0.001);
            limits.Claim($"op{issue}", "POST", issue, now).Refused.ShouldBeNull();
        }

        for (var i = 0; i < 19; i++)
        {
            limits.Claim("again", "POST", RateLimits.IssueCapacity + 1, Noon.AddSeconds(2)).Refused.ShouldBeNull();
            limits.Claim("again", "POST", 1, Noon.AddSeconds(2)).Refused.ShouldBeNull();
        }

        limits.Claim("again", "POST", 1, Noon.AddSeconds(2)).Refused.ShouldBeNull("the oldest was forgotten, so this is its 20th");
        limits.Claim("again", "POST", RateLimits.IssueCapacity + 1, Noon.AddSeconds(2)).Refused.ShouldBe(RateLimitReason.IssueWrites);
    }

    private static async Task<FakeJiraServer> StartAsync()
    {
        var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(Noon);
        fake.Settings["rateLimits"] = "on";
        return fake;
    }

    private static List<string> HeadersOf(HttpResponseMessage response) =>
        [.. response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length" or "Server") && !header.Key.StartsWith("X-FakeJira", StringComparison.Ordinal)).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal)];
}
