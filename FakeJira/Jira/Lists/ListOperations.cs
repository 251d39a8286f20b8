using System.Text.Json;
using FakeJira.Jira.Issues;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Projects;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Lists;

/// <summary>
/// Lists that hardly ever change. The bodies of those that never do are mapping files (<c>mappings/jira</c>), for people to edit; without them, what is
/// in the catalogue is answered from there, and the rest is empty.
/// </summary>
internal static class ListOperations
{
    private static readonly string[] OfIssueTypes = ["read:issue-type:jira", "read:avatar:jira", "read:project-category:jira", "read:project:jira"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        Define("jira.fields.list", "/field", "The fields of issues.", Of("read:field:jira", "read:avatar:jira", "read:project-category:jira", "read:project:jira", "read:field-configuration:jira"), ListRules.Fields200, static () => IssueFields.All, WriteField).Knows(),
        Define("jira.issueTypes.list", "/issuetype", "The types of issues.", Of(OfIssueTypes), ListRules.IssueTypes200, static () => Catalogue.IssueTypes, CatalogueJson.Write).Knows(),
        Define("jira.statuses.list", "/status", "The statuses of issues.", Of("read:status:jira"), ListRules.Statuses200, static () => Catalogue.Statuses, CatalogueJson.Write).Knows(),
        Define("jira.statusCategories.list", "/statuscategory", "The categories of statuses.", Of("read:status:jira"), ListRules.StatusCategories200, static () => Catalogue.StatusCategories, CatalogueJson.Write).Knows(),
        Define("jira.priorities.list", "/priority", "The priorities of issues.", Of("read:priority:jira"), ListRules.Priorities200, static () => Catalogue.Priorities, WritePriority, Callers.Users).Knows(),
        JiraOperation.Define("jira.priorities.search", "GET", "/priority/search", "The priorities, a page of them.", Of("read:priority:jira"), [ListRules.PrioritySearch200], PrioritySearch, Callers.Users, integers: Paging.Parameters).Knows("startAt maxResults id priorityName onlyDefault", "projectId expand", deprecated: "the vendor's reference marks it as deprecated."),
        Define("jira.resolutions.list", "/resolution", "The resolutions of issues.", Of("read:resolution:jira"), ListRules.Resolutions200, static () => Catalogue.Resolutions, CatalogueJson.Write, Callers.Users).Knows(),
        Define("jira.issueLinkTypes.list", "/issueLinkType", "The types of links between issues.", Of("read:issue-link-type:jira"), ListRules.LinkTypes200, """{"issueLinkTypes":[]}""").Knows(),
        Define("jira.permissionSchemes.list", "/permissionscheme", "The permission schemes.", Of("read:application-role:jira", "read:field:jira", "read:group:jira", "read:permission-scheme:jira", "read:permission:jira", "read:project-role:jira", "read:user:jira", "read:avatar:jira", "read:project-category:jira", "read:project:jira"), ListRules.PermissionSchemes200, """{"permissionSchemes":[]}""", Callers.Users).Knows(unread: "expand"),
        JiraOperation.Define("jira.securitySchemes.list", "GET", "/issuesecurityschemes", "The issue security schemes.", new("manage:jira-project", "read:issue-security-level:jira", "read:issue-security-scheme:jira"), [ListRules.SecuritySchemes200, ListRules.SecuritySchemes403], SecuritySchemes, Callers.Users).Knows(),
        JiraOperation.Define("jira.projectCategories.list", "GET", "/projectCategory", "The project categories.", Of("read:project-category:jira"), [ListRules.Categories200], Categories, Callers.Users).Knows(),
        JiraOperation.Define("jira.labels.list", "GET", "/label", "The labels of issues, a page of them.", Of("read:label:jira"), [ListRules.Labels200], Labels, Callers.Users, integers: Paging.Parameters).Knows("startAt maxResults"),
    ];

    private static Scopes Of(params string[] granular) => new("read:jira-work", granular);

    private static Operation Define(string name, string path, string summary, Scopes scopes, Rule rule, string body, Callers callers = Callers.Anyone) =>
        JiraOperation.Define(name, "GET", path, summary, scopes, [rule], call => StubResponse.Text(200, body, JiraJson.ContentType, rule, call.Who), callers);

