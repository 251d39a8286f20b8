namespace FakeJira.Benchmarks.Fuzz;

/// <summary><c>fuzz</c>: what is wrong is printed with the command that shows it again.</summary>
internal static class FuzzCommand
{
    public const int DefaultSeconds = 150;

    public static async Task<int> RunAsync(int seconds, int seed, string? only, int? replay)
    {
        FuzzKind[] kinds = [.. FuzzKind.All.Where(kind => only is null || kind.Name == only)];
        var found = 0;
        foreach (var kind in kinds)
        {
            var (tried, findings) = replay is { } again
                ? await FuzzRun.CasesAsync(kind, seed, again, _ => false).ConfigureAwait(false)
                : await FuzzRun.TimeAsync(kind, seed, TimeSpan.FromSeconds((double)seconds / kinds.Length)).ConfigureAwait(false);
            Console.WriteLine($"{kind.Name}: {tried:N0} inputs with seed {seed}, {findings.Count} went wrong");
            foreach (var finding in findings.Take(10))
            {
                Console.WriteLine(finding);
            }

            found += findings.Count;
        }

        return found == 0 ? 0 : 1;
    }
}
