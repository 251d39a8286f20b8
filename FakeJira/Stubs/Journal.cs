using FakeJira.Stubs.Mappings;

namespace FakeJira.Stubs;

/// <summary>What was asked and answered: a ring of the latest entries, bounded in number and in bytes; bodies are kept up to a limit each. Thread-safe, without a lock unless the bytes are used up.</summary>
/// <param name="capacity">How many entries are kept; 0 keeps none.</param>
/// <param name="bodyLimit">How much of the body of a request or an answer is kept, in bytes.</param>
/// <param name="limit">How many bytes all entries together may keep; the latest one is always kept.</param>
public sealed class Journal(int capacity, int bodyLimit, long limit = long.MaxValue)
{
    private Ring _ring = new(capacity);

    /// <summary>Raised after an entry was added. Handlers must be quick and must not throw.</summary>
    public event Action<JournalEntry>? Added;

    /// <summary>Raised after all entries were forgotten. Handlers must be quick and must not throw.</summary>
    internal event Action? Cleared;

    /// <summary>How many requests there have been since the start or the last <see cref="Clear"/>, whether kept or not.</summary>
    public long Count => Interlocked.Read(ref Current.Last);

    /// <summary>How many entries are kept at the most.</summary>
    public int Capacity => capacity;

    /// <summary>The entries that are kept, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries => [.. Current.Kept.OfType<JournalEntry>().OrderBy(entry => entry.Number)];

    /// <summary>Which names of operations and rules its entries can have; null for any.</summary>
    internal JournalNames? Names { get; init; }

    /// <summary>How many entries made room for others.</summary>
    internal long Forgotten => Math.Max(Math.Max(0, Count - capacity), Interlocked.Read(ref Current.Forgotten));

    /// <summary>What to say where one of the entries that made room could be the one that is meant; null where all are kept.</summary>
    internal string? Gap => Forgotten is > 0 and var forgotten
        ? $"The journal has forgotten {forgotten} of {Count} requests, and what they were cannot be known: start the server with a larger {(Count > capacity ? "JournalCapacity" : "Limits.JournalBytes")}{(capacity > 0 ? ", or call Requests.Clear() before" : "")}."
        : null;

    private Ring Current => Volatile.Read(ref _ring);

    /// <summary>Forgets all entries; the next one is number 1 again. A request that is noted meanwhile counts to before or after.</summary>
    public void Clear()
    {
        Volatile.Write(ref _ring, new Ring(capacity));
        Cleared?.Invoke();
    }

    /// <summary>Forgets one entry; false when there is none of that id.</summary>
    public bool Remove(Guid id)
    {
        var ring = Current;
        for (var i = 0; i < ring.Kept.Length; i++)
        {
            if (ring.Kept[i] is { } entry && entry.Id == id)
            {
                return ring.Forget(entry, i);
            }
        }

        return false;
    }

    /// <summary>The entries that fulfil all that is said, oldest first. In a path <c>*</c> is any text and <c>?</c> any one character.</summary>
    /// <exception cref="FakeJiraException">There is no such operation or rule.</exception>
    public IReadOnlyList<JournalEntry> Matching(string? method = null, string? path = null, string? operation = null, string? rule = null, int? status = null) =>
        [.. Entries.Where(Filter(method, path, operation, rule, status).Matches)];

    /// <summary>Makes sure that such a request was answered: so many times, or at least once.</summary>
    /// <exception cref="FakeJiraException">It was not; the message shows the requests that come nearest. Or the journal keeps too few of them to tell. Or there is no such operation or rule.</exception>
    public void ShouldHaveBeenAsked(string? method = null, string? path = null, string? operation = null, string? rule = null, int? status = null, int? times = null)
    {
        var filter = Filter(method, path, operation, rule, status);
        var entries = Entries;
        var count = entries.Count(filter.Matches);

        // More than is wanted stays more, however many are missing.
        var gap = count > (times ?? 0) ? null : Gap;
        if (gap is not null || (times is { } expected ? count != expected : count == 0))
        {
            var found = $"Expected {filter} {(times is { } number ? $"{number} times" : "at least once")}, found {count}{(gap is null ? "." : $" among {entries.Count}. {gap}")}";
            throw new FakeJiraException(JournalWait.Message(found, filter.Nearest(entries), Count));
        }
    }

