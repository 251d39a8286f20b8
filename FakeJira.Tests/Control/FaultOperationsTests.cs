using System.Text;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>What a test of any language lets go wrong.</summary>
public sealed class FaultOperationsTests
{
    private const string Faults = "__fakejira/sites/default/faults";
    private const string Votes = "rest/api/3/issue/MKY-1/votes";

    [Test]
    public async Task A_fault_is_added_shown_with_what_is_left_and_removed([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        var added = await Send(client, "POST", Faults, """{"name": "slow-down", "request": {"Path": "/rest/api/3/issue/*", "Methods": ["GET"]}, "error": "jira.rate-limited", "headers": {"Retry-After": 9}, "times": 2}""");
        (await Answer.Of(client, "GET", Votes)).Rule.ShouldBe("JIRA-RATE-BURST-429");

        added.Status.ShouldBe(201);
        var shown = await Answer.Of(client, "GET", Faults + "/slow-down");
        JToken.DeepEquals(JToken.Parse(shown.Body), JToken.Parse("""
            {"name": "slow-down", "request": {"Path": "/rest/api/3/issue/*", "Methods": ["GET"]}, "error": "jira.rate-limited", "headers": {"Retry-After": 9}, "times": 2, "timesLeft": 1}
            """)).ShouldBeTrue(shown.Body);
        JToken.DeepEquals(JToken.Parse((await Answer.Of(client, "GET", Faults)).Body)["faults"], new JArray(JToken.Parse(shown.Body))).ShouldBeTrue();
        (await Answer.Of(client, "DELETE", Faults + "/slow-down")).Status.ShouldBe(204);
        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(200);
        (await Answer.Of(client, "DELETE", Faults + "/slow-down")).ShouldBe(new(404, "", """
            {
              "errors": [
                {
                  "message": "There is no fault 'slow-down' on the site 'default'."
                }
              ]
            }

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task A_ready_made_misbehaviour_is_used_by_name_and_all_faults_are_removed_at_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        (await Send(client, "POST", Faults, """{"use": "ideabank.busy"}""")).Status.ShouldBe(201);
        (await Send(client, "POST", Faults, """{"use": "outage", "for": "00:05:00"}""")).Status.ShouldBe(201);

        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(503);
        (await Answer.Of(client, "GET", "public/ideabank/p-abc123")).ShouldBe(new(429, "IDEA-BUSY-429", """{"error":"resource-busy"}"""));
        JObject.Parse((await Answer.Of(client, "GET", Faults)).Body)["faults"]!.Select(fault => (int?)fault["timesLeft"]).ShouldBe([2, null]);
        (await Answer.Of(client, "DELETE", Faults)).Status.ShouldBe(204);
        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(200);
    }

    [TestCase("for", "-10675199.02:48:05.4775808", "Expected a time such as 90 (seconds), \"00:05:00\" or \"PT5M\", found \"-10675199.02:48:05.4775808\".")]
    [TestCase("for", "00:00:02", "The clock goes from 1900 to 9000.")]
    [TestCase("until", "0001-01-01T00:00:00Z", "The clock goes from 1900 to 9000.")]
    [TestCase("until", "9999-12-31T23:59:59Z", "The clock goes from 1900 to 9000.")]
    public async Task A_fault_that_ends_where_no_clock_comes_is_refused_wherever_it_stands(string name, string time, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        fake.Clock.Freeze(new DateTimeOffset(8999, 12, 31, 23, 59, 59, TimeSpan.Zero));
        var fault = $$"""{"operation": "jira.votes.get", "status": 500, "{{name}}": "{{time}}" }""";
        var state = $$"""{"clock": {"frozenAt": "8999-12-31T23:59:59Z"}, "faults": [{{fault}}]}""";

        MistakesOf(await Send(client, "POST", Faults, fault)).ShouldBe([(name, message)]);
        MistakesOf(await Send(client, "PUT", "__fakejira/sites/default/state", state)).ShouldBe([($"faults[0].{name}", message)]);
        fake.Faults.All.ShouldBeEmpty();

        static IEnumerable<(string, string)> MistakesOf(Answer answer) => JObject.Parse(answer.Body)["errors"]!.Select(error => ((string)error["path"]!, (string)error["message"]!));
    }

    [Test]
    public async Task The_list_names_what_there_is()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var list = JObject.Parse((await Answer.Of(fake.Client(Door.Handler), "GET", Faults)).Body);

        list["readyMade"]!.Select(each => (string)each["name"]!).ShouldContain("jira.outage");
        list["errors"]!.Select(each => ((string)each["name"]!, (string)each["rule"]!)).ShouldContain(("ideabank.busy", "IDEA-BUSY-429"));
    }

    [Test]
    public async Task Every_mistake_has_its_place_and_nothing_is_added([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        var answer = await Send(client, "POST", Faults, """
            {"operatoin": "jira.votes.add",
             "error": "jira.ratelimited",
             "connection": "cut",
             "for": "soon"}
            """);

        answer.Status.ShouldBe(400);
        JObject.Parse(answer.Body)["errors"]!.Select(error => $"{error["line"]}:{error["column"]} {error["message"]}").ShouldBe([
            "4:9 Expected a time such as 90 (seconds), \"00:05:00\" or \"PT5M\", found \"soon\".",
            "3:16 Expected drop, cutBody, halfBody, emptyResponse, malformedChunk, found \"cut\".",
            "2:11 There is no error 'jira.ratelimited'; did you mean 'jira.rate-limited'?",
            "1:2 Unknown member 'operatoin'; did you mean 'operation'?",
        ]);
        fake.Faults.All.ShouldBeEmpty();
    }

    [TestCase("""{"name": "a", "status": 500}""", "There is a fault 'a' already; remove it or choose another name.")]
    [TestCase("""{"use": "nothing-like-that"}""", "There is no misbehaviour 'nothing-like-that'; there are: ideabank.busy")]
    [TestCase("""{"use": "outage", "times": 2}""", "Unknown member 'times'")]
    [TestCase("""{"afterWrite": true, "delay": 1}""", "Say what is answered in place of what is lost: an error, a status or a connection.")]
    [TestCase("""{"delay": 5, "delayUpTo": 5}""", "Expected more milliseconds than delay, which are 5, found 5.")]
    [TestCase("""{"status": 500, "headers": {"A B": "x"}}""", "'A B' cannot be the name of a header.")]
    [TestCase("""{"status": 500, "path": "rest"}""", "Expected a path that begins with a slash, such as \\\"/rest/*\\\", found \\\"rest\\\".")]
    [TestCase("""{"status": 500, "request": {"Path": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "("}]}}}""", "request.Path.Matchers[0]")]
    [TestCase("""{"status": 503, "request": {"method": "GET", "urlPath": "/x"}}""", "Unknown member 'urlPath'; that is WireMock for Java: write Path.")]
    [TestCase("[]", "Expected an object such as")]
    public async Task A_mistake_is_told(string body, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Faults.Add(new() { Name = "a", Status = 500 });

        var answer = await Send(fake.Client(Door.Handler), "POST", Faults, body);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain(message.Replace("ideabank.busy", "", StringComparison.Ordinal));
        fake.Faults.All.Count.ShouldBe(1);
    }

    [Test]
    public async Task What_only_the_mapping_of_a_fault_is_refused_for_is_told()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Send(fake.Client(Door.Handler), "POST", Faults, $$"""{"body": {{new string('[', 127)}}{{new string(']', 127)}}}""");

        answer.Status.ShouldBe(400);
        fake.Faults.All.ShouldBeEmpty();
    }

    private static async Task<Answer> Send(HttpClient client, string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, path, content);
    }
}
