using System.Globalization;
using FakeJira.Jira.Texts;
using FakeJira.Jira.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Jira;

/// <summary>The fields of an issue in a state document. Statuses and the like are written by their names, which the catalogue knows.</summary>
internal static class JiraIssueFieldsDocument
{
    private const string DateForm = "yyyy-MM-dd";

    public static Issue Read(JsonNodeAt node, Issue issue, JiraWorld world)
    {
        var resolution = Known(node["resolution"], Catalogue.ResolutionOf, Catalogue.Resolutions.Select(each => each.Name));
        var created = Moment(node, "created") ?? Issue.Beginning;
        var updated = Moment(node, "updated") ?? created;
        return issue with
        {
            Type = Known(node["type"], Catalogue.IssueTypeOf, Catalogue.IssueTypes.Select(each => each.Name)) ?? issue.Type,
            Status = Known(node["status"], Catalogue.StatusOf, Catalogue.Statuses.Select(each => each.Name)) ?? (resolution is null ? Catalogue.ToDo : Catalogue.Done),
            Priority = Known(node["priority"], Catalogue.PriorityOf, Catalogue.Priorities.Select(each => each.Name)) ?? issue.Priority,
            Resolution = resolution,
            ResolutionDate = Moment(node, "resolutionDate") ?? (resolution is null ? null : updated),
            Labels = [.. node.Items("labels").Select(label => label.AsText()).OfType<string>()],
            Assignee = node["assignee"] is { } assignee ? JiraIssuesDocument.User(assignee, world) : null,
            Creator = node["creator"] is { } creator ? JiraIssuesDocument.User(creator, world) ?? "" : issue.Reporter,
            Created = created,
            Updated = updated,
            DueDate = Day(node["dueDate"]),
            Description = Text(node["description"]),
            Comments = JiraCommentsDocument.Read(node, created, world),
            Changes = JiraChangesDocument.Read(node, created, world),
        };
    }

    public static void Write(Issue issue, JObject written)
    {
        written["type"] = issue.Type.Name;
        written["status"] = issue.Status.Name;
        written["priority"] = issue.Priority.Name;
        written["resolution"] = issue.Resolution?.Name;
        written["resolutionDate"] = issue.ResolutionDate is { } resolved ? Moment(resolved) : null;
        written["labels"] = new JArray(issue.Labels);
        written["assignee"] = issue.Assignee;
        written["creator"] = issue.Creator;
        written["created"] = Moment(issue.Created);
        written["updated"] = Moment(issue.Updated);
        written["dueDate"] = issue.DueDate?.ToString(DateForm, CultureInfo.InvariantCulture);
        written["description"] = issue.Description is { } description ? Text(description) : null;
        written["comments"] = JiraCommentsDocument.Write(issue);
        written["changes"] = JiraChangesDocument.Write(issue);
    }

    /// <summary>A member of the catalogue by its name; another name is a mistake.</summary>
    internal static T? Known<T>(JsonNodeAt? node, Func<string, T?> find, IEnumerable<string> names)
        where T : class
    {
        if (node?.AsText() is not { } name)
        {
            return null;
        }

        return find(name) ?? node.Expected<T>(string.Join(", ", names));
    }

    /// <summary>A text, or a document as version 3 of the API has it.</summary>
    internal static RichText? Text(JsonNodeAt? node)
    {
        if (node is null || node.Token.Type == JTokenType.String)
        {
            return node?.AsText() is { } text ? new RichText(text) : null;
        }

        return AtlassianDocument.Parse(node.Token.ToString(Formatting.None)) ?? node.Expected<RichText>("a text or an Atlassian document such as {\"version\": 1, \"type\": \"doc\", \"content\": []}");
    }

    internal static JToken Text(RichText text) => text.Document is { } document ? JsonText.OfOwn(document, AtlassianDocument.DepthLimit) : text.Text;

    internal static DateTimeOffset? Moment(JsonNodeAt node, string name) => node.Moment(name)?.ToUniversalTime();

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static DateOnly? Day(JsonNodeAt? node)
    {
        if (node?.AsText() is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        node.Expected<string>("a day such as \"2026-01-31\"");
        return null;
    }
}
