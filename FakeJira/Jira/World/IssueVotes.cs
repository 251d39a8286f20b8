using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>What became of a wish to vote or not to.</summary>
public enum VoteOutcomeKind
{
    /// <summary>The vote was cast, or withdrawn.</summary>
    Done,

    /// <summary>It was so already; nothing has changed.</summary>
    Unchanged,

    /// <summary>There is no such issue, or the caller may not see it.</summary>
    IssueUnseen,

    /// <summary>The caller has no user.</summary>
    Anonymous,

    /// <summary>For the reasons in <see cref="VoteOutcome.Refusals"/>.</summary>
    Refused,

    /// <summary>The site has no room for another vote.</summary>
    NoRoom,
}

/// <summary>Why a vote is refused, in the order in which the reasons are given.</summary>
public enum VoteRefusal
{
    /// <summary>The caller has reported the issue.</summary>
    IsReporter,

    /// <summary>The issue is resolved.</summary>
    IsResolved,

    /// <summary>Allow users to vote on issues is off.</summary>
    VotingDisabled,

    /// <summary>There is no vote to withdraw.</summary>
    NeverVoted,
}

/// <summary>What became of a wish to vote or not to.</summary>
public readonly record struct VoteOutcome(VoteOutcomeKind Kind, ImmutableArray<VoteRefusal> Refusals)
{
    internal static VoteOutcome Of(VoteOutcomeKind kind) => new(kind, []);
}

/// <summary>Casts and withdraws votes.</summary>
public static class IssueVotes
{
    /// <summary>Adds the vote of <paramref name="user"/>.</summary>
    public static (JiraWorld World, VoteOutcome Outcome) Cast(JiraWorld world, User? user, string idOrKey)
    {
        if (Refusal(world, user, idOrKey, out var issue) is { } refusal)
        {
            return (world, refusal);
        }

        var settings = world.Settings;
        ImmutableArray<VoteRefusal> refusals =
        [
            .. If(!settings.ReporterMayVote && issue.Reporter == user!.AccountId, VoteRefusal.IsReporter),
            .. If(!settings.VotingOnResolvedIssues && issue.Resolution is not null, VoteRefusal.IsResolved),
            .. If(!settings.VotingEnabled, VoteRefusal.VotingDisabled),
        ];
        return Apply(world, issue, user!.AccountId, issue.Voters.Add(user.AccountId), refusals);
    }

    /// <summary>Removes the vote of <paramref name="user"/>.</summary>
    public static (JiraWorld World, VoteOutcome Outcome) Withdraw(JiraWorld world, User? user, string idOrKey)
    {
        if (Refusal(world, user, idOrKey, out var issue) is { } refusal)
        {
            return (world, refusal);
        }

        var settings = world.Settings;
        var voters = issue.Voters.Remove(user!.AccountId);
        ImmutableArray<VoteRefusal> refusals =
        [
            .. If(!settings.VotingOnResolvedIssues && issue.Resolution is not null, VoteRefusal.IsResolved),
            .. If(!settings.VotingEnabled, VoteRefusal.VotingDisabled),
            .. If(!settings.MissingVoteIsRemoved && ReferenceEquals(voters, issue.Voters), VoteRefusal.NeverVoted),
        ];
        return Apply(world, issue, user.AccountId, voters, refusals);
    }

    private static VoteOutcome? Refusal(JiraWorld world, User? user, string idOrKey, out Issue issue)
    {
        issue = null!;
        if (user is null && world.Settings.AnonymousVote == AnonymousVote.Always)
        {
            return VoteOutcome.Of(VoteOutcomeKind.Anonymous);
        }

        if (world.SeeIssue(user, idOrKey) is not { } seen)
        {
            return VoteOutcome.Of(VoteOutcomeKind.IssueUnseen);
        }

        issue = seen;
        return user is null ? VoteOutcome.Of(VoteOutcomeKind.Anonymous) : null;
    }

    private static (JiraWorld World, VoteOutcome Outcome) Apply(JiraWorld world, Issue issue, string voter, ImmutableHashSet<string> voters, ImmutableArray<VoteRefusal> refusals)
    {
        if (refusals.Length > 0)
        {
            return (world, new(VoteOutcomeKind.Refused, refusals));
        }

        if (ReferenceEquals(voters, issue.Voters))
        {
            return (world, VoteOutcome.Of(VoteOutcomeKind.Unchanged));
        }

        var changed = issue with { Voters = voters };
        return world.HasRoomFor(changed) ? (world.WithVote(changed, voter), VoteOutcome.Of(VoteOutcomeKind.Done)) : (world, VoteOutcome.Of(VoteOutcomeKind.NoRoom));
    }

    private static ReadOnlySpan<VoteRefusal> If(bool condition, VoteRefusal refusal) => condition ? new VoteRefusal[] { refusal } : [];
}
