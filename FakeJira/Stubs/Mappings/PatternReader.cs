using System.Text;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads what a matcher compares with: its Pattern, else its Patterns, else the file that PatternAsFile names.</summary>
internal static class PatternReader
{
    private const string Needed = "This matcher needs a Pattern, Patterns or PatternAsFile.";

    /// <summary>Reports what cannot be Patterns or PatternAsFile, also where nobody reads them because a Pattern stands beside them.</summary>
    public static void CheckKinds(JsonNodeAt matcher) => _ = (matcher.Items("Patterns"), matcher.Text("PatternAsFile"));

    /// <summary>The patterns as texts; null when there are none, which then is an error at its place.</summary>
    public static IReadOnlyList<string>? Texts(JsonNodeAt matcher, MappingContext context)
    {
        if (matcher["Pattern"] is { } pattern)
        {
            return pattern.IsArray ? All(pattern) : Text(pattern) is { } text ? [text] : null;
        }

        if (matcher["Patterns"] is { } patterns)
        {
            return patterns.IsArray ? All(patterns) : null;
        }

        return matcher["PatternAsFile"] is { } file ? OfFile(file, context) is { } content ? [content] : null : Nothing<IReadOnlyList<string>>(matcher);
    }

    /// <summary>The pattern as JSON. A text is read as JSON; Patterns are one array, as in WireMock.Net.</summary>
    public static JToken? Json(JsonNodeAt matcher, MappingContext context)
    {
        if (matcher["Pattern"] is { } pattern)
        {
            return pattern.Token.Type == JTokenType.String ? Parsed((string)pattern.Token!, pattern) : pattern.Token;
        }

        if (matcher["Patterns"] is { } patterns)
        {
            return patterns.IsArray ? patterns.Token : null;
        }

        return matcher["PatternAsFile"] is { } file ? OfFile(file, context) is { } content ? Parsed(content, file) : null : Nothing<JToken>(matcher);
    }

    private static List<string>? All(JsonNodeAt patterns)
    {
        var texts = patterns.Children().Select(Text).ToList();
        if (texts.Count == 0)
        {
            patterns.Error("Expected at least one pattern.");
            return null;
        }

        return texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }

    private static string? Text(JsonNodeAt node)
    {
        if (node.Token.Type is JTokenType.Integer or JTokenType.Float or JTokenType.Boolean)
        {
            node.Warning($"It is taken as the text \"{node.AsWording()}\"; write it in quotes.");
        }

        return node.AsWording();
    }

    private static string? OfFile(JsonNodeAt file, MappingContext context) =>
        file.Token.Type == JTokenType.String && (string)file.Token! is var name && context.ReadFile(name, file) is { } bytes ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') : null;

    private static JToken? Parsed(string text, JsonNodeAt at) => RequestContent.ParseJson(text) ?? at.Expected<JToken>("JSON, an object or array, or a text that is one");

    private static T? Nothing<T>(JsonNodeAt matcher)
        where T : class
    {
        matcher.Error(Needed);
        return null;
    }
}
