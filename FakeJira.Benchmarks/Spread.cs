using System.Globalization;

namespace FakeJira.Benchmarks;

/// <summary>Some measurements of the same: the middle one, and how far they are apart.</summary>
/// <param name="Values">In no order; not empty.</param>
internal sealed record Spread(IReadOnlyList<double> Values)
{
    public double Median => MedianOf(Values);

    public double Least => Values.Min();

    public double Most => Values.Max();

    /// <summary>The middle one; of an even number, the upper one of the two.</summary>
    public static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>For example <c>1.31 (1.12 to 1.60)</c>; a single measurement shows no spread, and claims none.</summary>
    public string Text(string format) => Values.Count == 1
        ? Median.ToString(format, CultureInfo.InvariantCulture)
        : $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({Least.ToString(format, CultureInfo.InvariantCulture)} to {Most.ToString(format, CultureInfo.InvariantCulture)})";
}
