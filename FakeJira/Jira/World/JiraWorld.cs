using System.Collections.Immutable;
using System.Globalization;

namespace FakeJira.Jira.World;

/// <summary>The state of one Jira site. Immutable; knows no HTTP.</summary>
public sealed record JiraWorld
{
    private const long BytesPerMegabyte = 1024 * 1024;

    /// <summary>A site that nobody has used.</summary>
    public static JiraWorld Empty { get; } = new();

    /// <summary>The switches.</summary>
    public JiraSettings Settings { get; init; } = new();

    /// <summary>Users by account id.</summary>
    public ImmutableDictionary<string, User> Users { get => field ?? ImmutableDictionary<string, User>.Empty; init; }

    /// <summary>Tokens by their value.</summary>
    public ImmutableDictionary<string, Token> Tokens { get => field ?? ImmutableDictionary<string, Token>.Empty; init; }

    /// <summary>Project categories by id.</summary>
    public ImmutableDictionary<long, ProjectCategory> Categories { get => field ?? ImmutableDictionary<long, ProjectCategory>.Empty; init; }

    /// <summary>The id that the next project category gets.</summary>
    public long NextCategoryId => Categories.IsEmpty ? 10000 : Categories.Keys.Max() + 1;

    /// <summary>Projects by key.</summary>
    public ImmutableDictionary<string, Project> Projects { get => field ?? ImmutableDictionary<string, Project>.Empty; private init; }

    /// <summary>Issues by id. Changed by <see cref="With(Issue)"/> alone, so that <see cref="Index"/> is always right.</summary>
    public ImmutableDictionary<long, Issue> Issues { get => field ?? ImmutableDictionary<long, Issue>.Empty; private init; }

    /// <summary>Where issues are found by their project, voters, watchers and parent.</summary>
    public IssueIndex Index { get; private init; } = IssueIndex.Empty;

    /// <summary>Ids of issues by every key they have or had, in any case.</summary>
    public ImmutableDictionary<string, long> IssueIds { get => field ?? NoKeys.Ids; init; }

    /// <summary>The worlds before this one that the search may still have to see.</summary>
    internal ImmutableList<PastWorld> Past { get; init; } = [];

    /// <summary>The id that the next issue gets.</summary>
    public long NextIssueId { get; init; } = 10001;

    /// <summary>The id that the next project gets.</summary>
    public long NextProjectId { get; init; } = 10000;

    /// <summary>The id that the next comment gets.</summary>
    public long NextCommentId { get; init; } = 10000;

    /// <summary>The id that the next entry of a change log gets.</summary>
    public long NextChangeId { get; init; } = 10000;

    /// <summary>About how many bytes its users, projects and issues take.</summary>
    public long Size => (Users.Count * User.Size) + Kept;

    /// <summary>What projects and issues take of it.</summary>
    private long Kept { get; init; }

    /// <summary>About how many bytes it can take.</summary>
    internal long Room => Settings.Megabytes * BytesPerMegabyte;

    /// <summary>About how many bytes of issues and projects were changed or deleted so far: what the worlds before this one hold beside what it holds itself is no more than that.</summary>
    internal long Gone { get; private init; }

    /// <summary>Whether there is room for so many bytes more; what takes no more than before always has it.</summary>
    public bool HasRoomFor(long bytes) => bytes <= 0 || Size + bytes <= Room;

    /// <summary>Whether there is room for an issue that is new or changed.</summary>
    internal bool HasRoomFor(Issue issue) => HasRoomFor(issue.Size - (Issues.GetValueOrDefault(issue.Id)?.Size ?? 0));

    /// <summary>Whether there is room for a project that is new or changed.</summary>
    internal bool HasRoomFor(Project project) => HasRoomFor(project.Size - (Projects.GetValueOrDefault(project.Key)?.Size ?? 0));

    /// <summary>The user whose token it is.</summary>
    public User? UserOf(Token token) => Users.GetValueOrDefault(token.AccountId);

