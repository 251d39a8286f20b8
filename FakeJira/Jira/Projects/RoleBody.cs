using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Users;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Projects;

/// <summary>Reads who is to have a role.</summary>
internal static class RoleBody
{
    /// <summary>What the body of POST can have.</summary>
    public static BodyShape Added { get; } = new("user", "group", "groupId") { Inside = new Dictionary<string, BodyShape> { ["user"] = BodyShape.AccountId } };

    /// <summary>What the body of PUT can have.</summary>
    public static BodyShape Set { get; } = new("categorisedActors")
    {
        Unread = ["id"],
        Inside = new Dictionary<string, BodyShape>
        {
            ["categorisedActors"] = new("atlassian-user-role-actor", "atlassian-group-role-actor", "atlassian-group-role-actor-id") { Inside = new Dictionary<string, BodyShape> { ["atlassian-user-role-actor"] = BodyShape.AccountId } },
        },
    };

    /// <summary>Users and groups out of lists with these names, absent ones also written as null; null where the body has another member, or one of another type.</summary>
    public static List<Holder>? Actors(JiraCall call, JsonElement body, string users, string groups, string groupIds)
    {
        var actors = new List<Holder>();
        var groupOf = GroupsOf(call.World);
        foreach (var member in body.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null && (member.Name == users || member.Name == groups || member.Name == groupIds))
            {
                continue;
            }

            if ((member.Name != users && member.Name != groups && member.Name != groupIds) || member.Value.ValueKind != JsonValueKind.Array || member.Value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            {
                return null;
            }

            actors.AddRange(member.Value.EnumerateArray().Select(item => item.GetString()!).Select(text =>
                member.Name == users ? new(HolderKind.User, text) : member.Name == groups ? new(HolderKind.Group, text) : groupOf(text)));
        }

        return [.. actors.Distinct()];
    }

    /// <summary>The same out of categorisedActors, as PUT has it; the id beside them is not looked at.</summary>
    public static List<Holder>? Categorised(JiraCall call) =>
        call.Body.EnumerateObject().All(member => member.Name is "categorisedActors" or "id") && call.Body.TryGetProperty("categorisedActors", out var actors) && actors.ValueKind == JsonValueKind.Object
            ? Actors(call, actors, "atlassian-user-role-actor", "atlassian-group-role-actor", "atlassian-group-role-actor-id")
            : null;

    /// <summary>Says the group of an id; one without a name where there is none. The groups are looked through once, however many ids are asked, and only if one is.</summary>
    public static Func<string, Holder> GroupsOf(JiraWorld world)
    {
        var names = new Lazy<ILookup<string, string>>(() => Accounts.Groups(world).ToLookup(name => AccountJson.IdOf(name).ToString(), StringComparer.OrdinalIgnoreCase));
        return id => new(HolderKind.Group, names.Value[id].FirstOrDefault(""));
    }
}
