using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Findings over the control API, in the fixture, in the journal and in the log.</summary>
public sealed class FindingOperationsTests
{
    private const string Findings = "__fakejira/sites/default/findings";
    private const string Votes = "rest/api/3/issue/MKY-1/votes";

    [Test]
    public async Task Findings_are_listed_and_forgotten([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        await Answer.Of(client, "GET", Votes + "?x=1");

        var listed = await Answer.Of(client, "GET", Findings);

        listed.Status.ShouldBe(200);
        JToken.DeepEquals(JToken.Parse(listed.Body), JToken.Parse("""
            {
              "total": 2,
              "unchecked": 0,
              "findings": [
                { "severity": "warning", "kind": "undocumentedParameter", "message": "jira.votes.get has no query parameter 'x'.", "request": 1, "method": "GET", "path": "/rest/api/3/issue/MKY-1/votes", "operation": "jira.votes.get" },
                { "severity": "note", "kind": "missingAccept", "message": "There is no Accept: the client leaves it to the server what it is answered in.", "request": 1, "method": "GET", "path": "/rest/api/3/issue/MKY-1/votes", "operation": "jira.votes.get" }
              ]
            }
            """)).ShouldBeTrue(listed.Body);
        (await Answer.Of(client, "GET", "__fakejira/findings")).ShouldBe(listed);
        (await KindsAsync(client, Findings + "?severity=warning")).ShouldBe(["undocumentedParameter"]);
        (await KindsAsync(client, Findings + "?severity=note")).ShouldBe(["missingAccept"]);
        (await Answer.Of(client, "DELETE", Findings)).Status.ShouldBe(204);
        (await KindsAsync(client, Findings)).ShouldBeEmpty();
        fake.Requests.Count.ShouldBe(1);
        await Answer.Of(client, "GET", Votes + "?y=1", null, ("Accept", "*/*"));
        (await KindsAsync(client, Findings)).ShouldBe(["undocumentedParameter"]);
        (await Answer.Of(client, "DELETE", "__fakejira/findings")).Status.ShouldBe(204);
        (await KindsAsync(client, Findings)).ShouldBeEmpty();
    }

    [Test]
    public async Task Conduct_that_was_forgotten_stays_forgotten()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();
        using var fault = fake.Faults.Add(new Fault { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } });
        await Answer.Of(client, "GET", Votes);
        await Answer.Of(client, "GET", Votes);
        fake.Findings.Warnings.Single().Kind.ShouldBe(FindingKind.RepeatedTooSoon);

        fake.Findings.Clear();

