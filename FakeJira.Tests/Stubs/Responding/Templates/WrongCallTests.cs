using Newtonsoft.Json;

namespace FakeJira.Tests.Stubs.Responding.Templates;

/// <summary>A call that can only fail is told when the mapping is loaded, and nothing else is.</summary>
public class WrongCallTests
{
    private const string Known = "known: Boolean, Byte, Short, Integer, Long, Float, Double, Guid, DateTime, Text, TextPattern, StringList, FirstName, LastName, FullName, EmailAddress, City, Country, TextWords, IPv4Address, IPv6Address, TimeSpan, MACAddress. To call it like that is answered with 500.";

    [TestCase("{{String.Upercase request.path}}", "There is no helper 'String.Upercase'; did you mean 'String.Uppercase'?")]
    [TestCase("{{Xeger.Generate \"[a-z]\"}}", "There is no helper 'Xeger.Generate'; to call it is answered with 500.")]
    [TestCase("a {{{Nope a=1}}} b", "There is no helper 'Nope'; to call it is answered with 500.")]
    [TestCase("{{String.Lowercase (Strin.Trim request.path)}}", "There is no helper 'Strin.Trim'; did you mean 'String.Trim'?")]
    [TestCase("{{#if (Nope request.path)}}{{/if}}", "There is no helper 'Nope'; to call it is answered with 500.")]
    [TestCase("{{#each request.pathSegments as |part|}}{{#if part}}{{Nope part}}{{/if}}{{/each}}", "There is no helper 'Nope'; to call it is answered with 500.")]
    [TestCase("{{#Nope request.path}}x{{/Nope}}", "There is no helper 'Nope'; to call it is answered with 500.")]
    [TestCase("{{#request.path 1}}x{{/request.path}}", "There is no helper 'request.path'; to call it is answered with 500.")]
    [TestCase("{{#eahc request.pathSegments}}{{Nope}}{{/eahc}}", "There is no helper 'eahc'; did you mean 'each'?")]
    [TestCase("{{each request.pathSegments}}", "'each' is a block: write {{#each …}}…{{/each}}.")]
    [TestCase("{{Nope 1}}{{#if request.path}}{{Nope 2}}{{/if}}", "There is no helper 'Nope'; to call it is answered with 500.")]
    [TestCase("{{DateTime.Now \"a\" \"b\" \"c\"}}", "DateTime.Now takes 0 to 1 arguments, found 3. To call it like that is answered with 500.")]
    [TestCase("{{string.uppercase}}", "String.Uppercase takes 1 arguments, found 0. To call it like that is answered with 500.")]
    [TestCase("{{#if (String.Uppercase 1 2 3 4 5 6 7 8 9)}}x{{/if}}", "String.Uppercase takes 1 arguments, found 9. To call it like that is answered with 500.")]
    [TestCase("{{#String.Uppercase 1 2}}x{{/String.Uppercase}}", "String.Uppercase takes 1 arguments, found 2. To call it like that is answered with 500.")]
    [TestCase("{{Random Type=\"TextRegex\" Pattern=\"a\"}}", "Random: there is no type 'TextRegex'; " + Known)]
    [TestCase("{{String.Trim (Random.Generate Min=1 type='IBAN')}}", "Random: there is no type 'IBAN'; " + Known)]
    [TestCase("{{#Random Min=1}}{{/Random}}", "Random: there is no type ''; " + Known)]
    public async Task A_call_that_is_told_is_answered_with_500(string template, string expected)
    {
        Problems(template).ShouldBe([$"a.json(1,74): warning: {expected} [Response.Body]"]);
        (await Answered(template)).Status.ShouldBe(500);
    }

    [TestCase("{{Random Type= Min=5}}")]
    [TestCase("a {{#if (Random Type=\"Integer\" Min= Max=7)}}{{/if}}")]
    [TestCase("{{Random Type=\"Integer\" Min==ax=7}}")]
    [TestCase("{{#if request.path}}{{Random Type= Min=5}}{{/if}}")]
    [TestCase("{{#each request.pathSegments}}{{#if this}}{{Random Type= Min=5}}{{/if}}{{/each}}")]
    public async Task A_named_argument_without_a_value_is_told(string template)
    {
        const string Told = "An argument cannot be compiled; where it has a name, its value has to stand right behind the =, as in Min=5.";

        Problems(template).ShouldBe([$"a.json(1,74): warning: This template cannot be used, requests will be answered with 500: {Told} [Response.Body]"]);
        (await Answered(template)).ShouldBe(new(500, "", $$"""{"Status":"{{Told}}"}"""));
    }

    [TestCase("{{foo}} {{a.b}} {{String.Upercase}}", "  ")]
    [TestCase("{{#request.query}}{{a}}{{/request.query}}{{#nothing}}x{{/nothing}}{{^nothing}}y{{/nothing}}", "y")]
    [TestCase("{{request.path 1}} {{REQUEST.method \"x\"}}", "/x GET")]
    [TestCase("{{#with request}}{{this.path 1}}{{../request.method 1}}{{/with}}", "/xGET")]
    [TestCase("{{#each request.pathSegments as |part at|}}{{part 1}}{{at 1}}{{@index 1}}{{else}}none{{/each}}", "x00")]
    [TestCase("{{#request.pathSegments as |part|}}{{this}}{{/request.pathSegments}}", "x")]
    [TestCase("{{#if nothing}}a{{else if request.path}}b{{else}}c{{/if}}{{#unless nothing}}d{{/unless}}{{lookup request \"path\"}}", "bd/x")]
    [TestCase("{{string.uppercase (String.Trim request.path)}}{{#String.Equal \"a\" \"a\"}}e{{/String.Equal}}", "/Xe")]
    [TestCase("{{Random type=\"stringlist\" Values=[\"a\"]}}{{#if nothing}}{{Random Type=nothing}}{{/if}}", "a")]
    [TestCase("{{String.Lowercase (nothing)}}{{! Nope 1 }}\\{{Nope 1}}", "{{Nope 1}}")]
    public async Task What_can_be_answered_is_not_told(string template, string expected)
    {
        Problems(template).ShouldBeEmpty();
        (await Answered(template)).ShouldBe(new(200, "MAPPING", expected));
    }

    [Test]
    public void Every_place_of_a_template_is_looked_at_and_only_the_call_itself_is_told() =>
        Mapped.Problems("""{"UseTransformer": true, "StatusCode": "{{Nope 1}}", "Headers": {"X": "{{Nope 2}}"}, "BodyAsJson": {"a": ["{{Nope 3}}", "{{Nope}}"]}}""").Select(problem => problem.Split('[', 2)[1])
            .ShouldBe(["Response.StatusCode]", "Response.Headers.X]", "Response.BodyAsJson.a[0]]"]);

    private static IReadOnlyList<string> Problems(string template) => Mapped.Problems(Response(template));

    private static string Response(string template) => $$"""{"UseTransformer": true, "Body": {{JsonConvert.ToString(template)}}}""";

    private static async Task<Answer> Answered(string template)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {{Response(template)}}}""");
        return await Answer.Of(fake.Client(Door.Handler), "GET", "/x?a=1");
    }
}
