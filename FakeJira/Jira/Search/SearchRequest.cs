using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Stubs;

namespace FakeJira.Jira.Search;

/// <summary>What is searched for and what of it is wanted, whichever way it was sent.</summary>
internal sealed record SearchRequest
{
    public const int DefaultPage = 50;
    private static readonly string[] NotLookedAt = ["properties", "fieldsByKeys"];

    /// <summary>What a body can have.</summary>
    public static BodyShape Current { get; } = new("jql", "nextPageToken", "maxResults", "fields", "expand", "reconcileIssues") { Unread = NotLookedAt };

    /// <summary>What a body of the removed search can have.</summary>
    public static BodyShape Legacy { get; } = new("jql", "startAt", "maxResults", "fields", "expand", "validateQuery") { Unread = NotLookedAt };

    public string Jql { get; init; } = "";

    public string? PageToken { get; init; }

    public int StartAt { get; init; }

    public int MaxResults { get; init; } = DefaultPage;

    /// <summary>Null when the request does not say.</summary>
    public string[]? Fields { get; init; }

    public string[] Expand { get; init; } = [];

    /// <summary>Ids of issues that the search must see as they are now.</summary>
    public long[] Reconcile { get; init; } = [];

    /// <summary>strict, warn or none.</summary>
    public string Validation { get; init; } = "strict";

    public static SearchRequest OfQuery(JiraCall call) => new()
    {
        Jql = call.Request.QueryValue("jql") ?? "",
        PageToken = call.Text("nextPageToken"),
        MaxResults = call.Integer("maxResults", int.MinValue) ?? DefaultPage,
        Fields = call.Text("fields") is null ? null : call.List("fields"),
        Expand = call.List("expand"),
        Reconcile = [.. call.List("reconcileIssues").Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)],
    };

    public static SearchRequest OfLegacyQuery(JiraCall call) => new()
    {
        Jql = call.Request.QueryValue("jql") ?? "",
        StartAt = call.Integer("startAt") ?? 0,
        MaxResults = call.Integer("maxResults", int.MinValue) ?? DefaultPage,
        Fields = call.Text("fields") is null ? null : call.List("fields"),
        Expand = call.List("expand"),
        Validation = ValidationOf(call.Text("validateQuery")),
    };

    /// <summary>The request in a body; null where the vendor would not take it: an unknown member, or a value of the wrong type.</summary>
    public static SearchRequest? OfBody(JsonElement body) => OfBody(body, Current);

    /// <inheritdoc cref="OfBody(JsonElement)"/>
    public static SearchRequest? OfLegacyBody(JsonElement body) => OfBody(body, Legacy);

    private static SearchRequest? OfBody(JsonElement body, BodyShape shape)
    {
        var members = new BodyMembers(body);
        var request = new SearchRequest
        {
            Jql = members.Text("jql") ?? "",
            PageToken = members.Text("nextPageToken"),
            StartAt = Math.Max(0, members.Integer("startAt") ?? 0),
            MaxResults = members.Integer("maxResults") ?? DefaultPage,
            Fields = members.Texts("fields")?.SelectMany(Split).ToArray(),
            Expand = [.. (members.Texts("expand") ?? []).SelectMany(Split)],
            Reconcile = members.Integers("reconcileIssues"),
            Validation = ValidationOf(members.Text("validateQuery")),
        };
        return members.AreRight(shape) ? request : null;
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string ValidationOf(string? text) => text switch
    {
        "warn" or "false" => "warn",
        "none" => "none",
        _ => "strict",
    };
}
