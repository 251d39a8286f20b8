namespace FakeJira.Jira.Platform;

/// <summary>At most so many in any span of that length. Not thread-safe; it holds no more moments than it lets pass.</summary>
/// <param name="limit">How many.</param>
/// <param name="span">In which time.</param>
internal sealed class SlidingWindow(int limit, TimeSpan span)
{
    private readonly Queue<DateTimeOffset> _taken = new();
    private DateTimeOffset _last;

    public int Limit => limit;

    /// <summary>How many more there can be now. What has left the span is forgotten; where the clock was set back, everything is.</summary>
    public int LeftAt(DateTimeOffset now)
    {
        if (now < _last)
        {
            _taken.Clear();
        }

        while (_taken.TryPeek(out var oldest) && now - oldest >= span)
        {
            _taken.Dequeue();
        }

        return limit - _taken.Count;
    }

    /// <summary>When there can be one more after it is full.</summary>
    public DateTimeOffset FreeAt => _taken.Peek() + span;

    /// <summary>The last moment that was taken.</summary>
    public DateTimeOffset Last => _last;

    public void Take(DateTimeOffset now)
    {
        _taken.Enqueue(now);
        _last = now;
    }
}
