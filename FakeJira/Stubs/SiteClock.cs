namespace FakeJira.Stubs;

/// <summary>
/// The time of a site: the real one until it is frozen, set or advanced. Timers made with it fall due, and times measured with it pass, by it: while it is
/// frozen when it is advanced or set. Thread-safe.
/// </summary>
public sealed partial class SiteClock(TimeProvider real) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _offset;

    /// <summary>How far it was put back, all in all.</summary>
    private long _back;

    /// <summary>As early as anybody outside can set it: far enough from where dates end that all that is reckoned from it has one.</summary>
    internal static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>As late as anybody outside can set it.</summary>
    internal static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private DateTimeOffset? _frozenAt;
    private volatile bool _rulesDelays;
    private TaskCompletionSource? _changed;

    /// <summary>Raised after somebody touched it. Handlers must be quick and must not throw.</summary>
    internal event Action? Changed;

    /// <summary>Whether delays of answers pass by this clock: while it is frozen they end when it is advanced. Otherwise they take real time, whatever the clock says.</summary>
    public bool RulesDelays
    {
        get => _rulesDelays;
        set => Change(() => _rulesDelays = value);
    }

    /// <summary>Whether time stands still.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_gate)
            {
                return _frozenAt is not null;
            }
        }
    }

    /// <summary>How far a running clock is ahead of the real one.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_gate)
            {
                return _offset;
            }
        }
    }

    /// <summary>What is wrong with a moment that no clock has.</summary>
    internal static string Range => $"The clock goes from {Earliest.Year} to {Latest.Year}.";

    /// <summary>Whether a clock can be set to a moment from outside.</summary>
    internal static bool Has(DateTimeOffset moment) => moment >= Earliest && moment <= Latest;

    /// <summary>Whether a clock comes so far from a moment, which may itself be where dates end.</summary>
    internal static bool Goes(DateTimeOffset from, TimeSpan by) => by >= Earliest - from && by <= Latest - from;

    /// <summary>Where it comes back to when it is reset.</summary>
    internal DateTimeOffset Real => real.GetUtcNow();

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return Current;
        }
    }

    /// <summary>What <see cref="TimeProvider.GetElapsedTime(long)"/> reckons with: ticks that stand still where the clock is put back.</summary>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return Ticks;
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Stops time, at the given moment or now.</summary>
    /// <exception cref="FakeJiraException">No clock comes to that moment.</exception>
    public void Freeze(DateTimeOffset? at = null) => Change(() =>
    {
        Mistake.If(at is { } moment && !Has(moment), Range);
        _frozenAt = (at ?? Current).ToUniversalTime();
    });

    /// <summary>Sets the time; a frozen clock stays frozen, a running one runs on from there.</summary>
    /// <exception cref="FakeJiraException">No clock comes to that moment.</exception>
    public void Set(DateTimeOffset now) => Change(() =>
    {
        Mistake.If(!Has(now), Range);
        if (_frozenAt is not null)
        {
            _frozenAt = now.ToUniversalTime();
        }
        else
        {
            _offset = now.ToUniversalTime() - real.GetUtcNow();
        }
    });

    /// <summary>Moves the time on, or back.</summary>
    /// <exception cref="FakeJiraException">No clock comes so far.</exception>
    public void Advance(TimeSpan by) => Change(() =>
    {
        Mistake.If(!Goes(Current, by), Range);
        if (_frozenAt is { } frozen)
        {
            _frozenAt = frozen + by;
        }
        else
        {
            _offset += by;
        }
    });

    /// <summary>Lets a frozen clock run on from where it stands.</summary>
    public void Run() => Change(() =>
    {
        if (_frozenAt is { } frozen)
        {
            _offset = frozen - real.GetUtcNow();
            _frozenAt = null;
        }
    });

    /// <summary>Back to the real time.</summary>
    public void Reset() => Change(() =>
    {
        _offset = TimeSpan.Zero;
        _frozenAt = null;
        _rulesDelays = false;
    });

    /// <summary>Where it stands, in one look.</summary>
    internal (DateTimeOffset? FrozenAt, TimeSpan Offset, bool RulesDelays) Capture()
    {
        lock (_gate)
        {
            return (_frozenAt, _offset, _rulesDelays);
        }
    }

    /// <summary>Puts it where it stood, or as far ahead as it was, in one step: what waits for it sees nothing in between.</summary>
    internal void Restore(SiteState state) => Change(() =>
    {
        (_frozenAt, _offset) = (state.FrozenAt, state.ClockOffset);
        _rulesDelays = state.ClockRulesDelays;
    });

    private DateTimeOffset Current => _frozenAt ?? real.GetUtcNow() + _offset;

    private long Ticks => Current.UtcTicks + _back;

    private void Change(Action change)
    {
        TaskCompletionSource? changed;
        lock (_gate)
        {
            var before = Current;
            change();
            _back += Math.Max(0, before.UtcTicks - Current.UtcTicks);
            (changed, _changed) = (_changed, null);
        }

        changed?.TrySetResult();
        Changed?.Invoke();
    }
}
