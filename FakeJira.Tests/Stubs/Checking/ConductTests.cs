using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs.Checking;

/// <summary>How clients behave from one request to the next.</summary>
public sealed class ConductTests
{
    private const string Votes = "rest/api/3/issue/MKY-1/votes";
    private const string Polls = "x1/xs2i4ODeo611kO2x4adU6sCYcqM?type=polls&workspace=PLAT&content=PLAT-254604";
    private const string Proposals = "public/ideabank/proposals";

    [Test]
    public async Task A_request_that_is_repeated_at_once_is_found()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();
        using var fault = fake.Faults.Add(new Fault { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } });

        await Get(client, Votes);
        await Get(client, Proposals);
        await Get(client, Votes);

        var finding = fake.Findings.Warnings.Single();
        (finding.Kind, finding.Request.Number).ShouldBe((FindingKind.RepeatedTooSoon, 3));
        finding.Message.ShouldStartWith("Request 1 was answered 503 with Retry-After 3600 s; this is the same again after 0");
    }

    [Test]
    public async Task A_moment_can_be_what_Retry_After_says()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();
        fake.Clock.Freeze(new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        using var fault = fake.Faults.Add(new Fault { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "Sat, 31 Jan 2026 13:00:00 GMT" } });

        await Get(client, Votes);
        await Get(client, Votes);

        fake.Findings.Warnings.Single().Message.ShouldStartWith("Request 1 was answered 429 with Retry-After 3600 s;");
    }

    [Test]
    public async Task Who_waits_by_the_clock_of_the_site_or_asks_for_something_else_is_not_found()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();
        fake.Clock.Freeze();
        using var fault = fake.Faults.Add(new Fault { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } });

        await Get(client, Votes);
        fake.Clock.Advance(TimeSpan.FromHours(1));
        await Get(client, Votes);
        await Get(client, "rest/api/3/issue/MKY-2/votes");
        await Get(client, Votes, ("User-Agent", "another/1.0"));

        fake.Findings.ShouldBeEmpty();
    }

    [Test]
    public async Task A_refused_request_without_credentials_from_who_had_some_is_found()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();

        await Answer.Of(client, "POST", Votes);
        await Get(client, Votes, ("Authorization", "Basic " + Convert.ToBase64String("mia@example.com:mia-token"u8)));
        await Get(client, Votes);
        await Answer.Of(client, "POST", Votes, null, ("Accept", "application/json"));
        await Get(client, Polls + "&token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337");
        await Get(client, Polls);
        await Get(client, Proposals, ("Authorization", "abc123:xyz789:ses456"));
        await Get(client, Proposals);
        await Get(client, "public/ideabank", ("User-Agent", "another/1.0"));

        fake.Findings.Warnings.Select(finding => (finding.Kind, finding.Request.Number, finding.Message)).ShouldBe(
        [
            (FindingKind.MissingCredentials, 4, "Refused, and without credentials; request 2 from the same address and User-Agent had some."),
            (FindingKind.MissingCredentials, 6, "Refused, and without credentials; request 5 from the same address and User-Agent had some."),
            (FindingKind.MissingCredentials, 8, "Refused, and without credentials; request 7 from the same address and User-Agent had some."),
        ]);
    }

    [Test]
    public async Task Pages_that_nobody_turns_are_found()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();
        fake.IdeaBank.AddProposal("p-2");
        const string search = "rest/api/3/search/jql?jql=votes>=0&maxResults=1";

        var issues = await Get(client, search);
        await Get(client, search);
        var proposals = await Get(client, Proposals + "?limit=1", ("Authorization", "abc123:xyz789:ses456"));

        fake.Findings.Warnings.Select(finding => (finding.Kind, finding.Request.Number, finding.Message)).ShouldBe(
        [
            (FindingKind.NextPageNeverRead, 1, "There were more pages of the issues found: the answer has 'nextPageToken', and no request has ever sent it as 'nextPageToken'."),
            (FindingKind.NextPageNeverRead, 3, "There were more pages of the proposals: the answer has 'cursor', and no request has ever sent it as 'cursor'."),
        ]);
        await Answer.Of(client, "POST", "rest/api/3/search/jql", new StringContent($$"""{"jql":"votes>=0","maxResults":1,"nextPageToken":"{{Member(issues, "nextPageToken")}}"}""", Encoding.UTF8, "application/json"));
        await Get(client, $"{Proposals}?limit=1&cursor={Member(proposals, "cursor")}", ("Authorization", "abc123:xyz789:ses456"));
        fake.Findings.ShouldBeEmpty();
    }

    private static Task<Answer> Get(HttpClient client, string path, params (string, string)[] headers) => Answer.Of(client, "GET", path, null, [("Accept", "application/json"), .. headers]);

    private static string Member(Answer answer, string name) => System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.GetProperty(name).GetString()!;
}
