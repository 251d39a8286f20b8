using System.Text.RegularExpressions;
using FakeJira.Stubs.Matching;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>JsonPath.*</c> on a JSON text or on a part of a JSON body. Nothing found is nothing, not an error (WireMock.Net: 500).</summary>
internal static class JsonPathFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("JsonPath.SelectToken", 2, 2, with => JsonModel.Of(Select(with).Take(2).ToList() switch
        {
            [] => null,
            [var one] => one,
            _ => throw new TemplateException($"JsonPath.SelectToken: '{with.Text(1)}' finds several values; use JsonPath.SelectTokens."),
        }), IsText: true),
        new("JsonPath.SelectTokens", 2, 2, with => ByPath(Select(with))),
    ];

    /// <summary>What was found, by where it stands. A path can lead to the same place more than once, and two places can be written alike: the first one stays.</summary>
    private static KnownMembers ByPath(IEnumerable<JToken> tokens)
    {
        var (places, found, length) = (new TokenPaths(), new Dictionary<string, object?>(StringComparer.Ordinal), 0L);
        foreach (var token in tokens.Distinct(ReferenceEqualityComparer.Instance))
        {
            var path = places.Of((JToken)token!);
            Rendering.Reserve(length += path.Length);
            found.TryAdd(path, JsonModel.Of((JToken)token!));
        }

        return new KnownMembers(found, StringComparer.Ordinal);
    }

    private static IEnumerable<JToken> Select(CallArguments with)
    {
        var path = with.Text(1);
        if (!JsonPath.IsBounded(path))
        {
            throw with.Wrong(1, JsonPath.Bounded);
        }

        JToken? document = with[0] switch
        {
            JsonMembers members => members.Json,
            JsonItems items => items.Json,
            string text => RequestContent.ParseJson(text) ?? throw with.Wrong(0, "a JSON text"),
            Items items => new JArray(items),
            null => null,
            _ => throw with.Wrong(0, "a JSON text or a part of a JSON body"),
        };
        try
        {
            return document is null ? [] : [.. JsonPath.Select(document, path, JsonPath.Within(Rendering.Current.Limits.RegexTime)).Take(Rendering.StepLimit)];
        }
        catch (RegexMatchTimeoutException)
        {
            throw new TemplateException($"JsonPath: '{path}' takes too long on this text.");
        }
        catch (JsonException exception)
        {
            throw new TemplateException($"JsonPath: '{path}' is no JSONPath: {exception.Message}");
        }
    }
}
