using System.Text.Json;
using FakeJira.Jira.Texts;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Comments;

/// <summary>Reads what a client wants to say of an issue.</summary>
internal static class CommentInput
{
    /// <summary>What a body can have.</summary>
    public static BodyShape Shape { get; } = new("body", "visibility")
    {
        Unread = ["properties", "author", "created", "id", "jsdAuthorCanSeeRequest", "jsdPublic", "renderedBody", "self", "updateAuthor", "updated"],
        Inside = new Dictionary<string, BodyShape> { ["visibility"] = new("type", "value", "identifier") },
    };

    /// <summary>The comment, or what is wrong with it.</summary>
    public static (CommentDraft? Comment, FieldFault Fault) Read(JsonElement value, bool documents)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("body", out var body) || body.ValueKind == JsonValueKind.Null || (body.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(body.GetString())))
        {
            return (null, FieldFault.CommentMissing);
        }

        var text = documents ? AtlassianDocument.Read(body) : body.ValueKind == JsonValueKind.String ? new RichText(body.GetString()!) : null;
        return text is null ? (null, FieldFault.CommentInvalid) : (new CommentDraft(text, Visibility(value)), default);
    }

    private static CommentVisibility? Visibility(JsonElement value)
    {
        if (!value.TryGetProperty("visibility", out var visibility) || visibility.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var kind = TextOf(visibility, "type");
        var name = TextOf(visibility, "value") ?? TextOf(visibility, "identifier");
        return kind is "group" or "role" && name is not null ? new(kind, name) : null;
    }

    private static string? TextOf(JsonElement value, string name) => value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
