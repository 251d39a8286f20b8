namespace FakeJira.Stubs;

/// <summary>A timer that falls due by the clock of a site: looked at when somebody touches that clock, and while it runs when so much real time has passed.</summary>
internal sealed class SiteTimer : ITimer
{
    /// <summary>What the platform's timers take.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly Lock _gate = new();
    private readonly SiteClock _clock;
    private readonly Action _callback;
    private readonly ITimer _real;
    private long? _due;
    private long _period;
    private bool _isOver;
    private int _calls;
    private TaskCompletionSource? _lastCalled;

    private SiteTimer(SiteClock clock, TimeProvider real, Action callback)
    {
        (_clock, _callback) = (clock, callback);
        _real = real.CreateTimer(static timer => ((SiteTimer)timer!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A timer that is set; its calls have the execution context of this one, as the platform's timers have it.</summary>
    public static SiteTimer Start(SiteClock clock, TimeProvider real, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SiteTimer(clock, real, ExecutionContext.Capture() is { } context ? () => ExecutionContext.Run(context, _ => callback(state), null) : () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        lock (_gate)
        {
            Stop();
            if (_isOver)
            {
                return false;
            }

            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                (_due, _period) = (_clock.GetTimestamp() + dueTime.Ticks, period.Ticks);
                _clock.Changed += Look;
            }
        }

        Look();
        return true;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Stop();
            _isOver = true;
        }

        _real.Dispose();
    }

    /// <summary>Is over when the calls are that it has begun, as with the platform's timers.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        lock (_gate)
        {
            return _calls == 0 ? ValueTask.CompletedTask : new((_lastCalled ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task);
        }
    }

    private static void Check(TimeSpan time, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Timeout.InfiniteTimeSpan, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Most, name);
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_due is not { } due)
            {
                return;
            }

            var now = _clock.GetTimestamp();
            var left = due - now;
            if (left <= 0)
            {
                // Not here: who touches the clock may hold the lock of the site.
                _calls++;
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Call(), this, preferLocal: false);
                if (_period <= 0)
                {
                    Stop();
                    return;
                }

                // One call for all that were missed, as there may be billions.
                left = _period - (-left % _period);
                _due = now + left;
            }

            _real.Change(_clock.IsFrozen ? Timeout.InfiniteTimeSpan : SiteClock.Look(TimeSpan.FromTicks(left)), Timeout.InfiniteTimeSpan);
        }
    }

    private void Call()
    {
        try
        {
            _callback();
        }
        finally
        {
            lock (_gate)
            {
                if (--_calls == 0)
                {
                    _lastCalled?.TrySetResult();
                }
            }
        }
    }

    private void Stop()
    {
        if (_due is not null)
        {
            _due = null;
            _clock.Changed -= Look;
        }
    }
}
