namespace FakeJira.Tests.Stubs.Responding;

/// <summary>What is wrong with a response is said when it is loaded, with its place.</summary>
public class ResponseProblemTests
{
    [TestCase("""{"StatusCode": 0}""", "error: Expected a whole number from 200 to 999, found 0. [Response.StatusCode]")]
    [TestCase("""{"StatusCode": "created"}""", "error: Expected a whole number from 200 to 999, found \"created\". [Response.StatusCode]")]
    [TestCase("""{"StatusCode": "{{request.path}}"}""", "error: Expected a status code; for a template, set UseTransformer to true, found \"{{request.path}}\". [Response.StatusCode]")]
    [TestCase("""{"Body": {"a": 1}}""", "error: Expected a text, found an object. [Response.Body]")]
    [TestCase("""{"Bdoy": "x"}""", "warning: Unknown member 'Bdoy'; did you mean 'Body'? [Response.Bdoy]")]
    [TestCase("""{"BodyAsBytes": "???"}""", "error: Expected a base64 text, found \"???\". [Response.BodyAsBytes]")]
    [TestCase("""{"Headers": {"X-A": 5}}""", "warning: WireMock.Net does not load a file with a header value that is no text; put it into quotes. [Response.Headers.X-A]")]
    [TestCase("""{"Headers": {"X A": "1"}}""", "error: 'X A' cannot be the name of a header. [Response.Headers['X A']]")]
    [TestCase("""{"Headers": {"X-A": "größe"}}""", "error: The value of the header 'X-A' has a character that a header cannot carry; only visible ASCII characters and spaces are safe. [Response.Headers.X-A]")]
    [TestCase("""{"Headers": {"Date": "today"}}""", "warning: The server sets 'Date' itself, or nobody does: this value is not sent, nor does WireMock.Net send it. [Response.Headers.Date]")]
    [TestCase("""{"HeadersRaw": "no colon"}""", "error: 'no colon' is no header; expected lines of the form \"Name: value\". [Response.HeadersRaw]")]
    [TestCase("""{"MinimumRandomDelay": 50, "MaximumRandomDelay": 20}""", "error: MaximumRandomDelay (20) must be more than MinimumRandomDelay (50). [Response.MaximumRandomDelay]")]
    [TestCase("""{"Delay": -1}""", "error: Expected a whole number from 0 to 2147483647, found -1. [Response.Delay]")]
    [TestCase("""{"Fault": "EMPTY_RESPONSE"}""", "error: Expected an object such as { \"Type\": \"EMPTY_RESPONSE\" }, found \"EMPTY_RESPONSE\". [Response.Fault]")]
    [TestCase("""{"Fault": ["EMPTY_RESPONSE"]}""", "error: Expected an object such as { \"Type\": \"EMPTY_RESPONSE\" }, found an array. [Response.Fault]")]
    [TestCase("""{"Fault": true}""", "error: Expected an object such as { \"Type\": \"EMPTY_RESPONSE\" }, found true. [Response.Fault]")]
    [TestCase("""{"Fault": {"Type": "EMPTY"}}""", "error: Expected NONE, EMPTY_RESPONSE, MALFORMED_RESPONSE_CHUNK, CONNECTION_DROP, CUT_BODY or HALF_BODY, found \"EMPTY\". [Response.Fault.Type]")]
    [TestCase("""{"Fault": {"Type": "EMPTY_RESPONSE", "Percentage": 50}}""", "error: Expected a number from 0 to 1, found 50. [Response.Fault.Percentage]")]
    [TestCase("""{"ProxyUrl": "http://x", "ProxyUrlReplaceSettings": {}, "WebProxy": {}}""", "error: ProxyUrl is not supported: FakeJira is offline and forwards nothing. [Response.ProxyUrl]")]
    [TestCase("""{"UseTransformer": true, "TransformerType": "Scriban", "Body": "x"}""", "error: TransformerType Scriban is not supported: use Handlebars. [Response.TransformerType]")]
    [TestCase("""{"TransformerReplaceNodeOptions": "Keep"}""", "error: Expected EvaluateAndTryToConvert or Evaluate, found \"Keep\". [Response.TransformerReplaceNodeOptions]")]
    [TestCase("""{"BodyEncoding": {"WebName": "klingon"}, "Body": "x"}""", "error: There is no encoding 'klingon'; use for example \"utf-8\" or \"iso-8859-1\" as WebName. [Response.BodyEncoding]")]
    [TestCase("""{"BodyAsFile": "x.txt"}""", "error: 'x.txt' cannot be read: files are read from the mapping folder, and there is none here. [Response.BodyAsFile]")]
    [TestCase("""{"Callback": "jira.votes.ad"}""", "error: There is no operation 'jira.votes.ad'; no contract is served here. [Response.Callback]")]
    [TestCase("""{"BodyAsJson": {}, "Body": null, "BodyAsFile": "x"}""", "warning: BodyAsFile is not sent, because BodyAsJson stands beside it: the first of BodyAsBytes, Body, BodyAsJson, BodyAsFile counts. [Response.BodyAsFile]")]
    [TestCase("""{"BodyAsJson": {}, "Body": ""}""", "warning: BodyAsJson is not sent, because Body stands beside it: the first of BodyAsBytes, Body, BodyAsJson, BodyAsFile counts. [Response.BodyAsJson]")]
    [TestCase("""{"Rule": "a\nb"}""", "error: Expected the id of a rule, found \"a\nb\". [Response.Rule]")]
    public void A_mistake_is_named(string response, string expected) =>
        Mapped.Problems(response).ShouldHaveSingleItem().Split(": ", 2)[1].ShouldBe(expected);

    [Test]
    public void A_broken_template_is_a_warning_because_WireMock_Net_loads_it_too() =>
        Mapped.Problems("""{"UseTransformer": true, "BodyAsJson": {"a": [1, "{{#if request.path}}never closed"]}}""").ShouldHaveSingleItem()
            .ShouldEndWith("warning: This template cannot be used, requests will be answered with 500: Reached end of template before block expression 'if' was closed [Response.BodyAsJson.a[1]]");
}
