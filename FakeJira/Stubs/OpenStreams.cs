using System.Diagnostics.CodeAnalysis;

namespace FakeJira.Stubs;

/// <summary>The answers of a server that go on until somebody ends them: bounded in number, and over when the server stops. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer holds nothing, and streams may still ask for its token after the end.")]
internal sealed class OpenStreams(int limit)
{
    private readonly CancellationTokenSource _ending = new();
    private int _count;

    /// <summary>How many there can be at a time.</summary>
    public int Limit => limit;

    /// <summary>Cancelled when the server stops.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Takes a place; false when there is none left. Who has taken one leaves it again.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= limit)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Gives the place back.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);

    /// <summary>Ends all of them, for good.</summary>
    public void End() => _ending.Cancel();
}
