using System.Text.Json;
using FakeJira.Jira.Lists;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>Writes the transitions that an issue can take; from every status they are the same. None for a caller who lacks Transition issues.</summary>
internal static class TransitionsJson
{
    /// <summary>Writes the member <c>transitions</c>.</summary>
    public static void WriteList(Utf8JsonWriter json, Issue issue, View view, bool withFields, string? only = null)
    {
        var project = view.World.Projects[issue.ProjectKey];
        var mayMove = project.Allows(view.Viewer, "TRANSITION_ISSUES");
        json.WriteStartArray("transitions");
        foreach (var transition in Catalogue.Transitions.Where(transition => mayMove && (only is null || transition.Id == only)))
        {
            Write(json, transition, project, view, withFields);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Transition transition, Project project, View view, bool withFields)
    {
        json.WriteStartObject();
        json.WriteString("id", transition.Id);
        json.WriteString("name", transition.Name);
        json.WritePropertyName("to");
        CatalogueJson.Write(json, transition.To, view);
        json.WriteBoolean("hasScreen", transition.Resolves);
        json.WriteBoolean("isGlobal", true);
        json.WriteBoolean("isInitial", false);
        json.WriteBoolean("isAvailable", true);
        json.WriteBoolean("isConditional", false);
        json.WriteBoolean("isLooped", false);
        if (withFields)
        {
            json.WritePropertyName("fields");
            FieldMetadataJson.WriteMap(json, transition.Resolves ? [FieldMetadata.Resolution] : [], project, null, view);
        }

        json.WriteEndObject();
    }
}
