using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank.Operations;

/// <summary>Writes the vendor's JSON, and reads what clients send.</summary>
internal static class IdeaBankJson
{
    public const string ContentType = "application/json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How deep a body is nested is no concern of the vendor's clients or ours: reading it takes no stack.</summary>
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>A 200 whose body is the object that <paramref name="write"/> fills.</summary>
    public static StubResponse Ok(Rule[] rules, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return new() { Headers = [new("Content-Type", ContentType)], Body = PlainEscapes.Copy(buffer.WrittenSpan), Rules = rules };
    }

    /// <summary>What <paramref name="read"/> makes of a body that is a JSON object; <paramref name="unusable"/> for any other.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> body, T unusable, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body, AnyDepth);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : unusable;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is no Unicode (broken UTF-8, half of a surrogate pair).
            return unusable;
        }
    }

    /// <summary>A member of an object; undefined when it is absent or null.</summary>
    public static JsonElement Given(this JsonElement root, ReadOnlySpan<byte> name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default;

    /// <summary>Whether the client says it sends JSON.</summary>
    public static bool IsJson(this StubRequest request) => request.Header("Content-Type")?.Split(';')[0].Trim().Equals(ContentType, StringComparison.OrdinalIgnoreCase) == true;
}
