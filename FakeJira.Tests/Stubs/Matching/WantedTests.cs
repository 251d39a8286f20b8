using FakeJira.Tests.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Matching;

/// <summary>What a matcher wants is told in words, beside what was sent.</summary>
public sealed class WantedTests
{
    [TestCase("""{ "Name": "ExactMatcher", "Pattern": "ab" }""", "ab")]
    [TestCase("""{ "Name": "ExactMatcher", "Patterns": [ "a b", "c" ], "IgnoreCase": true }""", "\"a b\" in any case or c in any case")]
    [TestCase("""{ "Name": "ExactMatcher", "Pattern": "ab", "RejectOnMatch": true }""", null)]
    [TestCase("""{ "Name": "WildcardMatcher", "Patterns": [ "a*", "bc" ], "MatchOperator": "And" }""", "like a* and bc")]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "a?", "IgnoreCase": true }""", "like a? in any case")]
    [TestCase("""{ "Name": "RegexMatcher", "Pattern": "^a+$" }""", "matching /^a+$/")]
    [TestCase("""{ "Name": "RegexMatcher", "Patterns": [ "^a+$", "b c" ], "IgnoreCase": true }""", "matching /^a+$/i or matching /b c/i")]
    [TestCase("""{ "Name": "ContentTypeMatcher", "Pattern": "text/*" }""", "media type text/*")]
    [TestCase("""{ "Name": "ContentTypeMatcher", "Pattern": "text/*", "IgnoreCase": true }""", "media type text/* in any case")]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Patterns": [ "a=1", "b=*" ], "MatchOperator": "And" }""", "a form with a=1 and b=*")]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Pattern": "a=1", "IgnoreCase": true }""", "a form with a=1 in any case")]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": [ 1 ] } }""", """the JSON {"a":[1]}""")]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": "b" }, "Regex": true, "IgnoreCase": true }""", """the JSON {"a":"b"} with regular expressions in any case""")]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": "b" } }""", """JSON that holds {"a":"b"}""")]
    [TestCase("""{ "Name": "JsonPartialWildcardMatcher", "Pattern": { "a": "b*" } }""", """JSON that holds {"a":"b*"} with wildcards""")]
    [TestCase("""{ "Name": "JsonPathMatcher", "Patterns": [ "$.a", "$.b" ] }""", "JSON where something is at $.a or $.b")]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//a[. = 'b']" }""", "XML where //a[. = 'b']")]
    [TestCase("""{ "Name": "ExactObjectMatcher", "Pattern": "AQID" }""", "the 3 bytes AQID (base64)")]
    [TestCase("""{ "Name": "NotNullOrEmptyMatcher", "RejectOnMatch": true }""", "not not empty")]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "*", "RejectOnMatch": true }""", "not like *")]
    public async Task A_matcher_of_a_body_says_what_it_wants(string matcher, string? expected)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Path": "/x", "Body": { "Matcher": {{matcher}} } }, "Response": {} }""");

        (await WantedOf(fake, "Body")).ShouldBe(expected);
    }

    [TestCase("Or", "a or matching /b/")]
    [TestCase("And", "a and matching /b/")]
    public async Task Matchers_of_one_thing_say_together_what_they_want(string how, string expected)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Path": "/x", "Headers": [ { "Name": "X-Tenant", "MatchOperator": "{{how}}", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "a" }, { "Name": "RegexMatcher", "Pattern": "b" } ] } ] }, "Response": {} }""");

        (await WantedOf(fake, "Header X-Tenant")).ShouldBe(expected);
    }

    /// <summary>Null when the request is answered.</summary>
    private static async Task<string?> WantedOf(FakeJiraServer fake, string part)
    {
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        var answer = await Answer.Of(client, "POST", "/x", new StringContent("?"), ("X-Tenant", "c"));
        return answer.Status == 404 ? (string?)JToken.Parse(answer.Body).SelectToken($"$.ClosestMappings[0].Parts[?(@.Part == '{part}')].Expected") ?? answer.Body : null;
    }
}
