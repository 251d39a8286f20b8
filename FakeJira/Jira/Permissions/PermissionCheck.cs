using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Permissions;

/// <summary>POST permissions/check: what a user may do, in which projects and on which issues.</summary>
internal static class PermissionCheck
{
    private const int Most = 1000;

    public static StubResponse Answer(JiraCall call)
    {
        if (Read(call.Body) is not { } asked)
        {
            return JiraErrors.BodyText(JiraRules.BodyInvalid400, call.Who);
        }

        if (asked.User is not null && asked.User != call.User?.AccountId && !Accounts.IsAdmin(call.User))
        {
            return JiraErrors.Collection(403, [PermissionRules.Check403, call.Who], "You are not authorized to perform this operation.");
        }

        if (Mistakes(asked, call.World) is { Count: > 0 } mistakes)
        {
            return JiraErrors.Fields(400, [PermissionRules.Check400, call.Who], [.. mistakes]);
        }

        return JiraJson.Answer(200, (call.World, User: asked.User is null ? call.User : call.World.Users[asked.User], asked), Write, PermissionRules.Check200, call.Who);
    }

    private static List<(string, string)> Mistakes(Asked asked, JiraWorld world) =>
    [
        .. asked.Global.Where(key => PermissionNames.Find(key) is not { IsGlobal: true }).Select(key => (key, "Unrecognized permission")),
        .. asked.Projects.SelectMany(each => each.Permissions).Where(key => PermissionNames.Find(key) is not { IsGlobal: false }).Select(key => (key, "Unrecognized permission")),
        .. asked.Projects.Where(each => each.Permissions.Length == 0).Select(_ => ("projectPermissions", "At least one project permission is required")).Take(1),
        .. AreTooMany(asked.Projects.SelectMany(each => each.Projects)) || AreTooMany(asked.Projects.SelectMany(each => each.Issues)) ? [("projectPermissions", $"At most {Most} projects and {Most} issues can be given")] : Array.Empty<(string, string)>(),
        .. asked.User is { } user && !world.Users.ContainsKey(user) ? [("accountId", "The user does not exist")] : Array.Empty<(string, string)>(),
    ];

    private static bool AreTooMany(IEnumerable<long> ids) => ids.Distinct().Skip(Most).Any();

    /// <summary>The vendor's lists are sets: what is asked twice is answered once, for each permission what was asked of it anywhere.</summary>
    private static void Write(Utf8JsonWriter json, (JiraWorld World, User? User, Asked Asked) check)
    {
        var (world, user, asked) = check;
        var seen = world.Projects.Values.DistinctBy(project => project.Id).Where(project => project.Allows(user, Project.Browse)).ToDictionary(project => project.Id);
        json.WriteStartObject();
        json.WriteStartArray("projectPermissions");
        foreach (var asking in asked.Projects.SelectMany(each => each.Permissions, (each, key) => (key, each)).GroupBy(pair => pair.key, pair => pair.each))
        {
            json.WriteStartObject();
            json.WriteString("permission", asking.Key);
            Write(json, "issues", asking.SelectMany(each => each.Issues).Distinct().Where(id => world.SeeIssue(user, id.ToString(CultureInfo.InvariantCulture)) is { } issue && world.Projects[issue.ProjectKey].Allows(user, asking.Key)));
            Write(json, "projects", asking.SelectMany(each => each.Projects).Distinct().Where(id => seen.GetValueOrDefault(id)?.Allows(user, asking.Key) == true));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("globalPermissions");
        foreach (var key in asked.Global.Where(key => PermissionNames.IsHeld(world, user, PermissionNames.Find(key)!, [])))
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<long> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteNumberValue(id);
        }

        json.WriteEndArray();
    }

    /// <summary>Null where a member has another type than it should; unknown members are nobody's business.</summary>
    private static Asked? Read(JsonElement body)
    {
        var account = body.TryGetProperty("accountId", out var id) ? id : default;
        if (account.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String) || Texts(body, "globalPermissions") is not { } global || Items(body, "projectPermissions") is not { } projects)
        {
            return null;
        }

        var read = projects.Select(each => each.ValueKind == JsonValueKind.Object && Texts(each, "permissions") is { } keys && Ids(each, "issues") is { } issues && Ids(each, "projects") is { } ids ? new ProjectsAsked(keys, ids, issues) : null).ToList();
        return read.Contains(null) ? null : new Asked(account.ValueKind == JsonValueKind.String ? account.GetString() : null, global, [.. read.OfType<ProjectsAsked>()]);
    }

    /// <summary>What a body can have.</summary>
    public static BodyShape Shape { get; } = new("accountId", "globalPermissions", "projectPermissions")
    {
        Inside = new Dictionary<string, BodyShape> { ["accountId"] = BodyShape.AccountId, ["projectPermissions"] = new("permissions", "issues", "projects") },
    };

    private static JsonElement[]? Items(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null ? [] : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;

    private static string[]? Texts(JsonElement parent, string name) =>
        Items(parent, name) is { } items && Array.TrueForAll(items, item => item.ValueKind == JsonValueKind.String) ? [.. items.Select(item => item.GetString()!).Distinct()] : null;

    private static long[]? Ids(JsonElement parent, string name) =>
        Items(parent, name) is { } items && Array.TrueForAll(items, item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out _)) ? [.. items.Select(item => item.GetInt64()).Distinct()] : null;

    private sealed record ProjectsAsked(string[] Permissions, long[] Projects, long[] Issues);

    private sealed record Asked(string? User, string[] Global, ProjectsAsked[] Projects);
}
