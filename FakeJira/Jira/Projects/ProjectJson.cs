using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Lists;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Users;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Projects;

/// <summary>Writes a project: in full, or as lists have it, with what <c>expand</c> asks for.</summary>
/// <param name="Call">Who asks, and for what.</param>
/// <param name="Project">The project.</param>
internal readonly record struct ProjectJson(JiraCall Call, Project Project)
{
    private const string Expandable = "description,lead,issueTypes,url,projectKeys,permissions,insight";

    public static void Write(Utf8JsonWriter json, ProjectJson project) => project.Write(json, null);

    public static void WriteListed(Utf8JsonWriter json, ProjectJson project) => project.Write(json, project.Call.List("expand"));

    public static string SelfOf(Project project, string apiUrl) => string.Create(CultureInfo.InvariantCulture, $"{apiUrl}/project/{project.Id}");

    private void Write(Utf8JsonWriter json, string[]? expand)
    {
        var (project, world) = (Project, Call.World);
        json.WriteStartObject();
        json.WriteString("expand", Expandable);
        json.WriteString("self", SelfOf(project, Call.ApiUrl));
        json.WriteString("id", project.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("key", project.Key);
        if (expand?.Contains("description") != false)
        {
            json.WriteString("description", project.Description);
        }

        if (expand?.Contains("lead") != false && project.Lead is not null && world.Users.TryGetValue(project.Lead, out var lead))
        {
            json.WritePropertyName("lead");
            UserJson.WriteShort(json, lead, Call.ApiUrl);
        }

        if (expand?.Contains("url") != false && project.Url is not null)
        {
            json.WriteString("url", project.Url);
        }

        if (expand?.Contains("issueTypes") != false)
        {
            WriteIssueTypes(json);
        }

        if (Call.List("expand").Contains("projectKeys"))
        {
            // A project here keeps its key for life.
            json.WriteStartArray("projectKeys");
            json.WriteStringValue(project.Key);
            json.WriteEndArray();
        }

        if (expand is null)
        {
            WriteWhole(json);
        }

        json.WriteString("name", project.Name);
        ProjectReferenceJson.WriteAvatars(json, View.Of(Call));
        if (project.CategoryId is { } id && world.Categories.TryGetValue(id, out var category))
        {
            json.WritePropertyName("projectCategory");
            WriteCategory(json, category, Call.ApiUrl);
        }

        json.WriteString("projectTypeKey", project.TypeKey);
        json.WriteBoolean("simplified", false);
        json.WriteString("style", "classic");
        json.WriteBoolean("isPrivate", false);
        json.WriteStartObject("properties");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteCategory(Utf8JsonWriter json, ProjectCategory category, string apiUrl)
    {
        json.WriteStartObject();
        json.WriteString("self", string.Create(CultureInfo.InvariantCulture, $"{apiUrl}/projectCategory/{category.Id}"));
        json.WriteString("id", category.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("name", category.Name);
        json.WriteString("description", category.Description);
        json.WriteEndObject();
    }

    private void WriteIssueTypes(Utf8JsonWriter json)
    {
        json.WriteStartArray("issueTypes");
        foreach (var type in Project.IssueTypes)
        {
            CatalogueJson.Write(json, type, View.Of(Call));
        }

        json.WriteEndArray();
    }

    private void WriteWhole(Utf8JsonWriter json)
    {
        json.WriteStartArray("components");
        json.WriteEndArray();
        json.WriteStartArray("versions");
        json.WriteEndArray();
        json.WriteString("assigneeType", Project.AssignsLead ? "PROJECT_LEAD" : "UNASSIGNED");
        json.WriteStartObject("roles");
        foreach (var role in ProjectRoles.All)
        {
            json.WriteString(role.Name, RoleJson.SelfOf(role, Project, Call.ApiUrl));
        }

        json.WriteEndObject();
    }
}
