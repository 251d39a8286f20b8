namespace FakeJira.Tests.Stubs.Responding.Templates;

public class JsonTemplateTests
{
    private const string Body = """{"s":"5","n":5,"d":1.50,"b":true,"z":null,"o":{"k":1},"l":[1,2]}""";

    [TestCase("{{request.bodyAsJson.n}}", "5")]
    [TestCase("{{request.bodyAsJson.s}}", "\"5\"")]
    [TestCase("{{request.bodyAsJson.d}}", "1.5")]
    [TestCase("{{{request.bodyAsJson.b}}}", "true")]
    [TestCase("{{request.bodyAsJson.z}}", "null")]
    [TestCase("{{request.bodyAsJson.o}}", "\"{{request.bodyAsJson.o}}\"")]
    [TestCase("{{request.bodyAsJson.l.[1]}}", "2")]
    [TestCase("{{request.bodyAsJson.l.length}}", "2")]
    [TestCase("{{request.bodyAsJson.none}}", "\"\"")]
    [TestCase("{{request.query.a}}", "\"1\"")]
    [TestCase("{{request.query.a.[0]}}", "1")]
    [TestCase("{{request.query.two}}", "[\"1\",\"2\"]")]
    [TestCase("{{request.query.key}}", "\"DEC-12\"")]
    [TestCase("{{request.query.key.[0]}}", "\"DEC-12\"")]
    [TestCase("{{request.query.date.[0]}}", "\"2026-01-02T00:00:00\"")]
    [TestCase("{{request.query.span.[0]}}", "\"01:30:00\"")]
    [TestCase("{{request.body}}", Body)]
    [TestCase("{{JsonPath.SelectToken request.body \"$.o\"}}", "{\"k\":1}")]
    [TestCase("{{JsonPath.SelectToken request.body \"$.l\"}}", "\"[\\n  1,\\n  2\\n]\"")]
    [TestCase("{{JsonPath.SelectToken request.body \"$.n\"}}", "5")]
    [TestCase("{{Math.Add request.bodyAsJson.n 1}}", "6")]
    [TestCase("n{{Math.Add 1 2}}", "\"n3\"")]
    [TestCase("{{Math.Add 1 2}}{{Math.Add 1 2}}", "33")]
    [TestCase("{{String.Lowercase \"TRUE\"}}", "true")]
    [TestCase("{{request.method}}{{request.path}}", "\"POST/x\"")]
    [TestCase("a=b {{request.query.lt}}", "\"a=b &lt;\"")]
    public async Task What_becomes_of_a_text_value(string template, string expected) => (await Rendered(template, "")).ShouldBe($"{{\"v\":{expected},\"{{{{k}}}}\":\"5\"}}".Replace("1.50", expected == Body ? "1.5" : "1.50"));

    [TestCase("{{request.query.a.[0]}}", "\"1\"")]
    [TestCase("{{request.bodyAsJson.n}}", "5")]
    [TestCase("{{Math.Add 1 2}}", "\"3\"")]
    public async Task EvaluateAndKeep_leaves_texts_as_texts(string template, string expected) => (await Rendered(template, """ "TransformerReplaceNodeOptions": "EvaluateAndKeep", """)).ShouldBe($"{{\"v\":{expected},\"{{{{k}}}}\":\"5\"}}");

    [Test]
    public async Task Answers_do_not_share_what_templates_made()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"UseTransformer": true, "BodyAsJson": [[{"a": "{{request.query.a}}"}, "plain", 1.0, null]]}}""");
        var client = fake.CreateClient();

        (await Answer.Of(client, "GET", "/x?a=one")).Body.ShouldBe("""[[{"a":"one"},"plain",1.0,null]]""");
        (await Answer.Of(client, "GET", "/x?a=two")).Body.ShouldBe("""[[{"a":"two"},"plain",1.0,null]]""");
    }

    private static async Task<string> Rendered(string template, string options)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$$"""
            {"Request": {"Path": "/x"}, "Response": {"UseTransformer": true, {{{options}}} "BodyAsJson": {"v": {{{Newtonsoft.Json.JsonConvert.ToString(template)}}}, "{{k}}": "5"} } }
            """);
        using var content = new StringContent(Body);
        return (await Answer.Of(fake.CreateClient(), "POST", "/x?a=1&two=1&two=2&key=DEC-12&date=2026-01-02&span=1:30&lt=%3C", content)).Body;
    }
}
