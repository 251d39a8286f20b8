namespace FakeJira.Stubs.Covering;

/// <summary>
/// Gives each rule of each operation of some contracts a number, so that counting is an addition in an array. Rules that only a fault asks for, or that
/// are given where no operation is, have numbers of their contract.
/// </summary>
internal sealed class CoverageMap
{
    /// <summary>What a fault asked for is a rule of another operation: there is nothing to count it by.</summary>
    public const int Nowhere = -1;

    /// <summary>The operation does not declare the rule.</summary>
    public const int Undeclared = -2;

    private readonly Dictionary<Operation, Numbered> _operations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Rule, int> _unserved = [];
    private readonly Dictionary<Rule, int> _errors = [];
    private readonly List<RuleCoverage> _lines = [];
    private Dictionary<string, Rule>? _byId;

    public CoverageMap(IReadOnlyList<Contract> contracts)
    {
        foreach (var contract in contracts)
        {
            foreach (var operation in contract.Operations)
            {
                Rule[] rules = [.. operation.Rules.Distinct()];
                _operations[operation] = new(_lines.Count, rules);
                Add(contract, operation.Name, rules);
            }

            AddOfContract(contract, "unserved", contract.UnservedRules, _unserved);
            var elsewhere = contract.Operations.SelectMany(operation => operation.Rules).Concat(contract.UnservedRules).ToHashSet();
            var errors = contract.Errors.Select(error => error.Rule).ToList();
            AddOfContract(contract, "errors", errors.Where(rule => !elsewhere.Contains(rule)), _errors);
            errors.ForEach(rule => _errors.TryAdd(rule, Nowhere));
        }
    }

    /// <summary>A line for each number, with a count of 0.</summary>
    public IReadOnlyList<RuleCoverage> Lines => _lines;

    /// <summary>The number of a rule where it was given, or <see cref="Nowhere"/> or <see cref="Undeclared"/>.</summary>
    public int NumberOf(Operation? operation, Rule rule)
    {
        if (operation is not null && _operations.TryGetValue(operation, out var numbered))
        {
            var rules = numbered.Rules;
            for (var i = 0; i < rules.Length; i++)
            {
                if (ReferenceEquals(rules[i], rule))
                {
                    return numbered.First + i;
                }
            }
        }

        return (operation is null && _unserved.TryGetValue(rule, out var number)) || _errors.TryGetValue(rule, out number) ? number : Undeclared;
    }

    /// <summary>The rule that a mapping names as a text, or null.</summary>
    public Rule? Find(string id) => (_byId ??= _lines.Select(line => line.Rule).Distinct().ToDictionary(rule => rule.Id)).GetValueOrDefault(id);

    private void AddOfContract(Contract contract, string name, IEnumerable<Rule> rules, Dictionary<Rule, int> numbers)
    {
        Rule[] distinct = [.. rules.Distinct()];
        for (var i = 0; i < distinct.Length; i++)
        {
            numbers[distinct[i]] = _lines.Count + i;
        }

        Add(contract, $"{contract.Name}.{name}", distinct);
    }

    private void Add(Contract contract, string operation, Rule[] rules) =>
        _lines.AddRange(rules.Select(rule => new RuleCoverage(contract.Name, operation, rule, 0)));

    private sealed record Numbered(int First, Rule[] Rules);
}
