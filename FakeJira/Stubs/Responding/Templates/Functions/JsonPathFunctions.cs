using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>JsonPath.*</c> on a JSON text or on a part of a JSON body. Nothing found is nothing, not an error (WireMock.Net: 500).</summary>
internal static class JsonPathFunctions
{
    private const int PathLimit = 1000;

    /// <summary>Every <c>..</c> multiplies the work by the size of the document.</summary>
    private const int DescentLimit = 2;

    private static readonly JsonSelectSettings Settings = new() { RegexMatchTimeout = TimeSpan.FromMilliseconds(100) };

    public static IReadOnlyList<Function> All { get; } =
    [
        new("JsonPath.SelectToken", 2, 2, with => JsonModel.Of(Select(with).Take(2).ToList() switch
        {
            [] => null,
            [var one] => one,
            _ => throw new TemplateException($"JsonPath.SelectToken: '{with.Text(1)}' finds several values; use JsonPath.SelectTokens."),
        })),
        new("JsonPath.SelectTokens", 2, 2, with => new KnownMembers(Select(with).Take(Rendering.StepLimit).Select(token => new KeyValuePair<string, object?>(token.Path, JsonModel.Of(token))))),
    ];

    private static IEnumerable<JToken> Select(CallArguments with)
    {
        var path = with.Text(1);
        if (path.Length > PathLimit || path.AsSpan().Count("..") > DescentLimit)
        {
            throw with.Wrong(1, $"a JSONPath of at most {PathLimit} characters with at most {DescentLimit} '..'");
        }

        JToken? document = with[0] switch
        {
            JsonMembers members => members.Json,
            JsonItems items => items.Json,
            string text => JsonModel.Parse(text) ?? throw with.Wrong(0, "a JSON text"),
            Items items => new JArray(items),
            null => null,
            _ => throw with.Wrong(0, "a JSON text or a part of a JSON body"),
        };
        try
        {
            return document is null ? [] : [.. document.SelectTokens(path, Settings).Take(Rendering.StepLimit)];
        }
        catch (Exception exception) when (exception is JsonException or IndexOutOfRangeException)
        {
            throw new TemplateException($"JsonPath: '{path}' is no JSONPath: {Matching.JsonPath.MessageOf(exception)}");
        }
    }
}
