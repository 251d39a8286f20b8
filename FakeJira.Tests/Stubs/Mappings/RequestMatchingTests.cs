using System.Text;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What the recorded cases do not show.</summary>
public class RequestMatchingTests
{
    [TestCase("GET", "/rest/api/3/issue/MKY-1/votes", true)]
    [TestCase("GET", "/rest/api/2/issue/MKY-1/votes/", true)]
    [TestCase("GET", "/rest//api/latest/issue/10001/votes", true)]
    [TestCase("HEAD", "/rest/api/3/issue/MKY-1/votes", true)]
    [TestCase("POST", "/rest/api/3/issue/MKY-1/votes", false)]
    [TestCase("GET", "/rest/api/3/issue/MKY-1", false)]
    public async Task An_operation_is_named_in_all_its_spellings(string method, string path, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Map("""{ "Request": { "Operation": "JIRA.votes.get" }, "Response": { "StatusCode": 299 } }""");

        ((await Ask(fake, method, path)).Status == 299).ShouldBe(isAnswered);
    }

    [Test]
    public async Task An_operation_with_a_path_beside_it_wants_both()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Map("""{ "Request": { "Operation": "jira.votes.get", "Path": "/rest/api/3/*" }, "Response": { "StatusCode": 299 } }""");

        (await Ask(fake, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(299);
        (await Ask(fake, "GET", "/rest/api/2/issue/MKY-1/votes")).Status.ShouldNotBe(299);
    }

    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true } ] }""", "/x", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true } ] }""", "/x?a=1", false)]
    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true, "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?a=2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true, "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?a=1", false)]
    [TestCase("""{ "Params": [ { "Name": "A", "IgnoreCase": true, "Matchers": [ { "Name": "ExactMatcher", "Patterns": [ "1", "2" ] } ] } ] }""", "/x?a=2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1,2" } ] } ] }""", "/x?a=1%2C2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?b=2;a=1", true)]
    [TestCase("""{ "Url": "http://fake/x?a=*" }""", "/x?a=1", true)]
    [TestCase("""{ "Url": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "a=\\d" } ] } }""", "/x?a=b", false)]
    [TestCase("""{ "ClientIP": "127.*", "HttpVersion": "1.1" }""", "/x", true)]
    [TestCase("""{ "HttpVersion": "2" }""", "/x", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidd$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDD$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "ExactMatcher", "Pattern": "/X", "IgnoreCase": true } ] } }""", "/x", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "" } ] } ] }""", "/x?a", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "" } ] } ] }""", "/x?a=", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Patterns": [ "1", "2" ] } ] } ] }""", "/x?a=1,2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1 2" } ] } ] }""", "/x?a=1+2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "2" } ] } ] }""", "/x?a=1&a=2", false)]
    [TestCase("""{ "Params": [ { "Name": "A", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?a=1", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidb$" } ] } }""", "/{0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11}", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidb$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidp$" } ] } }""", "/(0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11)", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidn$" } ] } }""", "/0b1f3f396d3b4c059c4e8d1f6f0a7b11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidn$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidx$" } ] } }""", "/{0x0b1f3f39,0x6d3b,0x4c05,{0x9c,0x4e,0x8d,0x1f,0x6f,0x0a,0x7b,0x11}}", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidd$" } ] } }""", "/0B1F3F39-6D3B-4C05-9C4E-8D1F6F0A7B11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDD$" } ] } }""", "/0B1F3F39-6D3B-4C05-9C4E-8D1F6F0A7B11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDN$" } ] } }""", "/0B1F3F396D3B4C059C4E8D1F6F0A7B11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDN$" } ] } }""", "/0b1f3f396d3b4c059c4e8d1f6f0a7b11", false)]
    public async Task Path_and_query(string request, string path, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": {{request}}, "Response": {} }""");

        (await Ask(fake, "GET", path)).Status.ShouldBe(isAnswered ? 200 : 404);
    }

    [TestCase("""{ "Headers": [ { "Name": "x-tenant", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "blue" } ] } ] }""", true)]
    [TestCase("""{ "Cookies": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "0" }, { "Name": "ExactMatcher", "Pattern": "1 2" } ] } ] }""", true)]
    [TestCase("""{ "Cookies": [ { "Name": "A", "IgnoreCase": true } ] }""", true)]
    [TestCase("""{ "Cookies": [ { "Name": "a", "RejectOnMatch": true } ] }""", false)]
    [TestCase("""{ "Headers": [ { "Name": "X-Tenant", "Matchers": [ { "Name": "JsonPathMatcher", "Pattern": "$.a" } ] } ] }""", false)]
    [TestCase("""{ "Headers": [ { "Name": "X-Json", "Matchers": [ { "Name": "JsonPathMatcher", "Pattern": "$.a" } ] } ] }""", true)]
    public async Task Headers_and_cookies(string request, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": {{request}}, "Response": {} }""");

        var answer = await Answer.Of(Client(fake), "GET", "/", null, ("X-Tenant", "blue"), ("X-Json", """{"a":1}"""), ("Cookie", "b=2; a=1%202"));

        answer.Status.ShouldBe(isAnswered ? 200 : 404);
    }

    [TestCase("""{ "Name": "JsonPathMatcher", "Patterns": [ "$.a", "$.b" ], "MatchOperator": "And" }""", """{"a":1,"c":2}""", false)]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$.a[?(@.b == '$5..6' && @['x'] =~ /^y$/)]" }""", """{"a":[{"b":"$5..6","x":"y"}]}""", true)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "n": 1 } }""", """{"n":1.0}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": [ 1, "x", null, { "b": true, "c": 0.1 } ], "d": 123456789012345678901234567890, "e": { } } }""", """{"e":{},"d":123456789012345678901234567890,"a":[1,"x",null,{"c":0.10,"b":true}]}""", true)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": [ 1, 2 ] }""", "[2,1]", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": { "b": 1 } } }""", """{"a":{"b":1,"c":1}}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "N": "^D.RK$" }, "Regex": true, "IgnoreCase": true }""", """{"n":"dark"}""", true)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "n": 1 }, "RejectOnMatch": true }""", "text", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "n": 1 }, "RejectOnMatch": true }""", """{"n":2}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "n.m": 1, "l": [] } }""", """{"n":{"m":1},"l":[1]}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "not a path[": 1 } }""", """{"not a path[":1}""", true)]
    [TestCase("""{ "Name": "NotNullOrEmptyMatcher", "RejectOnMatch": true }""", "", true)]
    [TestCase("""{ "Name": "NotNullOrEmptyMatcher" }""", "x", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/a[. = 'x']" }""", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>x</a>", false)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "count(//a) > 1" }""", "<r><a/><a/></r>", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/a/@x = '1'" }""", """<a x="1"/>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/a/@x = '2'" }""", """<a x="1"/>""", false)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "count(/a/@*) = 2" }""", """<a x="1" y="2"/>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//b[preceding-sibling::a]" }""", """<r><a/><b/></r>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//b[preceding-sibling::a]" }""", """<r><b/><a/></r>""", false)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//b[following-sibling::a]" }""", """<r><b/><a/></r>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//b/parent::a" }""", """<a><b/></a>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//b/parent::a" }""", """<r><b/><a/></r>""", false)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//b/ancestor::r" }""", """<r><a><b/></a></r>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "//*[local-name() = 'b' and namespace-uri() = 'urn:x']" }""", """<n:b xmlns:n="urn:x"/>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "name(/*) = 'n:b'" }""", """<n:b xmlns:n="urn:x"/>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/a/namespace::*[. = 'urn:x']" }""", """<a xmlns:n="urn:x"/>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "count(//a | //b | //a) = 3" }""", """<r><a/><b/><a/></r>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "(//b | //a)[1][self::a]" }""", """<r><a/><b/></r>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/a[text() = 'x']" }""", """<a>x</a>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "/a/comment()" }""", """<a><!--x--></a>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "boolean(1)" }""", """  <a/>""", true)]
    [TestCase("""{ "Name": "XPathMatcher", "Pattern": "boolean(1)" }""", """x<a/>""", false)]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Patterns": [ "a*=1" ] }""", "b=2&ab=1", true)]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "*" }""", "\u0000", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": [ 1, 2 ] }""", "[1]", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": [ 1 ] }""", "[1,2]", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": "1" } }""", """{"a":1}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": 1, "b": 2 } }""", """{"a":1,"c":2}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": "X" }, "IgnoreCase": true }""", """{"A":"x"}""", true)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": "X" } }""", """{"a":"x"}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": "2020-01-01T00:00:00+01:00" } }""", """{"a":"2019-12-31T23:00:00Z"}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": 1 } }""", """{"a":1}{"a":1}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": "^x$" }, "Regex": true }""", """{"a":"xy"}""", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": [ 2, 1 ] } }""", """{"a":[1,2,3],"b":1}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": [ 4 ] } }""", """{"a":[1,2,3]}""", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": [ 1 ] } }""", """{"a":[]}""", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": "1" } }""", """{"a":1}""", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": 1, "b": 2 } }""", """{"a":1}""", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": "^x" , "b": 1 }, "Regex": true }""", """{"a":"xy","b":1}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "A": "X" }, "IgnoreCase": true }""", """{"a":"x"}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "A": "x" } }""", """{"a":"x"}""", false)]
    [TestCase("""{ "Name": "JsonPartialWildcardMatcher", "Pattern": { "a": "b*" } }""", """{"a":"bcd"}""", true)]
    [TestCase("""{ "Name": "JsonPartialWildcardMatcher", "Pattern": { "a": "b*" } }""", """{"a":"cb"}""", false)]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$.a[?(@.b == 1)]" }""", """{"a":{"b":1}}""", true)]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$.a[?(@.b == 1)]" }""", """{"a":{"b":1},"c":1}""", false)]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$.a" }""", """{"a":null}""", true)]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Patterns": [ "a=1", "b=2" ], "MatchOperator": "And" }""", "a=1", false)]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Patterns": [ "a=1", "b=2" ], "MatchOperator": "And" }""", "b=2&c=3&a=1", true)]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Pattern": "a" }""", "a=", true)]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Pattern": "a" }""", "a=1", false)]
    [TestCase("""{ "Name": "ExactObjectMatcher", "Pattern": "YWI=" }""", "ab", true)]
    [TestCase("""{ "Name": "ExactObjectMatcher", "Pattern": "YWI=" }""", "abc", false)]
    [TestCase("""{ "Name": "ExactObjectMatcher", "Pattern": "YWI=", "RejectOnMatch": true }""", "abc", true)]
    [TestCase("""{ "Name": "ExactObjectMatcher", "Pattern": "YWI=", "RejectOnMatch": true }""", "", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Patterns": [ "a*", "*b" ], "MatchOperator": "Average" }""", "a", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Patterns": [ "a*", "*b" ], "MatchOperator": "Average" }""", "ab", true)]
    [TestCase("""{ "Name": "WildcardMatcher", "Patterns": [ "a*", "*b" ], "MatchOperator": "And" }""", "b", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Patterns": [ "a*", "*b" ], "MatchOperator": "And" }""", "a", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Patterns": [ "a*", "*b" ], "RejectOnMatch": true, "MatchOperator": "Average" }""", "a", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Patterns": [ "a*", "*b" ] }""", "b", true)]
    [TestCase("""{ "Name": "ContentTypeMatcher", "Pattern": "a?" }""", " ab ; c", true)]
    [TestCase("""{ "Name": "ContentTypeMatcher", "Pattern": "a?" }""", "abc", false)]
    [TestCase("""{ "Name": "ExactMatcher", "Pattern": "a" }""", "\uFEFFa", true)]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "*" }""", "\uFEFF", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "*" }""", "\t\r\n\t\r\na", true)]
    public async Task Bodies(string matcher, string body, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": {{matcher}} } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", body)).Status.ShouldBe(isAnswered ? 200 : 404);
    }

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

    [TestCase("GET", false)]
    [TestCase("TRACE", false)]
    [TestCase("PUT", true)]
    [TestCase("DELETE", true)]
    public async Task A_body_is_not_looked_at_where_WireMock_looks_at_none(string method, bool isLookedAt)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "WildcardMatcher", "Pattern": "a" } } }, "Response": {} }""");

        (await Ask(fake, method, "/", "a")).Status.ShouldBe(isLookedAt ? 200 : 404);
    }

    [TestCase("""{ "Name": "ExactMatcher", "Pattern": "x" }""", false)]
    [TestCase("""{ "Name": "ExactMatcher", "Pattern": "x", "IgnoreCase": true }""", true)]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "x*" }""", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "x*", "IgnoreCase": true }""", true)]
    [TestCase("""{ "Name": "RegexMatcher", "Pattern": "^x$" }""", false)]
    [TestCase("""{ "Name": "RegexMatcher", "Pattern": "^x$", "IgnoreCase": true }""", true)]
    public async Task Matchers_know_case_unless_they_are_told_not_to(string matcher, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": {{matcher}} } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", "X")).Status.ShouldBe(isAnswered ? 200 : 404);
    }

    [TestCase("ab", true)]
    [TestCase("abc", false)]
    [TestCase("a", false)]
    public async Task Bytes_are_the_same_from_the_first_to_the_last(string body, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": { "Name": "ExactObjectMatcher", "Pattern": "{{Convert.ToBase64String("ab"u8)}}" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", body)).Status.ShouldBe(isAnswered ? 200 : 404);
    }

    [TestCase("[\"A\",\"b\"]", true)]
    [TestCase("[\"b\",\"a\"]", false)]
    [TestCase("[\"a\",\"b\",\"c\"]", false)]
    public async Task JSON_without_case_has_its_items_in_order(string body, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "JsonMatcher", "Pattern": [ "a", "b" ], "IgnoreCase": true } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", body)).Status.ShouldBe(isAnswered ? 200 : 404);
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

    [Test]
    public async Task A_comparison_that_fails_on_a_request_does_not_match_and_says_so()
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Log = lines.Add });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "JsonPathMatcher", "Pattern": "$.l[?(@.a =~ /[/)]" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", """{"l":[{"a":"x"}],"n":1}""")).Status.ShouldBe(404);

        lines.ShouldContain(line => line.StartsWith("Body: it cannot be compared with this request and does not match: Invalid pattern '['", StringComparison.Ordinal));
    }

    [Test]
    public async Task Deep_XML_is_looked_at()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "XPathMatcher", "Pattern": "//b" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", string.Concat(Enumerable.Repeat("<a>", 5_000)) + "<b/>" + string.Concat(Enumerable.Repeat("</a>", 5_000)))).Status.ShouldBe(200);
    }

    [TestCase("contains(/r, 'y')", true)]
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

    [Test]
    public async Task Comparing_path_method_and_header_allocates_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        var pattern = ((MappingStub)fake.Map("""{ "Request": { "Path": "/rest/*/votes", "Methods": [ "GET" ], "Headers": [ { "Name": "X-A", "Matchers": [ { "Name": "ExactMatcher", "Patterns": [ "1", "2" ] } ] } ] }, "Response": {} }""")).Mapping.Request;
        var request = new StubRequest { Method = "GET", RawPath = "/rest/a/votes", Headers = [new("x-a", "2")], Site = fake.Site.Site };
        pattern.Matches(request).ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            pattern.Matches(request);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }

    [Test]
    public async Task A_body_of_ten_thousand_brackets_is_no_JSON()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map("""{ "Request": { "Body": { "Matcher": { "Name": "JsonPathMatcher", "Pattern": "$..x" } } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", new string('[', 10_000) + new string(']', 10_000))).Status.ShouldBe(404);
    }

    private static Task<Answer> Ask(FakeJiraServer fake, string method, string path, string? body = null) =>
        Answer.Of(Client(fake), method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "text/plain"));

    private static HttpClient Client(FakeJiraServer fake) => new(fake.CreateHandler()) { BaseAddress = new("http://fake") };
}
