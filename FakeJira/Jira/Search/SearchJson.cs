using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Issues;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Search;

/// <summary>The issues of an answer, and how they are wanted.</summary>
/// <param name="Issues">In order.</param>
/// <param name="View">Who sees them.</param>
/// <param name="Selection">Their fields; null for ids only.</param>
/// <param name="Expand">What else is wanted.</param>
internal sealed record FoundIssues(IReadOnlyList<Issue> Issues, View View, FieldSelection? Selection, string[] Expand)
{
    private static readonly string[] OnlyId = ["id"];

    /// <summary>What a list of fields wants: nothing but id means ids only, nothing but exclusions all other navigable fields.</summary>
    public static FoundIssues Of(IReadOnlyList<Issue> issues, View view, string[] fields, string[] expand) =>
        new(issues, view, fields.AsSpan().SequenceEqual(OnlyId) ? null : FieldSelection.Of(Array.TrueForAll(fields, field => field.StartsWith('-')) ? ["*navigable", .. fields] : fields), expand);
}

/// <summary>A page of the removed search.</summary>
internal sealed record LegacyPage(int StartAt, int MaxResults, int Total, FoundIssues Found, IReadOnlyList<string> Warnings);

/// <summary>Writes what was found.</summary>
internal static class SearchJson
{
    private static readonly string[] OfThePage = ["names", "schema"];

    public static StubResponse Page(FoundIssues found, string? nextPageToken, Rule[] rules) => JiraJson.Answer(200, (found, nextPageToken), static (json, page) =>
    {
        json.WriteStartObject();
        Write(json, page.found);
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

    public static StubResponse Legacy(LegacyPage page, Rule[] rules) => JiraJson.Answer(200, page, static (json, found) =>
    {
        json.WriteStartObject();
        json.WriteString("expand", "names,schema");
        json.WriteNumber("startAt", found.StartAt);
        json.WriteNumber("maxResults", found.MaxResults);
        json.WriteNumber("total", found.Total);
        Write(json, found.Found);
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

    private static void WriteId(Utf8JsonWriter json, Issue issue)
    {
        json.WriteStartObject();
        json.WriteString("id", issue.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FoundIssues found)
    {
        json.WriteStartArray("issues");
        string[] expand = [.. found.Expand.Except(OfThePage)];
        foreach (var issue in found.Issues)
        {
            if (found.Selection is { } selection)
            {
                new IssueJson(issue, found.View, selection, expand).Write(json);
            }
            else
            {
                WriteId(json, issue);
            }
        }

        json.WriteEndArray();
        foreach (var name in OfThePage.Intersect(found.Expand))
        {
            WriteFields(json, name, found.Selection?.Fields ?? []);
        }
    }

    private static void WriteFields(Utf8JsonWriter json, string name, IReadOnlyList<IssueField> fields)
    {
        json.WriteStartObject(name);
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Member);
            if (name == "names")
            {
                json.WriteStringValue(field.Name);
            }
            else
            {
                field.WriteSchema(json);
            }
        }

        json.WriteEndObject();
    }
}
