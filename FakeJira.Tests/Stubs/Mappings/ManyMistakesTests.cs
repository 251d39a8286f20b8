using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What takes no time and no memory to write takes little of both to refuse.</summary>
public sealed class ManyMistakesTests
{
    private const string Site = "/__fakejira/sites/default";
    private const string Least = """{ "Request": { "Path": "/x" }, "Response": { "Body": "x" } }""";
    private const string More = "There may be more errors; mend those that are told first.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestCase("POST", "/__admin/mappings", "[", "1", "]", "Problems", "Message", "Path", "[99]")]
    [TestCase("DELETE", "/__admin/mappings", "[", "1", "]", "Problems", "Message", "Path", "[99]")]
    [TestCase("POST", Site + "/mappings", "[", "1", "]", "errors", "message", "path", "[99]")]
    [TestCase("POST", Site + "/faults", """{"operation": "jira.votes.add", "status": 500, "request": {"Headers": [""", "1", "]}}", "errors", "message", "path", "request.Headers[99]")]
    [TestCase("PUT", Site + "/state", """{"jira": {"users": [""", "1", "]}}", "errors", "message", "path", "jira.users[49]")]
    public async Task Of_a_hundred_thousand_mistakes_a_hundred_are_told(string method, string path, string before, string mistake, string after, string list, string message, string place, string last)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var body = new StringContent(before + string.Join(',', Enumerable.Repeat(mistake, 100_000)) + after);

        var answer = await Answer.Of(fake.Client(Door.Handler), method, path, body);

