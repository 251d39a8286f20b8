using System.Diagnostics;
using System.Net.Sockets;

namespace FakeJira.Benchmarks.Compare;

/// <summary>A server that runs.</summary>
internal sealed class RunningContender(Contender contender, Process process, double coldStart) : IDisposable
{
    public Contender Contender => contender;

    /// <summary>From the start of the process to its first answer, in milliseconds.</summary>
    public double ColdStart => coldStart;

    /// <summary>What it has of the machine's memory, in megabytes.</summary>
    public double Memory => MegabytesOf(process);

    /// <summary>The same when it had just answered for the first time.</summary>
    public double MemoryAtStart { get; } = MegabytesOf(process);

    /// <summary>Asks it a number of times; null when it has no good answer to the request, or closes connections over which it could be asked again.</summary>
    public async Task<Round?> AskAsync(Comparison comparison, int connections, int requests)
    {
        if (!await HasAnswerAsync(comparison).ConfigureAwait(false))
        {
            return null;
        }

        process.Refresh();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        try
        {
            var asked = await Load.RunAsync(contender.Address, comparison, connections, requests).ConfigureAwait(false);
            var elapsed = watch.Elapsed;
            process.Refresh();
            return Round.Of((process.TotalProcessorTime - before).TotalMicroseconds, elapsed, asked);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return null;
        }
    }

    public void Dispose() => End(process);

    /// <summary>Ends a process and those that it has started.</summary>
    public static void End(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static double MegabytesOf(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / (1024.0 * 1024);
    }

    private async Task<bool> HasAnswerAsync(Comparison comparison)
    {
        try
        {
            await comparison.AnswerOfAsync(contender.Address).ConfigureAwait(false);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
