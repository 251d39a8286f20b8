using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>Each member with a text, a number, a truth value, an array and an object in it.</summary>
public sealed class MemberKindTests
{
    private static readonly string[] Kinds = ["\"x\"", "5", "true", "[5]", "{\"a\":1}"];

    /// <param name="mapping">A mapping with places for a name and a value.</param>
    /// <param name="names">The members.</param>
    /// <param name="taken">Those of the values that belong there, or that WireMock.Net takes too.</param>
    [TestCase("""{"Request": {}, "Response": {}, "NAME": VALUE}""", "Guid UpdatedAt TimesInSameState TimeSettings Webhook Webhooks UseWebhooksFireAndForget Probability ProtoDefinition ProtoDefinitions WhenStateIs SetStateTo", "")]
    [TestCase("""{"Request": {}, "Response": {}, "NAME": VALUE}""", "Priority Times", "5")]
    [TestCase("""{"Request": {}, "Response": {}, "NAME": VALUE}""", "Title Description", "\"x\" 5 true")]
    [TestCase("""{"Request": {}, "Response": {}, "NAME": VALUE}""", "IsDisabled SaveToFile", "true")]
    [TestCase("""{"Request": {}, "Response": {}, "TimeSettings": {"NAME": VALUE}}""", "Start End", "")]
    [TestCase("""{"Request": {}, "Response": {}, "TimeSettings": {"NAME": VALUE}}""", "TTL", "5")]
    [TestCase("""{"Response": {}, "NAME": VALUE}""", "Request", "")]
    [TestCase("""{"Request": {}, "NAME": VALUE}""", "Response", "")]
    [TestCase("""{"Request": {"NAME": VALUE}, "Response": {}}""", "Operation Path Methods MethodsMatchOperator Headers Cookies Params Body", "")]
    [TestCase("""{"Request": {"NAME": VALUE}, "Response": {}}""", "Url ClientIP", "\"x\"")]
    [TestCase("""{"Request": {"NAME": VALUE}, "Response": {}}""", "HttpVersion", "\"x\" 5 true")]
    [TestCase("""{"Request": {"NAME": VALUE}, "Response": {}}""", "MethodsRejectOnMatch", "true")]
    [TestCase("""{"Request": {"NAME": VALUE}, "Response": {}}""", "EarlyMatcherType", "5")]
    [TestCase("""{"Request": {"Path": {"NAME": VALUE}}, "Response": {}}""", "Matchers MatchOperator", "")]
    [TestCase("""{"Request": {"Headers": [{"Name": "x", "NAME": VALUE}]}, "Response": {}}""", "Matchers MatchOperator", "")]
    [TestCase("""{"Request": {"Headers": [{"Name": "x", "NAME": VALUE}]}, "Response": {}}""", "IgnoreCase RejectOnMatch", "true")]
    [TestCase("""{"Request": {"Body": {"NAME": VALUE}}, "Response": {}}""", "Matcher Matchers MatchOperator", "")]
    [TestCase("""{"Request": {"Body": {"NAME": VALUE}}, "Response": {}}""", "MatcherName", "\"x\"")]
    [TestCase("""{"Request": {"Body": {"Matcher": {"Name": "ExactMatcher", "Pattern": "x", "NAME": VALUE}}}, "Response": {}}""", "MatchOperator XmlNamespaceMap", "")]
    [TestCase("""{"Request": {"Body": {"Matcher": {"Name": "ExactMatcher", "Pattern": "x", "NAME": VALUE}}}, "Response": {}}""", "IgnoreCase RejectOnMatch Regex", "true")]
    [TestCase("""{"Request": {"Body": {"Matcher": {"Name": "ExactMatcher", "Pattern": "x", "NAME": VALUE}}}, "Response": {}}""", "Patterns", "[5]")]
    [TestCase("""{"Request": {"Body": {"Matcher": {"Name": "ExactMatcher", "Pattern": "x", "NAME": VALUE}}}, "Response": {}}""", "PatternAsFile", "\"x\"")]
    [TestCase("""{"Request": {}, "Response": {"NAME": VALUE}}""", "StatusCode BodyAsBytes BodyAsFile BodyDestination BodyEncoding Headers HeadersRaw TrailingHeaders TransformerType TransformerReplaceNodeOptions", "")]
    [TestCase("""{"Request": {}, "Response": {"NAME": VALUE}}""", "Fault ProxyUrl ProxyUrls ProtoBufMessageType ProtoDefinition ProtoDefinitions Callback Error", "")]
    [TestCase("""{"Request": {}, "Response": {"NAME": VALUE}}""", "Body", "\"x\" 5 true")]
    [TestCase("""{"Request": {}, "Response": {"NAME": VALUE}}""", "Delay MinimumRandomDelay MaximumRandomDelay Drip", "5")]
    [TestCase("""{"Request": {}, "Response": {"NAME": VALUE}}""", "BodyAsFileIsCached BodyAsJsonIndented UseTransformer UseTransformerForBodyAsFile DelayBefore", "true")]
    [TestCase("""{"Request": {}, "Response": {"NAME": VALUE}}""", "ProxyUrlReplaceSettings WebProxy CallbackData", "{\"a\":1}")]
    [TestCase("""{"Request": {}, "Response": {"NAME": VALUE}}""", "X509Certificate2ThumbprintOrSubjectName Rule", "\"x\"")]
    [TestCase("""{"Request": {}, "Response": {"Headers": {"X-A": "y"}, "NAME": VALUE}}""", "HeadersRaw", "\"x\"")]
    [TestCase("""{"Request": {}, "Response": {"Fault": {"Type": "EMPTY_RESPONSE", "NAME": VALUE}}}""", "Type Percentage", "")]
    public void What_does_not_belong_there_is_told_and_nothing_else(string mapping, string names, string taken)
    {
        foreach (var name in names.Split(' '))
        {
            var silent = Kinds.Where(kind => !IsTold(mapping.Replace("NAME", name, StringComparison.Ordinal).Replace("VALUE", kind, StringComparison.Ordinal)));

            silent.ShouldBe(taken.Split(' ', StringSplitOptions.RemoveEmptyEntries), name);
        }
    }

    [TestCase("\"2026-01-31T12:00:00Z\"")]
    [TestCase("null")]
    public void When_WireMock_Net_wrote_a_mapping_is_no_mistake(string moment) => IsTold($$"""{"Request": {}, "Response": {}, "UpdatedAt": {{moment}}}""").ShouldBeFalse();

    private static bool IsTold(string mapping)
    {
        var problems = new ProblemList();
        MappingFile.Read("a.json", mapping, new(Library.OperationsOf(Catalog.Contracts), null, 0, () => 0, false), problems);
        return problems.All.Count > 0;
    }
}
