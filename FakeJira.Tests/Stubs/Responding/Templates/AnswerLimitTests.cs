using FakeJira.Stubs.Responding.Templates;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Responding.Templates;

/// <summary>An answer can be made of many templates, each of them short enough.</summary>
public class AnswerLimitTests
{
    private const int Half = Rendering.TextLimit / 2;

    [Test]
    public async Task The_templates_of_an_answer_make_4194304_characters_together([Values("{{String.Concat request.body \"\"}}", "{{request.body}}", "{{request.bodyAsJson.s}}")] string leaf, [Values(0, 1)] int more)
    {
        var text = new string('x', Half + more);
        var isMember = leaf.Contains("AsJson", StringComparison.Ordinal);

        var (status, body) = await Answered(new JArray(leaf, 1, leaf).ToString(), isMember ? $$"""{"s":"{{text}}"}""" : text);

        (status, more == 0 ? body : Said(body)).ShouldBe(more == 0 ? (200, $"[\"{text}\",1,\"{text}\"]") : (500, "The templates of the answer make more than 4194304 characters together."));
    }

    [Test]
    public async Task Every_text_of_a_list_counts_among_them([Values(4194, 4195)] int leaves)
    {
        var value = new string('x', 500);

        var (status, body) = await Answered(JArray.FromObject(Enumerable.Repeat("{{request.query.q}}", leaves)).ToString(), "", $"?q={value}&q={value}");

        (status, leaves == 4194 ? (object?)body.Length : Said(body)).ShouldBe(leaves == 4194 ? (200, (object?)((4194 * 1008) + 1)) : (500, (object?)"The templates of the answer make more than 4194304 characters together."));
    }

    /// <summary>Milliseconds; to read the body for each of them would take minutes, and more memory than there is.</summary>
    [Test]
    public async Task A_body_is_not_read_again_for_every_value_that_repeats_it()
    {
        var request = new JObject { ["l"] = new JArray(Enumerable.Range(0, 500_000)) }.ToString(Newtonsoft.Json.Formatting.None);

        var (status, body) = await Answered(JArray.FromObject(Enumerable.Repeat("{{request.body}}", 1000)).ToString(), request).WaitAsync(TimeSpan.FromSeconds(60));

        (status, Said(body)).ShouldBe((500, "The templates of the answer make more than 4194304 characters together."));
    }

    [Test]
    public async Task Every_value_that_is_a_path_is_a_step([Values(98, 99)] int leaves)
    {
        var list = new JObject { ["n"] = 7, ["l"] = new JArray(Enumerable.Repeat(7, 99_900)) }.ToString(Newtonsoft.Json.Formatting.None);

        var (status, body) = await Answered(new JArray([.. Enumerable.Repeat("{{request.bodyAsJson.n}}", leaves), "{{String.Join request.bodyAsJson.l}}!"]).ToString(), list);

        (status, leaves == 98 ? body : Said(body)).ShouldBe(leaves == 98
            ? (200, $"[{string.Concat(Enumerable.Repeat("7,", 98))}\"{new string('7', 99_900)}!\"]")
            : (500, "The template takes more than 100000 steps."));
    }

    /// <summary>What is made whole and measured afterwards comes to the end of the list, which has too many steps, or to that of the memory.</summary>
    [TestCase("{{String.Join request.bodyAsJson.ones request.bodyAsJson.s}}")]
    [TestCase("{{Random Type=\"TextPattern\" Pattern=request.bodyAsJson.lists.[0]}}")]
    [TestCase("{{String.Join request.bodyAsJson.lists}}")]
    [TestCase("{{JsonPath.SelectToken request.bodyAsJson \"$.lists\"}}")]
    [TestCase("{{String.IsNullOrEmpty request.bodyAsJson}}")]
    [TestCase("{{Regex.Replace (String.Repeat \"x\" 100000) \"^x\" (String.Repeat \"$_\" 20000)}}")]
    [TestCase("{{#each (JsonPath.SelectTokens request.bodyAsJson \"$.long.*\")}}x{{/each}}")]
    public async Task A_text_is_measured_before_it_is_made(string template)
    {
        var (text, name) = (new string('x', 50), new string('n', 900_000));
        var request = new JObject
        {
            ["ones"] = new JArray(Enumerable.Repeat(1, 100_001)),
            ["lists"] = new JArray { new JArray(Enumerable.Repeat(text, 100_001)) },
            ["s"] = text,
            ["long"] = new JObject(Enumerable.Range(0, 5).Select(each => new JProperty(name + each, each))),
        };

        var (status, body) = await Answered(JToken.FromObject(template + "!").ToString(Newtonsoft.Json.Formatting.None), request.ToString(Newtonsoft.Json.Formatting.None));

        (status, Said(body)).ShouldBe((500, "The template makes a text of more than 4194304 characters."));
    }

    private static string? Said(string body) => JToken.Parse(body) is JObject json ? json["Status"]?.ToString() : body;

    /// <summary>Status and body of what a BodyAsJson makes of a request.</summary>
    private static async Task<(int Status, string Body)> Answered(string template, string request, string query = "")
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false, Limits = new() { TemplateTime = TimeSpan.FromMinutes(1), RegexTime = TimeSpan.FromMinutes(1) } });
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {"UseTransformer": true, "BodyAsJson": {{template}}} }""");
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        var answer = await Answer.Of(client, "POST", "/x" + query, new StringContent(request));
        return (answer.Status, answer.Body);
    }
}
