namespace FakeJira.Stubs;

/// <summary>What a site is made with.</summary>
/// <param name="RandomSeed">Seed of its chance.</param>
/// <param name="Time">What its clock follows.</param>
/// <param name="PublicUrl">What links in answers start with, or null.</param>
/// <param name="JournalCapacity">How many entries its journal keeps.</param>
public sealed record SiteOptions(long RandomSeed, TimeProvider Time, string? PublicUrl, int JournalCapacity)
{
    /// <summary>How much it keeps.</summary>
    public ServerLimits Limits { get; init; } = new();
}
