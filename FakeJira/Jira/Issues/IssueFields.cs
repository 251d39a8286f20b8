using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Comments;
using FakeJira.Jira.Lists;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Projects;
using FakeJira.Jira.Texts;
using FakeJira.Jira.Users;
using FakeJira.Jira.Votes;
using FakeJira.Jira.Watchers;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>The fields of issues, in the order in which they are written. Those of features that are not simulated are empty, as on a site where nobody uses them.</summary>
internal static class IssueFields
{
    public static IReadOnlyList<IssueField> All { get; } =
    [
        new("issuetype", "Issue Type", "issuetype", static (json, issue, view) => CatalogueJson.Write(json, issue.Type, view)),
        new("parent", "Parent", "issuelink", static (json, issue, view) => IssueReferenceJson.Write(json, view.World.Issues[issue.Parent!.Value], view)) { IsThere = static issue => issue.Parent is not null },
        new("timespent", "Time Spent", "number", Nothing),
        new("project", "Project", "project", static (json, issue, view) => ProjectReferenceJson.Write(json, view.World.Projects[issue.ProjectKey], view)),
        new("fixVersions", "Fix versions", "array", EmptyList) { Items = "version" },
        new("aggregatetimespent", "Σ Time Spent", "number", Nothing),
        new("resolution", "Resolution", "resolution", static (json, issue, view) => Optional(json, issue.Resolution, view, CatalogueJson.Write)),
        new("resolutiondate", "Resolved", "datetime", static (json, issue, view) => Moment(json, issue.ResolutionDate, view)) { Render = static (json, issue, view) => RenderedMoment(json, issue.ResolutionDate, view) },
        new("workratio", "Work Ratio", "number", static (json, _, _) => json.WriteNumberValue(-1)),
        new("watches", "Watchers", "watches", static (json, issue, view) => WatchersJson.WriteCount(json, issue, view)),
        new("lastViewed", "Last Viewed", "datetime", Nothing),
        new("created", "Created", "datetime", static (json, issue, view) => Moment(json, issue.Created, view)) { Render = static (json, issue, view) => RenderedMoment(json, issue.Created, view) },
        new("priority", "Priority", "priority", static (json, issue, view) => CatalogueJson.Write(json, issue.Priority, view)),
        new("labels", "Labels", "array", WriteLabels) { Items = "string" },
        new("timeestimate", "Remaining Estimate", "number", Nothing),
        new("aggregatetimeoriginalestimate", "Σ Original Estimate", "number", Nothing),
        new("versions", "Affects versions", "array", EmptyList) { Items = "version" },
        new("issuelinks", "Linked Issues", "array", EmptyList) { Items = "issuelinks" },
        new("assignee", "Assignee", "user", static (json, issue, view) => Person(json, issue.Assignee, view)),
        new("updated", "Updated", "datetime", static (json, issue, view) => Moment(json, issue.Updated, view)) { Render = static (json, issue, view) => RenderedMoment(json, issue.Updated, view) },
        new("status", "Status", "status", static (json, issue, view) => CatalogueJson.Write(json, issue.Status, view)),
        new("components", "Components", "array", EmptyList) { Items = "component" },
        new("timeoriginalestimate", "Original estimate", "number", Nothing),
        new("description", "Description", "string", static (json, issue, view) => Text(json, issue.Description, view)) { Render = static (json, issue, view) => json.WriteStringValue(issue.Description is { } text ? Html.Of(text, view) : "") },
        new("timetracking", "Time tracking", "timetracking", EmptyObject) { Render = EmptyObject, IsNavigable = false },
        new("security", "Security Level", "securitylevel", static (json, issue, view) => Optional(json, issue.SecurityLevel, view, WriteLevel)),
        new("attachment", "Attachment", "array", EmptyList) { Items = "attachment", Render = EmptyList, IsNavigable = false },
        new("aggregatetimeestimate", "Σ Remaining Estimate", "number", Nothing),
        new("summary", "Summary", "string", static (json, issue, _) => json.WriteStringValue(issue.Summary)),
        new("creator", "Creator", "user", static (json, issue, view) => Person(json, issue.Creator, view)),
        new("subtasks", "Sub-tasks", "array", WriteSubtasks) { Items = "issuelinks" },
        new("reporter", "Reporter", "user", static (json, issue, view) => Person(json, issue.Reporter, view)),
        new("aggregateprogress", "Σ Progress", "progress", NoProgress),
        new("environment", "Environment", "string", Nothing),
        new("duedate", "Due date", "date", static (json, issue, _) => json.WriteStringValue(issue.DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))) { Render = static (json, issue, _) => json.WriteStringValue(issue.DueDate is { } day ? Timestamps.ForPeople(day) : null) },
        new("progress", "Progress", "progress", NoProgress),
        new("votes", "Votes", "votes", static (json, issue, view) => VotesJson.WriteCount(json, issue, view)),
        new("comment", "Comment", "comments-page", static (json, issue, view) => CommentJson.WriteAll(json, issue, view)) { Render = static (json, issue, view) => CommentJson.WriteAll(json, issue, view, CommentForm.Rendered), IsNavigable = false },
        new("worklog", "Log Work", "array", NoWork) { Items = "worklog", Render = NoWork, IsNavigable = false },
        new("issuekey", "Key", "string", null),
        new("thumbnail", "Images", "string", null),
    ];

    private static readonly Dictionary<string, IssueField> ById = All.ToDictionary(field => field.Id);

    public static IssueField? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Writes a text as the request's version of the API has it.</summary>
    public static void Text(Utf8JsonWriter json, RichText? text, View view)
    {
        if (text is null)
        {
            json.WriteNullValue();
        }
        else if (view.Documents)
        {
            json.WriteRawValue(AtlassianDocument.Write(text), skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(text.Text);
        }
    }

    public static void Nothing(Utf8JsonWriter json, Issue issue, View view) => json.WriteNullValue();

    public static void Person(Utf8JsonWriter json, string? accountId, View view) =>
        Optional(json, accountId is null ? null : view.World.Users.GetValueOrDefault(accountId), view, static (writer, user, place) => UserJson.Write(writer, user, place.ApiUrl));

    /// <summary>Writes a level of issue security: levels have no ids here.</summary>
    public static void WriteLevel(Utf8JsonWriter json, string level, View view)
    {
        json.WriteStartObject();
        json.WriteString("description", "");
        json.WriteString("name", level);
        json.WriteEndObject();
    }

    private static void Optional<T>(Utf8JsonWriter json, T? value, View view, Action<Utf8JsonWriter, T, View> write)
        where T : class
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            write(json, value, view);
        }
    }

    private static void Moment(Utf8JsonWriter json, DateTimeOffset? moment, View view) => json.WriteStringValue(moment is { } at ? Timestamps.Of(at, view.Viewer) : null);

    private static void RenderedMoment(Utf8JsonWriter json, DateTimeOffset? moment, View view) => json.WriteStringValue(moment is { } at ? Timestamps.ForPeople(at, view.Viewer) : null);

    private static void WriteLabels(Utf8JsonWriter json, Issue issue, View view)
    {
        json.WriteStartArray();
        foreach (var label in issue.Labels)
        {
            json.WriteStringValue(label);
        }

        json.WriteEndArray();
    }

    private static void WriteSubtasks(Utf8JsonWriter json, Issue issue, View view)
    {
        json.WriteStartArray();
        foreach (var id in view.World.Index.PartsOf(issue.Id))
        {
            if (view.World.Issues[id] is { Type.IsSubtask: true } part)
            {
                IssueReferenceJson.Write(json, part, view);
            }
        }

        json.WriteEndArray();
    }

    private static void EmptyList(Utf8JsonWriter json, Issue issue, View view) => json.WriteRawValue("[]"u8, skipInputValidation: true);

    private static void EmptyObject(Utf8JsonWriter json, Issue issue, View view) => json.WriteRawValue("{}"u8, skipInputValidation: true);

    private static void NoProgress(Utf8JsonWriter json, Issue issue, View view) => json.WriteRawValue("""{"progress":0,"total":0}"""u8, skipInputValidation: true);

    private static void NoWork(Utf8JsonWriter json, Issue issue, View view) => json.WriteRawValue("""{"startAt":0,"maxResults":20,"total":0,"worklogs":[]}"""u8, skipInputValidation: true);
}