        answer.Status.ShouldBe(400);
        var told = (JArray)JObject.Parse(answer.Body)[list]!;
        told.Count.ShouldBe(101);
        told[99][place]!.ToString().ShouldBe(last);
        told[100][message]!.ToString().ShouldBe(More);
    }

    /// <summary>Where each of these is in its array would be looked for from its beginning, which takes minutes together.</summary>
    [Test]
    public async Task Where_a_mistake_is_that_is_not_told_is_not_looked_for()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var body = new StringContent("[" + string.Join(',', Enumerable.Repeat("""{"Guid":1}""", 400_000)) + "]");

        (await Task.Run(() => Answer.Of(fake.Client(Door.Handler), "DELETE", "/__admin/mappings", body)).WaitAsync(TimeSpan.FromSeconds(30))).Status.ShouldBe(400);
    }

    [Test]
    public async Task A_hundred_thousand_unknown_members_take_no_more_room_than_a_hundred([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var body = new StringContent("{" + string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"a{number}\": 1")) + "}");

        var answer = await Answer.Of(fake.Client(door), "POST", "/__fakejira/sites", body);

        answer.Status.ShouldBe(400);
        var told = JObject.Parse(answer.Body)["errors"]!;
        told[99]!["message"]!.ToString().ShouldStartWith("Unknown member 'a98'; known here: ");
        told.Last!["message"]!.ToString().ShouldBe(More);
        told.Count().ShouldBe(101);
    }

    [Test]
    public async Task Settings_that_are_not_there_are_told_a_hundred_times()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var body = new StringContent("{" + string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"a{number}\": 1")) + "}");

        var answer = await Answer.Of(fake.Client(Door.Handler), "PATCH", Site + "/settings", body);

        answer.Status.ShouldBe(400);
        JObject.Parse(answer.Body)["errors"]!.Count().ShouldBe(101);
    }

    [Test]
    public void A_hundred_warnings_and_a_hundred_errors_are_told_and_that_there_may_be_more()
    {
        var problems = new ProblemList();
        for (var i = 0; i < 101; i++)
        {
            problems.Add(new(Severity.Warning, "a.json", 1, 1, "", "mild"));
        }

        problems.HasErrors.ShouldBeFalse();
        problems.Add(new(Severity.Error, "a.json", 1, 1, "", "bad"));

        problems.HasErrors.ShouldBeTrue();
        problems.All.Select(problem => problem.Message).ShouldBe([.. Enumerable.Repeat("mild", 100), "bad", "There may be more warnings."]);
    }

    /// <summary>A mistake in it shows whether it was read, which comes before it is compiled.</summary>
    [TestCase("""{ "Request": { "Path": "/x" }, "Response": { "StatusCode": [], "Body": "LONG" } }""")]
    [TestCase("""{ "Request": { "Path": "/x", "Body": { "Matchers": [ { "Name": "ExactMatcher", "PatternAsFile": "long.bin" }, { "Name": "ExactMatcher", "PatternAsFile": "none.bin" } ] } }, "Response": { } }""")]
    public async Task A_mapping_that_takes_too_much_is_not_read(string mapping)
    {
        using var folder = new TemporaryFolder(("long.bin", new string('x', 40_000)));
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Limits = new() { MappingBytes = 50_000 } });
        using var client = fake.Client(Door.Handler);
        var body = mapping.Replace("LONG", new string('x', 10_000), StringComparison.Ordinal);
        const string Full = "A site takes no more than 20000 mappings beside the files, and about 50000 bytes of them; remove some.";

        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(body))).ShouldBe(new(413, "", "{\n  \"Status\": \"" + Full + "\"\n}"));
        (await Answer.Of(client, "PUT", "/__admin/mappings/6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", new StringContent(body))).Status.ShouldBe(413);
        (await Answer.Of(client, "POST", Site + "/mappings", new StringContent(body))).Status.ShouldBe(413);
        var state = await Answer.Of(client, "PUT", Site + "/state", new StringContent("{\"mappings\": {\"added\": [{\"guid\": \"6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b12\", \"mapping\": " + body + "}], \"timesLeft\": {\"6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b12\": 1}}}"));
        (state.Status, JObject.Parse(state.Body)["errors"]!.Select(error => error["message"]!.ToString())).ShouldSatisfyAllConditions(
            found => found.Status.ShouldBe(400), found => found.Item2.ShouldBe([Full]));
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Least))).Status.ShouldBe(201);
    }

    [Test]
    public async Task Looking_for_requests_takes_no_room_of_mappings([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Mappings = 0, MappingBytes = 0 } });
        using var client = fake.Client(door);
        (await Answer.Of(client, "GET", "/nothing")).Status.ShouldBe(404);

        var found = await Answer.Of(client, "POST", "/__admin/requests/find", new StringContent("""{"Path": "/nothing"}"""));

        (found.Status, JArray.Parse(found.Body).Count).ShouldBe((200, 1));
    }

    [Test]
    public async Task A_fault_that_takes_too_much_is_not_read()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { MappingBytes = 50_000 } });
        var body = new StringContent($$"""{"operation": "jira.votes.add", "status": [], "body": "{{new string('x', 10_000)}}"}""");

        var answer = await Answer.Of(fake.Client(Door.Handler), "POST", Site + "/faults", body);

        answer.Status.ShouldBe(400);
        JObject.Parse(answer.Body)["errors"]!.Select(error => error["message"]!.ToString()).ShouldBe(["A site takes no more than 20000 mappings beside the files, and about 50000 bytes of them; remove some."]);
    }

    [Test]
    public async Task A_file_whose_mappings_would_take_too_much_is_not_read_and_the_others_are()
    {
        var numbers = string.Join(',', Enumerable.Repeat('1', 2_200_000));
        using var folder = new TemporaryFolder(
            ("big.json", $$"""{ "Request": { "Path": "/big" }, "Response": { "StatusCode": [], "BodyAsJson": [{{numbers}}] } }"""),
            ("small.json", Least));
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path });

        fake.Universe.Library.Problems.Select(problem => problem.ToString()).ShouldBe(["big.json(1,1): error: A file takes no more than 65536 mappings, and about 536870912 bytes of them with all that is compiled; make more files of it, or fewer templates."]);
        (await Answer.Of(fake.Client(Door.Handler), "GET", "/x")).Body.ShouldBe("x");
    }

    /// <summary>Ten thousand names, through which each of the repeats looks once.</summary>
    [TestCase(1000, 200)]
    [TestCase(1001, 404)]
    public async Task A_long_text_in_which_too_many_names_stand_again_is_no_JSON(int repeats, int status)
    {
        var body = "{" + string.Concat(Enumerable.Range(1, 9_999).Select(number => $"\"b{number}\": 1, ")) + string.Concat(Enumerable.Repeat("\"a\": 1, ", repeats)) + "\"a\": 1}";

        (await OfMatcher(body)).ShouldBe(status);
    }

    [Test]
    public async Task Names_that_stand_again_in_small_objects_are_no_matter() =>
        (await OfMatcher("{\"a\": 1, \"b\": [" + string.Join(", ", Enumerable.Repeat("{\"c\": 1, \"c\": 2}", 10_000)) + "]}")).ShouldBe(200);

    /// <summary>Each of them would be looked through in full for every name that stands again in it: three minutes.</summary>
    [TestCase("POST", "/__admin/mappings", 400)]
    [TestCase("POST", "/x", 404)]
    public async Task Many_names_that_stand_twice_take_no_longer_than_they_have_to(string method, string path, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent("""{ "Request": { "Path": "/x", "Body": { "Matcher": { "Name": "JsonPartialMatcher", "Pattern": { "a": 1 } } } }, "Response": { } }"""))).Status.ShouldBe(201);
        var body = "{" + string.Concat(Enumerable.Range(0, 400_000).Select(number => $"\"b{number}\":1,")) + string.Concat(Enumerable.Repeat("\"b399999\":1,", 400_000)) + "\"a\":1}";

        (await Task.Run(() => Answer.Of(client, method, path, new StringContent(body))).WaitAsync(Patience)).Status.ShouldBe(status);
    }

    /// <summary>In the line, the name is nowhere as it is read: it would be looked for from end to end for each that stands again.</summary>
    [Test]
    public async Task Names_that_stand_twice_and_are_told_by_a_hundred_take_no_longer_than_they_have_to()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var body = """{"Request": {}, "Response": {}, "Data": {""" + string.Join(',', Enumerable.Repeat("\"\\u00e9\":1", 800_000)) + "}}";

        (await Task.Run(() => Answer.Of(fake.Client(Door.Handler), "POST", "/__admin/mappings", new StringContent(body))).WaitAsync(Patience)).Status.ShouldBe(201);
    }

    [Test]
    public async Task A_name_that_stands_twice_is_told_wherever_lines_end()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var body = new StringContent("{\r\"Request\":{},\r\"Response\":{\"StatusCode\":200,\r\"StatusCode\":201}}");

        var answer = await Answer.Of(fake.Client(Door.Handler), "POST", Site + "/mappings", body);

        answer.Status.ShouldBe(201);
        JObject.Parse(answer.Body)["warnings"]!.Single()["message"]!.ToString().ShouldBe("'StatusCode' stands twice in this object, and only the last one counts; remove one of them.");
    }

    private static async Task<int> OfMatcher(string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent("""{ "Request": { "Path": "/x", "Body": { "Matcher": { "Name": "JsonPartialMatcher", "Pattern": { "a": 1 } } } }, "Response": { } }"""))).Status.ShouldBe(201);
        return (await Answer.Of(client, "POST", "/x", new StringContent(body))).Status;
    }
}
