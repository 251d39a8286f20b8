namespace FakeJira.Jira.World;

/// <summary>What became of a wish that somebody watches an issue or does not.</summary>
public enum WatchOutcome
{
    /// <summary>They do now, or no longer.</summary>
    Done,

    /// <summary>It was so already; nothing has changed.</summary>
    Unchanged,

    /// <summary>There is no such issue, or the caller may not see it.</summary>
    IssueUnseen,

    /// <summary>There is no such user.</summary>
    UserUnknown,

    /// <summary>The caller may not decide who else watches.</summary>
    Forbidden,

    /// <summary>The user cannot see the issue.</summary>
    UserCannotSee,

    /// <summary>The site has no room for another watcher.</summary>
    NoRoom,
}

/// <summary>Who watches an issue.</summary>
public static class IssueWatching
{
    /// <summary>Lets a user watch an issue.</summary>
    public static (JiraWorld World, WatchOutcome Outcome) Add(JiraWorld world, User user, string idOrKey, string accountId) => Change(world, user, idOrKey, accountId, watches: true);

    /// <summary>Lets a user watch an issue no longer.</summary>
    public static (JiraWorld World, WatchOutcome Outcome) Remove(JiraWorld world, User user, string idOrKey, string accountId) => Change(world, user, idOrKey, accountId, watches: false);

    private static (JiraWorld World, WatchOutcome Outcome) Change(JiraWorld world, User user, string idOrKey, string accountId, bool watches)
    {
        if (world.SeeIssue(user, idOrKey) is not { } issue)
        {
            return (world, WatchOutcome.IssueUnseen);
        }

        if (accountId != user.AccountId && !world.Projects[issue.ProjectKey].Allows(user, "MANAGE_WATCHERS"))
        {
            return (world, WatchOutcome.Forbidden);
        }

        if (!world.Users.TryGetValue(accountId, out var watcher))
        {
            return (world, WatchOutcome.UserUnknown);
        }

        if (watches && !world.CanSee(watcher, issue))
        {
            return (world, WatchOutcome.UserCannotSee);
        }

        var watchers = watches ? issue.Watchers.Add(watcher.AccountId) : issue.Watchers.Remove(accountId);
        var watched = issue with { Watchers = watchers };
        return ReferenceEquals(watchers, issue.Watchers) ? (world, WatchOutcome.Unchanged)
            : !world.HasRoomFor(watched) ? (world, WatchOutcome.NoRoom)
            : (world.With(watched), WatchOutcome.Done);
    }
}
