using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>Where issues are found without looking at all of them. Immutable.</summary>
public sealed class IssueIndex
{
    private readonly ImmutableDictionary<string, ImmutableSortedSet<long>> _byProject;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<long>> _byVoter;

    private IssueIndex(ImmutableDictionary<string, ImmutableSortedSet<long>> byProject, ImmutableDictionary<string, ImmutableSortedSet<long>> byVoter) =>
        (_byProject, _byVoter) = (byProject, byVoter);

    internal static IssueIndex Empty { get; } = new(ImmutableDictionary<string, ImmutableSortedSet<long>>.Empty, ImmutableDictionary<string, ImmutableSortedSet<long>>.Empty);

    /// <summary>The ids of the issues of a project, in order.</summary>
    public ImmutableSortedSet<long> OfProject(string key) => _byProject.GetValueOrDefault(key, []);

    /// <summary>The ids of the issues that a user has voted for, in order.</summary>
    public ImmutableSortedSet<long> VotedBy(string accountId) => _byVoter.GetValueOrDefault(accountId, []);

    /// <summary>After an issue was added (no <paramref name="before"/>), changed, or removed (no <paramref name="after"/>).</summary>
    internal IssueIndex Changed(Issue? before, Issue? after)
    {
        var byProject = _byProject;
        if (before?.ProjectKey != after?.ProjectKey)
        {
            byProject = before is null ? byProject : Without(byProject, before.ProjectKey, before.Id);
            byProject = after is null ? byProject : With(byProject, after.ProjectKey, after.Id);
        }

        return new(byProject, Changed(_byVoter, before?.Voters ?? [], after?.Voters ?? [], (before ?? after!).Id));
    }

    /// <summary>After one user's vote was cast or withdrawn.</summary>
    internal IssueIndex Voted(long issue, string voter, bool votes) => new(_byProject, votes ? With(_byVoter, voter, issue) : Without(_byVoter, voter, issue));

    private static ImmutableDictionary<string, ImmutableSortedSet<long>> Changed(ImmutableDictionary<string, ImmutableSortedSet<long>> index, ImmutableHashSet<string> before, ImmutableHashSet<string> after, long issue)
    {
        if (ReferenceEquals(before, after))
        {
            return index;
        }

        foreach (var gone in before)
        {
            index = after.Contains(gone) ? index : Without(index, gone, issue);
        }

        foreach (var added in after)
        {
            index = before.Contains(added) ? index : With(index, added, issue);
        }

        return index;
    }

    private static ImmutableDictionary<string, ImmutableSortedSet<long>> With(ImmutableDictionary<string, ImmutableSortedSet<long>> index, string name, long issue) =>
        index.SetItem(name, index.GetValueOrDefault(name, []).Add(issue));

    private static ImmutableDictionary<string, ImmutableSortedSet<long>> Without(ImmutableDictionary<string, ImmutableSortedSet<long>> index, string name, long issue)
    {
        var rest = index.GetValueOrDefault(name, []).Remove(issue);
        return rest.IsEmpty ? index.Remove(name) : index.SetItem(name, rest);
    }
}