        fake.Findings.All.ShouldBeEmpty();
        await Answer.Of(client, "GET", Votes);
        fake.Findings.Warnings.Single().Request.Number.ShouldBe(3);
    }

    [TestCase("?severety=note", "There is no parameter 'severety'; did you mean 'severity'?")]
    [TestCase("?severity=error", "Expected note or warning as 'severity', found 'error'.")]
    public async Task A_mistake_in_the_query_is_told(string query, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "GET", Findings + query);

        (answer.Status, (string?)JObject.Parse(answer.Body)["errors"]![0]!["message"]).ShouldBe((400, message));
    }

    [Test]
    public async Task Each_site_has_its_own()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Sites["a"].Jira.AddIssue("MKY-1");
        using var client = fake.CreateClient();
        await Answer.Of(client, "GET", "__sites/a/rest/api/3/serverInfo?x=1", null, ("Accept", "*/*"));

        (await KindsAsync(client, Findings)).ShouldBeEmpty();
        (await KindsAsync(client, "__fakejira/sites/a/findings")).ShouldBe(["undocumentedParameter"]);
        (await KindsAsync(client, "__sites/a/__fakejira/findings")).ShouldBe(["undocumentedParameter"]);
        (await Answer.Of(client, "GET", "__fakejira/sites/b/findings")).Status.ShouldBe(404);
        fake.Findings.ShouldBeEmpty();
        fake.Sites["a"].Reset();
        fake.Sites["a"].Findings.All.ShouldBeEmpty();
    }

    [Test]
    public async Task A_request_shows_its_findings()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();
        await Answer.Of(client, "GET", "rest/api/3/serverInfo", null, ("Accept", "*/*"));
        await Answer.Of(client, "GET", "rest/api/3/serverInfo?x=1", null, ("Accept", "*/*"));

        const string expected = """[{"severity":"warning","kind":"undocumentedParameter","message":"jira.serverInfo.get has no query parameter 'x'."}]""";
        JObject.Parse((await Answer.Of(client, "GET", "__fakejira/sites/default/requests")).Body)["requests"]!.Select(each => each["findings"]!.ToString(Newtonsoft.Json.Formatting.None)).ShouldBe(["[]", expected]);
        JObject.Parse((await Answer.Of(client, "GET", "__fakejira/sites/default/requests/2")).Body)["findings"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe(expected);
    }

    [Test]
    public async Task Warnings_are_in_the_log_and_notes_are_not()
    {
        var log = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = log.Add });
        using var client = fake.CreateClient();

        await Answer.Of(client, "GET", "rest/api/3/serverInfo?x=1");
        await Answer.Of(client, "GET", "rest/api/3/dashboard");

        log.Where(line => line.Contains("warning", StringComparison.Ordinal)).ShouldBe(["  warning: jira.serverInfo.get has no query parameter 'x'.", "  warning: The vendor has GET /rest/api/3/dashboard; this server does not simulate it."]);
    }

    [Test]
    public async Task The_fixture_makes_sure_that_there_are_no_warnings()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();
        await Answer.Of(client, "GET", "rest/api/3/serverInfo");
        fake.Findings.ShouldBeEmpty();

        await Answer.Of(client, "GET", "rest/api/3/serverInfo?x=1");
        await Answer.Of(client, "GET", "rest/api/3/dashboard");

        Should.Throw<FakeJiraException>(fake.Findings.ShouldBeEmpty).Message.ReplaceLineEndings("\n").ShouldBe("""
            Expected no warnings about the requests, found 2:
              warning, request 2 GET /rest/api/3/serverInfo?x=1: jira.serverInfo.get has no query parameter 'x'.
              warning, request 3 GET /rest/api/3/dashboard: The vendor has GET /rest/api/3/dashboard; this server does not simulate it.
            """.ReplaceLineEndings("\n"));
        fake.Reset();
        fake.Findings.ShouldBeEmpty();
        await Answer.Of(client, "GET", "rest/api/3/dashboard");
        fake.Findings.Warnings.Select(finding => finding.Kind).ShouldBe([FindingKind.NotSimulated]);
    }

    [Test]
    public async Task What_the_journal_no_longer_keeps_is_counted_and_nothing_is_claimed_of_it()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { JournalCapacity = 2 });
        using var client = fake.CreateClient();
        await Answer.Of(client, "GET", "rest/api/3/dashboard");
        await Answer.Of(client, "GET", "rest/api/3/serverInfo");
        await Answer.Of(client, "GET", "rest/api/3/serverInfo");

        fake.Findings.ShouldBeEmpty();
        ((int?)JObject.Parse((await Answer.Of(client, "GET", Findings)).Body)["unchecked"]).ShouldBe(1);
        await using var without = await FakeJiraServer.StartAsync(new() { JournalCapacity = 0 });
        Should.Throw<FakeJiraException>(without.Findings.ShouldBeEmpty).Message.ShouldBe("Nothing can be found in requests that are not kept: the server was started with JournalCapacity 0.");
    }

    [Test]
    public async Task Nothing_that_is_found_changes_the_answer()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();

        (await Answer.Of(client, "GET", Votes + "?x=1", null, ("X-Votes", "1"))).ShouldBe(await Answer.Of(client, "GET", Votes, null, ("Accept", "*/*")));
    }

    private static async Task<List<string?>> KindsAsync(HttpClient client, string path) => [.. JObject.Parse((await Answer.Of(client, "GET", path)).Body)["findings"]!.Select(each => (string?)each["kind"])];
}
