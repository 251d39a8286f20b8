using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Stubs.Mappings;

public class HiddenOperationsTests
{
    [TestCase("""{ "Request": { "Path": "/rest/api/*" }, "Response": {} }""", "a.json(1,")]
    [TestCase("""{ "Request": { "Path": "/rest/api/3/issue/MKY-1/votes", "Methods": [ "POST" ] }, "Response": {} }""", "jira.votes.add; say \"Operation\": \"jira.votes.add\" in its Request if that is meant.")]
    [TestCase("""{ "Request": { "Path": "/rest/api/3/issue/MKY-1/votes" }, "Response": {} }""", "before jira.votes.get, jira.votes.add, jira.votes.delete; narrow its Path")]
    public void A_mapping_that_takes_the_path_of_operations_it_does_not_name_is_told(string text, string expected) =>
        Found(text).Single().ToString().ShouldContain(expected);

    [TestCase("""{ "Request": { "Operation": "jira.votes.add", "Path": "/rest/api/*" }, "Response": {} }""")]
    [TestCase("""{ "Request": { "Path": "/elsewhere/*" }, "Response": {} }""")]
    [TestCase("""{ "IsDisabled": true, "Request": { "Path": "/rest/api/*" }, "Response": {} }""")]
    [TestCase("""{ "Priority": 1001, "Request": { "Path": "/rest/api/*" }, "Response": {} }""")]
    public void A_mapping_that_names_its_operation_or_comes_after_all_is_not(string text) => Found(text).ShouldBeEmpty();

    private static IEnumerable<Problem> Found(string text)
    {
        var problems = new ProblemList();
        var mappings = MappingFile.Read("a.json", text, new(Library.OperationsOf(Catalog.Contracts), null, 0, () => 0, false), problems);
        problems.All.ShouldBeEmpty();
        return HiddenOperations.Of(mappings, Catalog.Contracts);
    }
}
