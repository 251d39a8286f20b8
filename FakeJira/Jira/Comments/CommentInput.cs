using System.Text.Json;
using FakeJira.Jira.Projects;
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
    /// <param name="value">What is said.</param>
    /// <param name="documents">Whether texts are Atlassian documents.</param>
    /// <param name="groupOf">Says the group of an id: <see cref="RoleBody.GroupsOf"/>.</param>
    public static (CommentDraft? Comment, FieldError Error) Read(JsonElement value, bool documents, Func<string, Holder> groupOf)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("body", out var body) || body.ValueKind == JsonValueKind.Null || (body.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(body.GetString())))
        {
            return (null, new("comment", FieldFault.CommentMissing));
        }

        var text = documents ? AtlassianDocument.Read(body) : body.ValueKind == JsonValueKind.String ? new RichText(body.GetString()!) : null;
        if (text is null)
        {
            return (null, new("comment", FieldFault.CommentInvalid));
        }

        var (visibility, error) = Visibility(value, groupOf);
        return error is { } wrong ? (null, wrong) : (new CommentDraft(text, visibility), default);
    }

    /// <summary>The identifier counts before the value: of a group it is the id, of a role the name once more.</summary>
    private static (CommentVisibility? Visibility, FieldError? Error) Visibility(JsonElement value, Func<string, Holder> groupOf)
    {
        if (!value.TryGetProperty("visibility", out var visibility) || visibility.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        var (kind, name, identifier) = (TextOf(visibility, "type"), TextOf(visibility, "value"), TextOf(visibility, "identifier"));
        if (kind == "group" && identifier is not null)
        {
            return groupOf(identifier) is { Name.Length: > 0 } group ? (new(kind, group.Name), null) : (null, new(IssueComments.Level, FieldFault.GroupUnknown, identifier));
        }

        return kind is "group" or "role" && (identifier ?? name) is { } said ? (new(kind, said), null) : (null, null);
    }

    private static string? TextOf(JsonElement value, string name) => value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
