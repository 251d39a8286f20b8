using System.Text.Json;

namespace FakeJira.Jira.Platform;

/// <summary>A part of a list, as the query asks for it with startAt and maxResults.</summary>
/// <param name="StartAt">How many to leave out.</param>
/// <param name="MaxResults">How many to give at the most.</param>
internal readonly record struct Paging(int StartAt, int MaxResults)
{
    /// <summary>The query parameters, for the operation to declare as whole numbers.</summary>
    public static string[] Parameters { get; } = ["startAt", "maxResults"];

    /// <summary>What the call asks for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="usual">How many where nothing is said.</param>
    /// <param name="most">How many can be had at once.</param>
    public static Paging Of(JiraCall call, int usual = 50, int most = 1000) => new(call.Integer("startAt") ?? 0, call.Integer("maxResults", 0, most) ?? usual);

    /// <summary>What the links of a page start with: what was asked, without the part of it. A link means the next page of the same list.</summary>
    public static string Url(JiraCall call, string path)
    {
        var others = call.AskedBeside(Parameters);
        var query = string.Join('&', others);
        return query.Length == 0 ? call.ApiUrl + path : $"{call.ApiUrl}{path}?{query}";
    }

    public IEnumerable<T> Cut<T>(IReadOnlyList<T> all) => all.Skip(StartAt).Take(MaxResults);

    /// <summary>Writes the vendor's page: self, nextPage where there is one, maxResults, startAt, total, isLast, values.</summary>
    public void Write<T>(Utf8JsonWriter json, string url, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        var isLast = StartAt + (long)MaxResults >= all.Count;
        json.WriteStartObject();
        json.WriteString("self", Url(url, StartAt));
        if (!isLast)
        {
            json.WriteString("nextPage", Url(url, StartAt + MaxResults));
        }

        json.WriteNumber("maxResults", MaxResults);
        json.WriteNumber("startAt", StartAt);
        json.WriteNumber("total", all.Count);
        json.WriteBoolean("isLast", isLast);
        json.WriteStartArray("values");
        foreach (var item in Cut(all))
        {
            write(json, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string Url(string url, int startAt) => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}maxResults={MaxResults}&startAt={startAt}";
}
