using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Texts;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Issues;

/// <summary>Reads the value of one field into a draft.</summary>
internal static class FieldReaders
{
    /// <summary>What a user in a body can have: names and keys are no longer accepted by the vendor.</summary>
    public static BodyShape UserShape { get; } = new("accountId", "id")
    {
        UserNames = ["name", "key"],
        Unread = ["accountType", "active", "appType", "applicationRoles", "avatarUrls", "displayName", "emailAddress", "expand", "groups", "guest", "locale", "self", "timeZone"],
        Inside = new Dictionary<string, BodyShape> { ["accountId"] = BodyShape.AccountId, ["id"] = BodyShape.AccountId },
    };

    /// <summary>The draft with the value, or what is wrong with it.</summary>
    public static (IssueDraft Draft, FieldFault? Fault) Read(IssueDraft draft, string id, JsonElement value, bool documents) => id switch
    {
        "project" => (draft with { Project = Reference(value, "key") }, null),
        "issuetype" => (draft with { Type = Reference(value, "name") }, null),
        "summary" => Line(value) is var (said, text) && said ? (draft with { Summary = new(text) }, null) : (draft with { Summary = null }, FieldFault.NotAText),
        "description" => Description(draft, value, documents),
        "priority" => One(value, draft, "name", (given, next) => next with { Priority = new(given) }),
        "security" => One(value, draft, "name", (given, next) => next with { SecurityLevel = new(given) }),
        "parent" => One(value, draft, "key", (given, next) => next with { Parent = new(given) }),
        "resolution" => One(value, draft, "name", (given, next) => next with { Resolution = given }),
        "labels" => Labels(draft, value),
        "assignee" => User(value) is { } who ? (draft with { Assignee = who }, null) : (draft, FieldFault.NotAReference),
        "reporter" => User(value) is { } who ? (draft with { Reporter = who }, null) : (draft, FieldFault.NotAReference),
        "duedate" => DueDate(draft, value),
        _ => (draft, FieldFault.NotOnScreen),
    };

    private static (IssueDraft Draft, FieldFault? Fault) Description(IssueDraft draft, JsonElement value, bool documents)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return (draft with { Description = new(null) }, null);
        }

        if (documents)
        {
            return AtlassianDocument.Read(value) is { } document ? (draft with { Description = new(document) }, null) : (draft, FieldFault.NotADocument);
        }

        return value.ValueKind == JsonValueKind.String ? (draft with { Description = new(value.GetString() is { Length: > 0 } text ? new RichText(text) : null) }, null) : (draft, FieldFault.NotAText);
    }

    private static (IssueDraft Draft, FieldFault? Fault) Labels(IssueDraft draft, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return (draft with { Labels = new([]) }, null);
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(label => label.ValueKind == JsonValueKind.String)
            ? (draft with { Labels = new([.. value.EnumerateArray().Select(label => label.GetString()!)]) }, null)
            : (draft, FieldFault.NotTexts);
    }

    private static (IssueDraft Draft, FieldFault? Fault) DueDate(IssueDraft draft, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString() == ""))
        {
            return (draft with { DueDate = new(null) }, null);
        }

        return value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (draft with { DueDate = new(day) }, null)
            : (draft, FieldFault.DateInvalid);
    }

    private static (IssueDraft Draft, FieldFault? Fault) One(JsonElement value, IssueDraft draft, string name, Func<Reference?, IssueDraft, IssueDraft> set) =>
        value.ValueKind == JsonValueKind.Null ? (set(null, draft), null)
        : Reference(value, name) is { } given ? (set(given, draft), null)
        : (draft, FieldFault.NotAReference);

    private static Reference? Reference(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var id = value.TryGetProperty("id", out var number) ? IssueInput.Text(number) : null;
        var text = value.TryGetProperty(name, out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        return id is null && text is null ? null : new(id, text);
    }

    /// <summary>A user by account id, nobody, or null where it is neither. Names are no longer accepted by the vendor.</summary>
    private static Given<string?>? User(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return new(null);
        }

        return value.ValueKind == JsonValueKind.Object && (value.TryGetProperty("accountId", out var id) || value.TryGetProperty("id", out id))
            ? id.ValueKind switch
            {
                JsonValueKind.String => new(id.GetString()),
                JsonValueKind.Null => new(null),
                _ => null,
            }
            : null;
    }

    private static (bool Said, string? Text) Line(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => (true, value.GetString()),
        JsonValueKind.Null => (true, null),
        _ => (false, null),
    };
}
