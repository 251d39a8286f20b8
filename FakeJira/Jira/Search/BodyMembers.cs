using System.Globalization;
using System.Text.Json;
using FakeJira.Stubs;

namespace FakeJira.Jira.Search;

/// <summary>The members of a body, read as leniently as the vendor does: a number can be in quotes, a fraction is cut off, a null number is 0.</summary>
internal sealed class BodyMembers(JsonElement body)
{
    private bool _wrongType;

    /// <summary>Whether nothing was of the wrong type and every member is known.</summary>
    public bool AreRight(BodyShape shape) => !_wrongType && body.EnumerateObject().All(member => shape.Read.Contains(member.Name) || shape.Unread.Contains(member.Name));

    public string? Text(string name) => Of(name) is { } value ? Text(value) : null;

    /// <summary>An array of texts, or one text.</summary>
    public string[]? Texts(string name) => Of(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(Text).OfType<string>()],
        { } one => Text(one) is { } text ? [text] : null,
    };

    public int? Integer(string name) => Of(name) is { } value ? (int)Math.Clamp(Number(value), int.MinValue, int.MaxValue) : null;

    public long[] Integers(string name) => Of(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(Number)],
        _ => Wrong<long[]>([]),
    };

    private JsonElement? Of(string name) => body.TryGetProperty(name, out var value) ? value : null;

    private string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetRawText(),
        _ => Wrong<string?>(null),
    };

    private long Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => 0,
        JsonValueKind.Number => (long)Math.Clamp(value.GetDouble(), long.MinValue / 2, long.MaxValue / 2),
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => Wrong(0L),
    };

    private T Wrong<T>(T value)
    {
        _wrongType = true;
        return value;
    }
}
