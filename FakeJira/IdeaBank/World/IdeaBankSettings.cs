namespace FakeJira.IdeaBank.World;

/// <summary>What DELETE answers where the proposal is no longer open.</summary>
public enum ClosedVote
{
    /// <summary>404, and the vote stays.</summary>
    Stays,

    /// <summary>204, and the vote is removed.</summary>
    IsRemoved,
}

/// <summary>The switches of the contract.</summary>
public sealed record IdeaBankSettings
{
    /// <summary>deleteVoteOnClosed: what becomes of a vote that is withdrawn when the proposal is no longer open.</summary>
    public ClosedVote DeleteVoteOnClosed { get; init; }

    /// <summary>ideaBankMegabytes: how much room there is for what clients make.</summary>
    public int Megabytes { get; init; } = 512;

    /// <summary>strictContentType: a POST without application/json is refused.</summary>
    public bool StrictContentType { get; init; }
}
