using System.Collections.Immutable;

namespace FakeJira.IdeaBank.World;

/// <summary>A place in an ordered list: highest value first, the later proposal first among equals.</summary>
/// <param name="Value">What the list is ordered by: a time in ticks, or a score.</param>
/// <param name="Number">The number of the proposal in its bank, which no other has.</param>
public readonly record struct Rank(long Value, long Number) : IComparable<Rank>
{
    /// <inheritdoc/>
    public int CompareTo(Rank other) => Value != other.Value ? other.Value.CompareTo(Value) : other.Number.CompareTo(Number);

    /// <inheritdoc/>
    public static bool operator <(Rank left, Rank right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(Rank left, Rank right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(Rank left, Rank right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(Rank left, Rank right) => left.CompareTo(right) >= 0;
}

/// <summary>Some places of a list, and whether more follow.</summary>
public readonly record struct RankPage(ImmutableArray<Rank> Places, bool HasMore)
{
    /// <summary>The places behind <paramref name="after"/>, whether that still exists or not: found by seeking, so the size of the list does not matter.</summary>
    public static RankPage Of(ImmutableSortedSet<Rank> list, Rank? after, int limit)
    {
        var start = 0;
        if (after is { } last)
        {
            var at = list.IndexOf(last);
            start = at < 0 ? ~at : at + 1;
        }

        var count = Math.Min(limit, list.Count - start);
        var places = ImmutableArray.CreateBuilder<Rank>(count);
        for (var i = 0; i < count; i++)
        {
            places.Add(list[start + i]);
        }

        return new(places.MoveToImmutable(), start + count < list.Count);
    }
}
