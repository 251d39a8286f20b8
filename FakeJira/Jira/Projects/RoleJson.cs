using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Users;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Projects;

/// <summary>Writes a role and who has it in a project.</summary>
/// <param name="Call">Who asks.</param>
/// <param name="Project">The project.</param>
/// <param name="Role">The role.</param>
internal readonly record struct RoleJson(JiraCall Call, Project Project, ProjectRole Role)
{
    private const int FirstActorId = 10240;

    public static string SelfOf(ProjectRole role, Project project, string apiUrl) => string.Create(CultureInfo.InvariantCulture, $"{apiUrl}/project/{project.Id}/role/{role.Id}");

    public static void Write(Utf8JsonWriter json, RoleJson role)
    {
        json.WriteStartObject();
        json.WriteString("self", SelfOf(role.Role, role.Project, role.Call.ApiUrl));
        json.WriteString("name", role.Role.Name);
        json.WriteNumber("id", role.Role.Id);
        json.WriteString("description", role.Role.Description);
        json.WriteStartArray("actors");
        var id = FirstActorId;
        foreach (var actor in ProjectRoles.ActorsOf(role.Project, role.Role))
        {
            WriteActor(json, actor, id++, role.Call.World);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, Holder actor, int id, JiraWorld world)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        if (actor.Kind == HolderKind.User)
        {
            json.WriteString("displayName", world.Users.TryGetValue(actor.Name, out var user) ? user.DisplayName : actor.Name);
            json.WriteString("type", "atlassian-user-role-actor");
            json.WriteStartObject("actorUser");
            json.WriteString("accountId", actor.Name);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("displayName", actor.Name);
            json.WriteString("type", "atlassian-group-role-actor");
            json.WriteString("name", actor.Name);
            json.WriteStartObject("actorGroup");
            json.WriteString("name", actor.Name);
            json.WriteString("displayName", actor.Name);
            json.WriteString("groupId", AccountJson.IdOf(actor.Name));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
