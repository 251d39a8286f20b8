using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Stubs.Mappings;

public class MappingReviewTests
{
    private const string Wanted = """{ "Path": "/votes", "Methods": [ "GET" ] }""";

    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": WANTED, "Response": {} }]""", 1)]
    [TestCase("""[{ "Request": WANTED, "Priority": 1, "Response": {} }, { "Request": {}, "Response": {} }]""", 1)]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Priority": -1, "Request": { "Path": "/*" }, "Response": {} }]""", 1)]
    [TestCase("""[{ "Priority": -1, "Request": { "Path": "/votes" }, "Response": {} }, { "Request": WANTED, "Response": {} }]""", 0)]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": { "Path": "/votes", "Methods": [ "POST", "GET" ] }, "Response": {} }]""", 1)]
    [TestCase("""[{ "Request": WANTED, "Scenario": "s", "SetStateTo": "a", "Response": {} }, { "Priority": -1, "Request": WANTED, "Response": {} }]""", 1)]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": WANTED, "Probability": 0.5, "Response": {} }]""", 0)]
    public void A_mapping_that_can_never_answer_is_told(string text, int hiding) =>
        Found(text).ShouldHaveSingleItem().Message.ShouldStartWith($"This mapping never answers: a.json#{hiding} matches the same requests, always answers, and is asked first");

    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": WANTED, "Priority": -1, "Probability": 0.5, "Response": {} }]""")]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": WANTED, "Times": 1, "Response": {} }]""")]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": WANTED, "Scenario": "s", "SetStateTo": "a", "Response": {} }]""")]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": WANTED, "TimeSettings": { "TTL": 5 }, "Response": {} }]""")]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": WANTED, "IsDisabled": true, "Response": {} }]""")]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Request": {}, "Response": {} }]""")]
    [TestCase("""[{ "Request": { "Path": "/votes", "Methods": [ "GET", "PUT" ] }, "Response": {} }, { "Request": WANTED, "Response": {} }]""")]
    [TestCase("""[{ "Request": WANTED, "Response": {} }, { "Priority": -1, "Request": { "Path": "/votes/*" }, "Response": {} }]""")]
    public void One_that_can_answer_is_not(string text) => Found(text).ShouldBeEmpty();

    [Test]
    public void It_is_told_at_its_Request()
    {
        var problem = Found("[\n  { \"Request\": {}, \"Response\": {} },\n  { \"Request\": {}, \"Response\": {} }\n]").Single();

        problem.ToString().ShouldBe("a.json(2,16): warning: This mapping never answers: a.json#1 matches the same requests, always answers, and is asked first (the Priority is the same, and it is read later). [[0].Request]");
    }

    private static IEnumerable<Problem> Found(string text)
    {
        var order = 0L;
        var mappings = MappingFile.Read("a.json", text.Replace("WANTED", Wanted, StringComparison.Ordinal), new(Library.OperationsOf([]), null, 0, () => order++, false), new());
        mappings.Count.ShouldBe(2);
        return MappingReview.Of(mappings, []);
    }
}
