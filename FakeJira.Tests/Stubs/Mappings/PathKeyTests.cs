using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>The index finds a mapping by the literal part of its path.</summary>
public class PathKeyTests
{
    [TestCase("\"/votes\"", "/votes")]
    [TestCase("\"/votes/*\"", "/votes/…")]
    [TestCase("\"/vo?es\"", "/vo…")]
    [TestCase("""{ "Matchers": [ { "Name": "ExactMatcher", "Patterns": [ "/a", "/b" ] } ] }""", "/a /b")]
    [TestCase("""{ "Matchers": [ { "Name": "ExactMatcher", "Pattern": "/a" }, { "Name": "WildcardMatcher", "Pattern": "/b*" } ] }""", "/a /b…")]
    [TestCase("""{ "Matchers": [ { "Name": "WildcardMatcher", "Pattern": "/issue/*" }, { "Name": "WildcardMatcher", "Pattern": "*votes" } ], "MatchOperator": "And" }""", "/issue/…")]
    [TestCase("""{ "Matchers": [ { "Name": "ExactMatcher", "Pattern": "/a", "RejectOnMatch": true } ] }""", "…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/rest/api/3/issue/[A-Z]+-\\d+/votes$" } ] }""", "/rest/api/3/issue/…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/v1\\.0/x?y" } ] }""", "/v1.0/…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/a|/b" } ] }""", "…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/ab*c" } ] }""", "/a…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/ab+c" } ] }""", "/a…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/ab{2}c" } ] }""", "/a…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/a(b)c" } ] }""", "/a…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/a\\-b" } ] }""", "/a-b…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/a\\dc" } ] }""", "/a…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^a*b" } ] }""", "…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/ab.c" } ] }""", "/ab…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/ab$" } ] }""", "/ab…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/a[bc]" } ] }""", "/a…")]
    [TestCase("""{ "Matchers": [ { "Name": "WildcardMatcher", "Patterns": [ "/long/prefix/*", "/x" ], "MatchOperator": "And" } ] }""", "/x")]
    [TestCase("""{ "Matchers": [ { "Name": "WildcardMatcher", "Patterns": [ "/a*", "/abc*", "/ab*" ], "MatchOperator": "And" } ] }""", "/abc…")]
    [TestCase("""{ "Matchers": [ { "Name": "RegexMatcher", "Pattern": "/votes$" } ] }""", "…")]
    public void A_pattern_is_filed_by_what_every_path_of_it_begins_with(string path, string expected)
    {
        var mapping = MappingFile.Read("a.json", $$"""{ "Request": { "Path": {{path}} }, "Response": {} }""", new(new Dictionary<string, Operation>(), null, 0, () => 0, false), new()).Single();

        string.Join(' ', mapping.Stub.Paths.Select(key => key.IsWhole ? key.Text : key.Text + "…")).ShouldBe(expected);
    }
}
