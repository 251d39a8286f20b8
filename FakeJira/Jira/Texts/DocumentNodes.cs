using System.Text.Json;

namespace FakeJira.Jira.Texts;

/// <summary>Reads the nodes of a document: what is missing, or of another type, is empty.</summary>
internal static class DocumentNodes
{
    public static JsonElement.ArrayEnumerator Content(JsonElement node) => Items(node, "content");

    public static JsonElement.ArrayEnumerator Items(JsonElement node, string name) => node.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    public static string Type(JsonElement node) => node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    public static string Attribute(JsonElement node, string name) =>
        node.TryGetProperty("attrs", out var attributes) && attributes.ValueKind == JsonValueKind.Object && attributes.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : ""
            : "";

    public static bool IsInline(JsonElement node) => Type(node) is "text" or "hardBreak" or "mention" or "emoji" or "inlineCard" or "date" or "status";
}
