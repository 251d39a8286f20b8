using System.Collections.Immutable;
using System.Globalization;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>The fields whose values are the same on every site. They sort in the order of the catalogue.</summary>
internal static class CatalogueFields
{
    public static IEnumerable<SearchField> All() =>
    [
        Of("issuetype", ["type"], issue => issue.Type.Name, Catalogue.IssueTypes, type => [type.Name, type.Id]),
        Of("status", [], issue => issue.Status.Name, Catalogue.Statuses, status => [status.Name, status.Id]),
        Of("statusCategory", [], issue => issue.Status.Category.Name, Catalogue.StatusCategories, category => [category.Name, category.Key, category.Id.ToString(CultureInfo.InvariantCulture)]),
        new OneValueField
        {
            Name = "priority",
            Operators = SearchField.Relations,
            Value = issue => issue.Priority.Name,
            Resolve = Resolve(Catalogue.Priorities, priority => [priority.Name, priority.Id]),
            IsEmpty = _ => false,
            Rank = Rank,
            Sort = _ => issue => SortValue.Of(Rank(issue.Priority.Name)),
        },
        new OneValueField
        {
            Name = "resolution",
            Value = issue => issue.Resolution?.Name,
            Resolve = Resolvers.Named(text => Same(text, "Unresolved") ? ValueField.NoValue : Find(Catalogue.Resolutions, resolution => [resolution.Name, resolution.Id], text)),
            IsEmpty = issue => issue.Resolution is null,
            Sort = _ => issue => issue.Resolution is null ? SortValue.Empty : SortValue.Of(IndexOf(Catalogue.Resolutions, resolution => [resolution.Name], issue.Resolution.Name)),
        },
    ];

    /// <summary>What matters most has the highest.</summary>
    private static int Rank(string priority) => -IndexOf(Catalogue.Priorities, each => [each.Name], priority);

    private static OneValueField Of<T>(string name, string[] aliases, Func<Issue, string> value, ImmutableArray<T> all, Func<T, string[]> names) => new()
    {
        Name = name,
        Aliases = aliases,
        Value = value,
        Resolve = Resolve(all, names),
        IsEmpty = _ => false,
        Sort = _ => issue => SortValue.Of(IndexOf(all, names, value(issue))),
    };

    private static Resolver Resolve<T>(ImmutableArray<T> all, Func<T, string[]> names) => Resolvers.Named(text => Find(all, names, text));

    /// <summary>The first name of the one that has such a name.</summary>
    private static string? Find<T>(ImmutableArray<T> all, Func<T, string[]> names, string text) => IndexOf(all, names, text) is >= 0 and var index ? names(all[index])[0] : null;

    private static int IndexOf<T>(ImmutableArray<T> all, Func<T, string[]> names, string text)
    {
        for (var index = 0; index < all.Length; index++)
        {
            if (Array.Exists(names(all[index]), name => Same(name, text)))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
