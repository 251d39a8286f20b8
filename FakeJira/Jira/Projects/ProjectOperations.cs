using FakeJira.Jira.Lists;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Projects;

/// <summary>Reads projects.</summary>
internal static class ProjectOperations
{
    private static readonly Scopes Reading = new(
        "read:jira-work", "read:issue-type:jira", "read:project:jira", "read:project.property:jira", "read:user:jira", "read:application-role:jira", "read:avatar:jira", "read:group:jira",
        "read:issue-type-hierarchy:jira", "read:project-category:jira", "read:project-version:jira", "read:project.component:jira");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.projects.get", "GET", "/project/{projectIdOrKey}", "A project.", Reading, [ProjectRules.Get200, ProjectRules.Unseen404], Get).Knows("expand", "properties"),
        JiraOperation.Define("jira.projects.list", "GET", "/project", "The projects that the caller may browse.", Reading, [ProjectRules.List200], List, integers: "recent").Knows("recent expand", "properties", deprecated: "the vendor has deprecated it; use GET /project/search."),
        JiraOperation.Define("jira.projects.search", "GET", "/project/search", "Projects that fit a query, a page of them.", Reading, [ProjectRules.Search200, ProjectRules.Search400], ProjectSearch.Answer, integers: [.. Paging.Parameters, "categoryId"]).Knows("startAt maxResults orderBy id keys query typeKey categoryId action status expand", "properties propertyQuery"),
        JiraOperation.Define("jira.projects.versions", "GET", "/project/{projectIdOrKey}/versions", "The versions of a project.", new("read:jira-work", "read:project:jira", "read:project-version:jira"), [ProjectRules.Versions200, ProjectRules.Unseen404], call => Nothing(call, ProjectRules.Versions200)).Knows(unread: "expand"),
        JiraOperation.Define("jira.projects.components", "GET", "/project/{projectIdOrKey}/components", "The components of a project.", new("read:jira-work", "read:project:jira", "read:project.component:jira", "read:user:jira"), [ProjectRules.Components200, ProjectRules.Unseen404], call => Nothing(call, ProjectRules.Components200)).Knows(unread: "componentSource"),
        JiraOperation.Define("jira.projects.statuses", "GET", "/project/{projectIdOrKey}/statuses", "The statuses of a project by type of issue.", new("read:jira-work", "read:issue-status:jira", "read:issue-type:jira", "read:status:jira"), [ProjectRules.Statuses200, ProjectRules.Unseen404], Statuses).Knows(),
    ];

    /// <summary>The projects that the caller may browse, by key.</summary>
    public static IEnumerable<Project> Seen(JiraCall call) => call.World.Projects.Values.Where(project => project.Allows(call.User, Project.Browse)).OrderBy(project => project.Key, StringComparer.Ordinal);

    private static StubResponse Get(JiraCall call) => call.World.SeeProject(call.User, call["projectIdOrKey"]) is { } project
        ? JiraJson.Answer(200, new ProjectJson(call, project), ProjectJson.Write, ProjectRules.Get200, call.Who)
        : Unseen(call);

    private static StubResponse List(JiraCall call) => JiraJson.Answer(200, call, static (json, call) =>
    {
        json.WriteStartArray();
        foreach (var project in Seen(call))
        {
            ProjectJson.WriteListed(json, new(call, project));
        }

        json.WriteEndArray();
    }, ProjectRules.List200, call.Who);

    private static StubResponse Statuses(JiraCall call) => call.World.SeeProject(call.User, call["projectIdOrKey"]) is not { } project ? Unseen(call) : JiraJson.Answer(200, (project, View.Of(call)), static (json, list) =>
    {
        var (project, view) = list;
        json.WriteStartArray();
        foreach (var type in project.IssueTypes)
        {
            json.WriteStartObject();
            json.WriteString("self", $"{view.ApiUrl}/issuetype/{type.Id}");
            json.WriteString("id", type.Id);
            json.WriteString("name", type.Name);
            json.WriteBoolean("subtask", type.IsSubtask);
            json.WriteStartArray("statuses");
            foreach (var status in Catalogue.Statuses)
            {
                CatalogueJson.Write(json, status, view);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }, ProjectRules.Statuses200, call.Who);

    private static StubResponse Nothing(JiraCall call, Rule rule) =>
        call.World.SeeProject(call.User, call["projectIdOrKey"]) is null ? Unseen(call) : StubResponse.Text(200, "[]", JiraJson.ContentType, rule, call.Who);

    private static StubResponse Unseen(JiraCall call) => JiraErrors.ProjectUnseen(call["projectIdOrKey"], ProjectRules.Unseen404, call.Who);
}
