namespace FakeJira.Benchmarks.Fuzz;

/// <summary><c>fuzz</c>: what is wrong is printed as soon as it is found, with the command that shows it again.</summary>
internal static class FuzzCommand
{
    public const int DefaultSeconds = 150;
    private const int MostPrinted = 10;

    public static async Task<int> RunAsync(int seconds, int seed, string? only, int? replay)
    {
        FuzzKind[] kinds = [.. FuzzKind.All.Where(kind => only is null || kind.Name == only)];
        using var note = new FuzzNote(Path.Combine(Path.GetTempPath(), $"fakejira-fuzz-{Environment.ProcessId}.txt"));
        Console.WriteLine($"If this process dies, {note.Path} says of which case.");
        var found = 0;
        foreach (var kind in kinds)
        {
            var printed = 0;
            var run = new FuzzRun(kind, seed)
            {
                Trying = number => note.Write(FuzzRun.Again(kind.Name, seed, number)),
                Found = finding =>
                {
                    if (printed++ < MostPrinted)
                    {
                        Console.WriteLine(finding);
                    }
                },
            };
            var (tried, findings) = replay is { } again
                ? await run.CasesAsync(again, _ => false).ConfigureAwait(false)
                : await run.TimeAsync(TimeSpan.FromSeconds((double)seconds / kinds.Length)).ConfigureAwait(false);
            Console.WriteLine($"{kind.Name}: {tried:N0} inputs with seed {seed}, {findings.Count} went wrong");
            found += findings.Count;
        }

        return found == 0 ? 0 : 1;
    }
}
