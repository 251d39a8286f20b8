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
        foreach (var node in section.Items("issues"))
        {
            var key = JiraUsersDocument.Required(node, "key");
            if (key.Length == 0)
            {
                continue;
            }

            if (Issue.ParseKey(key) is not { } parts)
            {
                node["key"]!.Expected<string>("an issue key such as \"MKY-1\"");
                continue;
            }

            world = WithProject(node, world, parts.Project, namesProjects);
            var id = node.Integer("id", 1) ?? world.NextIssueId;
            foreach (var taken in PreviousKeys(node).Prepend(key).Where(world.IssueIds.ContainsKey))
            {
                node["key"]!.Error($"The key {taken} is there twice.");
            }

            if (world.Issues.ContainsKey(id))
            {
                node["id"]?.Error($"The id {id} is there twice.");
            }

            world = world.With(new Issue(id, key, node.Text("summary") ?? $"Summary of {key}", Reporter(node, world))
            {
                Resolution = node.Text("resolution"),
                SecurityLevel = Level(node, world.Projects[parts.Project]),
                Voters = [.. node.Items("voters").Select(voter => User(voter, world)).OfType<string>()],
                PreviousKeys = PreviousKeys(node),
            });
            node.ReportUnknown();
        }

        return world;
    }

    public static JArray Write(JiraWorld world) => [.. world.Issues.Values.OrderBy(issue => issue.Id).Select(issue => new JObject
    {
        ["id"] = issue.Id,
        ["key"] = issue.Key,
        ["summary"] = issue.Summary,
        ["reporter"] = issue.Reporter,
        ["resolution"] = issue.Resolution,
        ["securityLevel"] = issue.SecurityLevel,
        ["voters"] = new JArray(issue.Voters.Order(StringComparer.Ordinal)),
        ["previousKeys"] = new JArray(issue.PreviousKeys),
    })];

    private static JiraWorld WithProject(JsonNodeAt node, JiraWorld world, string project, bool namesProjects)
    {
        if (world.Projects.ContainsKey(project))
        {
            return world;
        }

        if (namesProjects)
        {
            node["key"]!.Error($"There is no project {project} among the projects of this document.");
        }

        return world.With(new Project(world.NextProjectId, project, project));
    }

    private static string Reporter(JsonNodeAt node, JiraWorld world)
    {
        if (node["reporter"] is { } reporter)
        {
            return User(reporter, world) ?? "";
        }

        if (world.Users.IsEmpty)
        {
            node.Error("An issue has a reporter; there are no users in this document.");
            return "";
        }

        return world.Users.Keys.Order(StringComparer.Ordinal).First();
    }

    private static string? User(JsonNodeAt node, JiraWorld world)
    {
        if (node.AsText() is not { } id)
        {
            return null;
        }

        if (!world.Users.ContainsKey(id))
        {
            node.Error($"There is no user {id} in this document" + (Suggestion.For(id, world.Users.Keys) is { } near ? $"; did you mean {near}?" : "."));
        }

        return id;
    }

    private static string? Level(JsonNodeAt node, Project project)
    {
        var level = node.Text("securityLevel");
        if (level is not null && !project.SecurityLevels.ContainsKey(level))
        {
            node["securityLevel"]!.Error($"The project {project.Key} has no security level '{level}'.");
        }

        return level;
    }

    private static ImmutableArray<string> PreviousKeys(JsonNodeAt node) => [.. node.Items("previousKeys").Select(key => key.AsText()).OfType<string>()];
}
