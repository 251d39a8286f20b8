namespace FakeJira.Benchmarks.Compare;

/// <summary>Servers that run, the yardstick first. All were started several times, because one start shows no spread; the last is the one that is asked.</summary>
internal sealed class StartedContenders : IDisposable
{
    private readonly List<RunningContender?[]> _rounds = [];

    public RunningContender Bare => Running[0];

    /// <summary>All, in the order in which they were named.</summary>
    public IReadOnlyList<RunningContender> Running => _rounds[^1]!;

    /// <exception cref="CannotMeasureException">One of them does not answer. Whatever goes wrong, none is left running.</exception>
    public static async Task<StartedContenders> StartAsync(IReadOnlyList<Contender> contenders, int times)
    {
        var started = new StartedContenders();
        try
        {
            for (var round = 0; round < times; round++)
            {
                started.End();
                var running = new RunningContender?[contenders.Count];
                started._rounds.Add(running);
                // Whoever starts later finds a machine on which others run, so the order turns.
                foreach (var at in Enumerable.Range(0, running.Length).Select(at => round % 2 == 0 ? at : running.Length - 1 - at))
                {
                    running[at] = await contenders[at].StartAsync().ConfigureAwait(false);
                }
            }

            return started;
        }
        catch
        {
            started.End();
            throw;
        }
    }

    /// <summary>What each start of a server took.</summary>
    /// <param name="contender">Where it stands among those that were named.</param>
    /// <param name="of">For example its memory.</param>
    public IReadOnlyList<double> Each(int contender, Func<RunningContender, double> of) => [.. _rounds.Select(round => of(round[contender]!))];

    /// <summary>The same beside the yardstick that was started in the same round.</summary>
    public Figure BesideBare(int contender, Func<RunningContender, double> of) => new([.. Each(0, of).Zip(Each(contender, of))]);

    public void Dispose() => End();

    private void End()
    {
        foreach (var each in _rounds.LastOrDefault() ?? [])
        {
            each?.Dispose();
        }
    }
}
