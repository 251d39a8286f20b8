using System.Globalization;
using System.Text;
using FakeJira.Tests.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What one mapping alone, or what is made of a body again and again, would take minutes for.</summary>
[Category("Slow")]
public class ComparingTimeTests
{
    private static readonly string Numbers = string.Join(',', Enumerable.Range(0, 1000));

    private static IEnumerable<TestCaseData> Long() =>
    [
        Case("a piece with a question mark, at each place of a text", Text("WildcardMatcher", "*" + Again("a?", 1000) + "b*"), () => Again("a", 9_000_000)),
        Case("one that rejects", new(Text("WildcardMatcher", "*" + Again("a?", 1000) + "b*")) { ["RejectOnMatch"] = true }, () => Again("a", 9_000_000)),
        Case("a long piece of which nearly all is found at each place", Text("WildcardMatcher", "*" + Again("ab", 250_000) + "c" + Again("ab", 250_000) + "*"), () => Again("ab", 4_500_000)),
        Case("lines at each line", Text("WildcardMatcher", Again("*\n", 3000) + "X"), () => Again("a\n", 2_000_000)),
        Case("fields, each with each", Texts("FormUrlEncodedMatcher", Enumerable.Range(0, 5000).Select(i => $"b{i}=1")), () => Again("a&", 2_000_000)),
        Case("items, each with each", JObject.Parse($$"""{ "Name": "JsonPartialMatcher", "Pattern": [{{Numbers}}] }"""), () => $"[{Again("7777,", 1_000_000)}{Numbers}]"),
        Case("members in any case, each with each", JObject.Parse($$"""{ "Name": "JsonPartialMatcher", "IgnoreCase": true, "Pattern": {{Members("A", 20_000)}} }"""), () => Members("x", 300_000)[..^1] + "," + Members("a", 20_000)[1..]),
        Case("a regular expression in each item", JObject.Parse("""{ "Name": "JsonPartialMatcher", "Regex": true, "Pattern": [ "^(a+)+b$" ] }"""), () => $"[{Again("\"aaaaaaaaaaaaaaaaaaaaaa\",", 200)}1]"),
        Case("many regular expressions", Texts("RegexMatcher", Enumerable.Range(0, 5000).Select(i => $"^(a+)+b{i}$")), () => Again("a", 22)),
        Case("many JSONPaths", Texts("JsonPathMatcher", Enumerable.Range(0, 5000).Select(i => $"$..b{i}")), () => $"[{Again("7777,", 1_000_000)}{Numbers}]"),
        Case("many XPaths", Texts("XPathMatcher", Enumerable.Range(0, 5000).Select(i => $"count(//a) > {999_999 + i}")), () => $"<r>{Again("<a/>", 200_000)}</r>"),
    ];

    /// <summary>The comparison is over soon after its time, be the machine as slow as it is.</summary>
    [TestCaseSource(nameof(Long))]
    public async Task A_mapping_that_alone_takes_too_long_does_not_match_and_the_log_says_so(JObject matcher, Func<string> body)
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add, Limits = new() { MatchingTime = TimeSpan.FromSeconds(0.5), RegexTime = TimeSpan.FromMinutes(1) } });
        (await Ask(fake, Mapping(new JArray(matcher)), "/__admin/mappings")).Status.ShouldBe(201);

        (await Ask(fake, body())).ShouldBe(new(404, "", "{\n  \"Status\": \"No matching mapping found\"\n}"));

        lines.Where(line => line.StartsWith("Body: ", StringComparison.Ordinal) || line.StartsWith("Comparing ", StringComparison.Ordinal)).ShouldBe([
            "Comparing this request with mappings has taken longer than 0.5 s, so those that are left do not match. Make them simpler, or start with a longer --matching-time.",
            "Body: it cannot be compared with this request and does not match: there is no time left for comparing.",
        ]);
    }

    private static IEnumerable<TestCaseData> Bodies() =>
    [
        Made("XML", "XPathMatcher", "/r/x", "/r/q", 300, () => $"<r><q>{Again("<a/>", 2_000_000)}</q></r>"),
        Made("JSON with its one member in an array", "JsonPathMatcher", "$.data.x", "$.data[?(@.b)]", 300, () => "{\"data\":{\"b\":[" + Again("[],", 1_000_000) + "1]}}"),
        Made("a form", "FormUrlEncodedMatcher", "x=1", "b=1", 3000, () => $"a={Again("%41+", 2_000_000)}&b=1"),
    ];

    [TestCaseSource(nameof(Bodies))]
    public async Task What_matchers_look_at_is_made_of_a_body_once(JArray matchers, Func<string> body)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Limits = new() { MatchingTime = TimeSpan.FromHours(1) } });
        fake.Map(Mapping(matchers));

        (await Ask(fake, body())).ShouldBe(new(200, "MAPPING", "it"));
    }

    private static TestCaseData Case(string name, JObject matcher, Func<string> body) => new TestCaseData(matcher, body).SetArgDisplayNames(name);

    private static TestCaseData Made(string name, string matcher, string missed, string found, int times, Func<string> body) =>
        new TestCaseData(new JArray([.. Enumerable.Range(0, times).Select(_ => Text(matcher, missed)), Text(matcher, found)]), body).SetArgDisplayNames(name);

    private static JObject Text(string matcher, string pattern) => new() { ["Name"] = matcher, ["Pattern"] = pattern };

    private static JObject Texts(string matcher, IEnumerable<string> patterns) => new() { ["Name"] = matcher, ["Patterns"] = new JArray(patterns) };

    private static string Again(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Members(string name, int count) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"{name}{i}\":1")))}}}";

    private static string Mapping(JArray matchers) =>
        new JObject { ["Request"] = new JObject { ["Body"] = new JObject { ["Matchers"] = matchers } }, ["Response"] = new JObject { ["Body"] = "it" } }.ToString();

    private static Task<Answer> Ask(FakeJiraServer fake, string body, string path = "/") => Task.Run(async () =>
    {
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        using var content = new StringContent(body, Encoding.UTF8, "text/plain");
        return await Answer.Of(client, "POST", path, content);
    }).WaitAsync(TimeSpan.FromSeconds(60));
}
