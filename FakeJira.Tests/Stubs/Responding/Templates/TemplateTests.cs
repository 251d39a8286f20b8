using System.Net.Http.Headers;
using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs.Responding.Templates;

public class TemplateTests
{
    [TestCase("{{request.path}}", "/a b")]
    [TestCase("{{Request.PATH}}", "/a b")]
    [TestCase("{{request.pathSegments.[0]}}", "a b")]
    [TestCase("{{request.method}} {{request.protocol}} {{request.host}} {{request.httpVersion}}", "POST http fake.test 1.1")]
    [TestCase("{{{request.url}}}", "http://fake.test:81/a%20b?q=1,2&q=%3C&r=x")]
    [TestCase("{{request.url}}", "http://fake.test:81/a%20b?q&#x3D;1,2&amp;q&#x3D;%3C&amp;r&#x3D;x")]
    [TestCase("{{request.port}} {{{request.origin}}}", "81 http://fake.test:81")]
    [TestCase("{{request.query.q}} {{request.query.q.[1]}} {{request.query.R}} {{request.query.none}}|", "1,2,&lt; 2 x |")]
    [TestCase("{{request.headers.X-One}} {{request.headers.[x-one]}} {{request.headers.x-one.[0]}}", "1 1 1")]
    [TestCase("{{request.cookies.voter}} {{request.cookies.none}}|", "mia |")]
    [TestCase("{{request.bodyAsJson.list.[1].k}} {{request.bodyAsJson.LIST}}|", "2 |")]
    [TestCase("{{request.bodyAsJson.o}}", "{&quot;b&quot;:true}")]
    [TestCase("{{#each request.bodyAsJson.list}}{{@index}}:{{k}}{{#unless @last}},{{/unless}}{{/each}}", "0:1,1:2")]
    [TestCase("{{#each request.bodyAsJson.o}}{{@key}}={{this}}{{/each}}", "b=True")]
    [TestCase("{{#if request.bodyAsJson.f}}yes{{else}}no{{/if}}", "no")]
    [TestCase("{{#with request.bodyAsJson.o}}{{b}}{{/with}}", "True")]
    [TestCase("{{mapping.title}} {{data.greeting}} {{mapping.guid}}", "The title hello 11111111-1111-4111-8111-111111111111")]
    [TestCase("{{String.Uppercase \"a<\"}} {{String.Replace \"aXa\" \"X\" \"-\"}} {{String.Join request.query.q \";\"}} {{String.Split \"a,b\" \",\"}}", "A< a-a 1;2;< a,b")]
    [TestCase("{{String.Titlecase \"a bc-DE\"}} {{String.Truncate \"abcdef\" 3}} {{String.PadLeft \"7\" 3 \"0\"}} {{String.Format 3.14159 \"0.00\"}}", "A Bc DE abc 007 3.14")]
    [TestCase("{{#String.Equal request.method \"POST\"}}{{request.path}}{{else}}other{{/String.Equal}}", "/a b")]
    [TestCase("{{Math.Add 1 2}} {{Math.Multiply 1.5 2}} {{Math.Subtract \"5\" (Math.Add 1 1)}} {{Math.Divide 1 4}} {{Math.Modulo 7 3}}", "3 3 3 0.25 1")]
    [TestCase("{{#Math.GreaterThan 2 1}}more{{else}}less{{/Math.GreaterThan}} {{Math.Add 9223372036854775807 1}}", "more 9.223372036854776E+18")]
    [TestCase("{{JsonPath.SelectToken request.body \"$.list[0].k\"}} {{JsonPath.SelectToken request.bodyAsJson \"$.none\"}}|{{#each (JsonPath.SelectTokens request.body \"$.list[*].k\")}}{{@key}}={{this}};{{/each}}", "1 |list[0].k=1;list[1].k=2;")]
    [TestCase("{{JsonPath.SelectToken request.body \"$.list[0]\"}} {{{JsonPath.SelectToken request.bodyAsJson \"$.list[*].none\"}}}|{{JsonPath.SelectToken request.body \"$.f\"}}", "{\n  \"k\": 1\n} |False")]
    [TestCase("{{JsonPath.SelectToken request.body \"$.list\"}}", "[\n  {\n    \"k\": 1\n  },\n  {\n    \"k\": 2\n  }\n]")]
    [TestCase("{{#each (JsonPath.SelectToken request.body \"$.list\")}}{{k}};{{/each}}{{#with (JsonPath.SelectToken request.body \"$.o\")}}{{b}}{{/with}} {{Math.Add (JsonPath.SelectToken request.body \"$.list[1].k\") 1}} {{String.Lowercase (JsonPath.SelectToken request.body \"$.o\")}}", "1;2;True 3 {\"b\":true}")]
    [TestCase("{{#Regex.Match \"https://localhost:5000/\" \"^(?<proto>\\w+)://[^/]+?(?<port>\\d+)/?\"}}{{this.port}}-{{this.proto}} {{port}} {{this.none}}|{{this}}{{/Regex.Match}}", "5000-https 5000 |https://localhost:5000/")]
    [TestCase("{{#Regex.Match \"a1\" \"(a)(\\d)(x)?\"}}{{[2]}} {{String.Uppercase this}} {{#each this}}{{@key}}={{this}};{{/each}}{{/Regex.Match}}", "1 A1 0=a1;1=a;2=1;")]
    [TestCase("{{#Regex.Match \"x\" \"(?<n>[0-9])\"}}{{this}}{{this.n}}{{/Regex.Match}}|{{#Regex.Match \"x\" \"(?<n>[0-9])\" \"none\"}}{{this}}{{/Regex.Match}}", "|none")]
    [TestCase("{{#String.Equal \"a\" \"A\" 'OrdinalIgnoreCase'}}same{{/String.Equal}} {{String.Equals \"a\" \"A\" 5}} {{String.NotEqual \"a\" \"A\" \"Ordinal\"}} {{String.NotEquals \"a\" \"A\" \"OrdinalIgnoreCase\"}} {{String.Equal \"a\" \"A\" \"99\"}}", "same True True False False")]
    [TestCase("{{Regex.Match \"MKY-12\" \"[0-9]+\"}} {{Regex.Match \"x\" \"[0-9]+\" \"none\"}} {{Regex.IsMatch \"AB\" \"ab\" \"i\"}}", "12 none True")]
    [TestCase("{{Url.EncodeUri \"a b&c\"}} {{Url.DecodeUri \"a%20b\"}} {{Boolean.Not true}} {{Enumerable.Count request.query.q}}", "a+b%26c a b False 3")]
    [TestCase("{{DateTime.Format \"2026-01-02T03:04:05Z\" \"yyyy/MM\"}} {{DateTime.Format (DateTime.AddDays \"2026-01-31\" 1) \"yyyy-MM-dd\"}} {{DateTime.Compare \"2026-01-01\" \"<\" \"2026-01-02\"}}", "2026/01 2026-02-01 True")]
    public async Task What_a_template_makes(string template, string expected) => (await Rendered(template)).ShouldBe((200, expected));

