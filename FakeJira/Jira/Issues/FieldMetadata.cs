using System.Collections.Immutable;
using System.Text.Json;
using FakeJira.Jira.Lists;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Projects;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Issues;

/// <summary>What a client can say of a field on a screen.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operations">What can be done to it.</param>
/// <param name="IsRequired">Whether it has to be said.</param>
/// <param name="HasDefault">Whether it has a value where it is not said.</param>
internal sealed record FieldMetadata(IssueField Field, ImmutableArray<string> Operations, bool IsRequired = false, bool HasDefault = false)
{
    private static readonly ImmutableArray<string> Set = ["set"];

    /// <summary>Writes the values it can have, of a project and a kind of issue; null where they are not listed.</summary>
    public Action<Utf8JsonWriter, Project, IssueType?, View>? WriteAllowed { get; init; }

    /// <summary>The one field on the screen of the transition that resolves.</summary>
    public static FieldMetadata Resolution { get; } = new(IssueFields.Find("resolution")!, Set, HasDefault: true) { WriteAllowed = static (json, _, _, view) => List(json, Catalogue.Resolutions, view, CatalogueJson.Write) };

    /// <summary>The fields on the screen of a new issue.</summary>
    public static IReadOnlyList<FieldMetadata> OfCreate(IssueType type) => [.. Create.Where(field => field.Field.Id != "parent" || type.Level < 1).Select(field => field.Field.Id == "parent" ? field with { IsRequired = type.IsSubtask } : field)];

    /// <summary>The fields on the screen of an issue that is there.</summary>
    public static IReadOnlyList<FieldMetadata> OfEdit(IssueType type) => [.. OfCreate(type).Where(field => Screens.Edit.Contains(field.Field.Id)), new(IssueFields.Find("comment")!, ["add", "edit", "remove"])];

    private static IReadOnlyList<FieldMetadata> Create { get; } =
    [
        new(IssueFields.Find("summary")!, Set, IsRequired: true),
        new(IssueFields.Find("issuetype")!, [], IsRequired: true) { WriteAllowed = static (json, project, type, view) => List(json, type is null ? project.IssueTypes : [type], view, CatalogueJson.Write) },
        new(IssueFields.Find("parent")!, Set),
        new(IssueFields.Find("description")!, Set),
        new(IssueFields.Find("project")!, Set, IsRequired: true) { WriteAllowed = static (json, project, _, view) => List(json, ImmutableArray.Create(project), view, ProjectReferenceJson.Write) },
        new(IssueFields.Find("reporter")!, Set, IsRequired: true, HasDefault: true),
        new(IssueFields.Find("labels")!, ["add", "set", "remove"]),
        new(IssueFields.Find("priority")!, Set, HasDefault: true) { WriteAllowed = static (json, _, _, view) => List(json, Catalogue.Priorities, view, CatalogueJson.Write) },
        new(IssueFields.Find("assignee")!, Set),
        new(IssueFields.Find("duedate")!, Set),
        new(IssueFields.Find("security")!, Set) { WriteAllowed = static (json, project, _, view) => List(json, [.. project.SecurityLevels.Keys.Order(StringComparer.Ordinal)], view, IssueFields.WriteLevel) },
    ];

    private static void List<T>(Utf8JsonWriter json, ImmutableArray<T> values, View view, Action<Utf8JsonWriter, T, View> write)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            write(json, value, view);
        }

        json.WriteEndArray();
    }
}
