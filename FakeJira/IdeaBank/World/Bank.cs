using System.Collections.Immutable;

namespace FakeJira.IdeaBank.World;

/// <summary>An idea bank: proposals, panelists, and the orders in which they are listed.</summary>
/// <param name="Id">Its id, unique on the site.</param>
/// <param name="Tenant">Whose it is: the first part of its tokens.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Level">What panelists may do.</param>
public sealed record Bank(string Id, string Tenant, string Title, AccessLevel Level)
{
    /// <summary>What it asks for.</summary>
    public required string Description { get; init; }

    /// <summary>Whether panelists reach it at all.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Panelists by id.</summary>
    public ImmutableDictionary<string, Voter> Voters { get; init; } = ImmutableDictionary<string, Voter>.Empty;

    /// <summary>Proposals by id.</summary>
    public ImmutableDictionary<string, Proposal> Proposals { get; init; } = ImmutableDictionary<string, Proposal>.Empty;

    /// <summary>Ids of proposals: the one with number n is at n - 1.</summary>
    public ImmutableList<string> Numbered { get; init; } = [];

    /// <summary>The open proposals, latest first.</summary>
    public ImmutableSortedSet<Rank> Recent { get; init; } = [];

    /// <summary>The open proposals, highest score first.</summary>
    public ImmutableSortedSet<Rank> ByScore { get; init; } = [];

    /// <summary>About how many bytes its panelists, proposals and votes take.</summary>
    public long Size { get; private init; }

    /// <summary>The number that the next proposal gets.</summary>
    public long NextNumber => Numbered.Count + 1;

    /// <summary>Whether panelists can reach it: open, and not for researchers alone.</summary>
    public bool IsForPanelists => IsOpen && Level != AccessLevel.Internal;

    /// <summary>The proposal at a place of a list.</summary>
    public Proposal ProposalOf(Rank place) => Proposals[Numbered[(int)place.Number - 1]];

    /// <summary>What a panelist may do.</summary>
    public Capabilities CapabilitiesOf(Voter voter) => Capabilities.Of(Level, voter.IsBlocked);

    /// <summary>With a panelist who is new or changed.</summary>
    public Bank With(Voter voter)
    {
        ArgumentNullException.ThrowIfNull(voter);
        return this with { Voters = Voters.SetItem(voter.Id, voter), Size = Size + (Voters.ContainsKey(voter.Id) ? 0 : voter.Size) };
    }

    /// <summary>With a proposal that is new or changed; the lists follow. The votes of panelists do not: see <see cref="WithVote"/>.</summary>
    public Bank With(Proposal proposal)
    {
        var before = Proposals.GetValueOrDefault(proposal.Id);
        return this with
        {
            Proposals = Proposals.SetItem(proposal.Id, proposal),
            Size = Size + proposal.Size - (before?.Size ?? 0),
            Numbered = before is null ? Numbered.Add(proposal.Id) : Numbered,
            Recent = Moved(Recent, before is { IsOpen: true } ? before.RecentRank : null, proposal.IsOpen ? proposal.RecentRank : null),
            ByScore = Moved(ByScore, before is { IsOpen: true } ? before.ScoreRank : null, proposal.IsOpen ? proposal.ScoreRank : null),
        };
    }

    /// <summary>With a proposal that is new, and among what its panelists voted on.</summary>
    public Bank WithAdded(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return With(proposal) with
        {
            Voters = Voters.SetItems(proposal.Votes.Select(vote => Voters[vote.Key]).Select(voter =>
                KeyValuePair.Create(voter.Id, voter with { VotedOn = voter.VotedOn.Add(new(proposal.Votes[voter.Id].VotedAt.UtcTicks, proposal.Number)) }))),
        };
    }

    /// <summary>Without a panelist, whose votes go too.</summary>
    public Bank Without(Voter voter)
    {
        ArgumentNullException.ThrowIfNull(voter);
        var rest = voter.VotedOn.Aggregate(this, (bank, place) => bank.WithVote(bank.ProposalOf(place), voter, null));
        return rest with { Voters = Voters.Remove(voter.Id), Size = rest.Size - voter.Size };
    }

    /// <summary>With the vote of a panelist on a proposal; null for without.</summary>
    public Bank WithVote(Proposal proposal, Voter voter, Vote? vote)
    {
        var before = proposal.Votes.TryGetValue(voter.Id, out var old) ? new Rank(old.VotedAt.UtcTicks, proposal.Number) : (Rank?)null;
        var after = vote is { } cast ? new Rank(cast.VotedAt.UtcTicks, proposal.Number) : (Rank?)null;
        return With(vote is null ? proposal.WithoutVote(voter.Id) : proposal.WithVote(voter.Id, vote.Value))
            .With(voter with { VotedOn = Moved(voter.VotedOn, before, after) });
    }

    /// <summary>The same bank with all of its panelists and proposals at once: what would take long one by one.</summary>
    /// <param name="voters">Without what they voted on, which follows from the proposals.</param>
    /// <param name="proposals">In the order of their numbers, which begin at 1.</param>
    public Bank Filled(IEnumerable<Voter> voters, IReadOnlyList<Proposal> proposals)
    {
        var votedOn = proposals.SelectMany(proposal => proposal.Votes.Select(vote => (vote.Key, Rank: new Rank(vote.Value.VotedAt.UtcTicks, proposal.Number)))).ToLookup(vote => vote.Key, vote => vote.Rank);
        var panelists = voters.ToImmutableDictionary(voter => voter.Id, voter => voter with { VotedOn = [.. votedOn[voter.Id]] });
        return this with
        {
            Voters = panelists,
            Size = panelists.Values.Sum(voter => voter.Size) + proposals.Sum(proposal => proposal.Size),
            Proposals = proposals.ToImmutableDictionary(proposal => proposal.Id),
            Numbered = [.. proposals.Select(proposal => proposal.Id)],
            Recent = [.. proposals.Where(proposal => proposal.IsOpen).Select(proposal => proposal.RecentRank)],
            ByScore = [.. proposals.Where(proposal => proposal.IsOpen).Select(proposal => proposal.ScoreRank)],
        };
    }

    private static ImmutableSortedSet<Rank> Moved(ImmutableSortedSet<Rank> list, Rank? from, Rank? to)
    {
        if (from == to)
        {
            return list;
        }

        list = from is { } old ? list.Remove(old) : list;
        return to is { } place ? list.Add(place) : list;
    }
}
