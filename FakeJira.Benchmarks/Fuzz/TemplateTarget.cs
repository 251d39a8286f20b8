using System.Text;
using Newtonsoft.Json;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>A templated mapping is loaded and asked: its text comes, or what is wrong with the template, as WireMock.Net says it.</summary>
internal sealed class TemplateTarget : FuzzTarget
{
    private static readonly string[] Templates =
    [
        "{{request.path}} {{request.query.q}} {{request.headers.X-One}} {{request.bodyAsJson.o.b}}",
        "{{#each request.bodyAsJson.list}}{{@index}}: {{k}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}",
        "{{#if request.query.q}}{{String.Uppercase request.path}}{{else}}{{JsonPath.SelectToken request.body \"$.list[0].k\"}}{{/if}}",
        "{{Random Type=\"Integer\" Min=5 Max=7}} {{DateTime.UtcNow \"o\"}} {{Random Type=\"TextPattern\" Pattern=\"AA-00\"}}",
        "{{Regex.Match request.path \"(a+)+$\"}} {{Math.Add 1 2}} {{String.Repeat \"x\" 100}}",
    ];

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{{", "}}}", "{{#each request}}", "{{/each}}", "{{#if this}}", "{{else}}", "{{/if}}", "{{#with request}}", "{{/with}}", "{{> x}}", "{{! a }}", "{{~", "~}}", "..", "this", "@index", "@root", "request", "mapping", "data",
        " 99999999999", " -1", " \"\"", " \"x", "|", "(", ")", "[", "]", "=", ".", "lookup ", "String.PadLeft ", "String.Substring ", "Math.Divide 1 0", "Regex.Match ", "XPath.Evaluate ", "JsonPath.SelectTokens ", "DateTime.Parse ", "Random Type=\"Text\" Min=5 Max=2",
    ];

    private readonly FakeJiraServer _fake;
    private readonly FailureLog _failures;
    private readonly HttpClient _client;

    private TemplateTarget(FakeJiraServer fake, FailureLog failures) => (_fake, _failures, _client) = (fake, failures, new(fake.CreateHandler()) { BaseAddress = new("http://fake.test") });

    public static async Task<FuzzTarget> StartAsync()
    {
        var failures = new FailureLog();
        return new TemplateTarget(await FakeJiraServer.StartAsync(new() { Listens = false, Log = failures.Note }).ConfigureAwait(false), failures);
    }

    public override string Make(Random chance) => Mutation.Of(chance.Pick(Templates), chance, Pieces);

    public override async Task<string?> TryAsync(string input, CancellationToken end)
    {
        _failures.Take();
        var mapping = $$"""{"Guid": "11111111-1111-4111-8111-111111111111", "Request": {"Path": "/a/*"}, "Response": {"UseTransformer": true, "Headers": {"X-Two": {{JsonConvert.ToString(input)}} }, "Body": {{JsonConvert.ToString(input)}} } }""";
        using var loaded = await _client.PostAsync("__admin/mappings", Json(mapping), end).ConfigureAwait(false);
        using var answer = await _client.PostAsync("a/aaaaaaaaaaaaaaaaaaaaaaaaaaaa!?q=1&q=2", Json("""{"list":[{"k":1},{"k":2}],"o":{"b":true}}"""), end).ConfigureAwait(false);
        var status = (int)answer.StatusCode;
        return (int)loaded.StatusCode is not (200 or 201 or 400) ? $"Loading it was answered {(int)loaded.StatusCode}." : status is not (200 or 404 or 500) ? $"Answered {status}." : _failures.Take();
    }

    public override string? Late() => _failures.Take();

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _fake.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
