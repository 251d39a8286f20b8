using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Texts;

/// <summary>The Atlassian Document Format, which version 3 of the API speaks where the others speak text.</summary>
internal static class AtlassianDocument
{
    /// <summary>Deeper nesting than this is refused.</summary>
    public const int DepthLimit = 64;

    private const string Empty = """{"version":1,"type":"doc","content":[]}""";

    /// <summary>As deep as what clients send: Newtonsoft.Json, which writes states, reads no deeper.</summary>
    public static readonly JsonDocumentOptions Depth = new() { MaxDepth = DepthLimit };
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>What a document says, or null when it is none. Its depth is that of the JSON, which the parser has limited.</summary>
    public static RichText? Read(JsonElement document)
    {
        if (!IsDocument(document) || !HasNumbers(document))
        {
            return null;
        }

        var text = DocumentText.Of(document);
        var compact = Compact(document);
        return new RichText(text, compact == Write(text) ? null : compact);
    }

    /// <summary>The same of a text; null also for what only Newtonsoft.Json takes for JSON, such as <c>undefined</c>.</summary>
    public static RichText? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Depth);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The document of a text, whoever wrote it.</summary>
    public static string Write(RichText text) => text.Document ?? Write(text.Text);

    /// <summary>A paragraph for what stands between empty lines, a hard break for every other line end: <see cref="DocumentText"/> makes the same text of it.</summary>
    private static string Write(string text)
    {
        if (text.Length == 0)
        {
            return Empty;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("type", "doc");
            json.WriteStartArray("content");
            foreach (var paragraph in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split("\n\n"))
            {
                json.WriteStartObject();
                json.WriteString("type", "paragraph");
                json.WriteStartArray("content");
                WriteLines(json, paragraph.Split('\n'));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteLines(Utf8JsonWriter json, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                json.WriteStartObject();
                json.WriteString("type", "hardBreak");
                json.WriteEndObject();
            }

            // A text node without text is not valid.
            if (lines[i].Length > 0)
            {
                json.WriteStartObject();
                json.WriteString("type", "text");
                json.WriteString("text", lines[i]);
                json.WriteEndObject();
            }
        }
    }

    private static bool IsDocument(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && TypeOf(element) == "doc"
        && element.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
        && element.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array && content.EnumerateArray().All(IsNode);

    /// <summary>Nodes of a type that is not known here are kept as they are.</summary>
    private static bool IsNode(JsonElement node) => node.ValueKind == JsonValueKind.Object && TypeOf(node) switch
    {
        null or "" or "doc" => false,
        "text" => node.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > 0,
        _ => !node.TryGetProperty("content", out var content) || (content.ValueKind == JsonValueKind.Array && content.EnumerateArray().All(IsNode)),
    };

    /// <summary>Whether whoever reads a state can read all its numbers: not 1e400, and not one of 400 digits.</summary>
    private static bool HasNumbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(member => HasNumbers(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(HasNumbers),
        JsonValueKind.Number => value.TryGetDouble(out var number) && double.IsFinite(number),
        _ => true,
    };

    private static string? TypeOf(JsonElement node) => node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static string Compact(JsonElement document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            document.WriteTo(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
