using System.Collections.Immutable;

namespace FakeJira.IdeaBank.World;

/// <summary>A panelist as a bank knows them: the voter, whichever session they come with.</summary>
/// <param name="Id">The tenant's own id of the panelist.</param>
public sealed record Voter(string Id)
{
    private const long OwnSize = 256;

    /// <summary>The token of the latest session; null while there was none.</summary>
    public string? PublicKey { get; init; }

    /// <summary>May not vote, submit or comment any more.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>About how many bytes it takes, without its votes and sessions.</summary>
    public long Size => OwnSize + (2 * Id.Length);

    /// <summary>The proposals voted on, the latest vote first: its time and the number of the proposal.</summary>
    public ImmutableSortedSet<Rank> VotedOn { get; init; } = [];
}

/// <summary>What a token stands for.</summary>
/// <param name="Token">Tenant, bank and session, joined by colons.</param>
/// <param name="BankId">The bank.</param>
/// <param name="PanelistId">The panelist in it.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
public sealed record Session(string Token, string BankId, string PanelistId, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>About how many bytes one takes.</summary>
    public const long Size = 512;

    /// <summary>The token of a session: the vendor's three parts.</summary>
    public static string TokenOf(string tenant, string bankId, string session) => $"{tenant}:{bankId}:{session}";

    /// <summary>Whether it is over.</summary>
    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;
}
