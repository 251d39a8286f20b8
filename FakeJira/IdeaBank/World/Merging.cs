namespace FakeJira.IdeaBank.World;

/// <summary>What became of a wish to merge.</summary>
public enum MergeOutcome
{
    /// <summary>The votes have moved.</summary>
    Done,

    /// <summary>One of the two is not there.</summary>
    Unknown,

    /// <summary>They are of different banks.</summary>
    OtherBank,

    /// <summary>The target is part of the source, or the source itself.</summary>
    Cycle,

    /// <summary>The base votes of the two are more together than a proposal can have.</summary>
    TooMany,
}

/// <summary>Makes proposals part of others.</summary>
public static class Merging
{
    /// <summary>Makes the source part of the target: its votes move to where the target's merges end, except those of panelists who have voted there.</summary>
    public static (IdeaBankWorld World, MergeOutcome Outcome) Merge(IdeaBankWorld world, string sourceId, string targetId)
    {
        if (!world.BankOfProposal.TryGetValue(sourceId, out var bankId) || !world.BankOfProposal.TryGetValue(targetId, out var targetBankId))
        {
            return (world, MergeOutcome.Unknown);
        }

        if (bankId != targetBankId)
        {
            return (world, MergeOutcome.OtherBank);
        }

        var bank = world.Banks[bankId];
        var source = bank.Proposals[sourceId];
        if (End(bank, bank.Proposals[targetId], avoid: sourceId) is not { } end)
        {
            return (world, MergeOutcome.Cycle);
        }

        if (Math.Abs(source.BaseVotes + end.BaseVotes) > Proposal.MostBaseVotes || source.BaseTotalVotes + end.BaseTotalVotes > Proposal.MostBaseVotes)
        {
            return (world, MergeOutcome.TooMany);
        }

        bank = WithVotesMoved(bank, source, end);
        bank = bank.With(bank.Proposals[sourceId] with { Status = ProposalStatus.Merged, MergedInto = targetId, BaseVotes = 0, BaseTotalVotes = 0 });
        var target = bank.Proposals[end.Id];
        return (world.With(bank.With(target with { BaseVotes = target.BaseVotes + source.BaseVotes, BaseTotalVotes = target.BaseTotalVotes + source.BaseTotalVotes })), MergeOutcome.Done);
    }

    /// <summary>With a proposal at another place in its life, standing alone; null when there is none of that id.</summary>
    public static IdeaBankWorld? WithStatus(IdeaBankWorld world, string proposalId, ProposalStatus status) =>
        world.BankOfProposal.TryGetValue(proposalId, out var bankId) && world.Banks[bankId] is var bank
            ? world.With(bank.With(bank.Proposals[proposalId] with { Status = status, MergedInto = null }))
            : null;

    /// <summary>Where the merges of a proposal end; itself when it was not merged, null when they go round in a circle.</summary>
    public static Proposal? End(Bank bank, Proposal proposal) => End(bank, proposal, avoid: null);

    /// <summary>Brent's way: a mark that waits twice as long each time is met again exactly in a circle.</summary>
    private static Proposal? End(Bank bank, Proposal proposal, string? avoid)
    {
        var (mark, steps, patience) = (proposal, 0L, 1L);
        while (true)
        {
            if (proposal.Id == avoid)
            {
                return null;
            }

            if (proposal.MergedInto is not { } next)
            {
                return proposal;
            }

            proposal = bank.Proposals[next];
            if (ReferenceEquals(proposal, mark))
            {
                return null;
            }

            if (++steps == patience)
            {
                (mark, steps, patience) = (proposal, 0, patience * 2);
            }
        }
    }

    private static Bank WithVotesMoved(Bank bank, Proposal source, Proposal target)
    {
        foreach (var (panelistId, vote) in source.Votes)
        {
            if (!target.Votes.ContainsKey(panelistId))
            {
                bank = bank.WithVote(bank.Proposals[source.Id], bank.Voters[panelistId], null);
                bank = bank.WithVote(bank.Proposals[target.Id], bank.Voters[panelistId], vote);
            }
        }

        return bank;
    }
}
