using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search;

/// <summary>Who searches, when, and what of the site they see. Lives as long as one search.</summary>
/// <param name="world">The site as it is: users, projects, permissions, the issues that a query may name.</param>
/// <param name="seen">The same with the issues as the search has them, which may lag behind.</param>
/// <param name="caller">Who searches; null for a caller without a user.</param>
/// <param name="now">The site's time.</param>
internal sealed class SearchContext(JiraWorld world, JiraWorld seen, User? caller, DateTimeOffset now)
{
    private readonly Dictionary<string, Rights> _rights = new(StringComparer.Ordinal);
    private TimeZoneInfo? _zone;

    public JiraWorld World => world;

    public JiraWorld Seen => seen;

    public User? Caller => caller;

    public DateTimeOffset Now => now;

    /// <summary>Whoever searches waits no longer.</summary>
    public CancellationToken Aborted { get; init; }

    /// <summary>What users, groups and projects are called.</summary>
    public SearchNames Names { get; } = new(world);

    /// <summary>The zone in which the caller's dates are meant.</summary>
    public TimeZoneInfo Zone => _zone ??= caller is null ? TimeZoneInfo.Utc : Timestamps.ZoneOf(caller.TimeZone);

    public bool CanSee(Issue issue)
    {
        var rights = RightsIn(issue);
        return rights.Browse && (issue.SecurityLevel is null || rights.IsOnLevel(caller, issue.SecurityLevel));
    }

    /// <summary>Whether the caller may know who votes for an issue and who watches it.</summary>
    public bool ShowsVoters(Issue issue) => RightsIn(issue).ViewVoters;

    private Rights RightsIn(Issue issue)
    {
        var key = issue.Key.AsSpan(0, issue.Key.LastIndexOf('-'));
        var rights = _rights.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!rights.TryGetValue(key, out var found))
        {
            found = new Rights(world.Projects.GetValueOrDefault(key.ToString()), caller);
            rights[key] = found;
        }

        return found;
    }

    /// <summary>What the caller may do in a project, found out once.</summary>
    private sealed class Rights(Project? project, User? caller)
    {
        private readonly Dictionary<string, bool> _levels = new(StringComparer.Ordinal);

        public bool Browse { get; } = project?.Allows(caller, Project.Browse) == true;

        public bool ViewVoters { get; } = project?.Allows(caller, Project.ViewVoters) == true;

        public bool IsOnLevel(User? user, string level)
        {
            if (!_levels.TryGetValue(level, out var isOn))
            {
                isOn = project!.IsOnLevel(user, level);
                _levels[level] = isOn;
            }

            return isOn;
        }
    }
}
