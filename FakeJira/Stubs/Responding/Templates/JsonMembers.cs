using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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

    public override string ToString() => JsonModel.Written(json, Formatting.None);
}

/// <summary>A JSON array as a template reads it.</summary>
internal sealed class JsonItems(JArray json) : Items
{
    public JArray Json => json;

    public override int Count => json.Count;

    protected override object? ItemAt(int index) => JsonModel.Of(json[index]);
}

/// <summary>Turns JSON into what a template may hold.</summary>
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

    /// <summary>The text of what <see cref="Of"/> made: objects and lists indented, as WireMock.Net writes them; null for anything else.</summary>
    public static string? TextOf(object? value) => value switch
    {
        JsonMembers members => Written(members.Json, Formatting.Indented),
        JsonItems items => Written(items.Json, Formatting.Indented),
        JValue json => json.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public static string Written(JToken json, Formatting formatting)
    {
        using var text = new BoundedWriter { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { AutoCompleteOnClose = false, Formatting = formatting };
        json.WriteTo(writer);
        return text.ToString();
    }
}
