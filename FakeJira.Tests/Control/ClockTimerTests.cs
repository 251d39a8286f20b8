using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Control;

/// <summary>Timers and times of clients that have the clock of a site as their TimeProvider.</summary>
public sealed class ClockTimerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Of real time, for what comes at once unless the code is wrong.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task A_delay_on_a_frozen_clock_ends_when_that_is_advanced()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Clock.Freeze();

        var waiting = Task.Delay(TimeSpan.FromSeconds(20), fake.Clock);
        fake.Clock.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        await Earlier(fake.Clock);
        waiting.IsCompleted.ShouldBeFalse();
        fake.Clock.Advance(TimeSpan.FromTicks(1));

        await waiting.WaitAsync(Patience);
    }

    [Test]
    public async Task A_clock_that_is_put_back_holds_nothing_up()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(Noon);
        fake.Clock.RulesDelays = true;
        fake.Map("""{ "Request": { "Path": "/x" }, "Response": { "Body": "late", "Delay": 3000 } }""");
        using var client = fake.Client(Door.Handler);
        var waiting = Task.Delay(TimeSpan.FromSeconds(3), fake.Clock);
        var asked = Answer.Of(client, "GET", "/x");
        var since = fake.Clock.GetTimestamp();

        fake.Clock.Set(Noon.AddYears(-4));
        fake.Clock.Advance(TimeSpan.FromSeconds(3));

        await waiting.WaitAsync(Patience);
        (await asked.WaitAsync(Patience)).Body.ShouldBe("late");
        fake.Clock.GetElapsedTime(since).ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Test]
    public async Task A_timer_that_is_disposed_of_is_over_when_its_calls_are()
    {
        var clock = new SiteClock(new ManualTime());
        using var called = new ManualResetEventSlim();
        using var goesOn = new ManualResetEventSlim();
        var isOver = false;
        var timer = clock.CreateTimer(_ =>
        {
            called.Set();
            goesOn.Wait();
            isOver = true;
        }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(1));
        called.Wait();

        var disposed = timer.DisposeAsync().AsTask();
        disposed.IsCompleted.ShouldBeFalse();
        goesOn.Set();
        await disposed;

        isOver.ShouldBeTrue();
    }

    [Test]
    public async Task A_delay_ends_when_the_clock_is_set_or_frozen_beyond_it()
    {
        var clock = new SiteClock(new ManualTime());
        var waiting = Task.Delay(TimeSpan.FromSeconds(20), clock);
        clock.Set(clock.Now.AddSeconds(20));
        await waiting.WaitAsync(Patience);

        waiting = Task.Delay(TimeSpan.FromSeconds(20), clock);
        clock.Freeze(clock.Now.AddSeconds(20));
        await waiting.WaitAsync(Patience);
    }

    [Test]
    public async Task A_delay_on_a_clock_that_runs_takes_real_time_less_what_that_is_advanced()
    {
        var real = new ManualTime();
        var clock = new SiteClock(real);

        var waiting = Task.Delay(TimeSpan.FromDays(40), clock);
        clock.Advance(TimeSpan.FromDays(10));
        real.Pass(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        await Earlier(clock);
        waiting.IsCompleted.ShouldBeFalse();
        real.Pass(TimeSpan.FromMilliseconds(1));

        await waiting.WaitAsync(Patience);
    }

    [Test]
    public async Task A_delay_on_a_clock_that_is_frozen_waits_until_it_runs_again()
    {
        var real = new ManualTime();
        var clock = new SiteClock(real);
        var waiting = Task.Delay(TimeSpan.FromMinutes(1), clock);
        clock.Freeze();
        real.Pass(TimeSpan.FromHours(1));
        await Earlier(clock);
        waiting.IsCompleted.ShouldBeFalse();

        clock.Run();
        real.Pass(TimeSpan.FromMinutes(1));

        await waiting.WaitAsync(Patience);
    }

    [Test]
    public async Task A_source_of_cancellation_cancels_by_the_clock()
    {
        var clock = new SiteClock(new ManualTime());
        using var source = new CancellationTokenSource(TimeSpan.FromMinutes(1), clock);
        var cancelled = new TaskCompletionSource();
        await using var registered = source.Token.Register(cancelled.SetResult);

        clock.Advance(TimeSpan.FromMinutes(1));

        await cancelled.Task.WaitAsync(Patience);
    }

    [Test]
    public async Task A_timer_with_a_period_is_called_once_for_a_step_and_keeps_its_beat()
    {
        var clock = new SiteClock(new ManualTime());
        clock.Freeze(Noon);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(10), clock);

        foreach (var step in new[] { 10, 35, 5, 10 })
        {
            var tick = beat.WaitForNextTickAsync();
            tick.IsCompleted.ShouldBeFalse();
            clock.Advance(TimeSpan.FromSeconds(step));
            (await tick.AsTask().WaitAsync(Patience)).ShouldBeTrue();
        }
    }

    [Test]
    public async Task A_timer_that_is_stopped_or_disposed_is_not_called()
    {
        var clock = new SiteClock(new ManualTime());
        clock.Freeze(Noon);
        var called = 0;
        var stopped = clock.CreateTimer(_ => called++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var disposed = clock.CreateTimer(_ => called++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan).ShouldBeTrue();
        await disposed.DisposeAsync();

        clock.Advance(TimeSpan.FromMinutes(1));
        await Earlier(clock);

        called.ShouldBe(0);
        disposed.Change(TimeSpan.Zero, TimeSpan.Zero).ShouldBeFalse();
        await stopped.DisposeAsync();
    }

    [Test]
    public async Task A_time_that_no_timer_takes_is_refused()
    {
        var clock = new SiteClock(new ManualTime());
        await using var timer = clock.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        Should.Throw<ArgumentOutOfRangeException>(() => timer.Change(TimeSpan.FromMilliseconds(-2), TimeSpan.Zero)).ParamName.ShouldBe("dueTime");
        Should.Throw<ArgumentOutOfRangeException>(() => timer.Change(TimeSpan.Zero, TimeSpan.MaxValue)).ParamName.ShouldBe("period");
        Should.Throw<ArgumentNullException>(() => clock.CreateTimer(null!, null, TimeSpan.Zero, TimeSpan.Zero)).ParamName.ShouldBe("callback");
    }

    [Test]
    public async Task A_callback_has_the_context_of_whoever_made_the_timer()
    {
        var clock = new SiteClock(new ManualTime());
        var here = new AsyncLocal<string> { Value = "maker" };
        var seen = new TaskCompletionSource<string?>();
        await using var timer = clock.CreateTimer(_ => seen.SetResult(here.Value), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        here.Value = "advancer";

        clock.Advance(TimeSpan.FromSeconds(1));

        (await seen.Task).ShouldBe("maker");
    }

    [Test]
    public async Task A_restored_clock_comes_through_no_other_time()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Clock.Freeze(Noon.AddYears(-10));
        var state = fake.Capture();
        var waiting = Task.Delay(TimeSpan.FromSeconds(20), fake.Clock);

        fake.Restore(state);
        await Earlier(fake.Clock);

        waiting.IsCompleted.ShouldBeFalse();
        fake.Clock.Advance(TimeSpan.FromSeconds(20));
        await waiting.WaitAsync(Patience);
    }

    [Test]
    public void Time_that_is_measured_with_the_clock_is_its_time()
    {
        var clock = new SiteClock(TimeProvider.System);
        clock.Freeze();
        var began = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromMinutes(1));

        clock.GetElapsedTime(began).ShouldBe(TimeSpan.FromMinutes(1));
    }

    /// <summary>Whatever was due before this call has been called, or stands before it in the queue of the pool.</summary>
    private static Task Earlier(SiteClock clock)
    {
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = clock.CreateTimer(_ => called.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return called.Task.WaitAsync(Patience);
    }
}
