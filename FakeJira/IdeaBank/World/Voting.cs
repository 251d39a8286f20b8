namespace FakeJira.IdeaBank.World;

/// <summary>What became of a vote.</summary>
public enum CastKind
{
    /// <summary>The panelist is not let in, see <see cref="CastOutcome.Refusal"/>.</summary>
    Refused,

    /// <summary>It was neither for nor against.</summary>
    NoVote,

    /// <summary>There is no such proposal, or it is not open.</summary>
    ProposalUnavailable,

    /// <summary>The site has no room for another vote.</summary>
    Full,

    /// <summary>It counts, instead of an earlier one.</summary>
    Recorded,

    /// <summary>It counts for the proposal that this one is part of.</summary>
    RecordedWhereMerged,
}

/// <summary>What became of a vote, and where it counts.</summary>
public readonly record struct CastOutcome(CastKind Kind, Refusal? Refusal = null, string ProposalId = "");

/// <summary>What became of a wish to take a vote back.</summary>
public enum WithdrawKind
{
    /// <summary>The panelist is not let in, see <see cref="WithdrawOutcome.Refusal"/>.</summary>
    Refused,

    /// <summary>There is no such proposal for panelists.</summary>
    ProposalUnavailable,

    /// <summary>The proposal is no longer open: the vote stays.</summary>
    NoLongerOpen,

    /// <summary>The proposal is no longer open, and the vote is gone all the same.</summary>
    RemovedThoughClosed,

    /// <summary>The vote is gone.</summary>
    Removed,

    /// <summary>There was none.</summary>
    NeverVoted,

    /// <summary>There is none now on the proposal that this one is part of.</summary>
    RemovedWhereMerged,
}

/// <summary>What became of a wish to take a vote back.</summary>
public readonly record struct WithdrawOutcome(WithdrawKind Kind, Refusal? Refusal = null);

/// <summary>Casts and withdraws votes.</summary>
public static class Voting
{
    /// <summary>Counts the vote of a token's panelist.</summary>
    /// <param name="world">The site.</param>
    /// <param name="token">Who votes.</param>
    /// <param name="now">When.</param>
    /// <param name="proposalId">On what.</param>
    /// <param name="value">1 for, -1 against; null for a vote that is neither.</param>
    public static (IdeaBankWorld World, CastOutcome Outcome) Cast(IdeaBankWorld world, string? token, DateTimeOffset now, string proposalId, int? value)
    {
        var admission = Admission.Of(world, token, now, may => may.CanVote);
        if (admission.Refusal is { } refusal)
        {
            return (world, new(CastKind.Refused, refusal));
        }

        if (value is not { } cast)
        {
            return (world, new(CastKind.NoVote));
        }

        var bank = admission.Bank;
        if (!bank.Proposals.TryGetValue(proposalId, out var proposal) || Merging.End(bank, proposal) is not { IsOpen: true } effective)
        {
            return (world, new(CastKind.ProposalUnavailable));
        }

        if (!effective.Votes.ContainsKey(admission.Voter.Id) && !world.HasRoomFor(Vote.Size))
        {
            return (world, new(CastKind.Full));
        }

        var kind = effective.Id == proposalId ? CastKind.Recorded : CastKind.RecordedWhereMerged;
        return (world.With(bank.WithVote(effective, admission.Voter, new Vote(cast, now))), new(kind, ProposalId: effective.Id));
    }

    /// <summary>Removes the vote of a token's panelist.</summary>
    public static (IdeaBankWorld World, WithdrawOutcome Outcome) Withdraw(IdeaBankWorld world, string? token, DateTimeOffset now, string proposalId)
    {
        var admission = Admission.Of(world, token, now, may => may.CanVote);
        if (admission.Refusal is { } refusal)
        {
            return (world, new(WithdrawKind.Refused, refusal));
        }

        var bank = admission.Bank;
        if (!bank.Proposals.TryGetValue(proposalId, out var proposal) || Merging.End(bank, proposal) is not { Status: not ProposalStatus.Draft } effective)
        {
            return (world, new(WithdrawKind.ProposalUnavailable));
        }

        if (!effective.IsOpen && world.Settings.DeleteVoteOnClosed == ClosedVote.Stays)
        {
            return (world, new(WithdrawKind.NoLongerOpen));
        }

        var hasVoted = effective.Votes.ContainsKey(admission.Voter.Id);
        var kind = !effective.IsOpen ? WithdrawKind.RemovedThoughClosed
            : effective.Id != proposalId ? WithdrawKind.RemovedWhereMerged
            : hasVoted ? WithdrawKind.Removed : WithdrawKind.NeverVoted;
        return (hasVoted ? world.With(bank.WithVote(effective, admission.Voter, null)) : world, new(kind));
    }
}
