using FakeJira.Jira.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Jira;

/// <summary>The section <c>jira</c> of a state document.</summary>
internal static class JiraDocument
{
    /// <summary>Makes a world of the section; every mistake is noted at its place.</summary>
    public static JiraWorld Read(JsonNodeAt node, JiraWorld empty)
    {
        if (!node.IsObject)
        {
            node.Expected<object>("an object");
            return empty;
        }

        var world = empty with { Settings = ReadSettings(node["settings"], empty.Settings) };
        world = JiraUsersDocument.Read(node, world);
        world = JiraProjectsDocument.Read(node, world);
        world = JiraIssuesDocument.Read(node, world);
        world = world with
        {
            NextIssueId = Math.Max(node.Integer("nextIssueId", 1) ?? 0, world.NextIssueId),
            NextProjectId = Math.Max(node.Integer("nextProjectId", 1) ?? 0, world.NextProjectId),
            NextChangeId = Math.Max(node.Integer("nextChangeId", 1) ?? 0, world.NextChangeId),
            NextCommentId = Math.Max(node.Integer("nextCommentId", 1) ?? 0, world.NextCommentId),
        };
        node.ReportUnknown();
        return world;
    }

    /// <summary>The section of a world.</summary>
    public static JObject Write(JiraWorld world) => new()
    {
        ["settings"] = new JObject(JiraSwitches.Parts.Select(part => new JProperty(part.NameInSection, Scalar.Token(part.Get(world.Settings))))),
        ["users"] = JiraUsersDocument.Write(world),
        ["projectCategories"] = JiraProjectsDocument.WriteCategories(world),
        ["projects"] = JiraProjectsDocument.Write(world),
        ["issues"] = JiraIssuesDocument.Write(world),
        ["nextIssueId"] = world.NextIssueId,
        ["nextProjectId"] = world.NextProjectId,
        ["nextChangeId"] = world.NextChangeId,
        ["nextCommentId"] = world.NextCommentId,
    };

    private static JiraSettings ReadSettings(JsonNodeAt? node, JiraSettings settings)
    {
        if (node is null)
        {
            return settings;
        }

        foreach (var part in JiraSwitches.Parts)
        {
            if (node[part.NameInSection] is { } value && Scalar.Read(value, part.OfSite().Accept, part.OfSite().Expectation) is { } accepted)
            {
                settings = part.Set(settings, accepted);
            }
        }

        node.ReportUnknown();
        return settings;
    }
}
