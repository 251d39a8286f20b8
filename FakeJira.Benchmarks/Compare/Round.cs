using System.Diagnostics;

namespace FakeJira.Benchmarks.Compare;

/// <summary>What one round of requests took.</summary>
/// <param name="Cpu">The server's CPU time for a request, in microseconds.</param>
/// <param name="Rate">Requests in a second.</param>
/// <param name="Median">How long half of the requests took at the most, in microseconds.</param>
/// <param name="P99">The same of 99 in a hundred.</param>
/// <param name="P999">The same of 999 in a thousand.</param>
/// <param name="Strays">How many answers are not 2xx, or have another status than the first.</param>
/// <param name="Memory">What the server has of the machine's memory after it, in megabytes.</param>
internal sealed record Round(double Cpu, double Rate, double Median, double P99, double P999, int Strays, double Memory)
{
    /// <summary>What is shown of a round: its name, and how to find it.</summary>
    public static IReadOnlyList<(string Name, Func<Round, double> Of)> Metrics { get; } =
    [
        ("CPU µs", round => round.Cpu),
        ("requests/s", round => round.Rate),
        ("p50 µs", round => round.Median),
        ("p99 µs", round => round.P99),
        ("p99.9 µs", round => round.P999),
    ];

    public static Round Of(double cpu, TimeSpan elapsed, Load.Asked asked, double memory)
    {
        var times = asked.Times;
        Array.Sort(times);
        return new(cpu / times.Length, times.Length / elapsed.TotalSeconds, At(times, 0.5), At(times, 0.99), At(times, 0.999), asked.Strays, memory);
    }

    private static double At(long[] sorted, double part) => Stopwatch.GetElapsedTime(0, sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * part)]).TotalMicroseconds;
}