    [TestCase("{{nothing.like.it 1}}", "Template references a helper that cannot be resolved. Helper 'nothing.like.it'")]
    [TestCase("{{String.Concat \"a\" \"b\" \"c\"}}", "String.Concat takes 2 arguments, found 3.")]
    [TestCase("{{String.Uppercase request.query.q}}", "String.Uppercase: argument 1 must be a text, found a list.")]
    [TestCase("{{Boolean.Equal 1 1}}", "Boolean.Equal: argument 1 must be true or false, found 1.")]
    [TestCase("{{Math.Add request.query.none 1}}", "Math.Add: argument 1 must be a number, found nothing.")]
    [TestCase("{{Random Type=\"Colour\"}}", "Random: there is no type 'Colour'; known: Boolean, Byte, Short, Integer, Long, Float, Double, Guid, DateTime, Text, TextPattern, StringList, FirstName, LastName, FullName, EmailAddress, City, Country, TextWords, IPv4Address, IPv6Address, TimeSpan, MACAddress.")]
    [TestCase("{{Random Type=\"TimeSpan\" From=\"01:00\" To=\"00:59\"}}", "Random: From must be before To.")]
    [TestCase("{{Random 5}}", "Random takes named arguments, such as Type=\"Guid\".")]
    [TestCase("{{JsonPath.SelectToken request.body \"$.list[?(@.k > 10]\"}}", "JsonPath: '$.list[?(@.k > 10]' is no JSONPath: A filter is not closed.")]
    [TestCase("{{JsonPath.SelectToken request.body \"$[\"}}", "JsonPath: '$[' is no JSONPath: Path ended with open indexer.")]
    [TestCase("{{#each request.bodyAsJson.list}}{{#unless @/ast}}{{/unless}}{{/each}}", "Handlebars.Net cannot render this template: Index was outside the bounds of the array.")]
    [TestCase("{{request.path}}}", "Starting and ending handlebars do not match")]
    public async Task What_a_template_cannot_make_is_a_500(string template, string message)
    {
        var (status, body) = await Rendered(template);

        status.ShouldBe(500);
        Newtonsoft.Json.Linq.JObject.Parse(body)["Status"]!.ToString().ShouldStartWith(message);
    }

