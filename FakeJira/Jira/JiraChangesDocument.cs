using System.Collections.Immutable;
using FakeJira.Jira.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Jira;

/// <summary>The change log of an issue in a state document.</summary>
internal static class JiraChangesDocument
{
    public static ImmutableArray<IssueChange> Read(JsonNodeAt issue, DateTimeOffset created, JiraWorld world)
    {
        var changes = ImmutableArray.CreateBuilder<IssueChange>();
        foreach (var node in issue.Items("changes"))
        {
            var id = node.Integer("id", 1) ?? Math.Max(world.NextChangeId, changes.Count == 0 ? 0 : changes[^1].Id + 1);
            var author = node["author"] is { } named ? JiraIssuesDocument.User(named, world) : null;
            if (author is null && node["author"] is null)
            {
                node.Error("A change has an 'author' (an account id).");
            }

            changes.Add(new(id, author ?? "", JiraIssueFieldsDocument.Moment(node, "at") ?? created, [.. node.Items("fields").Select(Field)]));
            node.ReportUnknown();
        }

        return changes.ToImmutable();
    }

    public static JArray Write(Issue issue) => [.. issue.Changes.Select(change => new JObject
    {
        ["id"] = change.Id,
        ["author"] = change.Author,
        ["at"] = JiraIssueFieldsDocument.Moment(change.At),
        ["fields"] = new JArray(change.Fields.Select(field => new JObject
        {
            ["field"] = field.Field,
            ["from"] = field.From,
            ["fromText"] = field.FromText,
            ["to"] = field.To,
            ["toText"] = field.ToText,
        })),
    })];

    private static FieldChange Field(JsonNodeAt node)
    {
        var change = new FieldChange(JiraUsersDocument.Required(node, "field"), node.Text("from"), node.Text("fromText"), node.Text("to"), node.Text("toText"));
        node.ReportUnknown();
        return change;
    }
}
