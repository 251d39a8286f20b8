using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>Where issues are found without looking at all of them. Immutable.</summary>
public sealed record IssueIndex
{
    internal static IssueIndex Empty { get; } = new();

    private IdsBy<string> ByProject { get; init; }

    private IdsBy<string> ByVoter { get; init; }

    private IdsBy<string> ByWatcher { get; init; }

    private IdsBy<long> ByParent { get; init; }

    /// <summary>The ids of the issues of a project, in order.</summary>
    public ImmutableSortedSet<long> OfProject(string key) => ByProject[key];

    /// <summary>The ids of the issues that a user has voted for, in order.</summary>
    public ImmutableSortedSet<long> VotedBy(string accountId) => ByVoter[accountId];

    /// <summary>The ids of the issues that a user watches, in order.</summary>
    public ImmutableSortedSet<long> WatchedBy(string accountId) => ByWatcher[accountId];

    /// <summary>The ids of the issues that are a part of an issue, in order.</summary>
    public ImmutableSortedSet<long> PartsOf(long parent) => ByParent[parent];

    /// <summary>After an issue was added (no <paramref name="before"/>), changed, or removed (no <paramref name="after"/>).</summary>
    internal IssueIndex Changed(Issue? before, Issue? after)
    {
        var id = (before ?? after!).Id;
        return this with
        {
            ByProject = before is not null && after is not null && before.Key == after.Key ? ByProject : ByProject.Moved(before?.ProjectKey, after?.ProjectKey, id),
            ByVoter = ByVoter.Changed(before?.Voters ?? [], after?.Voters ?? [], id),
            ByWatcher = ByWatcher.Changed(before?.Watchers ?? [], after?.Watchers ?? [], id),
            ByParent = ByParent.Moved(before?.Parent, after?.Parent, id),
        };
    }

    /// <summary>After issues were added that were not there before.</summary>
    internal IssueIndex WithNew(IReadOnlyCollection<Issue> issues) => this with
    {
        ByProject = ByProject.WithAll(issues.Select(issue => (issue.ProjectKey, issue.Id))),
        ByVoter = ByVoter.WithAll(issues.SelectMany(issue => issue.Voters.Select(voter => (voter, issue.Id)))),
        ByWatcher = ByWatcher.WithAll(issues.SelectMany(issue => issue.Watchers.Select(watcher => (watcher, issue.Id)))),
        ByParent = ByParent.WithAll(issues.Where(issue => issue.Parent is not null).Select(issue => (issue.Parent!.Value, issue.Id))),
    };

    /// <summary>After one user's vote was cast or withdrawn.</summary>
    internal IssueIndex Voted(long issue, string voter, bool votes) => this with { ByVoter = votes ? ByVoter.With(voter, issue) : ByVoter.Without(voter, issue) };
}
