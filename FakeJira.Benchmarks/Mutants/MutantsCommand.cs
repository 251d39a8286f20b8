namespace FakeJira.Benchmarks.Mutants;

/// <summary><c>mutants REPORT REASONS</c>: every survivor has a reason, and every reason a survivor.</summary>
internal static class MutantsCommand
{
    public static int Run(string report, string reasons)
    {
        var read = MutantReport.Read(report);
        var fates = string.Join(", ", read.Fates.OrderBy(fate => fate.Key, StringComparer.Ordinal).Select(fate => $"{fate.Value} {fate.Key}"));
        Console.WriteLine($"{read.Fates.Values.Sum()} mutants: {fates}");
        var problems = Problems(read.Survivors, Survivor.Read(reasons));
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary>What is wrong with survivors and reasons, a line or more for each.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<Mutant> survivors, IReadOnlyList<Survivor> reasons)
    {
        var alive = survivors.ToHashSet();
        return
        [
            .. alive.Where(mutant => reasons.All(reason => reason.Mutant != mutant)).Select(mutant => $"no test tells this from the code, and no reason is given:\n  {mutant}"),
            .. reasons.Where(reason => !alive.Contains(reason.Mutant)).Select(reason => $"a reason without a survivor; remove it:\n  {reason.Mutant}"),
            .. reasons.Where(reason => string.IsNullOrWhiteSpace(reason.Reason)).Select(reason => $"an empty reason:\n  {reason.Mutant}"),
        ];
    }
}
