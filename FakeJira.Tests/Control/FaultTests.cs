using FakeJira.Stubs;

namespace FakeJira.Tests.Control;

/// <summary>What a test lets go wrong, from C#.</summary>
public sealed class FaultTests
{
    private const string Votes = "rest/api/3/issue/MKY-1/votes";

    private static readonly object[][] Errors =
    [
        ["jira.rate-limited", 429, "JIRA-RATE-BURST-429"],
        ["jira.rate-limited-issue", 429, "JIRA-RATE-ISSUE-429"],
        ["jira.quota-tenant", 429, "JIRA-RATE-TENANT-QUOTA-429"],
        ["jira.quota-global", 429, "JIRA-RATE-GLOBAL-QUOTA-429"],
        ["jira.bad-request", 400, "JIRA-VOTES-BAD-REQUEST-400"],
        ["jira.issue-unseen", 404, "JIRA-ISSUE-404"],
        ["jira.not-signed-in", 401, "JIRA-GATE-401"],
        ["jira.token-unknown", 401, "JIRA-OAUTH-UNKNOWN-401"],
        ["jira.scope-missing", 401, "JIRA-SCOPE-401"],
        ["jira.xsrf", 403, "JIRA-XSRF-403"],
        ["polls.failed-dependency", 424, "POLLS-FAILED-DEPENDENCY-424"],
        ["polls.token-invalid", 403, "POLLS-TOKEN-INVALID-403"],
        ["polls.endpoint-unknown", 404, "POLLS-ENDPOINT-404"],
        ["ideabank.busy", 429, "IDEA-BUSY-429"],
        ["ideabank.token-unknown", 401, "IDEA-TOKEN-401"],
        ["ideabank.token-expired", 403, "IDEA-EXPIRED-403"],
        ["ideabank.bank-unavailable", 404, "IDEA-BANK-404"],
    ];

    [Test]
    public async Task An_error_of_the_vendor_meets_the_next_requests_and_then_no_more([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);

        using (var fault = fake.Faults.Add(new Fault { Operation = "jira.votes.add", Error = "jira.rate-limited", Times = 2 }))
        {
            using var first = await client.PostAsync(new Uri(Votes, UriKind.Relative), null);
            (await Answer.Of(first)).ShouldBe(new(429, "JIRA-RATE-BURST-429", """{"errorMessages":["The request has been rate-limited. Please try again later."],"errors":{},"status":429}"""));
            first.Headers.GetValues("Retry-After").ShouldBe(["5"]);
            first.Headers.GetValues("RateLimit-Reason").ShouldBe(["jira-burst-based"]);
            fault.TimesLeft.ShouldBe(1);
            (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(200);
            (await Answer.Of(client, "POST", Votes)).Status.ShouldBe(429);
            (await Answer.Of(client, "POST", Votes)).Rule.ShouldBe("JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC");
            fault.TimesLeft.ShouldBe(0);
        }

        fake.Faults.All.ShouldBeEmpty();
    }

    [Test]
    public async Task A_fault_ends_with_its_scope([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);

        using (fake.Faults.Add(new Fault { Path = "/rest/*", Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "7", ["Content-Type"] = "text/plain" }, Body = "later" }))
        {
            (await Answer.Of(client, "GET", Votes)).ShouldBe(new(503, "MAPPING", "later"));
        }

        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(200);
    }

    [TestCaseSource(nameof(Errors))]
    public async Task Every_error_that_has_a_name_carries_its_rule(string name, int status, string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        fake.Faults.Add(new Fault { Error = name });

        var answer = await Answer.Of(client, "GET", "any");

        (answer.Status, answer.Rule).ShouldBe((status, rule));
    }

    [Test]
    public void No_error_is_without_a_test() => Errors.Select(error => (string)error[0]).ShouldBe(Catalog.Contracts.SelectMany(contract => contract.Errors).Select(error => error.Name), ignoreOrder: true);

    [Test]
    public async Task An_answer_can_be_lost_after_the_write([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);
        fake.Faults.Add(new Fault { Operation = "polls.create", Error = "polls.failed-dependency", AfterWrite = true, Times = 1 });

        (await Polls.PollsHttp.Post(client, endpoint.Query("PLAT-1"), "{}")).ShouldBe(new(424, "POLLS-FAILED-DEPENDENCY-424", """{"status":424,"error":"Failed Dependency"}"""));
        (await Polls.PollsHttp.Post(client, endpoint.Query("PLAT-1"), "{}")).Status.ShouldBe(200);

        endpoint.PollsOf("PLAT-1").Count.ShouldBe(2);
    }

    [Test]
    public async Task A_lost_answer_shows_nothing_of_what_was_lost_and_a_refusal_is_not_lost([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);
        fake.Faults.Add(new Fault { Path = "/rest/*", Status = 504, AfterWrite = true });

        (await Answer.Of(client, "GET", Votes)).ShouldBe(new(504, "MAPPING, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "GET", Votes.Replace("MKY-1", "MKY-2", StringComparison.Ordinal))).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task A_connection_is_dropped_before_anything_happens([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);

        using (fake.Faults.Add(new Fault { Operation = "jira.votes.add", Connection = ConnectionFault.Drop }))
        {
            await Should.ThrowAsync<HttpRequestException>(() => Answer.Of(client, "POST", Votes));
        }

        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
    }

    [Test]
    public async Task A_connection_is_dropped_after_the_vote_was_cast([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);

        using (fake.Faults.Add(new Fault { Operation = "jira.votes.add", Connection = ConnectionFault.Drop, AfterWrite = true }))
        {
            await Should.ThrowAsync<HttpRequestException>(() => Answer.Of(client, "POST", Votes));
        }

        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(1);
    }

    [Test]
    public async Task A_body_breaks_off_in_the_middle([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);
        var whole = (await Answer.Of(client, "GET", Votes)).Body;

        using (fake.Faults.Add(new Fault { Operation = "jira.votes.get", Connection = ConnectionFault.HalfBody }))
        {
            (await Answer.Of(client, "GET", Votes)).ShouldBe(new(200, "MAPPING, JIRA-AUTH-BASIC", whole[..(whole.Length / 2)]));
        }

        using (fake.Faults.Add(new Fault { Operation = "jira.votes.get", Connection = ConnectionFault.CutBody }))
        {
            await Should.ThrowAsync<HttpRequestException>(() => Answer.Of(client, "GET", Votes));
        }
    }

    [Test]
    public async Task A_slow_answer_is_the_same_answer([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);
        var quick = await Answer.Of(client, "GET", Votes);
        fake.Faults.Add(new Fault { Delay = TimeSpan.FromMilliseconds(1), DelayUpTo = TimeSpan.FromMilliseconds(3), Drip = TimeSpan.FromMilliseconds(9) });

        (await Answer.Of(client, "GET", Votes)).ShouldBe(quick);
        (await Answer.Of(client, "GET", Votes + "/no")).Status.ShouldBe(404);
        fake.Requests.Entries[^2].Response.Delay.ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(3));
    }

    private static HttpClient Voter(FakeJiraServer fake, Door door)
    {
        var reporter = fake.Jira.AddUser("Rita Reporter");
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", reporter);
        return fake.Client(door, mia);
    }
}
