using FakeJira.Stubs;
using FakeJira.Stubs.Covering;
using FakeJira.Stubs.Reading;

namespace FakeJira.Commands;

/// <summary>Adds up the coverage that servers have left in files.</summary>
/// <param name="warn">Told a line of each file that knows more than this version.</param>
internal sealed class CoverageFiles(Action<string> warn)
{
    private readonly Dictionary<(string Operation, string Rule), RuleCoverage> _sums = new CoverageMap(Catalog.Contracts).Lines.Select(line => line.Shown).ToDictionary(line => (line.Operation, line.Rule.Id));
    private readonly HashSet<string> _served = [];

    /// <summary>The sum, of the contracts that were served.</summary>
    public Coverage Sum => new([.. _sums.Values.Where(line => _served.Contains(line.Contract))]);

    /// <summary>Adds a file, or every *.json in a folder.</summary>
    /// <exception cref="FakeJiraException">There is none, or it is no coverage document.</exception>
    public void Add(string path)
    {
        if (!Directory.Exists(path))
        {
            Mistake.If(!File.Exists(path), $"There is no file or folder '{path}'; servers write their coverage to the folder that FAKEJIRA_COVERAGE names.");
            AddFile(path);
            return;
        }

        var files = Directory.GetFiles(path, "*.json");
        Mistake.If(files.Length == 0, $"There is no coverage in '{path}': a server writes its file, coverage-*.json, as it ends.");
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            AddFile(file);
        }
    }

    private void AddFile(string file)
    {
        var problems = new ProblemList();
        if (CoverageDocument.Read(file, Read(file), problems) is not { } record)
        {
            throw new FakeJiraException(problems.All[0].ToString());
        }

        var unknown = record.Counts.Where(count => !_sums.ContainsKey((count.Operation, count.Rule))).Select(count => $"{count.Operation} {count.Rule}").ToList();
        if (unknown.Count > 0)
        {
            warn($"{file}: of another version; {unknown.Count} of its counts are left out, {unknown[0]} first.");
        }

        _served.UnionWith(record.Contracts);
        foreach (var (operation, rule, count) in record.Counts)
        {
            if (_sums.TryGetValue((operation, rule), out var sum))
            {
                _sums[(operation, rule)] = sum with { Count = sum.Count + count };
            }
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FakeJiraException($"Cannot read '{file}': {exception.Message}", exception);
        }
    }
}
