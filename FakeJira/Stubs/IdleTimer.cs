namespace FakeJira.Stubs;

/// <summary>Removes sites whose time is over also when nobody asks for anything. There is no timer before the first site with such a time, nor after the last one.</summary>
/// <param name="time">Whose timer it is.</param>
/// <param name="remove">Removes those whose time is over.</param>
/// <param name="until">How long until the time of the first one is over; null when there is none.</param>
internal sealed class IdleTimer(TimeProvider time, Action remove, Func<TimeSpan?> until)
{
    /// <summary>Timers take no more than 49 days; when one fires too early, it is set again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isOver;

    /// <summary>Has it fire in time for the sites that there are.</summary>
    public void Set()
    {
        lock (_gate)
        {
            if (!_isOver && until() is { } left)
            {
                _timer ??= time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(left >= Longest ? Longest : left > TimeSpan.Zero ? left + Least : Least, Timeout.InfiniteTimeSpan);
            }
            else
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    /// <summary>It fires no more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        Set();
    }

    private void Fire()
    {
        remove();
        Set();
    }
}
