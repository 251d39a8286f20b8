using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Stubs.Mappings;

public class HiddenOperationsTests
{
    [TestCase("""{ "Request": { "Path": "/rest/api/*" }, "Response": {} }""", "a.json(1,")]
    [TestCase("""{ "Request": { "Path": "/rest/api/3/issue/MKY-1/votes", "Methods": [ "POST" ] }, "Response": {} }""", "jira.votes.add; say \"Operation\": \"jira.votes.add\" in its Request if that is meant.")]
    [TestCase("""{ "Request": { "Path": "/rest/api/3/issue/MKY-1/votes" }, "Response": {} }""", "before jira.votes.get, jira.votes.add, jira.votes.delete; narrow its Path")]
    [TestCase("""{ "Request": { "Url": "*/rest/api/3/issue/*/votes" }, "Response": {} }""", "before jira.votes.get, jira.votes.add, jira.votes.delete; narrow its Url, or say")]
    [TestCase("""{ "Request": { "Url": "https://jira.example.com:8443/rest/api/3/issue/*/votes", "Methods": [ "POST" ] }, "Response": {} }""", "before jira.votes.add; say")]
    [TestCase("""{ "Request": { "Url": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^http://jira\\.example\\.com/rest/api/3/issue/.*/votes$" } ] }, "Methods": [ "POST" ] }, "Response": {} }""", "before jira.votes.add; say")]
    [TestCase("""{ "Request": { "Path": "/rest/api/3/issue/MKY-1/votes", "Methods": [ "GET", "DELETE" ], "MethodsRejectOnMatch": true }, "Response": {} }""", "before jira.votes.add; say")]
    public void A_mapping_that_takes_the_path_of_operations_it_does_not_name_is_told(string text, string expected) =>
        Found(text).Single().ToString().ShouldContain(expected);

    [TestCase("""{ "Request": { "Operation": "jira.votes.add", "Path": "/rest/api/*" }, "Response": {} }""")]
    [TestCase("""{ "Request": { "Path": "/elsewhere/*" }, "Response": {} }""")]
    [TestCase("""{ "IsDisabled": true, "Request": { "Path": "/rest/api/*" }, "Response": {} }""")]
    [TestCase("""{ "Priority": 1001, "Request": { "Path": "/rest/api/*" }, "Response": {} }""")]
    [TestCase("""{ "Request": { "Operation": "jira.votes.add", "Url": "*/rest/api/*" }, "Response": {} }""")]
    public void A_mapping_that_names_its_operation_or_comes_after_all_is_not(string text) => Found(text).ShouldBeEmpty();

    [TestCase("""{ "Request": { "Url": "http://localhost/help" }, "Response": {} }""")]
    [TestCase("""{ "Request": { "Url": { "Matchers": [ { "Name": "WildcardMatcher", "Pattern": "*/help?x=1" } ] } }, "Response": {} }""")]
    [TestCase("""{ "Request": { "Url": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "/w19\\?a=1$" } ] } }, "Response": {} }""")]
    [TestCase("""{ "Request": { "Url": "http://localhost:8377/help", "Methods": [ "GET" ] }, "Response": {} }""")]
    [TestCase("""{ "Request": { "Path": { "Matchers": [ { "Name": "ExactMatcher", "Pattern": "/rest/api/3/issue/MKY-1/votes" }, { "Name": "WildcardMatcher", "Pattern": "*/help" } ], "MatchOperator": "And" } }, "Response": {} }""")]
    public void A_mapping_that_takes_no_path_of_an_operation_is_not(string text) => Found(text).ShouldBeEmpty();

    private static IEnumerable<Problem> Found(string text)
    {
        var problems = new ProblemList();
        var mappings = MappingFile.Read("a.json", text, new(Library.OperationsOf(Catalog.Contracts), null, 0, () => 0, false), problems);
        problems.All.ShouldBeEmpty();
        return HiddenOperations.Of(mappings, Catalog.Contracts);
    }
}
