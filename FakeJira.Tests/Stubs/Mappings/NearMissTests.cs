using System.Text.Json.Nodes;
using FakeJira.Tests.Stubs.Admin;
using FakeJira.Tests.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>Which mappings are told where nothing matched, in which order, and what kept each from answering.</summary>
public sealed class NearMissTests
{
    private const string Orders = """{ "Title": "orders", "Request": { "Path": "/orders", "Body": { "Matcher": { "Name": "JsonMatcher", "Pattern": { "id": 1 } } } }, "Response": {} }""";
    private const string Slip = """{ "Title": "slip", "Request": { "Path": "/order", "Methods": [ "POST" ] }, "Response": {} }""";
    private const string Half = """{ "Title": "half a slip", "Request": { "Path": "/order", "Methods": [ "POST" ], "Headers": [ { "Name": "X-A", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }, "Response": {} }""";
    private const string Pathless = """{ "Title": "pathless", "Request": { "Methods": [ "POST" ], "Params": [ { "Name": "page", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ], "Body": { "Matcher": { "Name": "JsonPathMatcher", "Pattern": "$.id" } } }, "Response": {} }""";
    private const string Url = """{ "Title": "url", "Request": { "Url": "*/alpha", "Methods": [ "POST" ], "Body": { "Matcher": { "Name": "JsonPathMatcher", "Pattern": "$.id" } } }, "Response": {} }""";

    [Test]
    public async Task A_mapping_of_this_path_is_told_before_those_of_others_that_fit_otherwise([Values] Door door) =>
        (await ToldAsync(door, Orders, Other("alpha"), Other("beta"), Other("gamma"))).ShouldBe(["orders", "gamma", "beta"]);

    [Test]
    public async Task A_mapping_of_another_url_is_told_after_that_of_this_path() => (await ToldAsync(Door.Handler, Url, Orders)).ShouldBe(["orders", "url"]);

    [Test]
    public async Task A_path_of_which_the_wildcard_leaves_the_beginning_alone_is_no_slip() =>
        (await ToldAsync(Door.Handler, Orders, """{ "Title": "items", "Request": { "Path": "/*/items", "Methods": [ "POST" ] }, "Response": {} }""")).ShouldBe(["orders", "items"]);

    [Test]
    public async Task A_path_with_a_letter_missing_comes_first_where_everything_else_fits() => (await ToldAsync(Door.Handler, Orders, Half, Slip)).ShouldBe(["slip", "orders", "half a slip"]);

    [Test]
    public async Task A_mapping_without_a_path_goes_by_how_much_of_it_fits() => (await ToldAsync(Door.Handler, Half, Orders, Pathless)).ShouldBe(["pathless", "orders", "half a slip"]);

    [Test]
    public async Task Where_no_path_fits_the_mappings_go_by_how_much_of_them_fits() => (await ToldAsync(Door.Handler, Other("alpha"), Pathless, Half)).ShouldBe(["pathless", "half a slip", "alpha"]);

    [Test]
    public async Task A_mapping_whose_Times_are_used_up_is_told_with_that([Values] Door door)
    {
        var guid = "c0de0000-0000-4000-8000-000000000001";
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var admin = new AdminClient(fake);
        using var client = fake.Client(door);
        await admin.Done("PUT", "mappings/" + guid, """{ "Times": 1, "Request": { "Path": "/votes" }, "Response": {} }""");
        var file = (await client.GetAsync("/votes")).Headers.GetValues("X-FakeJira-Stub").Single();

        var answer = await Answer.Of(client, "GET", "/votes");

        answer.Status.ShouldBe(404);
        ShouldBe(JToken.Parse(answer.Body), $$"""
            { "Status": "No matching mapping found", "ClosestMappings": [ { "Guid": "{{guid}}", "File": "{{file}}", "Parts": [
              { "Part": "Path", "IsMatch": true, "Expected": "/votes", "Actual": "/votes" }, { "Part": "Times", "IsMatch": false, "Expected": "at most 1", "Actual": "1 already" } ] } ] }
            """);
        ShouldBe((await admin.Done("GET", "requests/unmatched"))[0]!["PartialRequestMatchResult"]!, """
            { "TotalScore": 1.0, "TotalNumber": 2, "IsPerfectMatch": false, "AverageTotalScore": 0.5, "MatchDetails": [
              { "Name": "Path", "Score": 1.0, "Expected": "/votes", "Actual": "/votes" }, { "Name": "Times", "Score": 0.0, "Expected": "at most 1", "Actual": "1 already" } ] }
            """);
        ShouldBe(JToken.Parse(await client.GetStringAsync("/__fakejira/sites/default/requests/2"))["closest"]!, $$"""
            [ { "stub": "{{file}}", "title": null, "parts": [
              { "part": "Path", "matches": true, "expected": "/votes", "actual": "/votes" }, { "part": "Times", "matches": false, "expected": "at most 1", "actual": "1 already" } ] } ]
            """);
        var page = await admin.Ask("/votes", "text/html");
        page.ShouldContain("1 of 2 parts match");
        page.ShouldContain("""<tr class="no"><td>Times<td><code>at most 1</code><td><code>1 already</code>""");
    }

