using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What is wrong with a mapping is said when it is loaded, with its place.</summary>
public class MappingProblemTests
{
    [TestCase("""{"Headers": [{"Name": "X", "Matchers": [{"Name": "ExactObjectMatcher", "Pattern": "YWI="}]}]}""", "error: A ExactObjectMatcher looks at bodies only; here use an ExactMatcher, WildcardMatcher or RegexMatcher. [Request.Headers[0].Matchers[0]]")]
    [TestCase("""{"Headers": [{"Name": "X", "Matchers": [{"Name": "JsonMatcher", "Pattern": {}}]}]}""", "error: A JsonMatcher looks at bodies only; here use an ExactMatcher, WildcardMatcher or RegexMatcher. [Request.Headers[0].Matchers[0]]")]
    [TestCase("""{"Path": "votes"}""", "error: Expected a path that starts with a slash; for others use Matchers, found \"votes\". [Request.Path]")]
    [TestCase("""{"Path": "/votes?page=2"}""", "warning: A Path never sees the query, and its ? is any one character; write \"/votes\" and the query as Params. [Request.Path]")]
    [TestCase("""{"Url": "/votes"}""", "warning: A Url begins with http:// or a wildcard, this one matches nothing; for a path write Path. [Request.Url]")]
    [TestCase("""{"Path": [{"Name": "ExactMatcher"}]}""", "error: Expected a text, or an object with Matchers, found an array. [Request.Path]")]
    [TestCase("""{"Path": {}}""", "warning: There are no Matchers in it: the same as if Path were left out. [Request.Path]")]
    [TestCase("""{"Methods": "GET"}""", "error: Expected an array of methods such as [\"GET\"], found \"GET\". [Request.Methods]")]
    [TestCase("""{"Methods": []}""", "warning: There are no methods in it: the same as if it were left out, any method matches. [Request.Methods]")]
    [TestCase("""{"Methods": ["get", "GTE"]}""", "warning: 'GTE' is none of the usual methods; did you mean 'GET'? [Request.Methods[1]]")]
    [TestCase("""{"Methods": ["PURGE", "QUERY", "PROPFIND", "LOCK", "COPY", "TRACK", "SET", "READ", "options", "CONNECT"]}""")]
    [TestCase("""{"Method": ["GET"], "Path": "/x"}""", "warning: Unknown member 'Method'; that is WireMock for Java: write Methods, an array such as [\"GET\"]. [Request.Method]")]
    [TestCase("""{"Metods": ["GET"]}""", "warning: Unknown member 'Metods'; did you mean 'Methods'? [Request.Metods]")]
    [TestCase("""{"Operation": "jira.vote.add"}""", "error: There is no operation 'jira.vote.add'; did you mean 'jira.votes.add'? [Request.Operation]")]
    [TestCase("""{"Headers": {"X-A": "b"}}""", "error: Expected an array such as [{ \"Name\": \"…\", \"Matchers\": [ … ] }], found an object. [Request.Headers]")]
    [TestCase("""{"Headers": [{"Matchers": []}]}""", "warning: There are no matchers in it: the same as if it were left out. [Request.Headers[0].Matchers]", "error: It needs a Name. [Request.Headers[0]]")]
    [TestCase("""{"Params": [{"Name": "q", "Values": ["1"]}]}""", "warning: Unknown member 'Values'; write Matchers, for example [{ \"Name\": \"ExactMatcher\", \"Pattern\": \"…\" }]. [Request.Params[0].Values]")]
    [TestCase("""{"Body": "x"}""", "error: Expected an object with Matcher or Matchers, found \"x\". [Request.Body]")]
    [TestCase("""{"BodyAsJson": {}, "Path": "/x"}""", "warning: Unknown member 'BodyAsJson'; write Body with a JsonMatcher. [Request.BodyAsJson]")]
    [TestCase("""{"EarlyMatcherType": "Foo"}""", "error: Expected one of Body, BodyOfT, ClientIP, Cookie, GraphQL, Header, HttpVersion, Method, MultiPart, Param, Path, ProtoBuf, ScenarioAndState, Url, found \"Foo\". [Request.EarlyMatcherType]")]
    public void In_a_request(string request, params string[] expected) => Problems($$"""{"Request": {{request}}, "Response": {} }""").ShouldBe(expected);

