using System.Diagnostics;

namespace FakeJira.Benchmarks.Soak;

/// <summary><c>soak</c>: rounds until the time is over; every count is compared, and memory and handles have to stay where the first rounds have brought them.</summary>
internal static class SoakCommand
{
    public const int DefaultSeconds = 60;
    private const int Clients = 24;
    private const int Steps = 60;
    private const int WarmRounds = 15;

    /// <summary>However little time there is: what one round leaves behind has room, what fifteen leave has not.</summary>
    private const int LeastRounds = 15;

    public static async Task<int> RunAsync(int seconds, int seed)
    {
        var watch = Stopwatch.StartNew();
        await using var server = await SoakServer.StartAsync().ConfigureAwait(false);
        Footprint? warm = null;
        var rounds = 0;
        for (; rounds < WarmRounds + LeastRounds || (watch.Elapsed.TotalSeconds < seconds && server.Problems.Count == 0); rounds++)
        {
            if (rounds == WarmRounds)
            {
                warm = Footprint.Now();
            }

            await SoakRound.RunAsync(server, Clients, Steps, seed + rounds).ConfigureAwait(false);
            if (!Console.IsOutputRedirected)
            {
                Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s: {server.Requests:N0} requests, {server.Problems.Count} problems");
            }
        }

        var end = Footprint.Now();
        if (end.GrownSince(warm!) is { } grown)
        {
            server.Wrong(grown);
        }

        Console.WriteLine($"{rounds} rounds of {Clients} clients with seed {seed}: {server.Requests:N0} requests in {watch.Elapsed.TotalSeconds:F0} s, {server.Problems.Count} problems; warm {warm}, at the end {end}");
        foreach (var problem in server.Problems)
        {
            Console.WriteLine(problem);
        }

        return server.Problems.Count == 0 ? 0 : 1;
    }
}
