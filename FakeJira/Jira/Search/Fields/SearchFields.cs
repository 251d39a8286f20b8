using System.Collections.Frozen;

namespace FakeJira.Jira.Search.Fields;

/// <summary>The fields that can be searched, by their names in JQL.</summary>
internal static class SearchFields
{
    public const string Key = "key";

    private static readonly FrozenDictionary<string, SearchField> ByName = FieldList.All()
        .SelectMany(field => field.Aliases.Prepend(field.Name), (field, name) => (field, name))
        .ToFrozenDictionary(pair => pair.name, pair => pair.field, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NotSimulated = FrozenSet.ToFrozenSet(
    [
        "affectedVersion", "approvals", "attachments", "category", "component", "development", "environment", "Epic Link", "filter", "fixVersion", "hierarchyLevel", "issueLink",
        "issueLinkType", "lastViewed", "level", "organizations", "originalEstimate", "projectType", "rank", "remainingEstimate", "request", "request-channel-type", "request-last-activity-time",
        "savedFilter", "searchRequest", "sprint", "statusCategoryChangedDate", "timeEstimate", "timeOriginalEstimate", "timeSpent", "workRatio", "worklogAuthor", "worklogComment", "worklogDate",
    ], StringComparer.OrdinalIgnoreCase);

    public static SearchField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether the vendor has such a field, which is not simulated here.</summary>
    public static bool IsKnownToVendor(string name) => NotSimulated.Contains(name) || name.StartsWith("cf[", StringComparison.Ordinal);
}
