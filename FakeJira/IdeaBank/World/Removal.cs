namespace FakeJira.IdeaBank.World;

/// <summary>Takes panelists and proposals away, which no client can.</summary>
public static class Removal
{
    /// <summary>Without a panelist: their votes and sessions go with them.</summary>
    public static IdeaBankWorld Panelist(IdeaBankWorld world, Bank bank, Voter voter)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(voter);
        return world.WithoutSessions(bank.Id, voter.Id).With(bank.Without(voter));
    }

    /// <summary>Without a proposal and its votes; the later ones of the bank move up. Null when another is a part of it.</summary>
    public static IdeaBankWorld? Proposal(IdeaBankWorld world, Bank bank, Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(proposal);
        if (bank.Proposals.Values.Any(each => each.MergedInto == proposal.Id))
        {
            return null;
        }

        var rest = bank.Numbered.Where(id => id != proposal.Id).Select((id, index) => bank.Proposals[id] with { Number = index + 1 }).ToList();
        return world.With(bank.Filled(bank.Voters.Values, rest)) with { BankOfProposal = world.BankOfProposal.Remove(proposal.Id) };
    }
}
