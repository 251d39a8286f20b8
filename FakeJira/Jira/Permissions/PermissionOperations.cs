using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Permissions;

/// <summary>Who may do what.</summary>
internal static class PermissionOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.permissions.mine", "GET", "/mypermissions", "What the caller may do.", new("read:jira-work", "read:permission:jira"), [PermissionRules.Mine200, PermissionRules.Mine400, PermissionRules.Mine404], Mine).Knows("permissions issueKey issueId projectKey projectId", "projectUuid projectConfigurationUuid commentId"),
        JiraOperation.Define("jira.permissions.list", "GET", "/permissions", "Every permission.", new("manage:jira-configuration", "read:permission:jira"), [PermissionRules.All200], List).Knows(),
        JiraOperation.Define("jira.permissions.check", "POST", "/permissions/check", "What a user may do in projects and on issues.", new("", "read:permission:jira"), [PermissionRules.Check200, PermissionRules.Check400, PermissionRules.Check403], PermissionCheck.Answer, body: BodyOf.Object).Knows(body: PermissionCheck.Shape),
    ];

    private static StubResponse Mine(JiraCall call)
    {
        var asked = call.List("permissions");
        if (asked.Length == 0)
        {
            return JiraErrors.Collection(400, [PermissionRules.Mine400, call.Who], "The 'permissions' query parameter is required.");
        }

        if (asked.Where(key => PermissionNames.Find(key) is null).ToList() is { Count: > 0 } unknown)
        {
            return JiraErrors.Fields(400, [PermissionRules.Mine400, call.Who], [.. unknown.Select(key => (key, "Unrecognized permission"))]);
        }

        if (Context(call, out var refusal) is not { } projects)
        {
            return refusal!;
        }

        return JiraJson.Answer(200, (call, projects, asked), static (json, mine) =>
        {
            json.WriteStartObject();
            json.WriteStartObject("permissions");
            foreach (var permission in PermissionNames.All.Where(permission => mine.asked.Contains(permission.Key)))
            {
                json.WriteStartObject(permission.Key);
                json.WriteString("id", permission.Id);
                WriteMembers(json, permission);
                json.WriteBoolean("havePermission", PermissionNames.IsHeld(mine.call.World, mine.call.User, permission, mine.projects));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }, PermissionRules.Mine200, call.Who);
    }

    private static StubResponse List(JiraCall call) => JiraJson.Answer(200, PermissionNames.All, static (json, all) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("permissions");
        foreach (var permission in all)
        {
            json.WriteStartObject(permission.Key);
            WriteMembers(json, permission);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }, PermissionRules.All200, call.Who);

    /// <summary>The projects in which the permissions are asked for.</summary>
    private static IEnumerable<Project>? Context(JiraCall call, out StubResponse? refusal)
    {
        refusal = null;
        if ((call.Text("issueKey") ?? call.Text("issueId")) is { } issueKey)
        {
            if (call.World.SeeIssue(call.User, issueKey) is { } issue)
            {
                return [call.World.Projects[issue.ProjectKey]];
            }

            refusal = JiraErrors.IssueUnseen(PermissionRules.Mine404, call.Who);
            return null;
        }

        if ((call.Text("projectKey") ?? call.Text("projectId")) is not { } idOrKey)
        {
            return call.World.Projects.Values;
        }

        if (call.World.SeeProject(call.User, idOrKey) is { } project)
        {
            return [project];
        }

        refusal = JiraErrors.ProjectUnseen(idOrKey, PermissionRules.Mine404, call.Who);
        return null;
    }

    private static void WriteMembers(Utf8JsonWriter json, PermissionKind permission)
    {
        json.WriteString("key", permission.Key);
        json.WriteString("name", permission.Name);
        json.WriteString("type", permission.IsGlobal ? "GLOBAL" : "PROJECT");
        json.WriteString("description", permission.Description);
    }
}
