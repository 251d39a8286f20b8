namespace FakeJira.Stubs;

/// <summary>The state of a site at one moment. Immutable.</summary>
public sealed record SiteState
{
    internal SiteState(object[] root, long randomPosition, DateTimeOffset? frozenAt, TimeSpan clockOffset) =>
        (Root, RandomPosition, FrozenAt, ClockOffset) = (root, randomPosition, frozenAt, clockOffset);

    internal object[] Root { get; }

    /// <summary>How many random values had been taken.</summary>
    public long RandomPosition { get; }

    /// <summary>Where the clock stood still, or null when it ran.</summary>
    public DateTimeOffset? FrozenAt { get; }

    /// <summary>How far a running clock was ahead.</summary>
    public TimeSpan ClockOffset { get; }

    /// <summary>Whether delays passed by the clock.</summary>
    public bool ClockRulesDelays { get; init; }
}