    /// <summary>The issue of an id or of a key in any case, also of a key it had before it was moved. An id with a leading zero is none.</summary>
    public Issue? FindIssue(string idOrKey)
    {
        if (idOrKey.Length > 0 && char.IsAsciiDigit(idOrKey[0]))
        {
            return idOrKey[0] != '0' && long.TryParse(idOrKey, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Issues.GetValueOrDefault(number) : null;
        }

        return IssueIds.TryGetValue(idOrKey, out var id) ? Issues[id] : null;
    }

    /// <summary>The same, if <paramref name="user"/> can see it: Browse projects, and the level of issue security if it has one.</summary>
    public Issue? SeeIssue(User? user, string idOrKey) => FindIssue(idOrKey) is { } issue && CanSee(user, issue) ? issue : null;

    /// <summary>Whether <paramref name="user"/> can see an issue.</summary>
    public bool CanSee(User? user, Issue issue) =>
        Projects.TryGetValue(issue.ProjectKey, out var project) && project.Allows(user, Project.Browse)
        && (issue.SecurityLevel is null || project.IsOnLevel(user, issue.SecurityLevel));

    /// <summary>Who has voted for an issue, by display name.</summary>
    public IReadOnlyList<User> VotersOf(Issue issue) => Named(issue.Voters);

    /// <summary>Who watches an issue, by display name.</summary>
    public IReadOnlyList<User> WatchersOf(Issue issue) => Named(issue.Watchers);

    /// <summary>The issues that are a part of an issue, in the order of their ids.</summary>
    public IReadOnlyList<Issue> PartsOf(Issue issue) => [.. Index.PartsOf(issue.Id).Select(id => Issues[id])];

    /// <summary>With a user that is new or changed.</summary>
    public JiraWorld With(User user) => this with { Users = Users.SetItem(user.AccountId, user) };

    /// <summary>With a token that is new or changed.</summary>
    public JiraWorld With(Token token) => this with { Tokens = Tokens.SetItem(token.Value, token) };

    /// <summary>With a project that is new or changed.</summary>
    public JiraWorld With(Project project) => this with
    {
        Projects = Projects.SetItem(project.Key, project),
        NextProjectId = Math.Max(NextProjectId, project.Id + 1),
        Kept = Kept + project.Size - (Projects.GetValueOrDefault(project.Key)?.Size ?? 0),
        Gone = Gone + (Projects.GetValueOrDefault(project.Key)?.Size ?? 0),
    };

    /// <summary>Without a project, which has no issues any more.</summary>
    internal JiraWorld Without(Project project) => this with { Projects = Projects.Remove(project.Key), Kept = Kept - project.Size, Gone = Gone + project.Size };

    /// <summary>With an issue that is new or changed.</summary>
    public JiraWorld With(Issue issue)
    {
        var before = Issues.GetValueOrDefault(issue.Id);
        var (ids, projects) = (IssueIds, Projects);
        if (before?.Key != issue.Key)
        {
            ids = issue.PreviousKeys.Add(issue.Key).Aggregate(ids, (known, key) => known.SetItem(key, issue.Id));
            projects = Numbered(issue.Key);
        }

        return this with
        {
            Issues = Issues.SetItem(issue.Id, issue),
            Index = Index.Changed(before, issue),
            IssueIds = ids,
            Projects = projects,
            Kept = Kept + issue.Size - (before?.Size ?? 0),
            Gone = Gone + (before?.Size ?? 0),
            NextIssueId = Math.Max(NextIssueId, issue.Id + 1),
            NextChangeId = NextChangeAfter(issue),
            NextCommentId = NextCommentAfter(issue),
        };
    }

    /// <summary>With the ids of an issue used up, for one that <see cref="WithNew"/> is to add.</summary>
    internal JiraWorld WithIdsOf(Issue issue) => this with
    {
        NextIssueId = Math.Max(NextIssueId, issue.Id + 1),
        NextChangeId = NextChangeAfter(issue),
        NextCommentId = NextCommentAfter(issue),
    };

    /// <summary>With many issues at once, none of whose ids and keys is there: what would take long one by one.</summary>
    internal JiraWorld WithNew(IReadOnlyCollection<Issue> issues)
    {
        if (issues.Count == 0)
        {
            return this;
        }

        var (all, ids) = (Issues.ToBuilder(), IssueIds.ToBuilder());
        foreach (var issue in issues)
        {
            all[issue.Id] = issue;
            foreach (var key in issue.PreviousKeys.Add(issue.Key))
            {
                ids[key] = issue.Id;
            }
        }

        return this with
        {
            Issues = all.ToImmutable(),
            IssueIds = ids.ToImmutable(),
            Index = Index.WithNew(issues),
            Kept = Kept + issues.Sum(issue => issue.Size),
            Projects = Projects.SetItems(issues.Select(issue => Issue.ParseKey(issue.Key)).OfType<(string Project, long Number)>().GroupBy(key => key.Project, key => key.Number)
                .Where(group => Projects.ContainsKey(group.Key))
                .Select(group => KeyValuePair.Create(group.Key, Projects[group.Key] with { LastIssueNumber = Math.Max(Projects[group.Key].LastIssueNumber, group.Max()) }))),
            NextIssueId = Math.Max(NextIssueId, issues.Max(issue => issue.Id) + 1),
            NextChangeId = issues.Max(NextChangeAfter),
            NextCommentId = issues.Max(NextCommentAfter),
        };
    }

    /// <summary>Without an issue; its id and keys are not used again; its parts stay.</summary>
    public JiraWorld Without(Issue issue) => this with
    {
        Issues = Issues.Remove(issue.Id),
        Index = Index.Changed(issue, null),
        IssueIds = IssueIds.RemoveRange(issue.PreviousKeys.Add(issue.Key)),
        Kept = Kept - issue.Size,
        Gone = Gone + issue.Size,
    };

    /// <summary>With the issues of another moment; users, projects and settings are those of now.</summary>
    internal JiraWorld WithIssuesOf(JiraWorld other) => this with { Issues = other.Issues, IssueIds = other.IssueIds, Index = other.Index };

    /// <summary>With an issue of which nothing changed but the vote of one user: what that costs does not grow with the number of votes.</summary>
    internal JiraWorld WithVote(Issue issue, string voter) => this with
    {
        Issues = Issues.SetItem(issue.Id, issue),
        Index = Index.Voted(issue.Id, voter, issue.Voters.Contains(voter)),
        Kept = Kept + (issue.Voters.Contains(voter) ? Issue.SizeOfName : -Issue.SizeOfName),
        Gone = Gone + Issue.SizeOfName,
    };

    /// <summary>Apart, as it is made when it is first asked for, as the other tables are: what a site has not costs its start nothing.</summary>
    private static class NoKeys
    {
        public static readonly ImmutableDictionary<string, long> Ids = ImmutableDictionary.Create<string, long>(StringComparer.OrdinalIgnoreCase);
    }

    private long NextChangeAfter(Issue issue) => issue.Changes.IsEmpty ? NextChangeId : Math.Max(NextChangeId, issue.Changes[^1].Id + 1);

    private long NextCommentAfter(Issue issue) => issue.Comments.IsEmpty ? NextCommentId : Math.Max(NextCommentId, issue.Comments.Max(comment => comment.Id) + 1);

    private ImmutableDictionary<string, Project> Numbered(string key) =>
        Issue.ParseKey(key) is { } parts && Projects.TryGetValue(parts.Project, out var project) && parts.Number > project.LastIssueNumber
            ? Projects.SetItem(project.Key, project with { LastIssueNumber = parts.Number })
            : Projects;

    private List<User> Named(ImmutableHashSet<string> accountIds)
    {
        var users = new List<User>(accountIds.Count);
        foreach (var id in accountIds)
        {
            if (Users.TryGetValue(id, out var user))
            {
                users.Add(user);
            }
        }

        users.Sort(static (a, b) => string.CompareOrdinal(a.DisplayName, b.DisplayName) is not 0 and var order ? order : string.CompareOrdinal(a.AccountId, b.AccountId));
        return users;
    }
}
