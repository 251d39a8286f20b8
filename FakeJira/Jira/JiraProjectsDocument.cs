using System.Collections.Immutable;
using FakeJira.Jira.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Jira;

/// <summary>Projects in a state document.</summary>
internal static class JiraProjectsDocument
{
    public static JiraWorld Read(JsonNodeAt section, JiraWorld world)
    {
        world = ReadCategories(section, world);
        foreach (var node in section.Items("projects"))
        {
            var key = JiraUsersDocument.Required(node, "key");
            if (key.Length > 0 && !Project.IsKey(key))
            {
                node.PlaceOf("key").Expected<string>("a project key such as \"MKY\"");
            }

            if (key.Length > 0 && world.Projects.ContainsKey(key))
            {
                node.PlaceOf("key").Error($"The project {key} is there twice.");
            }

            world = ReadOne(node, world, key);
        }

        return world;
    }

    /// <summary>With the project of a node, new or instead of the one of its key.</summary>
    public static JiraWorld ReadOne(JsonNodeAt node, JiraWorld world, string key)
    {
        var permissions = Permissions(node["permissions"], world);
        if (node.Flag("anonymousBrowse") == true && !permissions.ContainsKey(Project.Browse))
        {
            permissions = permissions.Add(Project.Browse, [new(HolderKind.Anyone)]);
        }

        var before = world.Projects.GetValueOrDefault(key);
        world = world.With(new Project(node.Integer("id", 1) ?? before?.Id ?? world.NextProjectId, key, node.Text("name") ?? key)
        {
            Permissions = permissions,
            SecurityLevels = Holders(node["securityLevels"], world),
            IssueTypes = IssueTypes(node),
            LastIssueNumber = Math.Max(node.Integer("lastIssueNumber", 0) ?? 0, before?.LastIssueNumber ?? 0),
            Lead = node["lead"] is { } lead ? JiraIssuesDocument.User(lead, world) : null,
            Description = node.Text("description") ?? "",
            Url = node.Text("url"),
            TypeKey = node.Text("projectTypeKey") ?? "software",
            AssignsLead = node.Flag("assignsLead") ?? false,
            CategoryId = Category(node, world),
            Actors = Actors(node["roles"], world),
        });
        node.ReportUnknown();
        return world;
    }

    public static JArray Write(JiraWorld world) => [.. world.Projects.Values.OrderBy(project => project.Id).Select(project => new JObject
    {
        ["id"] = project.Id,
        ["key"] = project.Key,
        ["name"] = project.Name,
        ["permissions"] = Write(project.Permissions),
        ["securityLevels"] = Write(project.SecurityLevels),
        ["issueTypes"] = new JArray(project.IssueTypes.Select(type => type.Name)),
        ["lastIssueNumber"] = project.LastIssueNumber,
        ["lead"] = project.Lead,
        ["description"] = project.Description,
        ["url"] = project.Url,
        ["projectTypeKey"] = project.TypeKey,
        ["assignsLead"] = project.AssignsLead,
        ["category"] = project.CategoryId,
        ["roles"] = Write(ProjectRoles.All.Where(role => project.Actors.ContainsKey(role.Id)).ToImmutableDictionary(role => role.Name, role => project.Actors[role.Id])),
    })];

    public static JArray WriteCategories(JiraWorld world) => [.. world.Categories.Values.OrderBy(category => category.Id).Select(category => new JObject
    {
        ["id"] = category.Id,
        ["name"] = category.Name,
        ["description"] = category.Description,
    })];

    private static JiraWorld ReadCategories(JsonNodeAt section, JiraWorld world)
    {
        // Looked for once, as there may be a hundred thousand.
        var highest = world.NextCategoryId - 1;
        foreach (var node in section.Items("projectCategories"))
        {
            var category = new ProjectCategory(node.Integer("id", 1) ?? highest + 1, JiraUsersDocument.Required(node, "name"), node.Text("description") ?? "");
            if (world.Categories.ContainsKey(category.Id))
            {
                node["id"]?.Error($"The id {category.Id} is there twice.");
            }

            highest = world.Categories.IsEmpty ? category.Id : Math.Max(highest, category.Id);
            world = world with { Categories = world.Categories.SetItem(category.Id, category) };
            node.ReportUnknown();
        }

        return world;
    }

