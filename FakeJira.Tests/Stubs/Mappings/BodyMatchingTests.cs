using System.Text;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>Bodies, where the recorded cases do not show it.</summary>
public class BodyMatchingTests
{
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
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "open[?(@.a > 1]": 1 } }""", """{"open[?(@.a > 1]":1}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "far[99999999999]": 1 } }""", """{"far[99999999999]":1}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "odd[1-1]": 1 } }""", """{"odd[1-1]":1}""", true)]
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
    [TestCase("""{ "Name": "RegexMatcher", "Pattern": "^b$" }""", "a\nb", true)]
    [TestCase("""{ "Name": "ContentTypeMatcher", "Pattern": "text/plain" }""", "text/plain", true)]
    [TestCase("""{ "Name": "ContentTypeMatcher", "Pattern": "text/plain" }""", "text/plain; charset=x", true)]
    [TestCase("""{ "Name": "ContentTypeMatcher", "Pattern": ";*" }""", ";a", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": "x" } }""", """{"a":"X"}""", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a": 1 }, "IgnoreCase": true }""", """{"A":2,"a":1}""", true)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": 1 }, "IgnoreCase": true }""", """{"b":1}""", false)]
    [TestCase("""{ "Name": "JsonMatcher", "Pattern": { "a": "[" }, "Regex": true }""", """{"a":"["}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "$..a..b..c": 1 } }""", """{"a":{"b":{"c":1}}}""", false)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "$.a.b": 1 } }""", """{"a":{"b":1}}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a.b": 2 } }""", """{"a.b":1,"a":{"b":2}}""", true)]
    [TestCase("""{ "Name": "JsonPartialMatcher", "Pattern": { "a.b": 1 } }""", """{"a.b":1}""", true)]
    [TestCase("""{ "Name": "JsonPathMatcher", "Pattern": "$" }""", "12", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "*" }""", "aaaaaaaaaaaaaaaaaaaaaaaa\u0000", false)]
    [TestCase("""{ "Name": "WildcardMatcher", "Pattern": "*a?*" }""", "xab", true)]
    [TestCase("""{ "Name": "FormUrlEncodedMatcher", "Pattern": "a=1" }""", "a=2", false)]
    public async Task Bodies(string matcher, string body, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": { "Body": { "Matcher": {{matcher}} } }, "Response": {} }""");

        (await Ask(fake, "POST", "/", body)).Status.ShouldBe(isAnswered ? 200 : 404);
    }

    [TestCase("GET", false)]
    [TestCase("TRACE", false)]
    [TestCase("HEAD", false)]
    [TestCase("CONNECT", false)]
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

    private static Task<Answer> Ask(FakeJiraServer fake, string method, string path, string? body = null) =>
        Answer.Of(new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") }, method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "text/plain"));
}
