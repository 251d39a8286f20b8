using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Projects;

/// <summary>Writes what other objects say of a project.</summary>
internal static class ProjectReferenceJson
{
    private const int AvatarId = 10400;
    private static readonly (JsonEncodedText Name, string Size)[] Sizes =
        [.. new[] { ("48x48", ""), ("24x24", "?size=small"), ("16x16", "?size=xsmall"), ("32x32", "?size=medium") }.Select(size => (JsonEncodedText.Encode(size.Item1), size.Item2))];

    private static readonly LastWritten<Project, View> Last = new(WriteWhole);

    public static void Write(Utf8JsonWriter json, Project project, View view) => Last.Write(json, project, view, view.ApiUrl);

    private static void WriteWhole(Utf8JsonWriter json, Project project, View view)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{view.ApiUrl}/project/{project.Id}");
        json.WriteString("id", project.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("key", project.Key);
        json.WriteString("name", project.Name);
        json.WriteString("projectTypeKey", project.TypeKey);
        json.WriteBoolean("simplified", false);
        WriteAvatars(json, view);
        json.WriteEndObject();
    }

    /// <summary>Writes the member avatarUrls.</summary>
    public static void WriteAvatars(Utf8JsonWriter json, View view)
    {
        json.WriteStartObject("avatarUrls");
        foreach (var (name, size) in Sizes)
        {
            json.WriteString(name, $"{view.ApiUrl}/universal_avatar/view/type/project/avatar/{AvatarId}{size}");
        }

        json.WriteEndObject();
    }
}