    private static long? Category(JsonNodeAt node, JiraWorld world)
    {
        var id = node.Integer("category", 1);
        if (id is { } given && !world.Categories.ContainsKey(given))
        {
            node.PlaceOf("category").Error($"There is no project category {given} among the projectCategories of this document.");
        }

        return id;
    }

    private static ImmutableDictionary<long, ImmutableArray<Holder>> Actors(JsonNodeAt? node, JiraWorld world)
    {
        foreach (var (name, value) in node?.Members() ?? [])
        {
            if (!ProjectRoles.All.Any(role => role.Name == name))
            {
                value.Error($"There is no project role '{name}'; there are: {string.Join(", ", ProjectRoles.All.Select(role => role.Name))}.");
            }
        }

        var byName = Holders(node, world);
        foreach (var (name, _) in byName.Where(pair => pair.Value.Any(holder => holder.Kind is HolderKind.Anyone or HolderKind.SignedIn)))
        {
            node![name]!.Expected<string>("users and groups, written user:ACCOUNTID and group:NAME");
        }

        return ProjectRoles.All.Where(role => byName.ContainsKey(role.Name)).ToImmutableDictionary(role => role.Id, role => byName[role.Name]);
    }

    private static ImmutableArray<IssueType> IssueTypes(JsonNodeAt node) => node["issueTypes"] is null
        ? Catalogue.IssueTypes
        : [.. node.Items("issueTypes").Select(each => JiraIssueFieldsDocument.Known(each, Catalogue.IssueTypeOf, Catalogue.IssueTypes.Select(type => type.Name))).OfType<IssueType>()];

    /// <summary>Holders by permission or by level; every mistake is noted at its place.</summary>
    /// <summary>Permissions and who holds them.</summary>
    internal static ImmutableDictionary<string, ImmutableArray<Holder>> Permissions(JsonNodeAt? node, JiraWorld world)
    {
        foreach (var (key, value) in node?.Members() ?? [])
        {
            if (!PermissionNames.IsOfProjects(key))
            {
                value.Error(() => NoPermission(key));
            }
        }

        return Holders(node, world);
    }

    /// <summary>What to say of a permission that is none of projects.</summary>
    internal static string NoPermission(string key) => $"There is no permission '{key}' in projects"
        + (Suggestion.For(key, PermissionNames.All.Where(permission => !permission.IsGlobal).Select(permission => permission.Key)) is { } near ? $"; did you mean '{near}'?" : "; GET /rest/api/3/permissions lists those there are, as PROJECT.");

    private static ImmutableDictionary<string, ImmutableArray<Holder>> Holders(JsonNodeAt? node, JiraWorld world)
    {
        var holders = ImmutableDictionary<string, ImmutableArray<Holder>>.Empty;
        foreach (var (name, value) in node?.Members() ?? [])
        {
            if (!value.IsArray)
            {
                value.Expected<object>("an array of holders such as [\"signedIn\", \"user:5b10a2844c20165700ede21g\"]");
            }

            holders = holders.SetItem(name, [.. value.Children().Select(each => Holder(each, world)).OfType<Holder>()]);
        }

        return holders;
    }

    private static Holder? Holder(JsonNodeAt node, JiraWorld world)
    {
        if (node.AsText() is not { } text)
        {
            return null;
        }

        var holder = World.Holder.Parse(text);
        if (holder is null)
        {
            node.Expected<string>("anyone, signedIn, group:NAME or user:ACCOUNTID");
        }
        else if (holder is { Kind: HolderKind.User, Name: var id } && !world.Users.ContainsKey(id))
        {
            node.Error(() => JiraIssuesDocument.NoUser(id, world));
        }

        return holder;
    }

    private static JObject Write(ImmutableDictionary<string, ImmutableArray<Holder>> holders) =>
        new(holders.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new JProperty(pair.Key, new JArray(pair.Value.Select(holder => holder.ToString())))));
}
