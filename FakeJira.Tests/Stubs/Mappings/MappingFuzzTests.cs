using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using FakeJira.Tests.Stubs.RecordedCases;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>Whatever stands in a file: it is read, or what is wrong is said with its place. Never an exception.</summary>
public class MappingFuzzTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e308", "1e999", "99999999999999999999999999", "\"\"", "\"x\"", "\"/x\"", "\"{{\"", "\"5\"", "\"true\"", "[]", "[[]]", "[null]", "[5]", "[\"GET\"]", "[{}]", "{}",
        "{\"a\":1}", "{\"Matchers\":[]}", "{\"Matchers\":{}}", "{\"Matchers\":[null]}", "{\"Name\":5}", "{\"Matcher\":[]}", "\"\\u0000\"", "\"\\ud800\"", "NaN", "'single'", "undefined",
    ];

    private static readonly string Full = """
        {
          "$schema": "x", "Guid": "0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", "Title": "t", "Description": "d", "Priority": 1, "Scenario": "s", "WhenStateIs": "a", "SetStateTo": "b",
          "TimesInSameState": 1, "IsDisabled": false, "Times": 2, "Probability": 1, "TimeSettings": { "Start": "2026-01-01", "End": "2027-01-01", "TTL": 5 }, "Data": 1, "UpdatedAt": "x",
          "Request": {
            "Operation": "jira.votes.get", "Path": { "Matchers": [ { "Name": "WildcardMatcher", "Pattern": "/x", "IgnoreCase": true, "RejectOnMatch": false, "MatchOperator": "Or" } ], "MatchOperator": "And" },
            "Url": "http://x", "ClientIP": "1", "HttpVersion": "1.1", "Methods": [ "GET" ], "MethodsRejectOnMatch": false, "MethodsMatchOperator": "Or", "EarlyMatcherType": "Path",
            "Headers": [ { "Name": "X", "Matchers": [ { "Name": "RegexMatcher", "Patterns": [ "a" ] } ], "IgnoreCase": true, "RejectOnMatch": true, "MatchOperator": "Or" } ],
            "Cookies": [ { "Name": "X", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "a" } ] } ], "Params": [ { "Name": "X", "Matchers": [ { "Name": "NotNullOrEmptyMatcher" } ] } ],
            "Body": { "Matcher": { "Name": "JsonMatcher", "Pattern": {}, "Regex": true }, "Matchers": [ { "Name": "XPathMatcher", "Pattern": "/a", "XmlNamespaceMap": [ { "Prefix": "a", "Uri": "b" } ] }, { "Name": "JsonPathMatcher", "Pattern": "$.a" }, { "Name": "FormUrlEncodedMatcher", "Pattern": "a=b" }, { "Name": "ContentTypeMatcher", "Pattern": "a" }, { "Name": "ExactObjectMatcher", "Pattern": "AA==" }, { "Name": "JsonPartialWildcardMatcher", "PatternAsFile": "x" } ] }
          },
          "Response": {
            "StatusCode": 200, "Headers": { "X": "y" }, "HeadersRaw": "X: y", "Body": "x", "BodyAsJson": 1, "BodyAsJsonIndented": true, "BodyAsBytes": "AA==", "BodyAsFile": "x", "BodyEncoding": { "WebName": "utf-8", "CodePage": 1 },
            "UseTransformer": true, "TransformerType": "Handlebars", "Delay": 1, "MinimumRandomDelay": 1, "MaximumRandomDelay": 2, "DelayBefore": true, "Fault": { "Type": "NONE", "Percentage": 1 },
            "Callback": "jira.votes.get", "CallbackData": { "a": "b" }, "Rule": "X"
          }
        }
        """;

    private static readonly IReadOnlyDictionary<string, Operation> Operations = Library.OperationsOf(Catalog.Contracts);

    private static readonly string[] Texts = [Full, .. RecordedCase.All.SelectMany(recorded => recorded.Mappings).Select(file => file.Text).Distinct()];

    [Test]
    public void Every_field_with_every_type()
    {
        var document = JObject.Parse(Full);
        foreach (var path in document.Descendants().Where(token => token is not JProperty).Select(token => token.Path).ToList())
        {
            foreach (var value in Values)
            {
                var changed = (JObject)document.DeepClone();
                changed.SelectToken(path)!.Replace(new JRaw(value));
                Read(changed.ToString());
            }
        }
    }

    [Test]
    public void Random_bytes() => Check(Gen.Choose(0, 255).Select(number => (char)number).ArrayOf().Select(letters => new string(letters)), 500);

    [Test]
    public void Random_JSON_letters() => Check(Gen.Elements("{}[]\":,/*\\ \n\u0001eE+-.0129tfn'\uFEFF".ToCharArray()).ArrayOf().Select(letters => "[{\"Request\":" + new string(letters)), 1000);

    [Test]
    public void Files_cut_anywhere() => Check(Gen.Elements(Texts).SelectMany(text => Gen.Choose(0, text.Length).Select(length => text[..length])), 1000);

    [Test]
    public void Files_with_a_letter_changed() =>
        Check(Gen.Elements(Texts).SelectMany(text => Gen.Choose(0, text.Length - 1).SelectMany(at => Gen.Elements("{}[]\":,x0 \\".ToCharArray()).Select(letter => text[..at] + letter + text[(at + 1)..]))), 1000);

    [TestCase("[", "]")]
    [TestCase("{\"Request\":", "}")]
    [TestCase("{\"Request\":{},\"Response\":{\"BodyAsJson\":", "}}")]
    public void Deep_nesting(string open, string close) =>
        Read(string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000))).ShouldNotBeEmpty();

    [Test]
    public void Of_two_thousand_mappings_with_a_mistake_each_a_hundred_are_told() =>
        Read("[" + string.Join(",\n", Enumerable.Repeat("""{ "Request": { "Pth": "/x" }, "Response": {} }""", 2_000)) + "]").Count.ShouldBe(ProblemList.Most + 1);

    private static void Check(Gen<string> texts, int count) =>
        Prop.ForAll(texts.ToArbitrary(), text => Read(text) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(count));

    /// <summary>Nothing is loaded without a problem being told, and every problem has a place.</summary>
    private static IReadOnlyList<Problem> Read(string text)
    {
        var problems = new ProblemList();
        var mappings = MappingFile.Read("a.json", text, new MappingContext(Operations, null, 0, () => 0, false), problems);
        problems.All.Take(ProblemList.Most).FirstOrDefault(problem => problem.Line <= 0 || problem.Column <= 0 || problem.Message.Length == 0).ShouldBeNull();
        (mappings.Count > 0 && problems.HasErrors).ShouldBeFalse(text);
        (mappings.Count == 0 && !problems.HasErrors && text.AsSpan().Trim() is not "[]").ShouldBeFalse(text);
        return problems.All;
    }
}
