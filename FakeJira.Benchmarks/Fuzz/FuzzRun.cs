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
    public override string ToString() => $"{Kind}: {Problem}\nAgain: {FuzzRun.Again(Kind, Seed, Case)}\n--- input\n{Input}\n---";
}

/// <summary>Tries inputs one after the other. Seed and number say what an input is; its block says what came before it.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Seed">What chance begins with.</param>
internal sealed record FuzzRun(FuzzKind Kind, int Seed)
{
    /// <summary>How long one input may take, on a machine under load; beyond it hangs.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told the number of a case before it is tried.</summary>
    public Action<int> Trying { get; init; } = _ => { };

    /// <summary>Told of what went wrong as soon as it has.</summary>
    public Action<FuzzFinding> Found { get; init; } = _ => { };

    /// <summary>The command that tries a case again, after those that came before it in its block.</summary>
    public static string Again(string kind, int seed, int number) => $"fuzz --only {kind} --seed {seed} --replay {number}";

    /// <summary>The input of a case.</summary>
    public static Random ChanceOf(int seed, int number) => new(unchecked((seed * 1_000_003) + number));

    /// <summary>The cases from <paramref name="first"/> on, for as long as <paramref name="goesOn"/> says; those before <paramref name="first"/> in its block are tried too.</summary>
    public async Task<(int Tried, IReadOnlyList<FuzzFinding> Findings)> CasesAsync(int first, Func<int, bool> goesOn)
    {
        List<FuzzFinding> findings = [];
        var number = first - (first % Kind.Block);
        var (tried, last) = (0, first);
        FuzzTarget? target = null;
        for (; number <= first || goesOn(number); number++)
        {
            if (number % Kind.Block == 0)
            {
                await LeaveAsync().ConfigureAwait(false);
            }

            target ??= await Kind.StartAsync().ConfigureAwait(false);
            var input = target.Make(ChanceOf(Seed, number));
            Trying(number);
            (tried, last) = (tried + 1, number);
            if (await TryAsync(target, input).ConfigureAwait(false) is { } problem)
            {
                Add(number, input, problem);
                await LeaveAsync().ConfigureAwait(false);
            }
        }

        await LeaveAsync().ConfigureAwait(false);
        return (tried, findings);

        async Task LeaveAsync()
        {
            if (target is not null && await EndAsync(target).ConfigureAwait(false) is { } late)
            {
                Add(last, "(what came before, in its block)", late);
            }

            target = null;
        }

        void Add(int at, string input, string problem)
        {
            findings.Add(new(Kind.Name, Seed, at, input, problem));
            Found(findings[^1]);
        }
    }

    /// <summary>So many cases from the first.</summary>
    public async Task<IReadOnlyList<FuzzFinding>> CountAsync(int count) => (await CasesAsync(0, number => number < count).ConfigureAwait(false)).Findings;

    /// <summary>As many as there is time for.</summary>
    public Task<(int Tried, IReadOnlyList<FuzzFinding> Findings)> TimeAsync(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        return CasesAsync(0, _ => watch.Elapsed < time);
    }

    /// <summary>What was found as it ended. A target that hangs may not end either: it is left behind then, and has been found already.</summary>
    private async Task<string?> EndAsync(FuzzTarget target)
    {
        var end = Task.Run(() => target.DisposeAsync().AsTask());
        if (await Task.WhenAny(end, Task.Delay(Patience)).ConfigureAwait(false) == end)
        {
            await end.ConfigureAwait(false);
        }

        return target.Late();
    }

    private async Task<string?> TryAsync(FuzzTarget target, string input)
    {
        using var end = new CancellationTokenSource(Patience);
        var trying = Task.Run(() => target.TryAsync(input, end.Token));
        try
        {
            // Twice as long: what listens to its token says so itself.
            return await trying.WaitAsync(Patience * 2).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return $"No end within {Patience.TotalSeconds} s.";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
