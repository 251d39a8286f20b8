namespace FakeJira.Stubs;

/// <summary>The time of a site: the real one until it is frozen, set or advanced. Thread-safe.</summary>
public sealed class SiteClock(TimeProvider real) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private DateTimeOffset? _frozenAt;

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

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _frozenAt ?? real.GetUtcNow() + _offset;
        }
    }

    /// <summary>Stops time, at the given moment or now.</summary>
    public void Freeze(DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            _frozenAt = (at ?? _frozenAt ?? real.GetUtcNow() + _offset).ToUniversalTime();
        }
    }

    /// <summary>Sets the time; a frozen clock stays frozen, a running one runs on from there.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_frozenAt is not null)
            {
                _frozenAt = now.ToUniversalTime();
            }
            else
            {
                _offset = now.ToUniversalTime() - real.GetUtcNow();
            }
        }
    }

    /// <summary>Moves the time on, or back.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            if (_frozenAt is { } frozen)
            {
                _frozenAt = frozen + by;
            }
            else
            {
                _offset += by;
            }
        }
    }

    /// <summary>Lets a frozen clock run on from where it stands.</summary>
    public void Run()
    {
        lock (_gate)
        {
            if (_frozenAt is { } frozen)
            {
                _offset = frozen - real.GetUtcNow();
                _frozenAt = null;
            }
        }
    }

    /// <summary>Back to the real time.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _offset = TimeSpan.Zero;
            _frozenAt = null;
        }
    }
}
