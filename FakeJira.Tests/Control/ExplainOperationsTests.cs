using System.Text;
using FakeJira.Tests.Stubs.Mappings;
using FakeJira.Tests.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

public class ExplainOperationsTests
{
    [Test]
    public async Task The_candidates_are_listed_in_order_with_what_decided()
    {
        using var folder = new TemporaryFolder(
            ("a.json", """{ "Request": { "Path": "/rest/api/3/issue/MKY-1/votes", "Methods": [ "DELETE" ] }, "Response": {} }"""),
            ("b.json", """{ "Priority": 5, "Request": { "Path": "/rest/*" }, "Response": {} }"""));
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Listens = false });

        var (status, answer) = await Post(fake, "explain", """{ "method": "POST", "path": "/rest/api/3/issue/MKY-1/votes?x=1" }""");

        status.ShouldBe(200);
        answer["chosen"].ShouldBe("b.json#0");
        answer["candidates"]!.Select(candidate => ((string?)candidate["stub"], (string?)candidate["verdict"])).ShouldBe([
            ("a.json#0", "It does not match. Method: expected DELETE, found POST."),
            ("b.json#0", "It answers: the first in this order that matches."),
            ("jira.votes.add", "It matches, but b.json#0 is asked first: Priority 5 comes before 1000."),
        ]);
        fake.Requests.Entries.ShouldBeEmpty();
    }

    /// <summary>A thousand such mappings compared to the end, each of them three times, are five minutes.</summary>
    [Test]
    public async Task When_comparing_has_taken_too_long_the_mappings_that_are_left_are_no_candidates_and_the_answer_says_so()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false, Limits = new() { MatchingTime = TimeSpan.FromMilliseconds(0.001) } });
        for (var i = 0; i < 1000; i++)
        {
            fake.Map("""{ "Title": "slow", "Request": { "Path": "/rest/api/3/issue/MKY-1/votes", "Body": { "Matcher": { "Name": "RegexMatcher", "Pattern": "^(a+)+b$" } } }, "Response": {} }""");
        }

        var body = $$"""{ "method": "POST", "path": "/rest/api/3/issue/MKY-1/votes", "body": "{{new string('a', 100)}}" }""";
        var (status, answer) = await Task.Run(() => Post(fake, "explain", body)).WaitAsync(TimeSpan.FromSeconds(60));

        status.ShouldBe(200);
        answer["chosen"].ShouldBe("jira.votes.add");
        answer["candidates"]!.Select(candidate => (string?)candidate["verdict"]).ShouldBe([
            $"It does not match. Body: expected matching /^(a+)+b$/, found {new string('a', 100)}.",
            "It answers: the first in this order that matches.",
        ]);
        // Whichever of the two was first to end the only comparison.
        answer["notes"]!.Count().ShouldBe(2);
        answer["notes"]!.Select(note => (string?)note).ShouldContain("Comparing this request with mappings has taken longer than 1E-06 s, so those that are left do not match. Make them simpler, or start with a longer --matching-time.");
    }

    [Test]
    public async Task A_request_without_a_path_is_refused_at_its_place()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        var (status, answer) = await Post(fake, "explain", """{ "path": "x" }""");

        status.ShouldBe(400);
        answer["errors"]!.Single()["message"].ShouldBe("Expected a 'path' that starts with a slash; a query may follow.");
    }

    [Test]
    public async Task Requests_that_nothing_matched_are_listed_with_what_came_closest()
    {
        using var folder = new TemporaryFolder(("a.json", """{ "Request": { "Path": "/a", "Methods": [ "DELETE" ] }, "Response": {} }"""));
        await using var fake = await folder.ServeAsync();
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        await client.GetAsync("/a?b=1");

        var answer = JToken.Parse(await client.GetStringAsync("/__fakejira/sites/default/unmatched"));

        var entry = answer.Single();
        entry["request"].ShouldBe("GET /a?b=1");
        entry["closest"]!.Single()["stub"].ShouldBe("a.json#0");
    }

    private static async Task<(int Status, JToken Body)> Post(FakeJiraServer fake, string path, string body)
    {
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/__fakejira/sites/default/" + path, content);
        return ((int)response.StatusCode, JToken.Parse(await response.Content.ReadAsStringAsync()));
    }
}
