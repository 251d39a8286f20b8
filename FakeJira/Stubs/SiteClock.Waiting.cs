namespace FakeJira.Stubs;

/// <content>What waits for it.</content>
public sealed partial class SiteClock
{
    /// <summary>A timer that falls due by this clock, on the thread pool. One with a period is called once for a step of the clock, however far that goes.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => SiteTimer.Start(this, real, callback, state, dueTime, period);

    /// <summary>Waits: real time, or until this clock says that so much time has passed since a request came, after what it has waited for before.</summary>
    internal async Task WaitAsync(StubRequest request, TimeSpan time, CancellationToken cancellation)
    {
        if (!RulesDelays)
        {
            // One that came while the clock ruled delays waits no longer.
            await Task.Delay(request.Arrived is null ? time : TimeSpan.Zero, cancellation).ConfigureAwait(false);
            return;
        }

        // Not from where the wait before it ended, which is as late as somebody advanced the clock: one advance can end all of them.
        var (arrived, due) = (request.Arrived ??= GetTimestamp(), request.Waited += time);
        while (Missing(arrived, due, out var changed) is { } left)
        {
            try
            {
                await changed.WaitAsync(left, real, cancellation).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Nobody touched the clock: time has passed.
                continue;
            }
        }
    }

    /// <summary>So much real time in whole milliseconds, upwards, and a day at most: what looks too early looks again and again.</summary>
    internal static TimeSpan Look(TimeSpan left) => left < TimeSpan.FromDays(1) ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : TimeSpan.FromDays(1);

    /// <summary>How much real time is missing if nobody touches the clock, for ever while it is frozen; null when nothing is.</summary>
    private TimeSpan? Missing(long since, TimeSpan time, out Task changed)
    {
        lock (_gate)
        {
            changed = (_changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            var left = time - TimeSpan.FromTicks(Ticks - since);
            return left <= TimeSpan.Zero || !_rulesDelays ? null : _frozenAt is null ? Look(left) : Timeout.InfiniteTimeSpan;
        }
    }
}
