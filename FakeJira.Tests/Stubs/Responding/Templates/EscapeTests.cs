using FakeJira.Stubs.Responding.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Stubs.Responding.Templates;

/// <summary>A template sees the request, the mapping and its data; it cannot reach further, and it always comes to an end.</summary>
public class EscapeTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{{", "}}}", "{{{{", "}}}}", "{{#if request.path}}", "{{else}}", "{{^}}", "{{/if}}", "{{#each request.bodyAsJson.l}}", "{{/each}}", "{{#with", "{{/with}}", "(", ")", "[", "]", "\"", "'", "\\", "~",
        "..", "../", "@root", "@index", "this", "as |a b|", "!", "!--", "--}}", "&", "#", "/", ">", "*", "=", "|", ".", " ", "\n", "\u0000", "\uD800", "é", "1", "-1.5", "null", "true", "request", "request.bodyAsJson", "data", "mapping",
        "String.Repeat", "Math.Add", "Random Type=\"Text\"", "Regex.Match", "JsonPath.SelectToken", "DateTime.Now", "lookup", "log", "each", "x",
    ];

    [TestCase("{{> /etc/hostname}}")]
    [TestCase("{{> ../../etc/hostname}}")]
    [TestCase("{{~#> layout}}x{{/layout}}")]
    [TestCase("{{#*inline \"a\"}}{{> a}}{{> a}}{{/inline}}{{> a}}")]
    public async Task Partials_are_refused(string template) =>
        (await TemplateTests.Rendered(template)).ShouldBe((500, """{"Status":"Partials ({{\u003Ename}}, {{#*inline}}) are not supported."}"""));

    [TestCase("{{File.Read \"/etc/hostname\"}}")]
    [TestCase("{{Environment.GetEnvironmentVariable \"PATH\"}}")]
    [TestCase("{{Xslt.Transform \"a\" \"b\"}}")]
    public async Task There_is_no_function_that_reaches_out(string template) => (await TemplateTests.Rendered(template)).Status.ShouldBe(500);

    [TestCase("{{request.Site.Name}}{{request.Request}}{{request.GetType}}{{request.path.GetType}}{{mapping.Response}}{{mapping.GetType.Assembly}}")]
    [TestCase("{{request.bodyAsJson.s.Parent.Parent.Root}}{{@root.site}}{{../../x}}")]
    [TestCase("{{request.bodyAsJson.s.Root}}{{request.bodyAsJson.s.Parent}}{{request.bodyAsJson.s.[Root]}}{{lookup request.bodyAsJson.s \"Root\"}}{{#with request.bodyAsJson.s}}{{Root}}{{Parent.Value}}{{/with}}{{#each request.bodyAsJson.s}}{{this}}{{/each}}")]
    [TestCase("{{request.bodyAsJson.o.Parent.Root}}{{request.bodyAsJson.l.Parent.Root}}{{request.bodyAsJson.Json}}")]
    public async Task Nothing_but_the_named_members_can_be_read(string template)
    {
        var (status, body) = await TemplateTests.Rendered(template, """{"s":"secret of the body","o":{"a":1},"l":[1]}""");

        (status, body.Replace("secret of the body", "", StringComparison.Ordinal)).ShouldBe((200, ""));
    }

    [Category("Slow")]
    [TestCase("{{String.Repeat \"x\" 2000000000}}", "The template makes a text of more than 4194304 characters.")]
    [TestCase("{{String.PadLeft \"x\" 2000000000}}", "The template makes a text of more than 4194304 characters.")]
    [TestCase("{{String.Length (String.Repeat (String.Repeat \"xxxxxxxxxx\" 100000) 100000)}}", "The template makes a text of more than 4194304 characters.")]
    [TestCase("{{String.Replace (String.Repeat \"x\" 100000) \"x\" (String.Repeat \"y\" 100000)}}", "The template makes a text of more than 4194304 characters.")]
    [TestCase("{{Regex.Replace (String.Repeat \"x\" 100) \"x\" (String.Repeat \"y\" 100000)}}", "The template makes a text of more than 4194304 characters.")]
    [TestCase("{{#each request.bodyAsJson.l}}{{String.Repeat \"x\" 1000000}}{{/each}}", "The template makes a text of more than 4194304 characters.")]
    [TestCase("{{#each request.bodyAsJson.l}}{{#each ../request.bodyAsJson.l}}{{#each @root.request.bodyAsJson.l}}{{/each}}{{/each}}{{/each}}", "The template takes more than 100000 steps.")]
    [TestCase("{{#with request.bodyAsJson.l}}{{#each this}}{{#each ..}}{{#each ../..}}{{/each}}{{/each}}{{/each}}{{/with}}", "The template takes more than 100000 steps.")]
    [TestCase("{{#each request.bodyAsJson.o}}{{#each @root.request.bodyAsJson.o}}{{#each @root.request.bodyAsJson.o}}{{/each}}{{/each}}{{/each}}", "The template takes more than 100000 steps.")]
    [TestCase("{{String.Format 1 \"D999999999\"}}", "String.Format: argument 2 must be a format of at most 100 characters and 999 digits, found \"D999999999\".")]
    [TestCase("{{#each request.bodyAsJson.l}}{{#each @root.request.bodyAsJson.l}}{{Regex.IsMatch (String.Repeat \"a\" 17) \"^(a+)+b$\"}}{{/each}}{{/each}}", "The template takes more than 5 seconds.")]
    [TestCase("{{JsonPath.SelectToken request.body \"$..*..*..*\"}}", "JsonPath.SelectToken: argument 2 must be a JSONPath of at most 1000 characters with at most 2 '..', and neither '..' nor '$' in a filter, found \"$..*..*..*\".")]
    [TestCase("{{Random Type=\"Text\" Min=1 Max=2000000000}}", "Random: Min and Max must be in order and from 0 to 10000.")]
    public async Task What_would_take_for_ever_ends(string template, string message)
    {
        var members = string.Join(',', Enumerable.Range(0, 200).Select(each => $"\"{each}\": 0"));

        var (status, body) = await TemplateTests.Rendered(template, $$"""{"l":[{{string.Join(',', Enumerable.Range(0, 200))}}],"o":{ {{members}} } }""", new() { RegexTime = TimeSpan.FromMinutes(1) });

        (status, Newtonsoft.Json.Linq.JObject.Parse(status == 500 ? body : "{}")["Status"]?.ToString()).ShouldBe((500, message));
    }

