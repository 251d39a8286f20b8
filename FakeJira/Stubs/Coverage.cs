using FakeJira.Stubs.Covering;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs;

/// <summary>One answer that an operation can give, or one contribution to it, and how often clients have been shown it.</summary>
/// <param name="Contract">jira, polls or ideabank.</param>
/// <param name="Operation">For example <c>jira.votes.add</c>; <c>jira.unserved</c> for requests that reach no operation, <c>jira.errors</c> for what only a fault asks for.</param>
/// <param name="Rule">The rule of the answer.</param>
/// <param name="Count">How often; 0 for never.</param>
public sealed record RuleCoverage(string Contract, string Operation, Rule Rule, long Count)
{
    /// <summary>Whether a client was shown it.</summary>
    public bool IsShown => Count > 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Operation} {Rule.Id}";
}

/// <summary>
/// Which answers of the contracts clients were shown and which never, as it was at one moment. It counts the rules of each operation on every site; an answer
/// that a fault cut off, or that nobody waited for, was not shown. <see cref="ToString"/> is a table.
/// </summary>
/// <param name="rules">A line for each operation and rule, in the order of docs/contract.md.</param>
public sealed class Coverage(IReadOnlyList<RuleCoverage> rules)
{
    /// <summary>A line for each operation and rule, in the order of docs/contract.md.</summary>
    public IReadOnlyList<RuleCoverage> Rules => rules;

    /// <summary>What was never shown.</summary>
    public IReadOnlyList<RuleCoverage> Missing => [.. rules.Where(rule => !rule.IsShown)];

    /// <summary>How many of <see cref="Rules"/> were shown.</summary>
    public int Shown => rules.Count(rule => rule.IsShown);

    /// <summary>How many of a hundred were shown: from 0 to 100, and 100 where there is nothing to show.</summary>
    public double Percent => rules.Count == 0 ? 100 : 100.0 * Shown / rules.Count;

    /// <summary>A part of it: a contract (<c>jira</c>), a resource (<c>jira.votes</c>) or an operation (<c>jira.votes.add</c>).</summary>
    /// <exception cref="FakeJiraException">There is nothing of that name.</exception>
    public Coverage Of(string name)
    {
        Mistake.If(!TryFind(name, out var part, out var mistake), mistake);
        return part;
    }

    /// <summary>How often a rule was shown, by one operation or by all together.</summary>
    /// <exception cref="FakeJiraException">There is no such rule here.</exception>
    public long CountOf(string rule, string? operation = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var among = operation is null ? this : Of(operation);
        var found = among.Rules.Where(each => string.Equals(each.Rule.Id, rule, StringComparison.OrdinalIgnoreCase)).ToList();
        Mistake.If(found.Count == 0, NoRule(rule, Suggestion.For(rule, among.Rules.Select(each => each.Rule.Id)), operation));
        return found.Sum(each => each.Count);
    }

    /// <summary>Whether a rule was shown at all, by one operation or by any.</summary>
    /// <exception cref="FakeJiraException">There is no such rule here.</exception>
    public bool IsShown(string rule, string? operation = null) => CountOf(rule, operation) > 0;

    /// <summary>This and that of another server together.</summary>
    public Coverage Merge(Coverage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sums = new Dictionary<(string Operation, Rule Rule), RuleCoverage>();
        foreach (var each in rules.Concat(other.Rules))
        {
            var key = (each.Operation, each.Rule);
            sums[key] = sums.TryGetValue(key, out var sum) ? sum with { Count = sum.Count + each.Count } : each;
        }

        return new([.. sums.Values]);
    }

    /// <summary>For people: of each operation that was asked what was shown and what was not, and which were never asked.</summary>
    public override string ToString() => CoverageTable.Write(this);

    /// <summary>What to say of the name of a rule that is none.</summary>
    internal static string NoRule(string rule, string? near, string? operation = null) =>
        $"{operation ?? "No operation"} has {(operation is null ? "a" : "no")} rule '{rule}'" + (near is null ? "." : $"; did you mean '{near}'?");

    /// <summary>The same as <see cref="Of"/>, or all of it and what is wrong with the name.</summary>
    internal bool TryFind(string name, out Coverage part, out string mistake)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = rules.Where(rule => (rule.Operation + ".").StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)).ToList();
        mistake = found.Count > 0 ? "" : $"Nothing is called '{name}'; " + (Suggestion.For(name, NamesOf(rules)) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", rules.Select(rule => rule.Contract).Distinct())}, and their operations.");
        part = found.Count > 0 ? new(found) : this;
        return found.Count > 0;
    }

    private static IEnumerable<string> NamesOf(IReadOnlyList<RuleCoverage> rules) =>
        rules.SelectMany(rule => new[] { rule.Contract, rule.Operation, rule.Operation[..rule.Operation.LastIndexOf('.')] }).Distinct();
}
