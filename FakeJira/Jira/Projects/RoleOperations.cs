using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Projects;

/// <summary>Who has which role in a project.</summary>
internal static class RoleOperations
{
    private const string Path = "/project/{projectIdOrKey}/role";
    private static readonly string[] Reading = ["read:user:jira", "read:group:jira", "read:project-role:jira", "read:project:jira", "read:avatar:jira", "read:project-category:jira"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.roles.list", "GET", Path, "The roles of a project.", new("read:jira-work", "read:project-role:jira"), [ProjectRules.Roles200, ProjectRules.Unseen404], List).Knows(),
        JiraOperation.Define("jira.roles.get", "GET", Path + "/{id}", "Who has a role.", new("read:jira-work", Reading), [ProjectRules.Role200, ProjectRules.Role404, ProjectRules.Unseen404], Get).Knows(unread: "excludeInactiveUsers"),
        JiraOperation.Define("jira.roles.add", "POST", Path + "/{id}", "Gives a role to users and groups.", new("manage:jira-configuration", [.. Reading, "write:project-role:jira"]), [ProjectRules.RoleAdded200, ProjectRules.RoleAdd400, ProjectRules.RoleForbidden401, ProjectRules.Role404, ProjectRules.Actor404, ProjectRules.Unseen404, JiraRules.Full507], Add, Callers.UsersOfWrites, BodyOf.Object).Knows(body: RoleBody.Added),
        JiraOperation.Define("jira.roles.set", "PUT", Path + "/{id}", "Says who has a role, and nobody else.", new("manage:jira-project", [.. Reading, "write:project-role:jira"]), [ProjectRules.RoleSet200, ProjectRules.RoleForbidden401, ProjectRules.Role404, ProjectRules.Actor404, ProjectRules.Unseen404, JiraRules.Full507], Set, Callers.UsersOfWrites, BodyOf.Object).Knows(body: RoleBody.Set),
        JiraOperation.Define("jira.roles.delete", "DELETE", Path + "/{id}", "Takes a role from a user or a group.", new("manage:jira-project", "delete:project-role:jira"), [ProjectRules.RoleRemoved204, ProjectRules.RoleForbidden401, ProjectRules.RoleRemove404, ProjectRules.Role404, ProjectRules.Actor404, ProjectRules.Unseen404], Delete, Callers.UsersOfWrites).Knows("user group groupId", accountIds: "user"),
    ];

    private static StubResponse List(JiraCall call) => call.World.SeeProject(call.User, call["projectIdOrKey"]) is not { } project
        ? Unseen(call)
        : JiraJson.Answer(200, (call, project), static (json, list) =>
        {
            json.WriteStartObject();
            foreach (var role in ProjectRoles.All)
            {
                json.WriteString(role.Name, RoleJson.SelfOf(role, list.project, list.call.ApiUrl));
            }

            json.WriteEndObject();
        }, ProjectRules.Roles200, call.Who);

    private static StubResponse Get(JiraCall call)
    {
        if (call.World.SeeProject(call.User, call["projectIdOrKey"]) is not { } project)
        {
            return Unseen(call);
        }

        return ProjectRoles.Find(call["id"]) is { } role
            ? JiraJson.Answer(200, new RoleJson(call, project, role), RoleJson.Write, ProjectRules.Role200, call.Who)
            : RoleUnknown(call);
    }

    private static StubResponse Add(JiraCall call) => RoleBody.Actors(call, call.Body, "user", "group", "groupId") is { } actors
        ? Changed(call, ProjectRules.RoleAdded200, world => ProjectRoles.Add(world, call.User, call["projectIdOrKey"], call["id"], actors))
        : JiraErrors.BodyText(JiraRules.BodyInvalid400, call.Who);

    private static StubResponse Set(JiraCall call) => RoleBody.Categorised(call) is { } actors
        ? Changed(call, ProjectRules.RoleSet200, world => ProjectRoles.Set(world, call.User, call["projectIdOrKey"], call["id"], actors))
        : JiraErrors.BodyText(JiraRules.BodyInvalid400, call.Who);

    /// <summary>The role as it is after the change, or why there was none.</summary>
    private static StubResponse Changed(JiraCall call, Rule done, Func<JiraWorld, (JiraWorld World, ActorsOutcome Outcome)> command)
    {
        var (outcome, after) = call.Change(world =>
        {
            var (next, outcome) = command(world);
            return (next, (outcome, next));
        });
        return outcome switch
        {
            ActorsOutcome.Done => JiraJson.Answer(200, new RoleJson(call, after.FindProject(call["projectIdOrKey"])!, ProjectRoles.Find(call["id"])!), RoleJson.Write, done, call.Who),
            ActorsOutcome.AlreadyThere or ActorsOutcome.NotThere => JiraErrors.Collection(400, [ProjectRules.RoleAdd400, call.Who], "The user or group is already an actor of the role."),
            ActorsOutcome.ProjectUnseen => Unseen(call),
            ActorsOutcome.Forbidden => Forbidden(call),
            ActorsOutcome.RoleUnknown => RoleUnknown(call),
            ActorsOutcome.NoRoom => JiraErrors.NoRoom(call),
            ActorsOutcome.ActorUnknown => ActorUnknown(call),
        };
    }

    private static StubResponse Delete(JiraCall call)
    {
        Holder[] actors = [.. call.List("user").Select(id => new Holder(HolderKind.User, id)), .. call.List("group").Select(name => new Holder(HolderKind.Group, name)), .. call.List("groupId").Select(RoleBody.GroupsOf(call.World))];
        var outcome = call.Change(world => ProjectRoles.Remove(world, call.User, call["projectIdOrKey"], call["id"], actors));
        return outcome switch
        {
            ActorsOutcome.Done => new() { Status = 204, Rules = [ProjectRules.RoleRemoved204, call.Who] },
            ActorsOutcome.NotThere or ActorsOutcome.AlreadyThere or ActorsOutcome.NoRoom => JiraErrors.Collection(404, [ProjectRules.RoleRemove404, call.Who], "The user or group is not an actor of the role."),
            ActorsOutcome.ProjectUnseen => Unseen(call),
            ActorsOutcome.Forbidden => Forbidden(call),
            ActorsOutcome.RoleUnknown => RoleUnknown(call),
            ActorsOutcome.ActorUnknown => ActorUnknown(call),
        };
    }

    private static StubResponse Unseen(JiraCall call) => JiraErrors.ProjectUnseen(call["projectIdOrKey"], ProjectRules.Unseen404, call.Who);

    private static StubResponse Forbidden(JiraCall call) => JiraErrors.Collection(401, [ProjectRules.RoleForbidden401, call.Who], "You do not have permission to administer this project.");

    private static StubResponse RoleUnknown(JiraCall call) => JiraErrors.Collection(404, [ProjectRules.Role404, call.Who], "There is no project role of that id.");

    private static StubResponse ActorUnknown(JiraCall call) => JiraErrors.Collection(404, [ProjectRules.Actor404, call.Who], "The user or group does not exist.");
}
