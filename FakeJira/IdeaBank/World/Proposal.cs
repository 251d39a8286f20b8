using System.Collections.Immutable;

namespace FakeJira.IdeaBank.World;

/// <summary>Where a proposal is in its life.</summary>
public enum ProposalStatus
{
    /// <summary>Not shown to panelists yet.</summary>
    Draft,

    /// <summary>The only status with voting.</summary>
    Open,

    /// <summary>Taken up.</summary>
    Accepted,

    /// <summary>Will not be pursued.</summary>
    Rejected,

    /// <summary>Built.</summary>
    Implemented,

    /// <summary>Voting has ended without a decision.</summary>
    Closed,

    /// <summary>Part of another proposal now.</summary>
    Merged,
}

/// <summary>One panelist's vote on one proposal.</summary>
/// <param name="Value">1 for, -1 against.</param>
/// <param name="VotedAt">When it was cast, or changed last.</param>
public readonly record struct Vote(int Value, DateTimeOffset VotedAt)
{
    /// <summary>About how many bytes one takes, here and among the votes of the panelist.</summary>
    public const long Size = 256;
}

/// <summary>A proposal and the votes on it.</summary>
/// <param name="Id">Its id, unique on the site.</param>
/// <param name="Number">Counts from 1 in its bank.</param>
/// <param name="Title">One line.</param>
/// <param name="Description">More.</param>
/// <param name="CreatedAt">When it was submitted.</param>
public sealed record Proposal(string Id, long Number, string Title, string Description, DateTimeOffset CreatedAt)
{
    /// <summary>How far a score that does not come from votes can be from 0, and of how many votes it can be.</summary>
    internal const long MostBaseVotes = 1_000_000_000;

    private const long OwnSize = 512;

    /// <summary>Its status; Merged exactly when <see cref="MergedInto"/> names a proposal.</summary>
    public ProposalStatus Status { get; init; } = ProposalStatus.Open;

    /// <summary>The id of the proposal it is part of now, or null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>A score that does not come from <see cref="Votes"/>.</summary>
    public long BaseVotes { get; init; }

    /// <summary>A number of votes cast that are not among <see cref="Votes"/>.</summary>
    public long BaseTotalVotes { get; init; }

    /// <summary>Votes by the id of the panelist.</summary>
    public ImmutableDictionary<string, Vote> Votes { get; init; } = ImmutableDictionary<string, Vote>.Empty;

    /// <summary>The sum of <see cref="Votes"/>, kept because counting them takes time that grows with them.</summary>
    public long VoteSum { get; init; }

    /// <summary>For minus against.</summary>
    public long Score => BaseVotes + VoteSum;

    /// <summary>How many votes were cast.</summary>
    public long TotalVotes => BaseTotalVotes + Votes.Count;

    /// <summary>About how many bytes it takes, with its votes.</summary>
    public long Size => OwnSize + (2L * (Id.Length + Title.Length + Description.Length)) + (Votes.Count * Vote.Size);

    /// <summary>Whether votes on it can be cast, changed and withdrawn.</summary>
    public bool IsOpen => Status == ProposalStatus.Open;

    internal Rank RecentRank => new(CreatedAt.UtcTicks, Number);

    internal Rank ScoreRank => new(Score, Number);

    /// <summary>With a vote that is new or changed.</summary>
    public Proposal WithVote(string panelistId, Vote vote) => this with
    {
        Votes = Votes.SetItem(panelistId, vote),
        VoteSum = VoteSum + vote.Value - ValueOf(panelistId),
    };

    /// <summary>Without the vote of a panelist.</summary>
    public Proposal WithoutVote(string panelistId) => this with { Votes = Votes.Remove(panelistId), VoteSum = VoteSum - ValueOf(panelistId) };

    private int ValueOf(string panelistId) => Votes.TryGetValue(panelistId, out var vote) ? vote.Value : 0;
}
