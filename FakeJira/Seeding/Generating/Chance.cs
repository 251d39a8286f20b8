using Bogus;
using FakeJira.Stubs;

namespace FakeJira.Seeding.Generating;

/// <summary>What a generation takes at random, all of it from one source.</summary>
internal sealed class Chance(SeededSource source)
{
    /// <summary>Words and names; with a seed of its own, as Bogus would share the chance of the process otherwise.</summary>
    public Faker Faker { get; } = new() { Random = new Randomizer(unchecked((int)source.Next())) };

    public Guid NextGuid() => source.NextGuid();

    public ulong Next() => source.Next();

    public double NextDouble() => source.NextDouble();

    public int Below(int limit) => (int)(source.Next() % (ulong)limit);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Different ones of <paramref name="items"/>: every step of a stride that meets all of them.</summary>
    public IEnumerable<T> Different<T>(IReadOnlyList<T> items, int count)
    {
        if (count == 0)
        {
            yield break;
        }

        var (at, stride) = (Below(items.Count), 1 + Below(items.Count));
        while (GreatestDivisor(stride, items.Count) > 1)
        {
            stride++;
        }

        for (var number = 0; number < count; number++)
        {
            yield return items[at];
            at = (int)((at + (long)stride) % items.Count);
        }
    }

    /// <summary>A total in parts of at most <paramref name="most"/> each: a few are large, as votes are. The total must fit.</summary>
    public int[] Shares(int total, int parts, int most)
    {
        var weights = new double[parts];
        for (var part = 0; part < parts; part++)
        {
            weights[part] = Math.Pow(NextDouble(), 4) + 1e-6;
        }

        var sum = weights.Sum();
        var shares = Array.ConvertAll(weights, weight => (int)Math.Min(most, Math.Floor(total * weight / sum)));
        var rest = total - shares.Sum();
        for (var part = 0; rest > 0; part = (part + 1) % parts)
        {
            if (shares[part] < most)
            {
                shares[part]++;
                rest--;
            }
        }

        return shares;
    }

    private static int GreatestDivisor(int a, int b) => b == 0 ? a : GreatestDivisor(b, a % b);
}