    [TestCase(""" "Scenario": "sale", "WhenStateIs": "paid" """, "Scenario sale: expected paid, found the start")]
    [TestCase(""" "TimeSettings": { "Start": "2030-01-01T00:00:00Z" } """, "TimeSettings: expected from 2030-01-01T00:00:00Z, found 2026-01-02T03:04:05Z")]
    [TestCase(""" "TimeSettings": { "Start": "2025-01-01T00:00:00Z", "End": "2025-12-31T00:00:00.5Z", "TTL": 60 } """, "TimeSettings: expected from 2025-01-01T00:00:00Z, until 2025-12-31T00:00:00.5Z, for 60 s after 2025-01-01T00:00:00Z, found 2026-01-02T03:04:05Z")]
    [TestCase(""" "Probability": 0 """, "Probability: expected 0, found not this time")]
    [TestCase(""" "Scenario": "sale", "WhenStateIs": "paid", "Probability": 0.5 """, "Scenario sale: expected paid, found the start")]
    public async Task What_keeps_a_mapping_from_answering_is_told_beside_the_404_and_by_explain(string members, string reason)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        fake.Clock.Freeze(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        fake.Map($$"""{ {{members}}, "Request": { "Path": "/votes" }, "Response": {} }""");
        using var client = fake.Client(Door.Handler);

        // Newtonsoft.Json would read the moments.
        var told = JsonNode.Parse((await Answer.Of(client, "GET", "/votes")).Body)!["ClosestMappings"]!.AsArray().Single()!["Parts"]!.AsArray();
        var explained = JToken.Parse((await Answer.Of(client, "POST", "/__fakejira/sites/default/explain", new StringContent("""{ "path": "/votes" }"""))).Body)["candidates"]!.Single();

        told.Select(part => $"{part!["Part"]}: expected {part["Expected"]}, found {part["Actual"]}").ShouldBe(["Path: expected /votes, found /votes", reason]);
        ((bool)explained["matches"]!, (string?)explained["verdict"]).ShouldBe((false, $"Its Request matches, but it does not answer now. {reason}."));
    }

    [Test]
    public async Task A_mapping_that_was_not_drawn_is_told_so_and_counts_as_drawn_for_explain()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        fake.Map("""{ "Probability": 0.000000001, "Request": { "Path": "/votes" }, "Response": {} }""");
        using var client = fake.Client(Door.Handler);

        var told = JToken.Parse((await Answer.Of(client, "GET", "/votes")).Body)["ClosestMappings"]!.Single()["Parts"]!;
        var explained = JToken.Parse((await Answer.Of(client, "POST", "/__fakejira/sites/default/explain", new StringContent("""{ "path": "/votes" }"""))).Body)["candidates"]!.Single();

        ShouldBe(told[1]!, """{ "Part": "Probability", "IsMatch": false, "Expected": "1E-09", "Actual": "not this time" }""");
        explained["verdict"].ShouldBe("It answers, with a probability of 1E-09: the first in this order that matches.");
    }

    [Test]
    public async Task A_mapping_that_passed_the_request_on_is_not_among_the_closest()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        fake.Map("""{ "Request": { "Path": "/votes" }, "Response": { "Callback": "*" } }""");
        using var client = fake.Client(Door.Handler);

        ShouldBe(JToken.Parse((await Answer.Of(client, "GET", "/votes")).Body), """{ "Status": "No matching mapping found" }""");
    }

    private static string Other(string name) => $$"""{ "Title": "{{name}}", "Request": { "Path": "/{{name}}", "Methods": [ "POST" ] }, "Response": {} }""";

    /// <summary>The titles that are told to who posts <c>{"id": 2}</c> to /orders.</summary>
    private static async Task<IEnumerable<string?>> ToldAsync(Door door, params string[] mappings)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        foreach (var mapping in mappings)
        {
            fake.Map(mapping);
        }

        using var client = fake.Client(door);
        var answer = await Answer.Of(client, "POST", "/orders", new StringContent("""{ "id": 2 }"""));
        answer.Status.ShouldBe(404);
        return [.. JToken.Parse(answer.Body)["ClosestMappings"]!.Select(closest => (string?)closest["Title"])];
    }

    private static void ShouldBe(JToken actual, string expected) => JToken.DeepEquals(actual, JToken.Parse(expected)).ShouldBeTrue(actual.ToString());
}
