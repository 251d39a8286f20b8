using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>Writes an issue as the vendor does: alone, or among those that a search found.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="View">Who sees it.</param>
/// <param name="Selection">Its fields.</param>
/// <param name="Expand">What else is wanted of it.</param>
/// <param name="Properties">Whether the member properties is wanted.</param>
internal sealed record IssueJson(Issue Issue, View View, FieldSelection Selection, IReadOnlyCollection<string> Expand, bool Properties = false)
{
    private const string Expandable = "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations";

    public static void Write(Utf8JsonWriter json, IssueJson issue) => issue.Write(json);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("expand", Expandable);
        json.WriteString("id", Issue.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("self", IssueReferenceJson.SelfOf(Issue, View.ApiUrl));
        json.WriteString("key", Issue.Key);
        foreach (var name in Expand.Distinct(StringComparer.Ordinal))
        {
            WriteExpanded(json, name);
        }

        if (Properties)
        {
            json.WriteStartObject("properties");
            json.WriteEndObject();
        }

        json.WriteStartObject("fields");
        foreach (var field in Shown())
        {
            json.WritePropertyName(field.Member);
            field.Write!(json, Issue, View);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The wanted fields that this issue has.</summary>
    private IEnumerable<IssueField> Shown() => Selection.Fields.Where(field => field.IsThere is null || field.IsThere(Issue));

    private void WriteExpanded(Utf8JsonWriter json, string name)
    {
        switch (name)
        {
            case "names":
                json.WriteStartObject(name);
                foreach (var field in Shown())
                {
                    json.WriteString(field.Member, field.Name);
                }

                json.WriteEndObject();
                break;
            case "schema":
                json.WriteStartObject(name);
                foreach (var field in Shown())
                {
                    json.WritePropertyName(field.Member);
                    field.WriteSchema(json);
                }

                json.WriteEndObject();
                break;
            case "renderedFields":
                json.WriteStartObject(name);
                foreach (var field in Shown())
                {
                    json.WritePropertyName(field.Member);
                    (field.Render ?? IssueFields.Nothing)(json, Issue, View);
                }

                json.WriteEndObject();
                break;
            case "transitions":
                TransitionsJson.WriteList(json, Issue, View, withFields: false);
                break;
            case "editmeta":
                json.WriteStartObject(name);
                json.WritePropertyName("fields");
                FieldMetadataJson.WriteMap(json, FieldMetadata.OfEdit(Issue.Type), View.World.Projects[Issue.ProjectKey], null, View);
                json.WriteEndObject();
                break;
            case "operations":
                json.WriteStartObject(name);
                json.WriteStartArray("linkGroups");
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case "changelog":
                json.WriteStartObject(name);
                json.WriteNumber("startAt", 0);
                json.WriteNumber("maxResults", Issue.Changes.Length);
                json.WriteNumber("total", Issue.Changes.Length);
                json.WriteStartArray("histories");
                foreach (var change in Issue.Changes.Reverse())
                {
                    ChangeJson.Write(json, change, View);
                }

                json.WriteEndArray();
                json.WriteEndObject();
                break;
        }
    }
}
