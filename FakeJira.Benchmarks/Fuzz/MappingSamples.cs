namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Mapping files with every matcher in them, and the requests that they are about.</summary>
internal static class MappingSamples
{
    private static readonly string[] Body =
    [
        """{"Name": "JsonMatcher", "Pattern": {"a": 1, "o": {"b": true}, "list": [{"k": "^V$"}, {"k": null}]}, "IgnoreCase": true, "Regex": true}""", """{"Name": "JsonPartialMatcher", "Pattern": {"o": {"b": true}}}""", """{"Name": "JsonPartialWildcardMatcher", "Pattern": {"list": [{"k": "v*"}]}}""",
        """{"Name": "JsonPathMatcher", "Patterns": ["$.list[?(@.k == 'v')]", "$..b", "$.a"], "MatchOperator": "And"}""", """{"Name": "XPathMatcher", "Pattern": "//item[contains(text(), 'x') and position() < 3]", "XmlNamespaceMap": [{"Prefix": "n", "Uri": "urn:n"}]}""",
        """{"Name": "FormUrlEncodedMatcher", "Patterns": ["a=b", "c=*"], "MatchOperator": "Or"}""", """{"Name": "RegexMatcher", "Pattern": "(a+)+$", "RejectOnMatch": true}""", """{"Name": "WildcardMatcher", "Patterns": ["*a*", "?x*"]}""", """{"Name": "ExactMatcher", "Patterns": ["x"], "IgnoreCase": true}""",
        """{"Name": "ExactObjectMatcher", "Pattern": "YT1i"}""", """{"Name": "NotNullOrEmptyMatcher"}""",
    ];

    /// <summary>What is spoilt: one for each matcher of bodies, and what else a request is asked for.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Body.Select(matcher => $$"""{"Request": {"Path": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "/a*"}]}, "Body": {"Matcher": {{matcher}} } }, "Response": {"Body": "yes"} }"""),
        """
        {"Request": {"Path": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "^/a/(b|c)?$"}, {"Name": "WildcardMatcher", "Pattern": "/a*"}], "MatchOperator": "And"}, "Methods": ["GET", "POST"], "ClientIP": "*", "HttpVersion": "1.1",
         "Headers": [{"Name": "X-One", "Matchers": [{"Name": "RegexMatcher", "Pattern": "^(a+)+!$", "IgnoreCase": true}]}], "Cookies": [{"Name": "a", "Matchers": [{"Name": "ExactMatcher", "Pattern": "b"}]}],
         "Params": [{"Name": "q", "IgnoreCase": true, "Matchers": [{"Name": "NotNullOrEmptyMatcher"}]}], "Url": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "*"}]}},
         "Response": {"StatusCode": 201, "Headers": {"X": ["y", "z"]}, "BodyAsJson": {"a": "{{request.query.q}}"}, "UseTransformer": true}}
        """,
        """
        [{"Request": {"Path": "/a*", "Headers": [{"Name": "Content-Type", "Matchers": [{"Name": "ContentTypeMatcher", "Pattern": "application/json"}]}]}, "Response": {"Body": "json"}}, {"Scenario": "s", "SetStateTo": "two", "Request": {"Path": "/a"}, "Response": {"BodyAsBytes": "AA=="}}, {"Scenario": "s", "WhenStateIs": "two", "TimesInSameState": 2, "Times": 3, "Probability": 0.5, "Request": {"Path": "/a"}, "Response": {"Fault": {"Type": "MALFORMED_RESPONSE_CHUNK"}}},
         {"TimeSettings": {"Start": "2020-01-01T00:00:00Z", "TTL": 5}, "Request": {"Operation": "jira.votes.get"}, "Response": {"Callback": "jira.votes.get", "StatusCode": 424, "BodyAsJson": [1]}}]
        """,
        """
        [{"Request": {"Path": "/a*", "Methods": ["GET"]}, "Response": {"StatusCode": 205, "Body": "lost"}}, {"Request": {"Path": "/a/c"}, "Response": {"StatusCode": 204, "BodyAsJson": {}, "Fault": {"Type": "MALFORMED_RESPONSE_CHUNK"}}}, {"Request": {"Path": "/a", "Methods": ["POST"]}, "Response": {"StatusCode": 304, "Body": "lost", "Drip": 1}},
         {"Request": {"Path": "/a"}, "Response": {"StatusCode": 200, "Body": "cut", "Fault": {"Type": "CUT_BODY", "Percentage": 0.5}}}, {"Request": {"Methods": ["CONNECT"]}, "Response": {"StatusCode": 200, "Body": "lost"}}]
        """,
    ];

    public static IReadOnlyList<string> Pieces { get; } = [.. Body, "\"MatchOperator\": \"Average\",", "\"RejectOnMatch\": true,", "\"IgnoreCase\": true,", "\"Patterns\"", "count(//*)", "//*[", "$..*", "[?(@.a > 1)]", "[^", "(?<", "\\\\", "\"Times\": 1,", "\"Probability\": 0.5,", "\"StatusCode\": 204,", "\"StatusCode\": 205,", "\"StatusCode\": 304,"];

    /// <summary>Method, target, type of the body, body.</summary>
    public static IReadOnlyList<(string Method, string Path, string? Type, string Body)> Requests { get; } =
    [
        ("GET", "/a/b?q=1&Q=2&q", null, ""), ("POST", "/a", "application/json", """{"a":1,"o":{"b":true},"list":[{"k":"v"},{"k":null}]}"""), ("POST", "/a?q=%ff", "application/xml", "<n:a xmlns:n='urn:n'><item>x</item><item>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!</item></n:a>"),
        ("POST", "/a/c", "application/x-www-form-urlencoded", "a=b&c=%41&=&x"), ("POST", "/a", "application/x-www-form-urlencoded", "a=b"), ("PUT", "/a", "text/plain", "x"), ("PUT", "/a", "text/plain", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), ("GET", "/rest/api/3/issue/MKY-1/votes", null, ""), ("GET", "/rest/api/3/field", null, ""), ("POST", "/__fakejira/sites/default/explain", "application/json", """{"method":"POST","path":"/a","body":"x"}"""),
    ];
}
