using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Users;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Watchers;

/// <summary>Writes who watches an issue.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="View">Who sees it.</param>
/// <param name="Watchers">Who is shown to watch it, in order.</param>
internal readonly record struct WatchersJson(Issue Issue, View View, IReadOnlyList<User> Watchers)
{
    public static void Write(Utf8JsonWriter json, WatchersJson watchers)
    {
        json.WriteStartObject();
        WriteHead(json, watchers.Issue, watchers.View);
        json.WriteStartArray("watchers");
        foreach (var watcher in watchers.Watchers)
        {
            UserJson.Write(json, watcher, watchers.View.ApiUrl);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The field of an issue: how many, but not who.</summary>
    public static void WriteCount(Utf8JsonWriter json, Issue issue, View view)
    {
        json.WriteStartObject();
        WriteHead(json, issue, view);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, Issue issue, View view)
    {
        json.WriteString("self", $"{view.ApiUrl}/issue/{issue.Key}/watchers");
        json.WriteNumber("watchCount", issue.Watchers.Count);
        json.WriteBoolean("isWatching", view.Viewer is { } viewer && issue.Watchers.Contains(viewer.AccountId));
    }
}
