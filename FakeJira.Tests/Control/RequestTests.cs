using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>What was asked: found, waited for and made sure of.</summary>
public sealed class RequestTests
{
    private const string Requests = "__fakejira/sites/default/requests";

    [Test]
    public async Task Requests_are_found_by_what_they_are([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes?x=1");
        await Answer.Of(client, "POST", "rest/api/2/issue/MKY-1/votes", new StringContent("body"));
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-99/votes");

        (await Found("")).ShouldBe([1, 2, 3]);
        (await Found("?method=get")).ShouldBe([1, 3]);
        (await Found("?operation=jira.votes.add")).ShouldBe([2]);
        (await Found("?path=/rest/api/?/issue/MKY-1/*")).ShouldBe([1, 2]);
        (await Found("?rule=JIRA-AUTH-ANONYMOUS&status=404")).ShouldBe([3]);
        (await Found("?offset=1&limit=1")).ShouldBe([2]);
        fake.Requests.Matching(rule: "JIRA-VOTES-ANONYMOUS-401").Select(entry => entry.Number).ShouldBe([2]);
        var shown = JObject.Parse((await Answer.Of(client, "GET", Requests + "?status=401")).Body)["requests"]![0]!;
        ((string?)shown["path"], (string?)shown["operation"], (string?)shown["body"], (string?)shown["rules"]).ShouldBe(("/rest/api/2/issue/MKY-1/votes", "jira.votes.add", "body", "JIRA-VOTES-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS"));
        (await Answer.Of(client, "DELETE", Requests)).Status.ShouldBe(204);
        (await Found("")).ShouldBeEmpty();

        async Task<List<int>> Found(string query) => [.. JObject.Parse((await Answer.Of(client, "GET", Requests + query)).Body)["requests"]!.Select(each => (int)each["number"]!)];
    }

    [TestCase("?metod=GET", "There is no parameter 'metod'; did you mean 'method'?")]
    [TestCase("?operation=jira.vote.add", "There is no operation 'jira.vote.add'; did you mean 'jira.votes.add'?")]
    [TestCase("?rule=JIRA-VOTES-AD-204", "No operation has a rule 'JIRA-VOTES-AD-204'; did you mean 'JIRA-VOTES-ADD-204'?")]
    [TestCase("?status=ok", "Expected a whole number from 0 as 'status', found 'ok'.")]
    public async Task A_mistake_in_the_query_is_told(string query, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "GET", Requests + query);

        (answer.Status, (string?)JObject.Parse(answer.Body)["errors"]![0]!["message"]).ShouldBe((400, message));
    }

    [Test]
    public async Task A_request_that_was_not_made_fails_with_the_nearest_ones()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(Door.Handler);
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes");
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-2/votes");

        fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.get", times: 2);
        fake.Requests.ShouldHaveBeenAsked("GET", "/rest/*");
        fake.Requests.ShouldHaveBeenAsked("DELETE", times: 0);
        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked("POST", operation: "jira.votes.get", times: 1)).Message.ReplaceLineEndings("\n").ShouldBe("""
            Expected a request with method POST, operation jira.votes.get 1 times, found 0.
            The nearest requests:
              1  GET /rest/api/3/issue/MKY-1/votes -> 200 JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS
              2  GET /rest/api/3/issue/MKY-2/votes -> 200 JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS
            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public async Task A_request_that_came_too_often_or_not_at_all_fails()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(Door.Handler);
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes");
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes");

        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked("GET", times: 1)).Message.ShouldStartWith("Expected a request with method GET 1 times, found 2.");
        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked("POST")).Message.ShouldStartWith("Expected a request with method POST at least once, found 0.");
    }

    [Test]
    public async Task A_request_can_be_waited_for_before_and_after_it_came([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        var later = fake.Requests.WaitForAsync(entry => entry.Request.Method == "POST");
        later.IsCompleted.ShouldBeFalse();
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes");
        await Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes");

        (await later).Number.ShouldBe(2);
        (await fake.Requests.WaitForAsync("GET")).Number.ShouldBe(1);
    }

    [Test]
    public async Task Who_waits_in_vain_is_told_what_came_instead()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await Answer.Of(fake.Client(Door.Handler), "GET", "rest/api/3/issue/MKY-1/votes");

        (await Should.ThrowAsync<FakeJiraException>(() => fake.Requests.WaitForAsync("POST", timeout: TimeSpan.FromMilliseconds(1)))).Message.ReplaceLineEndings("\n").ShouldBe("""
            Waited 0.001 s for a request with method POST; none came.
            The nearest requests:
              1  GET /rest/api/3/issue/MKY-1/votes -> 200 JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS
            """.ReplaceLineEndings("\n"));
        await Should.ThrowAsync<FormatException>(() => fake.Requests.WaitForAsync(_ => throw new FormatException("mine")));
    }
}
