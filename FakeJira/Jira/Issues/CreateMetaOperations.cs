using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Lists;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Projects;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Issues;

/// <summary>Tells what can be said of a new issue, and of one that is there.</summary>
internal static class CreateMetaOperations
{
    private const string Path = "/issue/createmeta";
    private const string TypesPath = Path + "/{projectIdOrKey}/issuetypes";
    private const int PageSize = 50;
    private const int Limit = 200;
    private static readonly Scopes Read = new("read:jira-work", "read:issue-meta:jira", "read:avatar:jira", "read:field-configuration:jira");
    private static readonly string[] Paging = ["startAt", "maxResults"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.createmeta.get", "GET", Path, "What can be said of new issues.", Read, [CreateMetaRules.All200], Get).Knows("projectIds projectKeys issuetypeIds issuetypeNames expand", deprecated: "the vendor has deprecated it; use GET /issue/createmeta/{projectIdOrKey}/issuetypes."),
        JiraOperation.Define("jira.createmeta.types", "GET", TypesPath, "The issue types of a project.", Read, [CreateMetaRules.Types200, CreateMetaRules.Limit400, CreateMetaRules.Project404], Types, integers: Paging).Knows("startAt maxResults"),
        JiraOperation.Define("jira.createmeta.fields", "GET", TypesPath + "/{issueTypeId}", "The fields of a new issue of a type.", Read, [CreateMetaRules.Fields200, CreateMetaRules.Limit400, CreateMetaRules.Project404, CreateMetaRules.Type404], Fields, integers: Paging).Knows("startAt maxResults"),
        JiraOperation.Define("jira.editmeta.get", "GET", "/issue/{issueIdOrKey}/editmeta", "The fields of an issue that can be changed.", Read, [CreateMetaRules.Edit200, JiraRules.Issue404], Edit).Knows(unread: "overrideScreenSecurity overrideEditableFlag"),
    ];

    private static StubResponse Get(JiraCall call)
    {
        string[] ids = [.. call.List("projectIds"), .. call.List("projectKeys")];
        string[] types = [.. call.List("issuetypeIds"), .. call.List("issuetypeNames")];
        var projects = call.World.Projects.Values.Where(project => MayCreate(call, project) && (ids.Length == 0 || ids.Contains(project.Key) || ids.Contains(Id(project)))).OrderBy(project => project.Id);
        return JiraJson.Answer(200, (Projects: projects, types, call), static (json, meta) =>
        {
            var view = View.Of(meta.call);
            json.WriteStartObject();
            json.WriteString("expand", "projects");
            json.WriteStartArray("projects");
            foreach (var project in meta.Projects)
            {
                Write(json, project, meta.types, meta.call.List("expand").Contains("projects.issuetypes.fields"), view);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, CreateMetaRules.All200, call.Who);
    }

    private static StubResponse Types(JiraCall call) => Refusal(call, out var project) ?? Page(call, "issueTypes", project.IssueTypes, CreateMetaRules.Types200, (json, type) =>
    {
        CatalogueJson.Write(json, type, View.Of(call));
    });

    private static StubResponse Fields(JiraCall call)
    {
        if (Refusal(call, out var project) is { } refusal)
        {
            return refusal;
        }

        return project.IssueTypes.FirstOrDefault(type => type.Id == call["issueTypeId"]) is { } type
            ? Page(call, "fields", FieldMetadata.OfCreate(type), CreateMetaRules.Fields200, (json, field) => FieldMetadataJson.Write(json, field, project, type, View.Of(call), named: true))
            : JiraErrors.Collection(404, [CreateMetaRules.Type404, call.Who], $"No issue type could be found with id '{call["issueTypeId"]}'.");
    }

    private static StubResponse Edit(JiraCall call) => call.World.SeeIssue(call.User, call["issueIdOrKey"]) is { } issue
        ? JiraJson.Answer(200, (issue, call), static (json, meta) =>
        {
            var project = meta.call.World.Projects[meta.issue.ProjectKey];
            json.WriteStartObject();
            json.WritePropertyName("fields");
            FieldMetadataJson.WriteMap(json, project.Allows(meta.call.User, "EDIT_ISSUES") ? FieldMetadata.OfEdit(meta.issue.Type) : [], project, null, View.Of(meta.call));
            json.WriteEndObject();
        }, CreateMetaRules.Edit200, call.Who)
        : JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);

    private static StubResponse? Refusal(JiraCall call, out Project project)
    {
        var wanted = call["projectIdOrKey"];
        project = call.World.SeeProject(call.User, wanted)!;
        return project is null || !MayCreate(call, project) ? JiraErrors.ProjectUnseen(wanted, CreateMetaRules.Project404, call.Who)
            : call.Integer("maxResults") > Limit ? JiraErrors.Collection(400, [CreateMetaRules.Limit400, call.Who], $"Parameter 'maxResults' must not exceed the limit '{Limit}'")
            : null;
    }

    private static StubResponse Page<T>(JiraCall call, string name, IReadOnlyList<T> all, Rule rule, Action<Utf8JsonWriter, T> write) =>
        JiraJson.Answer(200, (Name: name, All: all, Start: call.Integer("startAt") ?? 0, Most: call.Integer("maxResults") ?? PageSize, Write: write), static (json, page) =>
        {
            json.WriteStartObject();
            json.WriteNumber("startAt", page.Start);
            json.WriteNumber("maxResults", page.Most);
            json.WriteNumber("total", page.All.Count);
            json.WriteStartArray(page.Name);
            foreach (var item in page.All.Skip(page.Start).Take(page.Most))
            {
                page.Write(json, item);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, rule, call.Who);

    private static bool MayCreate(JiraCall call, Project project) => project.Allows(call.User, Project.Browse) && project.Allows(call.User, "CREATE_ISSUES");

    private static string Id(Project project) => project.Id.ToString(CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, Project project, string[] types, bool withFields, View view)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{view.ApiUrl}/project/{project.Id}");
        json.WriteString("id", Id(project));
        json.WriteString("key", project.Key);
        json.WriteString("name", project.Name);
        ProjectReferenceJson.WriteAvatars(json, view);
        json.WriteStartArray("issuetypes");
        foreach (var type in project.IssueTypes.Where(type => types.Length == 0 || types.Contains(type.Id) || types.Contains(type.Name)))
        {
            json.WriteStartObject();
            CatalogueJson.WriteMembers(json, type, view);
            if (withFields)
            {
                json.WriteString("expand", "fields");
                json.WritePropertyName("fields");
                FieldMetadataJson.WriteMap(json, FieldMetadata.OfCreate(type), project, type, view);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
