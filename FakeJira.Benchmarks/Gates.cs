using System.Globalization;

namespace FakeJira.Benchmarks;

/// <summary>What the programs that measure end with 1 over: a line for each thing that FakeJira takes beyond what it may.</summary>
internal static class Gates
{
    private const double MostAtStart = 15;
    private const double MostAfterHalf = 40;
    private const double MostGrowth = 10;

    /// <summary>Null when the middle ratio to the server beside it is as it may be, or nobody has said.</summary>
    public static string? Cpu(string what, string beside, Spread ratio, double? most) => ratio.Median > most
        ? string.Create(CultureInfo.InvariantCulture, $"{what} takes {ratio.Median:0.00} times the CPU of {beside} (median of {ratio.Values.Count} rounds); {most:0.0} times is the most it may.")
        : null;

    /// <summary>The same of the bytes that a request leaves on the heap.</summary>
    public static string? Heap(string what, long bytes, long? most) => bytes > most
        ? string.Create(CultureInfo.InvariantCulture, $"{what} leaves {bytes} bytes on the heap; {most} is the most it may. What does a request make now that it did not make before?")
        : null;

    /// <summary>The same of the memory of FakeJira with nothing to read.</summary>
    /// <param name="bare">Megabytes after the start, after a tenth of a million requests, after half of them, and after all.</param>
    /// <param name="fake">The same.</param>
    public static IReadOnlyList<string> Memory(IReadOnlyList<double> bare, IReadOnlyList<double> fake)
    {
        (double Megabytes, double Most, string What)[] all =
        [
            (fake[0] - bare[0], MostAtStart, "more than bare Kestrel after the start"),
            (fake[2] - bare[2], MostAfterHalf, "more than bare Kestrel after half of the requests"),
            (fake[3] - fake[2], MostGrowth, "more after all of the requests than after half of them"),
        ];
        return [.. all.Where(each => each.Megabytes > each.Most).Select(each => string.Create(CultureInfo.InvariantCulture, $"FakeJira with nothing to read takes {each.Megabytes:0.0} MB {each.What}; {each.Most:0} MB is the most it may."))];
    }
}
