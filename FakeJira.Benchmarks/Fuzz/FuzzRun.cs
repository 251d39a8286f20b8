using System.Diagnostics;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>An input that went wrong.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Case">Its number.</param>
/// <param name="Input">As it was tried.</param>
/// <param name="Problem">What went wrong.</param>
internal sealed record FuzzFinding(string Kind, int Seed, int Case, string Input, string Problem)
{
    public override string ToString() => $"{Kind}: {Problem}\nAgain: fuzz --only {Kind} --seed {Seed} --replay {Case}\n--- input\n{Input}\n---";
}

/// <summary>Tries inputs one after the other. Seed and number say what an input is; its block says what came before it.</summary>
internal static class FuzzRun
{
    /// <summary>The cases from <paramref name="first"/> on, for as long as <paramref name="goesOn"/> says; those before <paramref name="first"/> in its block are tried too.</summary>
    public static async Task<(int Tried, IReadOnlyList<FuzzFinding> Findings)> CasesAsync(FuzzKind kind, int seed, int first, Func<int, bool> goesOn)
    {
        List<FuzzFinding> findings = [];
        var number = first - (first % kind.Block);
        FuzzTarget? target = null;
        try
        {
            for (; number <= first || goesOn(number); number++)
            {
                if (target is null || number % kind.Block == 0)
                {
                    await EndAsync(target).ConfigureAwait(false);
                    target = await kind.StartAsync().ConfigureAwait(false);
                }

                var input = target.Make(ChanceOf(seed, number));
                if (await TryAsync(target, input).ConfigureAwait(false) is { } problem)
                {
                    findings.Add(new(kind.Name, seed, number, input, problem));
                    target = null;
                }
            }
        }
        finally
        {
            await EndAsync(target).ConfigureAwait(false);
        }

        return (number, findings);
    }

    private static async Task EndAsync(FuzzTarget? target)
    {
        if (target is not null)
        {
            await target.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>So many cases from the first.</summary>
    public static async Task<IReadOnlyList<FuzzFinding>> CountAsync(FuzzKind kind, int seed, int count) => (await CasesAsync(kind, seed, 0, number => number < count).ConfigureAwait(false)).Findings;

    /// <summary>As many as there is time for.</summary>
    public static Task<(int Tried, IReadOnlyList<FuzzFinding> Findings)> TimeAsync(FuzzKind kind, int seed, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        return CasesAsync(kind, seed, 0, _ => watch.Elapsed < time);
    }

    /// <summary>The input of a case.</summary>
    public static Random ChanceOf(int seed, int number) => new(unchecked((seed * 1_000_003) + number));

    private static async Task<string?> TryAsync(FuzzTarget target, string input)
    {
        using var end = new CancellationTokenSource(FuzzTarget.Patience);
        try
        {
            return await Task.Run(() => target.TryAsync(input, end.Token)).WaitAsync(FuzzTarget.Patience * 2).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return $"No end within {FuzzTarget.Patience.TotalSeconds} s.";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
