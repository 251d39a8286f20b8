using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Lists;

/// <summary>Writes what never changes on a site.</summary>
internal static class CatalogueJson
{
    private static readonly LastWritten<IssueType, View> Types = new(WriteWhole);
    private static readonly LastWritten<Status, View> Statuses = new(WriteWhole);
    private static readonly LastWritten<Priority, View> Priorities = new(WriteWhole);

    public static void Write(Utf8JsonWriter json, IssueType type, View view) => Types.Write(json, type, view, view.ApiUrl);

    public static void Write(Utf8JsonWriter json, Status status, View view) => Statuses.Write(json, status, view, view.ApiUrl);

    /// <summary>A priority as an issue has it: without what its own list says besides.</summary>
    public static void Write(Utf8JsonWriter json, Priority priority, View view) => Priorities.Write(json, priority, view, view.ApiUrl);

    /// <summary>A type without the braces.</summary>
    public static void WriteMembers(Utf8JsonWriter json, IssueType type, View view)
    {
        json.WriteString("self", $"{view.ApiUrl}/issuetype/{type.Id}");
        json.WriteString("id", type.Id);
        json.WriteString("description", type.Description);
        json.WriteString("iconUrl", $"{view.BaseUrl}/rest/api/2/universal_avatar/view/type/issuetype/avatar/{type.AvatarId}?size=medium");
        json.WriteString("name", type.Name);
        json.WriteBoolean("subtask", type.IsSubtask);
        json.WriteNumber("avatarId", type.AvatarId);
        json.WriteNumber("hierarchyLevel", type.Level);
    }

    private static void WriteWhole(Utf8JsonWriter json, IssueType type, View view)
    {
        json.WriteStartObject();
        WriteMembers(json, type, view);
        json.WriteEndObject();
    }

    private static void WriteWhole(Utf8JsonWriter json, Status status, View view)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{view.ApiUrl}/status/{status.Id}");
        json.WriteString("description", "");
        json.WriteString("iconUrl", $"{view.BaseUrl}/images/icons/statuses/generic.png");
        json.WriteString("name", status.Name);
        json.WriteString("id", status.Id);
        json.WritePropertyName("statusCategory");
        Write(json, status.Category, view);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, StatusCategory category, View view)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{view.ApiUrl}/statuscategory/{category.Id}");
        json.WriteNumber("id", category.Id);
        json.WriteString("key", category.Key);
        json.WriteString("colorName", category.Color);
        json.WriteString("name", category.Name);
        json.WriteEndObject();
    }

    private static void WriteWhole(Utf8JsonWriter json, Priority priority, View view)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{view.ApiUrl}/priority/{priority.Id}");
        json.WriteString("iconUrl", IconOf(priority, view));
        json.WriteString("name", priority.Name);
        json.WriteString("id", priority.Id);
        json.WriteEndObject();
    }

    public static string IconOf(Priority priority, View view) => $"{view.BaseUrl}/images/icons/priorities/{priority.Name.ToLowerInvariant()}.svg";

    public static void Write(Utf8JsonWriter json, Resolution resolution, View view)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{view.ApiUrl}/resolution/{resolution.Id}");
        json.WriteString("id", resolution.Id);
        json.WriteString("description", resolution.Description);
        json.WriteString("name", resolution.Name);
        json.WriteEndObject();
    }
}
