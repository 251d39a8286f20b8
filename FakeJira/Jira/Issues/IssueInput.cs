using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Comments;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Projects;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Issues;

/// <summary>Reads what a client wants an issue to be: the members fields, update and transition of a body.</summary>
internal static class IssueInput
{
    private const string CommentField = "comment";

    private static readonly BodyShape SetUser = new() { IsOpen = true, Inside = new Dictionary<string, BodyShape> { ["set"] = FieldReaders.UserShape } };

    /// <summary>What a body can have.</summary>
    public static BodyShape Shape { get; } = new("fields", "update", "transition")
    {
        Unread = ["historyMetadata", "properties"],
        Inside = new Dictionary<string, BodyShape>
        {
            ["fields"] = new() { IsOpen = true, Inside = new Dictionary<string, BodyShape> { ["assignee"] = FieldReaders.UserShape, ["reporter"] = FieldReaders.UserShape } },
            ["update"] = new() { IsOpen = true, Inside = new Dictionary<string, BodyShape> { ["assignee"] = SetUser, ["reporter"] = SetUser, [CommentField] = new("add") { IsOpen = true, Inside = new Dictionary<string, BodyShape> { ["add"] = CommentInput.Shape } } } },
            ["transition"] = new("id") { Unread = ["expand", "fields", "hasScreen", "isAvailable", "isConditional", "isGlobal", "isInitial", "looped", "name", "to"] },
        },
    };

    /// <summary>The draft in a body.</summary>
    /// <param name="body">An object.</param>
    /// <param name="screen">The ids of the fields that can be said.</param>
    /// <param name="view">Whether texts are Atlassian documents, and which groups there are.</param>
    public static IssueDraft Read(JsonElement body, FrozenSet<string> screen, View view)
    {
        var (documents, groupOf) = (view.Documents, RoleBody.GroupsOf(view.World));
        var draft = new IssueDraft { Transition = TransitionOf(body) };
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var said = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in Members(body, "fields"))
        {
            said[field.Name] = field.Value;
        }

        foreach (var (id, value) in said)
        {
            draft = Set(draft, id, value, screen, documents, errors);
        }

        foreach (var field in Members(body, "update"))
        {
            draft = said.ContainsKey(field.Name) ? With(draft, errors, new(field.Name, FieldFault.SaidTwice)) : Update(draft, field, screen, documents, groupOf, errors);
        }

        return draft with { Fields = [.. said.Keys.Concat(Members(body, "update").Select(field => field.Name)).Distinct()], Errors = errors.ToImmutable() };
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement body, string name) => body.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Object ? members.EnumerateObject() : default;

    private static string? TransitionOf(JsonElement body) =>
        body.TryGetProperty("transition", out var transition) && transition.ValueKind == JsonValueKind.Object && transition.TryGetProperty("id", out var id) ? Text(id) : null;

    private static IssueDraft Set(IssueDraft draft, string id, JsonElement value, FrozenSet<string> screen, bool documents, ImmutableArray<FieldError>.Builder errors)
    {
        if (id is "components" or "fixVersions" or "versions" && (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)))
        {
            return draft;
        }

        if (!screen.Contains(id))
        {
            return With(draft, errors, new(id, FieldFault.NotOnScreen));
        }

        var (next, fault) = FieldReaders.Read(draft, id, value, documents);
        return fault is { } wrong ? With(next, errors, new(id, wrong, value.ValueKind == JsonValueKind.String ? value.GetString()! : "")) : next;
    }

    private static IssueDraft Update(IssueDraft draft, JsonProperty field, FrozenSet<string> screen, bool documents, Func<string, Holder> groupOf, ImmutableArray<FieldError>.Builder errors)
    {
        if (field.Value.ValueKind != JsonValueKind.Array)
        {
            return With(draft, errors, new(field.Name, FieldFault.OperationUnknown));
        }

        foreach (var operation in field.Value.EnumerateArray().SelectMany(element => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default))
        {
            draft = (operation.Name, field.Name) switch
            {
                ("add", CommentField) => Comment(draft, operation.Value, documents, groupOf, errors),
                ("set", _) => Set(draft, field.Name, operation.Value, screen, documents, errors),
                _ when !screen.Contains(field.Name) => With(draft, errors, new(field.Name, FieldFault.NotOnScreen)),
                ("add" or "remove", "labels") when operation.Value.ValueKind == JsonValueKind.String => draft with { LabelChanges = draft.LabelChanges.Add(new(operation.Value.GetString()!, operation.Name == "add")) },
                _ => With(draft, errors, new(field.Name, FieldFault.OperationUnknown, operation.Name)),
            };
        }

        return draft;
    }

    private static IssueDraft Comment(IssueDraft draft, JsonElement value, bool documents, Func<string, Holder> groupOf, ImmutableArray<FieldError>.Builder errors)
    {
        var (comment, error) = CommentInput.Read(value, documents, groupOf);
        return comment is { } read ? draft with { Comments = draft.Comments.Add(read) } : With(draft, errors, error);
    }

    private static IssueDraft With(IssueDraft draft, ImmutableArray<FieldError>.Builder errors, FieldError error)
    {
        errors.Add(error);
        return draft;
    }

    internal static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        _ => null,
    };
}
