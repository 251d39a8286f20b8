using System.Diagnostics;
using System.Net.Sockets;

namespace FakeJira.Benchmarks.Compare;

/// <summary>A server that runs.</summary>
internal sealed class RunningContender(Contender contender, MeasuredProcess process, double coldStart) : IDisposable
{
    /// <summary>No web server answers a request in less CPU time than this, in microseconds.</summary>
    private const double NoWork = 0.5;

    private readonly HashSet<string> _unanswered = [];

    public Contender Contender => contender;

    /// <summary>From the start of the process to its first answer, in milliseconds.</summary>
    public double ColdStart => coldStart;

    /// <summary>What it has of the machine's memory, in megabytes.</summary>
    public double Memory => process.Megabytes;

    /// <summary>The same when it had just answered for the first time.</summary>
    public double MemoryAtStart { get; } = process.Megabytes;

    /// <summary>Asks it a number of times; null when it has no good answer to the request, lets it wait, or closes connections over which it could be asked again. Then it is not asked this again.</summary>
    /// <exception cref="CannotMeasureException">Its process has done nothing: another one answers.</exception>
    public async Task<Round?> AskAsync(Comparison comparison, int connections, int requests)
    {
        if (_unanswered.Contains(comparison.Name) || !await HasAnswerAsync(comparison).ConfigureAwait(false) || await AskedAsync(comparison, connections, requests).ConfigureAwait(false) is not { } round)
        {
            _unanswered.Add(comparison.Name);
            return null;
        }

        return round.Cpu >= NoWork ? round : throw new CannotMeasureException($"{contender.Name} answers at {contender.Address}, but its process did no work; give the command of the server itself: {contender.CommandText}");
    }

    public void Dispose() => process.Dispose();

    private async Task<Round?> AskedAsync(Comparison comparison, int connections, int requests)
    {
        var before = process.CpuTime;
        var watch = Stopwatch.StartNew();
        try
        {
            var asked = await Load.RunAsync(contender.Address, comparison, connections, requests).ConfigureAwait(false);
            var elapsed = watch.Elapsed;
            return Round.Of((process.CpuTime - before).TotalMicroseconds, elapsed, asked, process.Megabytes);
        }
        catch (Exception e) when (e is IOException or SocketException or CannotMeasureException)
        {
            return null;
        }
    }

    private async Task<bool> HasAnswerAsync(Comparison comparison)
    {
        try
        {
            await comparison.AnswerOfAsync(contender.Address).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