    /// <summary>The first entry that is wanted, whether it is there already or comes; waits without asking again and again.</summary>
    /// <param name="wanted">Which entry is meant.</param>
    /// <param name="timeout">How long to wait, in real time; 5 seconds if nothing is said.</param>
    /// <exception cref="FakeJiraException">None came in time; the message shows the latest requests.</exception>
    public Task<JournalEntry> WaitForAsync(Func<JournalEntry, bool> wanted, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return new JournalWait(this, wanted, new(null, null, null, null, null)).ForAsync(timeout);
    }

    /// <inheritdoc cref="WaitForAsync(Func{JournalEntry, bool}, TimeSpan?)"/>
    /// <exception cref="FakeJiraException">None came in time; the message shows the latest requests. Or there is no such operation or rule, which is told at once.</exception>
    public Task<JournalEntry> WaitForAsync(string? method = null, string? path = null, string? operation = null, string? rule = null, int? status = null, TimeSpan? timeout = null)
    {
        var filter = Filter(method, path, operation, rule, status);
        return new JournalWait(this, filter.Matches, filter).ForAsync(timeout);
    }

    private RequestFilter Filter(string? method, string? path, string? operation, string? rule, int? status) =>
        Names?.Wrong(operation, rule) is { } wrong ? throw new FakeJiraException(wrong) : new(method, path, operation, rule, status);

    internal void Add(StubRequest request, StubResponse response, string stubName, Guid? stubId, IReadOnlyList<NearMiss> closest, TimeSpan took)
    {
        var ring = Current;
        var number = Interlocked.Increment(ref ring.Last);
        var (added, noted) = (Added, request.Site.Sites.Noted);
        if (capacity == 0 && added is null && noted is null)
        {
            return;
        }

        request.Shrink(bodyLimit);
        var entry = new JournalEntry(number, request.Site.Clock.Now, request, response.Shrunk(bodyLimit), stubName, stubId) { Closest = closest.Count == 0 ? [] : [.. closest.Select(miss => miss.Shortened())], Took = took, Noted = System.Diagnostics.Stopwatch.GetTimestamp() };
        if (capacity > 0)
        {
            ring.Keep(entry, limit);
        }

        added?.Invoke(entry);
        noted?.Invoke(entry);
    }

    /// <summary>Every entry that is kept, a line each.</summary>
    public override string ToString() => Entries is { Count: > 0 } entries ? string.Join(Environment.NewLine, entries) : Count == 0 ? "No requests." : $"None of {Count} requests is kept.";

    /// <summary>The entries since the last time they were forgotten, and the number of the last one.</summary>
    private sealed class Ring(int capacity)
    {
        public readonly JournalEntry?[] Kept = new JournalEntry?[capacity];
        public long Last;
        public long Forgotten;
        private readonly Lock _trimming = new();
        private long _bytes;

        public void Keep(JournalEntry entry, long limit)
        {
            var replaced = Interlocked.Exchange(ref Kept[(int)(entry.Number % capacity)], entry);
            if (Interlocked.Add(ref _bytes, entry.Size - (replaced?.Size ?? 0)) > limit)
            {
                Trim(entry.Number, limit);
            }
        }

        /// <summary>False when somebody else was faster.</summary>
        public bool Forget(JournalEntry entry, int at)
        {
            var isForgotten = Interlocked.CompareExchange(ref Kept[at], null, entry) == entry;
            Interlocked.Add(ref _bytes, isForgotten ? -entry.Size : 0);
            return isForgotten;
        }

        /// <summary>Forgets the oldest entries, as many as it takes.</summary>
        private void Trim(long latest, long limit)
        {
            lock (_trimming)
            {
                for (Interlocked.Exchange(ref Forgotten, Math.Max(Forgotten, latest - capacity)); Forgotten < latest - 1 && Interlocked.Read(ref _bytes) > limit;)
                {
                    var at = (int)(Interlocked.Increment(ref Forgotten) % capacity);
                    if (Volatile.Read(ref Kept[at]) is { } oldest && oldest.Number < latest)
                    {
                        Forget(oldest, at);
                    }
                }
            }
        }
    }
}
