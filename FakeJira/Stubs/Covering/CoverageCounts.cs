using System.Collections.Concurrent;

namespace FakeJira.Stubs.Covering;

/// <summary>How often each rule was shown. What is never asked costs nothing. Thread-safe.</summary>
internal sealed class CoverageCounts(Lazy<CoverageMap> map)
{
    private ConcurrentDictionary<object, long[]>? _counts;

    private ConcurrentDictionary<object, long[]> Counts => Volatile.Read(ref _counts) ?? Interlocked.CompareExchange(ref _counts, new(ReferenceEqualityComparer.Instance), null) ?? _counts;

    /// <summary>The counts of an operation's rules, in their order.</summary>
    public long[] Of(Operation operation) => Counts.GetOrAdd(operation, static key => new long[((Operation)key).Rules.Length]);

    /// <summary>The count of a rule that is no operation's, alone.</summary>
    public long[] Of(Rule rule) => Counts.GetOrAdd(rule, static _ => new long[1]);

    /// <summary>Forgets all; what is being counted meanwhile counts to before or after.</summary>
    public void Clear() => Volatile.Write(ref _counts, null);

    /// <summary>As it is now.</summary>
    public Coverage Snapshot()
    {
        var counts = Volatile.Read(ref _counts);
        return new([.. map.Value.Lines.Select(line => counts is not null && counts.TryGetValue(line.Key, out var found) && Interlocked.Read(ref found[line.Index]) is > 0 and var count ? line.Shown with { Count = count } : line.Shown)]);
    }
}
