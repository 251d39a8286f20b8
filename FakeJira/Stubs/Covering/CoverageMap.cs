namespace FakeJira.Stubs.Covering;

/// <summary>What some contracts can show, rule by rule, and by what each is counted: those of an operation by their place in its list, the others each by itself.</summary>
internal sealed class CoverageMap
{
    private readonly List<Line> _lines = [];
    private readonly HashSet<Rule> _unserved = [];
    private readonly HashSet<Rule> _errors = [];
    private readonly HashSet<Rule> _elsewhere = [];
    private Dictionary<string, Rule>? _byId;

    public CoverageMap(IReadOnlyList<Contract> contracts)
    {
        foreach (var contract in contracts)
        {
            foreach (var operation in contract.Operations)
            {
                _lines.AddRange(operation.Rules.Distinct().Select(rule => new Line(new(contract.Name, operation.Name, rule, 0), operation, Array.IndexOf(operation.Rules, rule))));
            }

            var declared = contract.Operations.SelectMany(operation => operation.Rules).Concat(contract.UnservedRules).ToHashSet();
            _unserved.UnionWith(contract.UnservedRules);
            _elsewhere.UnionWith(contract.Errors.Select(error => error.Rule).Where(declared.Contains));
            _errors.UnionWith(contract.Errors.Select(error => error.Rule).Where(rule => !declared.Contains(rule)));
            _lines.AddRange(contract.UnservedRules.Distinct().Select(rule => new Line(new(contract.Name, contract.Name + ".unserved", rule, 0), rule, 0)));
            _lines.AddRange(contract.Errors.Select(error => error.Rule).Where(_errors.Contains).Distinct().Select(rule => new Line(new(contract.Name, contract.Name + ".errors", rule, 0), rule, 0)));
        }
    }

    /// <summary>Every rule that can be shown, by every operation.</summary>
    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>What becomes of a rule that is none of the operation's, or given where none is.</summary>
    public Standing StandingOf(Operation? operation, Rule rule) =>
        (operation is null && _unserved.Contains(rule)) || _errors.Contains(rule) ? Standing.OfContract
        : _elsewhere.Contains(rule) ? Standing.Elsewhere
        : Standing.Undeclared;

    /// <summary>The rule that a mapping names as a text, or null.</summary>
    public Rule? Find(string id) => (_byId ??= _lines.Select(line => line.Shown.Rule).Distinct().ToDictionary(rule => rule.Id)).GetValueOrDefault(id);

    /// <summary>A rule and what it is counted by.</summary>
    /// <param name="Shown">With a count of 0.</param>
    /// <param name="Key">The operation, or the rule itself.</param>
    /// <param name="Index">Which of the operation's rules.</param>
    public sealed record Line(RuleCoverage Shown, object Key, int Index);

    /// <summary>Whose rule it is.</summary>
    public enum Standing
    {
        /// <summary>Said where no operation is, or asked for by faults alone.</summary>
        OfContract,

        /// <summary>A fault asked one operation for an error of another: nothing that is simulated was shown.</summary>
        Elsewhere,

        /// <summary>Nobody has declared that it can be given here.</summary>
        Undeclared,
    }
}