    /// <summary>In a long text a replacement is made piece by piece.</summary>
    [Test]
    public async Task A_replacement_is_that_of_the_platform([Values("", "$", "-$&-$1$2+${x}$$1$$$1$", "a$_$`$'$+$9$10$${x}${y}${")] string replacement, [Values(1, 100_000)] int repeats)
    {
        var (status, body) = await Rendered("{{{Regex.Replace request.body \"^([a-z])(?<x>[a-z])\" \"" + replacement + "\"}}}", Text(), new() { RegexTime = TimeSpan.FromMinutes(1) });

        (status, body).ShouldBe((200, System.Text.RegularExpressions.Regex.Replace(Text(), "^([a-z])(?<x>[a-z])", replacement)));

        string Text() => string.Concat(Enumerable.Repeat("ab-cd", repeats));
    }

    [Test]
    public async Task What_a_path_finds_is_not_escaped() =>
        (await Rendered("{{JsonPath.SelectToken request.body \"$.name\"}}{{JsonPath.SelectToken request.body \"$.l\"}}", """{"name":"R&D <b>","l":["<i>"]}""")).ShouldBe((200, "R&D <b>[\n  \"<i>\"\n]"));

    [TestCase("Values=[\"a\", \"b\", \"c\"]", "abc")]
    [TestCase("Values=[\"a,b\"]", "a,b")]
    [TestCase("Values=[]", "")]
    [TestCase("Values=[7]", "7")]
    [TestCase("Values=\"a, b\"", "ab")]
    [TestCase("Values=request.bodyAsJson", "xy")]
    [TestCase("Values=request.none", "")]
    public async Task A_list_to_choose_from_can_be_written_out(string values, string expected)
    {
        var (status, body) = await Rendered(string.Concat(Enumerable.Repeat($"{{{{Random Type=\"StringList\" {values}}}}};", 100)), """["x","y"]""");

        (status, string.Concat(body.Split(';').Distinct().Order(StringComparer.Ordinal))).ShouldBe((200, expected));
    }

    [Test]
    public async Task Chance_and_time_are_those_of_the_site()
    {
        const string Template = "{{DateTime.UtcNow \"o\"}} {{Random Type=\"Guid\"}} {{Random Type=\"Integer\" Min=5 Max=7}} {{Random Type=\"Text\" Min=4 Max=4}} {{Random Type=\"EmailAddress\"}} {{Random Type=\"TextPattern\" Pattern=\"AA-00\"}} {{Random Type=\"IPv6Address\"}} {{Random Type=\"TimeSpan\" From=\"1.00:00\" To=\"1.00:59:59\"}}";

        var (_, one) = await Rendered(Template);
        var (_, two) = await Rendered(Template);

        one.ShouldBe(two);
        one.ShouldMatch("^2026-01-02T03:04:05.0000000Z [0-9a-f-]{36} [567] [0-9A-Za-z]{4} [a-z]+\\.[a-z]+@example\\.com [A-Z]{2}-[0-9]{2} ([0-9A-F]{4}:){7}[0-9A-F]{4} 1\\.00:[0-9:.]+$");
    }

    [Test]
    public async Task A_template_is_only_text_without_UseTransformer()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "{{request.path}}", "BodyAsFile": "{{x}}"}}""");

        (await Answer.Of(fake.CreateClient(), "GET", "/x")).ShouldBe(new Answer(200, "MAPPING", "{{request.path}}"));
    }

    /// <summary>Status and body of the answer to one fixed request.</summary>
    internal static async Task<(int Status, string Body)> Rendered(string template, string body = """{"list":[{"k":1},{"k":2}],"o":{"b":true},"f":false}""", ServerLimits? limits = null)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = limits ?? new() });
        fake.Clock.Freeze(DateTimeOffset.Parse("2026-01-02T03:04:05Z"));
        fake.Map($$"""
            {"Guid": "11111111-1111-4111-8111-111111111111", "Title": "The title", "Data": {"greeting": "hello"}, "Request": {"Path": "/a b"},
             "Response": {"UseTransformer": true, "Body": {{Newtonsoft.Json.JsonConvert.ToString(template)}} } }
            """);
        using var client = new HttpClient(fake.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://fake.test:81/a%20b?q=1,2&q=%3C&r=x") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Add("X-One", "1");
        request.Headers.Add("Cookie", "a=b; voter=mia");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
