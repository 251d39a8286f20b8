namespace FakeJira.Stubs.Covering;

/// <summary>How often each rule was shown: a number each, made when the first is. Thread-safe.</summary>
internal sealed class CoverageCounts(CoverageMap map)
{
    private long[]? _counts;

    private long[] Counts => Volatile.Read(ref _counts) ?? Interlocked.CompareExchange(ref _counts, new long[map.Lines.Count], null) ?? _counts;

    public void Add(int number) => Interlocked.Increment(ref Counts[number]);

    /// <summary>Forgets all; what is being counted meanwhile counts to before or after.</summary>
    public void Clear() => Volatile.Write(ref _counts, null);

    /// <summary>As it is now.</summary>
    public Coverage Snapshot() => new(Volatile.Read(ref _counts) is { } counts ? [.. map.Lines.Select((line, number) => counts[number] == 0 ? line : line with { Count = Interlocked.Read(ref counts[number]) })] : map.Lines);
}
