using System.CommandLine;
using System.Globalization;

namespace FakeJira.Benchmarks.Compare;

/// <summary>What a process has of the machine's memory after its start, and after more and more requests. What memory is taken is as much the machine as the server; the limits leave room for that, and hold for the standard number of requests.</summary>
internal static class MemoryCommand
{
    private const int Standard = 1_000_000;
    private const int Connections = 8;
    private const int Starts = 3;
    private static readonly double[] Parts = [0.1, 0.5, 1];

    public static Command Command()
    {
        var requests = BenchmarkCommands.Number("--requests", "GET votes, for each server; looked at after a tenth of them, a half, and all.", Standard);
        var command = new Command("memory", "What a process has of the machine's memory after its start and after a million requests, beside bare Kestrel.") { requests };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(requests)));
        return command;
    }

    private static async Task<int> RunAsync(int requests)
    {
        using var workload = new Workload(1);
        var votes = workload.Requests[0];
        using (var asked = await Contender.OfFakeJira(workload).StartAsync().ConfigureAwait(false))
        {
            (await votes.AnswerOfAsync(asked.Contender.Address).ConfigureAwait(false)).Write(workload.AnswerFile);
        }

        using var started = await StartedContenders.StartAsync([Contender.OfBare(workload.AnswerFile), Contender.OfFakeJira() with { Name = "FakeJira, nothing to read" }, Contender.OfFakeJira(workload) with { Name = "FakeJira, a mapping folder and a seed" }], Starts).ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| MB (more than bare) | after start | {string.Join(" | ", Parts.Select(part => $"after {Count(requests, part):N0} {votes.Name}"))} |"));
        Console.WriteLine($"|---|---|{string.Concat(Parts.Select(_ => "---|"))}");
        var all = new List<List<double>>();
        foreach (var each in Enumerable.Range(0, started.Running.Count))
        {
            List<double> seen = [new Spread(started.Each(each, run => run.MemoryAtStart)).Median, .. await LoadedAsync(started.Running[each], votes, requests).ConfigureAwait(false)];
            Console.WriteLine($"| {started.Running[each].Contender.Name} | {string.Join(" | ", seen.Select((megabytes, at) => Text(megabytes, all.FirstOrDefault()?[at])))} |");
            all.Add(seen);
        }

        var missed = requests == Standard ? Gates.Memory(all[0], all[1]) : [];
        foreach (var line in missed)
        {
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        }

        return missed.Count == 0 ? 0 : 1;
    }

    private static async Task<List<double>> LoadedAsync(RunningContender server, Comparison votes, int requests)
    {
        var (seen, asked) = (new List<double>(), 0);
        foreach (var part in Parts)
        {
            if (await server.AskAsync(votes, Connections, Count(requests, part) - asked).ConfigureAwait(false) is not { Strays: 0 })
            {
                throw new CannotMeasureException($"{server.Contender.Name} does not answer {votes.Name} as it did before.");
            }

            asked = Count(requests, part);
            seen.Add(server.Memory);
        }

        return seen;
    }

    private static int Count(int requests, double part) => (int)(requests * part);

    private static string Text(double megabytes, double? bare) => string.Create(CultureInfo.InvariantCulture, $"{megabytes:0.0}{(bare is { } less ? $" ({megabytes - less:+0.0;-0.0;0.0})" : "")}");
}