    [TestCase("""{"Name": "exactMatcher", "Pattern": "x"}""", "error: There is no matcher 'exactMatcher'; did you mean 'ExactMatcher'? [Request.Body.Matcher.Name]")]
    [TestCase("""{"Name": "Exact", "Pattern": "x"}""", "error: There is no matcher 'Exact'; did you mean 'ExactMatcher'? [Request.Body.Matcher.Name]")]
    [TestCase("""{"Pattern": "x"}""", "error: A matcher needs a Name, for example ExactMatcher. [Request.Body.Matcher]")]
    [TestCase("""{"Name": "ExactMatcher"}""", "error: This matcher needs a Pattern, Patterns or PatternAsFile. [Request.Body.Matcher]")]
    [TestCase("""{"Name": "ExactMatcher", "Pattern": 5}""", "warning: It is taken as the text \"5\"; write it in quotes. [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "ExactMatcher", "Patterns": []}""", "error: Expected at least one pattern. [Request.Body.Matcher.Patterns]")]
    [TestCase("""{"Name": "ExactMatcher", "Pattern": "x", "MatchOperator": "and"}""", "warning: 'and' is none of Or, And and Average and counts as Or, as in WireMock.Net; did you mean 'And'? [Request.Body.Matcher.MatchOperator]")]
    [TestCase("""{"Name": "ExactMatcher", "Pattern": "x", "IngoreCase": true}""", "warning: Unknown member 'IngoreCase'; did you mean 'IgnoreCase'? [Request.Body.Matcher.IngoreCase]")]
    [TestCase("""{"Name": "RegexMatcher", "Pattern": "["}""", "error: '[' is no regular expression: Invalid pattern '[' at offset 1. Unterminated [] set. [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "XPathMatcher", "Pattern": "//a["}""", "error: '//a[' is no XPath 1.0 expression: Expression must evaluate to a node-set. [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "JsonPathMatcher", "Pattern": "$.a[?(@.b == \"c\")]"}""", "error: '$.a[?(@.b == \"c\")]' is no JSONPath: Unexpected character while parsing path query: \" Texts in filters stand in single quotes. [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "JsonPathMatcher", "Pattern": "$..*..*..*"}""", "error: Expected a JSONPath of at most 1000 characters with at most 2 '..', and neither '..' nor '$' in a filter. [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "JsonPathMatcher", "Pattern": "$.a[?(@['b','='] == $..c == 'x')]"}""", "error: Expected a JSONPath of at most 1000 characters with at most 2 '..', and neither '..' nor '$' in a filter. [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "JsonMatcher", "Pattern": "{"}""", "error: Expected JSON, an object or array, or a text that is one, found \"{\". [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "JsonMatcher", "PatternAsFile": "x.json"}""", "error: 'x.json' cannot be read: files are read from the mapping folder, and there is none here. [Request.Body.Matcher.PatternAsFile]")]
    [TestCase("""{"Name": "ExactObjectMatcher", "Pattern": "?"}""", "error: Expected bytes as a base64 text, found \"?\". [Request.Body.Matcher.Pattern]")]
    [TestCase("""{"Name": "LinqMatcher", "Pattern": "x"}""", "error: LinqMatcher is not supported: use a JsonPathMatcher, JsonPartialMatcher or RegexMatcher. [Request.Body.Matcher.Name]")]
    [TestCase("""{"Name": "SimMetricsMatcher.Levenstein", "Pattern": "x"}""", "error: SimMetricsMatcher.Levenstein is not supported: use a WildcardMatcher or RegexMatcher. [Request.Body.Matcher.Name]")]
    public void In_a_matcher(string matcher, string expected) => Problems($$$"""{"Request": {"Body": {"Matcher": {{{matcher}}}}}, "Response": {}}""").ShouldBe([expected]);

    [TestCase(""" "Guid": "vote-1" """, "error: Expected a GUID such as \"0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11\", found \"vote-1\". [Guid]")]
    [TestCase(""" "Priority": "high" """, "error: Expected a whole number from -2147483648 to 2147483647, found \"high\". [Priority]")]
    [TestCase(""" "Probability": 50 """, "error: Expected a number from 0 to 1, found 50. [Probability]")]
    [TestCase(""" "Scenario": "s" """, "warning: Without a SetStateTo its answer puts the scenario 's' back to its start; to stay, repeat the state in SetStateTo. [Scenario]")]
    [TestCase(""" "Scenario": "s", "WhenStateIs": "Started", "SetStateTo": "b" """, "warning: The start has no name here, 'Started' is a state like any other; for the start leave WhenStateIs out. [WhenStateIs]")]
    [TestCase(""" "SetStateTo": "b" """, "warning: It means nothing without a Scenario. [SetStateTo]")]
    [TestCase(""" "scenarioName": "b" """, "warning: Unknown member 'scenarioName'; that is WireMock for Java: write Scenario. [scenarioName]")]
    [TestCase(""" "Prioritie": 1 """, "warning: Unknown member 'Prioritie'; did you mean 'Priority'? [Prioritie]")]
    [TestCase(""" "Title": "a", "Title": "b" """, "warning: 'Title' stands twice in this object, and only the last one counts; remove one of them. [Title]")]
    [TestCase(""" "Webhooks": [{}] """, "warning: Webhooks are not sent: FakeJira is offline. [Webhooks]")]
    [TestCase(""" "ProtoDefinition": "x" """, "error: ProtoDefinition is not supported: protocol buffers are not read. [ProtoDefinition]")]
    public void In_a_mapping(string member, string expected) => Problems($$"""{"Request": {}, "Response": {}, {{member}}}""").ShouldBe([expected]);

    [TestCase("5", "a.json(1,1): error: Expected a mapping, or an array of mappings, found 5.")]
    [TestCase("[5]", "a.json(1,2): error: Expected a mapping: an object with Request and Response, found 5. [[0]]")]
    [TestCase("{\"Request\": {}}", "a.json(1,1): error: A mapping needs a Response, an object; it may be empty.")]
    [TestCase("{\"Request\":\n{\"Path\": \"/x\" \"y\"}}", "a.json(2,14): error: Not valid JSON: After parsing a value an unexpected character was encountered: \". [Request.Path]")]
    [TestCase("{\"request\": {\"method\": \"GET\", \"url\": \"/x\"}, \"response\": {\"status\": 200}}", "a.json(1,1): error: This is a mapping of WireMock for Java; here the fields have other names: for 'method' write Methods, an array such as [\"GET\"]; for 'status' write StatusCode.")]
    [TestCase("[{\"Guid\": \"0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11\", \"Request\": {}, \"Response\": {}},\n {\"Guid\": \"0B1F3F396D3B4C059C4E8D1F6F0A7B11\", \"Request\": {}, \"Response\": {}}]", "a.json(2,11): error: The mapping at index 0 has the same Guid; every mapping of a file needs its own. [[1].Guid]")]
    public void In_a_file(string text, string expected)
    {
        var problems = new ProblemList();

        MappingFile.Read("a.json", text, Context(false), problems).ShouldBeEmpty();

        problems.All.ShouldHaveSingleItem().ToString().ShouldBe(expected);
    }

    [Test]
    public void One_error_keeps_all_of_a_file_from_loading_and_a_warning_does_so_only_when_strict()
    {
        const string Warned = """[{"Request": {}, "Response": {}}, {"Request": {"Methods": []}, "Response": {}}]""";

        MappingFile.Read("a.json", Warned.Replace("[]", "5", StringComparison.Ordinal), Context(false), new()).ShouldBeEmpty();
        MappingFile.Read("a.json", Warned, Context(true), new()).ShouldBeEmpty();
        MappingFile.Read("a.json", Warned, Context(false), new()).Count.ShouldBe(2);
    }

    [Test]
    public void A_mapping_without_a_Guid_has_one_that_follows_from_its_place()
    {
        Guid IdIn(string file) => MappingFile.Read(file, """{"Request": {}, "Response": {}}""", Context(false), new()).Single().Id;

        IdIn("a.json").ShouldBe(IdIn("a.json"));
        IdIn("a.json").ShouldNotBe(IdIn("b.json"));
        IdIn("x/c0de0000-0000-4000-8000-000005060001.json").ShouldBe(Guid.Parse("c0de0000-0000-4000-8000-000005060001"));
    }

    private static MappingContext Context(bool strict) => new(Library.OperationsOf(Catalog.Contracts), null, 0, () => 0, strict);

    private static string[] Problems(string text)
    {
        var problems = new ProblemList();
        MappingFile.Read("a.json", text, Context(false), problems);
        problems.All.ShouldAllBe(problem => problem.Line == 1 && problem.Column > 0);
        return [.. problems.All.Select(problem => problem.ToString().Split(": ", 2)[1])];
    }
}
