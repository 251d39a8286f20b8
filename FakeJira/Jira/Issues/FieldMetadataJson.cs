using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>Writes what a client can say of a field.</summary>
internal static class FieldMetadataJson
{
    /// <summary>Writes an object with a member for each field.</summary>
    public static void WriteMap(Utf8JsonWriter json, IEnumerable<FieldMetadata> fields, Project project, IssueType? type, View view)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Field.Member);
            Write(json, field, project, type, view, named: false);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one field.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The field.</param>
    /// <param name="project">The project.</param>
    /// <param name="type">The kind of issue, where only one is possible.</param>
    /// <param name="view">Who asks.</param>
    /// <param name="named">Whether it says its own id: in lists.</param>
    public static void Write(Utf8JsonWriter json, FieldMetadata field, Project project, IssueType? type, View view, bool named)
    {
        json.WriteStartObject();
        json.WriteBoolean("required", field.IsRequired);
        json.WritePropertyName("schema");
        field.Field.WriteSchema(json);
        json.WriteString("name", field.Field.Name);
        json.WriteString("key", field.Field.Id);
        if (named)
        {
            json.WriteString("fieldId", field.Field.Id);
        }

        if (field.Field.Type == "user")
        {
            json.WriteString("autoCompleteUrl", $"{view.ApiUrl}/user/search?query=");
        }

        json.WriteBoolean("hasDefaultValue", field.HasDefault);
        json.WriteStartArray("operations");
        foreach (var operation in field.Operations)
        {
            json.WriteStringValue(operation);
        }

        json.WriteEndArray();
        if (field.WriteAllowed is { } write)
        {
            json.WritePropertyName("allowedValues");
            write(json, project, type, view);
        }

        json.WriteEndObject();
    }
}
