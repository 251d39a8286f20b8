using System.Collections.Immutable;
using FakeJira.Jira.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Jira;

/// <summary>Issues and their votes in a state document.</summary>
internal static class JiraIssuesDocument
{
    public static JiraWorld Read(JsonNodeAt section, JiraWorld world)
    {
        var namesProjects = section["projects"] is not null;
        List<(JsonNodeAt Parent, long Child)> parents = [];

        // Looked for once, as there may be a hundred thousand users and as many issues.
        var users = world.Users.Keys;
        var first = new Lazy<string?>(() => users.Min(StringComparer.Ordinal));

        // Added at once in the end, as one by one takes long for a hundred thousand.
        var issues = new Dictionary<long, Issue>();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in section.Items("issues"))
        {
            var key = JiraUsersDocument.Required(node, "key");
            if (key.Length == 0)
            {
                continue;
            }

            if (Issue.ParseKey(key) is not { } parts)
            {
                node.PlaceOf("key").Expected<string>("an issue key such as \"MKY-1\"");
                continue;
            }

            world = WithProject(node, world, parts.Project, namesProjects);
            var id = node.Integer("id", 1) ?? world.NextIssueId;
            foreach (var taken in PreviousKeys(node).Prepend(key).Distinct(StringComparer.OrdinalIgnoreCase).Where(each => world.IssueIds.ContainsKey(each) || !keys.Add(each)))
            {
                node.PlaceOf("key").Error($"The key {taken} is there twice.");
            }

            if (world.Issues.ContainsKey(id) || issues.ContainsKey(id))
            {
                node["id"]?.Error($"The id {id} is there twice.");
            }

            if (node["parent"] is { } parent)
            {
                parents.Add((parent, id));
            }

            var issue = new Issue(id, key, node.Text("summary") ?? $"Summary of {key}", Reporter(node, world, first))
            {
                SecurityLevel = Level(node, world.Projects[parts.Project]),
                Voters = Users(node, "voters", world),
                Watchers = Users(node, "watchers", world),
                PreviousKeys = PreviousKeys(node),
            };
            issues[id] = issue = JiraIssueFieldsDocument.Read(node, issue, world);
            world = world.WithIdsOf(issue);
            node.ReportUnknown();
        }

        return parents.Aggregate(world.WithNew(issues.Values), (current, pair) => WithParent(current, pair.Parent, pair.Child));
    }

    public static JArray Write(JiraWorld world) => [.. world.Issues.Values.OrderBy(issue => issue.Id).Select(issue => Write(issue, world))];

    /// <summary>The account id of a user of the document; who is not of it is a mistake.</summary>
    internal static string? User(JsonNodeAt node, JiraWorld world)
    {
        if (node.AsText() is not { } id)
        {
            return null;
        }

        if (world.Users.TryGetValue(id, out var user))
        {
            // The user's own text, so that a million votes do not keep a million texts.
            return user.AccountId;
        }

        node.Error(() => NoUser(id, world));
        return id;
    }

    /// <summary>What to say of an account id that nobody has.</summary>
    internal static string NoUser(string id, JiraWorld world) => $"There is no user {id}; {(Suggestion.For(id, world.Users.Keys) is { } near ? $"did you mean {near}?" : "the account id is meant.")}";

    private static JObject Write(Issue issue, JiraWorld world)
    {
        var written = new JObject
        {
            ["id"] = issue.Id,
            ["key"] = issue.Key,
            ["summary"] = issue.Summary,
            ["reporter"] = issue.Reporter,
        };
        JiraIssueFieldsDocument.Write(issue, written);
        written["parent"] = issue.Parent is { } parent ? world.Issues[parent].Key : null;
        written["securityLevel"] = issue.SecurityLevel;
        written["voters"] = new JArray(issue.Voters.Order(StringComparer.Ordinal));
        written["watchers"] = new JArray(issue.Watchers.Order(StringComparer.Ordinal));
        written["previousKeys"] = new JArray(issue.PreviousKeys);
        return written;
    }

    private static JiraWorld WithParent(JiraWorld world, JsonNodeAt node, long child)
    {
        if (node.AsText() is { } key && world.FindIssue(key) is { } parent && parent.Id != child && !parent.Type.IsSubtask)
        {
            return world.With(world.Issues[child] with { Parent = parent.Id });
        }

        node.Expected<string>("the key of another issue of this document that is no subtask");
        return world;
    }

    private static JiraWorld WithProject(JsonNodeAt node, JiraWorld world, string project, bool namesProjects)
    {
        if (world.Projects.ContainsKey(project))
        {
            return world;
        }

        if (namesProjects)
        {
            node.PlaceOf("key").Error($"There is no project {project} among the projects of this document.");
        }

        return world.With(new Project(world.NextProjectId, project, project));
    }

    private static string Reporter(JsonNodeAt node, JiraWorld world, Lazy<string?> first)
    {
        if (node["reporter"] is { } reporter)
        {
            return User(reporter, world) ?? "";
        }

        if (first.Value is { } user)
        {
            return user;
        }

        node.Error("An issue has a reporter; there are no users in this document.");
        return "";
    }

    private static string? Level(JsonNodeAt node, Project project)
    {
        var level = node.Text("securityLevel");
        if (level is not null && !project.SecurityLevels.ContainsKey(level))
        {
            node.PlaceOf("securityLevel").Error($"The project {project.Key} has no security level '{level}'.");
        }

        return level;
    }

    private static ImmutableHashSet<string> Users(JsonNodeAt node, string name, JiraWorld world) => [.. node.Items(name).Select(each => User(each, world)).OfType<string>()];

    private static ImmutableArray<string> PreviousKeys(JsonNodeAt node) => [.. node.Items("previousKeys").Select(key => key.AsText()).OfType<string>()];
}
