using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Search;

/// <summary>A page of the removed search.</summary>
internal sealed record LegacyPage(int StartAt, int MaxResults, int Total, IReadOnlyList<Action<Utf8JsonWriter>> Items, IReadOnlyList<string> Warnings);

/// <summary>Writes what was found.</summary>
internal static class SearchJson
{
    public static StubResponse Page(JiraCall call, IReadOnlyList<Action<Utf8JsonWriter>> items, string? nextPageToken, Rule[] rules) => JiraJson.Answer(200, (items, nextPageToken), static (json, page) =>
    {
        json.WriteStartObject();
        Write(json, page.items);
        if (page.nextPageToken is not null)
        {
            json.WriteString("nextPageToken", page.nextPageToken);
        }

        json.WriteBoolean("isLast", page.nextPageToken is null);
        json.WriteEndObject();
    }, rules);

    public static StubResponse Count(int count, Rule[] rules) => JiraJson.Answer(200, count, static (json, number) =>
    {
        json.WriteStartObject();
        json.WriteNumber("count", number);
        json.WriteEndObject();
    }, rules);

    public static StubResponse Legacy(JiraCall call, LegacyPage page, Rule[] rules) => JiraJson.Answer(200, page, static (json, found) =>
    {
        json.WriteStartObject();
        json.WriteString("expand", "names,schema");
        json.WriteNumber("startAt", found.StartAt);
        json.WriteNumber("maxResults", found.MaxResults);
        json.WriteNumber("total", found.Total);
        Write(json, found.Items);
        if (found.Warnings.Count > 0)
        {
            json.WriteStartArray("warningMessages");
            foreach (var warning in found.Warnings)
            {
                json.WriteStringValue(warning);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }, rules);

    /// <summary>The issues as they are wanted: only ids, or what issues look like everywhere.</summary>
    public static IReadOnlyList<Action<Utf8JsonWriter>> Items(JiraCall call, SearchContext context, IReadOnlyList<Issue> issues, string[] fields, string[] expand) =>
        [.. issues.Select<Issue, Action<Utf8JsonWriter>>(issue => json => WriteId(json, issue))];

    private static void WriteId(Utf8JsonWriter json, Issue issue)
    {
        json.WriteStartObject();
        json.WriteString("id", issue.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Action<Utf8JsonWriter>> items)
    {
        json.WriteStartArray("issues");
        foreach (var item in items)
        {
            item(json);
        }

        json.WriteEndArray();
    }
}
