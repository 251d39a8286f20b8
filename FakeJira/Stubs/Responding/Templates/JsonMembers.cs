using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>A JSON object as a template reads it; names are case-sensitive.</summary>
internal sealed class JsonMembers(JObject json) : Members
{
    public JObject Json => json;

    public override IEnumerable<string> Keys => json.Properties().Select(property => property.Name);

    public override bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var found = json.TryGetValue(key, StringComparison.Ordinal, out var token);
        value = found ? JsonModel.Of(token) : null;
        return found;
    }

    public override string ToString()
    {
        using var text = new BoundedWriter();
        using var writer = new JsonTextWriter(text) { AutoCompleteOnClose = false };
        json.WriteTo(writer);
        return text.ToString();
    }
}

/// <summary>A JSON array as a template reads it.</summary>
internal sealed class JsonItems(JArray json) : Items
{
    public JArray Json => json;

    public override int Count => json.Count;

    protected override object? ItemAt(int index) => JsonModel.Of(json[index]);
}

/// <summary>Turns JSON into what a template may hold, and back.</summary>
internal static class JsonModel
{
    /// <summary>A scalar is copied, so that no way leads from it to the rest of its document.</summary>
    public static object? Of(JToken? token) => token switch
    {
        null => null,
        JObject json => new JsonMembers(json),
        JArray json => new JsonItems(json),
        JValue json => new JValue(json),
        _ => token.ToString(Formatting.None),
    };

    /// <summary>The document in a text, or null when it is no JSON object or array.</summary>
    public static JToken? Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 2 || !((trimmed[0] == '{' && trimmed[^1] == '}') || (trimmed[0] == '[' && trimmed[^1] == ']')))
        {
            return null;
        }

        try
        {
            using var reader = new Reading.BoundedJsonReader(text);
            var token = JToken.ReadFrom(reader);
            return reader.Read() ? null : token;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
