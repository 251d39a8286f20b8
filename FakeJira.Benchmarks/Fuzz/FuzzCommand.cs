using System.Globalization;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary><c>fuzz [SECONDS] [--seed N] [--only KIND] [--replay CASE]</c>: what is wrong is printed with the command that shows it again.</summary>
internal static class FuzzCommand
{
    private const int DefaultSeconds = 150;

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : DefaultSeconds;
        var seed = Number(args, "--seed") ?? 1;
        var only = Array.IndexOf(args, "--only") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        FuzzKind[] kinds = [.. FuzzKind.All.Where(kind => only is null || kind.Name == only)];
        if (kinds.Length == 0)
        {
            await Console.Error.WriteLineAsync($"There is no '{only}' to fuzz; there are: {string.Join(", ", FuzzKind.All.Select(kind => kind.Name))}.").ConfigureAwait(false);
            return 2;
        }

        var found = 0;
        foreach (var kind in kinds)
        {
            var (tried, findings) = Number(args, "--replay") is { } replay
                ? await FuzzRun.CasesAsync(kind, seed, replay, _ => false).ConfigureAwait(false)
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

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
