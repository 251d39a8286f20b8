using System.Text;
using FakeJira.Stubs.Matching;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What is too deep, too long or takes too long to be compared.</summary>
public class MatchingLimitsTests
{
    [TestCase(86, true)]
    [TestCase(85, false)]
    public async Task A_body_of_which_too_little_can_be_printed_is_no_text(int percent, bool isText)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "WildcardMatcher", "Pattern": "*" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", new string('a', percent) + new string('\u0001', 100 - percent))).Status.ShouldBe(isText ? 200 : 404);
    }

    [TestCase(128, true)]
    [TestCase(129, false)]
    public async Task JSON_that_is_nested_too_deep_is_none(int depth, bool isJson)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "JsonPathMatcher", "Pattern": "$" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", new string('[', depth) + new string(']', depth))).Status.ShouldBe(isJson ? 200 : 404);
    }

    [Test]
    public async Task A_regular_expression_that_takes_too_long_does_not_match_and_says_so()
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "RegexMatcher", "Pattern": "^(a+)+b$" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", new string('a', 100))).Status.ShouldBe(404);

        lines.ShouldContain("Body: the regular expression /^(a+)+b$/ took longer than 100 ms on this request, so it does not match. Make it simpler.");
    }

    [TestCase("""{ "Name": "RegexMatcher", "Pattern": "^(a+)+b$" }""")]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": ["^(a+)+b$"], "Regex": true }""")]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": ["^(a+)+b$"], "Regex": true }""")]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$[?(@ =~ /^(a+)+b$/)]" }""")]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "$.l[?(@ =~ /^(a+)+b$/)]": 1 } }""", """{"l":["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]}""")]
    public async Task A_regular_expression_has_as_long_as_the_server_gives_it(string matcher, string body = """["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]""")
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add, Limits = new() { RegexTime = TimeSpan.FromMilliseconds(7) } });
        await Add(fake, $$"""{ "Request": { "Body": { "Matcher": {{matcher}} } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", matcher.Contains("RegexMatcher", StringComparison.Ordinal) ? new string('a', 50) : body)).Status.ShouldBe(404);

        lines.ShouldContain("Body: the regular expression /^(a+)+b$/ took longer than 7 ms on this request, so it does not match. Make it simpler.");
    }

    [TestCase(1, """{ "Body": { "Matcher": { "Name": "RegexMatcher", "Pattern": "^(a+)+b$" } } }""", TestName = "After a mapping that takes long")]
    [TestCase(40, """{ "Body": { "Matcher": { "Name": "ExactMatcher", "Pattern": "other" } } }""", TestName = "After many mappings")]
    public async Task When_comparing_has_taken_too_long_the_mappings_that_are_left_do_not_match_and_the_log_says_so(int mappings, string request)
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add, Limits = new() { MatchingTime = TimeSpan.FromMilliseconds(0.001) } });
        await Add(fake, """{ "Request": {}, "Response": { "Body": "the rest" } }""");
        for (var i = 0; i < mappings; i++)
        {
            await Add(fake, $$"""{ "Request": {{request}}, "Response": {} }""");
        }

        (await Ask(fake, "POST", "/", new string('a', 100))).ShouldBe(new(404, "", "{\n  \"Status\": \"No matching mapping found\"\n}"));

        lines.Count(line => line == "Comparing this request with mappings has taken longer than 1E-06 s, so those that are left do not match. Make them simpler, or start with a longer --matching-time.").ShouldBe(1);
        (await Ask(fake, "DELETE", "/__admin/mappings")).Status.ShouldBe(200);
        await Add(fake, """{ "Request": {}, "Response": { "Body": "the rest" } }""");
        (await Ask(fake, "POST", "/", "a")).Body.ShouldBe("the rest");
    }

    [Test]
    public async Task Waiting_is_no_comparing()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Limits = new() { MatchingTime = TimeSpan.FromSeconds(1) } });
        for (var i = 0; i < 40; i++)
        {
            await Add(fake, $$"""{ "Priority": 2, "Request": { "Body": { "Matcher": { "Name": "ExactMatcher", "Pattern": "{{i}}" } } }, "Response": { "Body": "the one of {{i}}" } }""");
        }

        await Add(fake, """{ "Priority": 1, "Request": {}, "Response": { "Callback": "*", "DelayBefore": true, "Delay": 1100 } }""");

        (await Ask(fake, "POST", "/", "0")).Body.ShouldBe("the one of 0");
    }

    [Category("Slow")]
    [Test]
    public async Task Requests_are_looked_for_with_as_much_time_for_a_regular_expression()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Limits = new() { RegexTime = TimeSpan.FromMinutes(5) } });
        await Ask(fake, "POST", "/", new string('a', 25) + "c");

        (await Ask(fake, "POST", "/__admin/requests/find", """{ "Body": { "Matcher": { "Name": "RegexMatcher", "Pattern": "^(?:(a+)+b|a+c)$" } } }""")).Body.ShouldContain(new string('a', 25) + "c");
    }

    [Test]
    public async Task A_comparison_that_fails_on_a_request_does_not_match_and_says_so()
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "JsonPathMatcher", "Pattern": "$.l[?(@.a =~ /[/)]" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", """{"l":[{"a":"x"}],"n":1}""")).Status.ShouldBe(404);

        lines.ShouldContain(line => line.StartsWith("Body: it cannot be compared with this request and does not match: Invalid pattern '['", StringComparison.Ordinal));
    }

    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": [ "x" ] }""", """["a"]""")]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": 1 } }""", "{a}")]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$" }""", "[0xFFFFFFFFFFFFFFFFFFFFFF]")]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/a" }""", "<a")]
    public async Task A_body_that_is_otherwise_than_wanted_is_nothing_to_complain_about(string matcher, string body)
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": {{matcher}} } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", body)).Status.ShouldBe(404);

        lines.ShouldNotContain(line => line.StartsWith("Body: ", StringComparison.Ordinal));
    }

    /// <summary>Not even for a matcher that rejects: it cannot look at them.</summary>
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "*" }""")]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "x", "RejectOnMatch": true }""")]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/x", "RejectOnMatch": true }""")]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$.x", "RejectOnMatch": true }""")]
    public async Task Bytes_that_are_no_UTF_8_are_no_text(string matcher)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": {{matcher}} } }, "Response": {} }""");
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };

        (await Answer.Of(client, "POST", "/", new ByteArrayContent([(byte)'a', 0xff]))).Status.ShouldBe(404);
    }

    [TestCase("$..a..b", true)]
    [TestCase("$..a..b..c", false)]
    [TestCase("$..a[?(@.b == 1)]", true)]
    [TestCase("$..[?(@.b == 1)]", true)]
    [TestCase("[?(@.b == $.c)]", false)]
    [TestCase("$.a[?(@..b == 1)]", false)]
    public void A_path_goes_down_everywhere_twice_at_most_and_not_in_filters(string path, bool isBounded) => JsonPath.IsBounded(path).ShouldBe(isBounded);

    [Test]
    public void A_path_of_1000_characters_is_long_enough()
    {
        JsonPath.IsBounded(new string('a', JsonPath.LengthLimit)).ShouldBeTrue();
        JsonPath.IsBounded(new string('a', JsonPath.LengthLimit + 1)).ShouldBeFalse();
    }

    [TestCase("$[", "'$[' is no JSONPath: Path ended with open indexer.")]
    [TestCase("$[99999999999]", "'$[99999999999]' is no JSONPath: Value was either too large or too small for an Int32.")]
    [TestCase("$[1-1]", "'$[1-1]' is no JSONPath: The input string '1-1' was not in a correct format.")]
    [TestCase("$[?(@.a == \"x\")]", "'$[?(@.a == \"x\")]' is no JSONPath: Unexpected character while parsing path query: \" Texts in filters stand in single quotes.")]
    [TestCase("$.ideas[?(@.state == 'open' && @.votes > 10]", "'$.ideas[?(@.state == 'open' && @.votes > 10]' is no JSONPath: A filter is not closed.")]
    public void What_is_wrong_with_a_path_is_said(string path, string said) => JsonPath.WrongWith(path).ShouldBe(said);

    [Test]
    public void What_was_never_compared_does_not_match() => Enum.GetValues<MatchOperator>().ShouldAllBe(how => new Tally(how).Score == 0);

    [Test]
    public async Task Deep_XML_is_looked_at()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "XPathMatcher", "Pattern": "//b" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", string.Concat(Enumerable.Repeat("<a>", 5_000)) + "<b/>" + string.Concat(Enumerable.Repeat("</a>", 5_000)))).Status.ShouldBe(200);
    }

    [TestCase("contains(/r, 'y')", true)]
    [TestCase("contains(/r, 'y') and /r/a", true)]
    [TestCase("//a[contains(/r, 'z')]", false)]
    public async Task A_long_text_that_an_XPath_reads_for_every_element_is_too_much_and_read_once_is_not(string path, bool isAnswered)
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": { "Name": "XPathMatcher", "Pattern": "{{path}}" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", "<r>" + string.Concat(Enumerable.Repeat("<a/>", 1_000)) + new string('x', 200_000) + "y</r>")).Status.ShouldBe(isAnswered ? 200 : 404);

        lines.Exists(line => line.Contains("takes more than 1000000 steps", StringComparison.Ordinal)).ShouldBe(!isAnswered);
    }

    [Test]
    public async Task An_XPath_that_takes_too_long_does_not_match_and_the_log_says_so()
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "XPathMatcher", "Pattern": "count(//a[count(//a[count(//a[count(//a) > 9999]) > 9999]) > 9999]) > 9999" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", "<r>" + string.Concat(Enumerable.Repeat("<a/>", 2_000)) + "</r>")).Status.ShouldBe(404);

        lines.ShouldContain("Body: it cannot be compared with this request and does not match: the XPath expression count(//a[count(//a[count(//a[count(//a) > 9999]) > 9999]) > 9999]) > 9999 takes more than 1000000 steps. Make it simpler.");
    }

    [TestCase("$")]
    [TestCase("$..x")]
    public async Task A_body_of_ten_thousand_brackets_is_no_JSON(string path)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": { "Name": "JsonPathMatcher", "Pattern": "{{path}}" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", new string('[', 10_000) + new string(']', 10_000))).Status.ShouldBe(404);
    }

    private static async Task Add(FakeJiraServer fake, string mapping) => (await Ask(fake, "POST", "/__admin/mappings", mapping)).Status.ShouldBe(201);

    private static Task<Answer> Ask(FakeJiraServer fake, string method, string path, string? body = null) =>
        Answer.Of(new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") }, method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "text/plain"));
}
