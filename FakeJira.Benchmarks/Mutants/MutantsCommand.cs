namespace FakeJira.Benchmarks.Mutants;

/// <summary><c>mutants REPORT REASONS</c>: every survivor has a reason, and every reason is about a mutant that was tried.</summary>
internal static class MutantsCommand
{
    public static int Run(string report, string reasons)
    {
        var read = MutantReport.Read(report);
        var fates = string.Join(", ", read.Fates.OrderBy(fate => fate.Key, StringComparer.Ordinal).Select(fate => $"{fate.Value} {fate.Key}"));
        Console.WriteLine($"{read.Fates.Values.Sum()} mutants: {fates}");
        var problems = Problems(read.Survivors, read.Noticed, Survivor.Read(reasons));
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary>What is wrong with survivors and reasons, a line or more for each. On a busy machine a mutant that is only slower takes too long or fails a test that waits; it keeps its reason.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<Mutant> survivors, IEnumerable<Mutant> noticed, IReadOnlyList<Survivor> reasons)
    {
        var alive = survivors.ToHashSet();
        var tried = alive.Concat(noticed).ToHashSet();
        return
        [
            .. alive.Where(mutant => reasons.All(reason => reason.Mutant != mutant)).Select(mutant => $"no test tells this from the code, and no reason is given:\n  {mutant}"),
            .. reasons.Where(reason => !tried.Contains(reason.Mutant)).Select(reason => $"a reason for what was not tried; remove it:\n  {reason.Mutant}"),
            .. reasons.Where(reason => string.IsNullOrWhiteSpace(reason.Reason)).Select(reason => $"an empty reason:\n  {reason.Mutant}"),
        ];
    }
}
