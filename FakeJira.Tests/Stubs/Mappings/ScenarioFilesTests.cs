using System.Net.Http.Headers;
using System.Text;
using FakeJira.Tests.Stubs.Admin;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>The ready-made misbehaviour does what its description says.</summary>
public class ScenarioFilesTests
{
    private const string Votes = "/rest/api/3/issue/MKY-2/votes";

    [TestCase("jira.rate-limit jira-quota-global-based", "GET", "/rest/api/3/issue/MKY-1/votes", 429, "application/json;charset=UTF-8")]
    [TestCase("jira.rate-limit jira-quota-tenant-based", "GET", "/rest/api/2/issue/MKY-1/votes", 429, "application/json;charset=UTF-8")]
    [TestCase("jira.rate-limit jira-burst-based", "POST", "/rest/api/latest/issue/MKY-1/votes/", 429, "application/json;charset=UTF-8")]
    [TestCase("jira.rate-limit jira-per-issue-on-write", "POST", Votes, 429, "application/json;charset=UTF-8")]
    [TestCase("jira.outage", "GET", Votes, 503, "text/plain")]
    [TestCase("jira.gateway-page", "DELETE", Votes, 502, "text/html")]
    [TestCase("jira.search-gone", "GET", "/rest/api/3/search?jql=x", 410, "application/json;charset=UTF-8")]
    [TestCase("jira.scope-missing", "POST", Votes, 401, "application/json;charset=UTF-8")]
    [TestCase("ideabank.busy", "GET", "/public/ideabank/x", 429, "application/json")]
    public async Task It_answers_instead_of_the_operation(string title, string method, string path, int status, string type)
    {
        await using var fake = await Vendor();
        await Enable(fake, title);

        using var answer = await Send(fake, method, path);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe(type);
        fake.Jira.VotersOf("MKY-2").ShouldBeEmpty();
    }

    [TestCase("jira.rate-limit jira-quota-global-based", "GET", "/rest/api/3/issue/MKY-1/votes", "JIRA-RATE-GLOBAL-QUOTA-429")]
    [TestCase("jira.rate-limit jira-quota-tenant-based", "GET", "/rest/api/3/issue/MKY-1/votes", "JIRA-RATE-TENANT-QUOTA-429")]
    [TestCase("jira.rate-limit jira-burst-based", "POST", Votes, "JIRA-RATE-BURST-429")]
    [TestCase("jira.rate-limit jira-per-issue-on-write", "POST", Votes, "JIRA-RATE-ISSUE-429")]
    [TestCase("jira.scope-missing", "POST", Votes, "JIRA-SCOPE-401")]
    [TestCase("jira.search-gone", "GET", "/rest/api/3/search?jql=x", "JIRA-LEGACY-SEARCH-410")]
    [TestCase("polls.failed-dependency", "POST", "/x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-9", "POLLS-FAILED-DEPENDENCY-424")]
    [TestCase("ideabank.busy", "POST", "/public/ideabank/proposals/p-abc123/vote", "IDEA-BUSY-429")]
    public async Task An_answer_of_the_vendor_names_its_rule_and_counts_as_shown(string title, string method, string path, string rule)
    {
        await using var fake = await Vendor();
        await Enable(fake, title);

        using var answer = await Send(fake, method, path);

        answer.Headers.GetValues("X-FakeJira-Rule").Single().Split(", ")[0].ShouldBe(rule);
        fake.Coverage.IsShown(rule).ShouldBeTrue();
    }

    [Test]
    public async Task A_rate_limit_says_when_it_ends_by_the_sites_clock()
    {
        await using var fake = await Vendor();
        fake.Clock.Freeze(new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        await Enable(fake, "jira.rate-limit jira-burst-based");

        using var answer = await Send(fake, "POST", Votes);

        answer.Headers.GetValues("X-RateLimit-Reset").ShouldBe(["2026-01-31T12:00:05Z"]);
        answer.Headers.GetValues("RateLimit-Reason").ShouldBe(["jira-burst-based"]);
        answer.Headers.GetValues("Retry-After").ShouldBe(["5"]);
    }

    [Test]
    public async Task The_answer_is_lost_but_the_vote_is_cast()
    {
        await using var fake = await Vendor();
        await Enable(fake, "jira.lost-answer");

        using var answer = await Send(fake, "POST", "/rest/api/3/issue/MKY-2/votes", "mia@example.com:mia-token");

        ((int)answer.StatusCode).ShouldBe(504);
        fake.Jira.VotersOf("MKY-2").Count.ShouldBe(1);
    }

    [Test]
    public async Task The_connection_breaks()
    {
        await using var fake = await Vendor();
        await Enable(fake, "jira.connection-dropped");

        await Should.ThrowAsync<HttpRequestException>(async () => await (await Send(fake, "GET", Votes)).Content.ReadAsStringAsync());
    }

    [Test]
    public async Task The_platform_fails_after_the_poll_was_made()
    {
        await using var fake = await Vendor();
        var endpoint = fake.Polls.Endpoints[0];
        await Enable(fake, "polls.failed-dependency");

        using var answer = await Send(fake, "POST", $"/x1/{endpoint.Id}?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-9");

        ((int)answer.StatusCode).ShouldBe(424);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"status":424,"error":"Failed Dependency"}""");
        endpoint.PollsOf("PLAT-9", "PLAT").Count.ShouldBe(1);
    }

    [Test]
    public async Task The_idea_bank_is_well_after_three_requests()
    {
        await using var fake = await Vendor();
        await Enable(fake, "ideabank.busy");
        List<int> seen = [];
        for (var i = 0; i < 4; i++)
        {
            using var answer = await Send(fake, "GET", "/public/ideabank/nothing-here");
            seen.Add((int)answer.StatusCode);
        }

        seen[..3].ShouldBe([429, 429, 429]);
        seen[3].ShouldNotBe(429);
    }

    private static Task<FakeJiraServer> Vendor() => FakeJiraServer.StartAsync(new() { Seed = "vendor", Listens = false });

    private static async Task Enable(FakeJiraServer fake, string title)
    {
        using var admin = new AdminClient(fake);
        var mapping = (await admin.Done("GET", "mappings")).Single(mapping => (string?)mapping["Title"] == title);
        await admin.Done("PUT", $"mappings/{mapping["Guid"]}/enable");
    }

    private static async Task<HttpResponseMessage> Send(FakeJiraServer fake, string method, string path, string credentials = "admin@example.com:admin-token")
    {
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? new StringContent("{}", Encoding.UTF8, "application/json") : null };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return await client.SendAsync(request);
    }
}