    [TestCase(1, 100, """{{#each request.bodyAsJson}}{{#each @root.request.bodyAsJson}}{{/each}}{{/each}}""", "The template takes more than 0.001 seconds.")]
    [TestCase(60_000, 1, """{{Regex.IsMatch (String.Repeat \"a\" 60) \"^(a+)+b$\"}}""", "Regex: '^(a+)+b$' takes too long on this text.")]
    [TestCase(60_000, 1, """{{JsonPath.SelectToken request.body \"$[?(@ =~ /^(a+)+b$/)]\"}}""", "JsonPath: '$[?(@ =~ /^(a+)+b$/)]' takes too long on this text.")]
    [TestCase(0.0001, 100, "{{request.path}}", "The template takes more than 1E-07 seconds.")]
    public async Task A_template_has_as_long_as_the_server_gives_it(double templateTime, int regexTime, string template, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Limits = new() { TemplateTime = TimeSpan.FromMilliseconds(templateTime), RegexTime = TimeSpan.FromMilliseconds(regexTime) } });
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {"UseTransformer": true, "Body": "{{template}}"} }""");
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };

        var answer = await Answer.Of(client, "POST", "/x", new StringContent($"[{string.Join(',', Enumerable.Range(0, 300))}, \"{new string('a', 24)}\"]"));

        (answer.Status, Newtonsoft.Json.Linq.JObject.Parse(answer.Body)["Status"]?.ToString()).ShouldBe((500, message));
    }

    [Test]
    public async Task A_template_has_a_mebibyte_at_most([Values(0, 1)] int more)
    {
        var (status, body) = await TemplateTests.Rendered("{{request.method}}" + new string('x', (1024 * 1024) - 18 + more));

        (status, body.Length > 100 ? body[..6] : Newtonsoft.Json.Linq.JObject.Parse(body)["Status"]!.ToString()).ShouldBe(more == 0 ? (200, "POSTxx") : (500, "The template is longer than 1048576 characters."));
    }

    /// <summary>Milliseconds; looking for the end of each expression to the end of the text would take minutes.</summary>
    [Test]
    public async Task What_a_template_may_have_is_found_out_in_one_pass()
    {
        var text = string.Concat(Enumerable.Repeat("{{a", 340_000));

        await Task.Run(() => Enumerable.Range(0, 10).ToList().ForEach(_ => TemplateLimits.Verify(text))).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Test]
    public async Task A_template_as_deep_as_allowed_is_compiled_and_a_deeper_one_refused([Values(200, 201)] int blocks)
    {
        var template = string.Concat(Enumerable.Repeat("{{#if request.path}}", blocks)) + "x" + string.Concat(Enumerable.Repeat("{{/if}}", blocks));

        (await TemplateTests.Rendered(template)).ShouldBe(blocks == 200 ? (200, "x") : (500, """{"Status":"The template has more than 200 blocks."}"""));
    }

    [Test]
    public async Task Calls_as_deep_as_allowed_are_compiled_and_deeper_ones_refused([Values(50, 51)] int calls)
    {
        var template = "{{Math.Add 1 " + string.Concat(Enumerable.Repeat("(Math.Add 1 ", calls)) + "1" + new string(')', calls) + "}}";

        (await TemplateTests.Rendered(template)).ShouldBe(calls == 50 ? (200, "52") : (500, """{"Status":"An expression of the template has more than 50 calls in brackets."}"""));
    }

    [Test]
    public async Task Whatever_is_written_there_is_an_answer()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var templates = Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces));
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = fake.BaseAddress };

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(templates.ToArbitrary(), template =>
        {
            fake.Map($$"""{"Guid": "11111111-1111-4111-8111-111111111111", "Request": {"Path": "/x"}, "Response": {"UseTransformer": true, "Body": {{Newtonsoft.Json.JsonConvert.ToString(template)}} } }""");
            var answer = Answer.Of(client, "POST", "/x", new StringContent("""{"l":[1,2,3]}""")).GetAwaiter().GetResult();
            answer.Status.ShouldBeOneOf(200, 500);
        }));
    }
}
