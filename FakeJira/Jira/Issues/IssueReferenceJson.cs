using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Lists;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>Writes what other issues say of an issue: its parent, its subtasks.</summary>
internal static class IssueReferenceJson
{
    public static void Write(Utf8JsonWriter json, Issue issue, View view)
    {
        json.WriteStartObject();
        json.WriteString("id", issue.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("key", issue.Key);
        json.WriteString("self", SelfOf(issue, view.ApiUrl));
        json.WriteStartObject("fields");
        json.WriteString("summary", issue.Summary);
        json.WritePropertyName("status");
        CatalogueJson.Write(json, issue.Status, view);
        json.WritePropertyName("priority");
        CatalogueJson.Write(json, issue.Priority, view);
        json.WritePropertyName("issuetype");
        CatalogueJson.Write(json, issue.Type, view);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The address of an issue, which uses its id, unlike that of its votes.</summary>
    public static string SelfOf(Issue issue, string apiUrl) => $"{apiUrl}/issue/{issue.Id}";
}
