using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>Writes an entry of a change log.</summary>
internal static class ChangeJson
{
    public static void Write(Utf8JsonWriter json, IssueChange change, View view)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Id.ToString(CultureInfo.InvariantCulture));
        json.WritePropertyName("author");
        IssueFields.Person(json, change.Author, view);
        json.WriteString("created", Timestamps.Of(change.At, view.Viewer));
        json.WriteStartArray("items");
        foreach (var field in change.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("fieldtype", "jira");
            json.WriteString("fieldId", field.Field);
            json.WriteString("from", field.From);
            json.WriteString("fromString", field.FromText);
            json.WriteString("to", field.To);
            json.WriteString("toString", field.ToText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