    private static Operation Define<T>(string name, string path, string summary, Scopes scopes, Rule rule, Func<IReadOnlyList<T>> items, Action<Utf8JsonWriter, T, View> write, Callers callers = Callers.Anyone) =>
        JiraOperation.Define(name, "GET", path, summary, scopes, [rule], call => JiraJson.Answer(200, (items: items(), write, View.Of(call)), static (json, list) =>
        {
            json.WriteStartArray();
            foreach (var item in list.items)
            {
                list.write(json, item, list.Item3);
            }

            json.WriteEndArray();
        }, rule, call.Who), callers);

    /// <summary>A field without what its mapping file says besides: that it can be ordered by, its other names in searches.</summary>
    private static void WriteField(Utf8JsonWriter json, IssueField field, View view)
    {
        json.WriteStartObject();
        json.WriteString("id", field.Id);
        json.WriteString("key", field.Id);
        json.WriteString("name", field.Name);
        json.WriteBoolean("custom", false);
        json.WriteBoolean("orderable", false);
        json.WriteBoolean("navigable", field.IsNavigable);
        json.WriteBoolean("searchable", true);
        json.WriteStartArray("clauseNames");
        json.WriteStringValue(field.Id);
        json.WriteEndArray();
        json.WritePropertyName("schema");
        field.WriteSchema(json);
        json.WriteEndObject();
    }

    private static void WritePriority(Utf8JsonWriter json, Priority priority, View view)
    {
        json.WriteStartObject();
        WritePriorityMembers(json, priority, view);
        json.WriteEndObject();
    }

    private static void WritePriorityMembers(Utf8JsonWriter json, Priority priority, View view)
    {
        json.WriteString("self", $"{view.ApiUrl}/priority/{priority.Id}");
        json.WriteString("statusColor", priority.Color);
        json.WriteString("description", priority.Description);
        json.WriteString("iconUrl", CatalogueJson.IconOf(priority, view));
        json.WriteString("name", priority.Name);
        json.WriteString("id", priority.Id);
    }

    private static StubResponse PrioritySearch(JiraCall call)
    {
        var view = View.Of(call);
        Priority[] wanted = [.. Catalogue.Priorities.Where(priority => (call.List("id") is not { Length: > 0 } ids || ids.Contains(priority.Id)) && (call.Text("priorityName") is not { } name || priority.Name.Contains(name, StringComparison.OrdinalIgnoreCase)) && (call.Text("onlyDefault") != "true" || priority == Catalogue.Medium))];
        return JiraJson.Answer(200, (call, view, wanted), static (json, search) => Paging.Of(search.call).Write(json, Paging.Url(search.call, "/priority/search"), search.wanted, (writer, priority) =>
        {
            writer.WriteStartObject();
            WritePriorityMembers(writer, priority, search.view);
            writer.WriteBoolean("isDefault", priority == Catalogue.Medium);
            writer.WriteEndObject();
        }), ListRules.PrioritySearch200, call.Who);
    }

    private static StubResponse SecuritySchemes(JiraCall call) => Accounts.IsAdmin(call.User)
        ? StubResponse.Text(200, """{"issueSecuritySchemes":[]}""", JiraJson.ContentType, ListRules.SecuritySchemes200, call.Who)
        : JiraErrors.Collection(403, [ListRules.SecuritySchemes403, call.Who], "You are not authorized to administer issue security schemes.");

    private static StubResponse Categories(JiraCall call) => JiraJson.Answer(200, call, static (json, call) =>
    {
        json.WriteStartArray();
        foreach (var category in call.World.Categories.Values.OrderBy(category => category.Id))
        {
            ProjectJson.WriteCategory(json, category, call.ApiUrl);
        }

        json.WriteEndArray();
    }, ListRules.Categories200, call.Who);

    private static StubResponse Labels(JiraCall call)
    {
        string[] labels = [.. call.World.Issues.Values.SelectMany(issue => issue.Labels).Distinct().Order(StringComparer.Ordinal)];
        return JiraJson.Answer(200, (call, labels), static (json, list) => Paging.Of(list.call, 1000).Write(json, list.call.ApiUrl + "/label", list.labels, static (writer, label) => writer.WriteStringValue(label)), ListRules.Labels200, call.Who);
    }
}
