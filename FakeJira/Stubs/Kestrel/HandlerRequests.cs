using System.Diagnostics.CodeAnalysis;

namespace FakeJira.Stubs.Kestrel;

/// <summary>The requests through handlers, which no listener knows of: the end of the server waits for them, then cuts them. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer holds nothing, and requests may still ask for its token after the end.")]
internal sealed class HandlerRequests
{
    /// <summary>What a client is told whose answer is cut.</summary>
    public const string CutMessage = "The server ended before the answer was complete.";

    /// <summary>How long those that were cut are waited for: as long as the web server waits for its connections then.</summary>
    private static readonly TimeSpan CutTime = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _cut = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One more than there are requests until the server ends: it reaches zero once.</summary>
    private int _count = 1;

    /// <summary>Cancelled when the end of the server waits no longer.</summary>
    public CancellationToken Cut => _cut.Token;

    public bool IsCut => _cut.IsCancellationRequested;

    /// <summary>Counts a request in; false where the server has ended, which then neither waits for it nor cuts it.</summary>
    public bool TryEnter()
    {
        var count = Volatile.Read(ref _count);
        while (count > 0)
        {
            var seen = Interlocked.CompareExchange(ref _count, count + 1, count);
            if (seen == count)
            {
                return true;
            }

            count = seen;
        }

        return false;
    }

    /// <summary>Counts a request out.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            _ended.SetResult();
        }
    }

    /// <summary>Waits for those under way, and cuts them when <paramref name="patience"/> is over. To be called once.</summary>
    public async Task EndAsync(CancellationToken patience)
    {
        Leave();
        await _ended.Task.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_ended.Task.IsCompleted)
        {
            // Not awaited: what a test does when its request is cut may take its time.
            _ = _cut.CancelAsync();
            await _ended.Task.WaitAsync(CutTime, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads <see cref="StubRequest.Aborted"/>: caller and server are linked when somebody waits, and once for each request.</summary>
    public static CancellationToken AbortedOf(StubRequest request, object of)
    {
        if (of is HandlerRequests all && !request.AbortedByCaller.CanBeCanceled)
        {
            return all.Cut;
        }

        lock (request)
        {
            if (request.AbortedBy is not { } by)
            {
                // Its answer is out in this moment.
                return request.AbortedByCaller;
            }

            if (by.Of is not CancellationTokenSource both)
            {
                both = CancellationTokenSource.CreateLinkedTokenSource(request.AbortedByCaller, ((HandlerRequests)by.Of).Cut);
                request.AbortedBy = (both, AbortedOf);
            }

            return both.Token;
        }
    }

    /// <summary>Forgets what was linked for a request, whose answer is out.</summary>
    public static void Release(StubRequest request)
    {
        lock (request)
        {
            var by = request.AbortedBy;
            request.AbortedBy = null;
            (by?.Of as CancellationTokenSource)?.Dispose();
        }
    }
}
