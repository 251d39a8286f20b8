using System.Collections.Concurrent;

namespace FakeJira.Benchmarks.Falsify;

/// <summary><c>falsify</c>: every edit that is declared, in a copy; fails when a test stays green.</summary>
internal static class FalsifyCommand
{
    public static async Task<int> RunAsync(string only, int most, int workers, int seed)
    {
        if (Root() is not { } root)
        {
            await Console.Error.WriteLineAsync($"There is no {Falsification.Folder} here or above; start it inside the repository.").ConfigureAwait(false);
            return 2;
        }

        var declared = Falsification.ReadAll(root);
        Falsification[] chosen = [.. declared.Where(each => string.Join(' ', each.Shows, each.File, each.Red).Contains(only, StringComparison.OrdinalIgnoreCase))];
        var sample = Falsification.Sample(chosen, most, seed);
        if (sample.Count == 0)
        {
            await Console.Error.WriteLineAsync($"None of the {declared.Count} falsifications has to do with '{only}'.").ConfigureAwait(false);
            return 2;
        }

        if (sample.Count < chosen.Length)
        {
            Console.WriteLine($"{sample.Count} of {chosen.Length} by chance; --seed {seed} tries these again.");
        }

        var waiting = new ConcurrentQueue<Falsification>(sample);
        var wrong = 0;
        for (var copies = new List<Task<int>>(); ;)
        {
            var (copy, said) = await WorkCopy.MakeAsync(root).ConfigureAwait(false);
            if (copy is null || (copies.Count == 0 && (said = await copy.RedNowAsync(sample).ConfigureAwait(false)).Length > 0))
            {
                copy?.Dispose();
                await Console.Error.WriteLineAsync("Red without any edit:\n" + said).ConfigureAwait(false);
                return 2;
            }

            copies.Add(WorkAsync(copy, waiting));
            if (copies.Count == workers)
            {
                wrong = (await Task.WhenAll(copies).ConfigureAwait(false)).Sum();
                break;
            }
        }

        Console.WriteLine($"{sample.Count} of {declared.Count} falsifications: {sample.Count - wrong} red, {wrong} not");
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> WorkAsync(WorkCopy copy, ConcurrentQueue<Falsification> waiting)
    {
        using var own = copy;
        var wrong = 0;
        while (waiting.TryDequeue(out var next))
        {
            var problem = await copy.TryAsync(next).ConfigureAwait(false);
            wrong += problem is null ? 0 : 1;
            Console.WriteLine($"{(problem is null ? "red " : "NOT ")} {next.Shows} ({next.File}, {next.Red}){(problem is null ? "" : ": " + problem)}");
        }

        return wrong;
    }

    private static string? Root()
    {
        var folder = Directory.GetCurrentDirectory();
        while (folder is not null && !Directory.Exists(Path.Combine(folder, Falsification.Folder)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
