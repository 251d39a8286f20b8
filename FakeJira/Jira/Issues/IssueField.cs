using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>A field that every issue has.</summary>
/// <param name="Id">For example <c>duedate</c>; its key is the same.</param>
/// <param name="Name">For people.</param>
/// <param name="Type">What kind of value it has.</param>
/// <param name="Write">Writes the value, without the name; null where the field is left out of issues.</param>
internal sealed record IssueField(string Id, string Name, string Type, Action<Utf8JsonWriter, Issue, View>? Write)
{
    /// <summary>Its name as JSON.</summary>
    public JsonEncodedText Member { get; } = JsonEncodedText.Encode(Id);

    /// <summary>What kind of values an array has.</summary>
    public string? Items { get; init; }

    /// <summary>Whether <c>*navigable</c> means it.</summary>
    public bool IsNavigable { get; init; } = true;

    /// <summary>Writes the value as renderedFields has it; null where that is null.</summary>
    public Action<Utf8JsonWriter, Issue, View>? Render { get; init; }

    /// <summary>Where it is left out of an issue that has none.</summary>
    public Func<Issue, bool>? IsThere { get; init; }

    /// <summary>Writes its schema.</summary>
    public void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", Type);
        if (Items is not null)
        {
            json.WriteString("items", Items);
        }

        json.WriteString("system", Id);
        json.WriteEndObject();
    }
}
