using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Covering;

/// <summary>Coverage as JSON, for the control API, files and tools: contracts, their operations, and the count of each rule. What is said beyond the counts is for readers and not read back.</summary>
internal static class CoverageDocument
{
    private const string Contracts = "contracts";
    private const string Operations = "operations";
    private const string Rules = "rules";

    /// <summary>All of it.</summary>
    public static JObject Write(Coverage coverage)
    {
        var document = Figures(coverage.Rules);
        document[Contracts] = new JObject(coverage.Rules.GroupBy(rule => rule.Contract).Select(contract =>
        {
            var figures = Figures([.. contract]);
            figures[Operations] = new JObject(contract.GroupBy(rule => rule.Operation).Select(operation =>
            {
                var one = Figures([.. operation]);
                one[Rules] = CountsOf(operation);
                return new JProperty(operation.Key, one);
            }));
            return new JProperty(contract.Key, figures);
        }));
        return document;
    }

    /// <summary>What was shown, and which contracts were served: enough to be merged, and small, because every server of a test run writes one.</summary>
    public static JObject WriteShown(Coverage coverage) => new()
    {
        [Contracts] = new JObject(coverage.Rules.GroupBy(rule => rule.Contract).Select(contract => new JProperty(contract.Key, new JObject
        {
            [Operations] = new JObject(contract.Where(rule => rule.IsShown).GroupBy(rule => rule.Operation).Select(operation => new JProperty(operation.Key, new JObject { [Rules] = CountsOf(operation) }))),
        }))),
    };

    /// <summary>The contracts and counts that a document has; null when there is a mistake in it.</summary>
    public static CoverageRecord? Read(string file, string text, ProblemList problems)
    {
        if (JsonText.Parse(file, text, problems, repeats: false) is not { } root)
        {
            return null;
        }

        if (!root.IsObject || root[Contracts] is not { IsObject: true } contracts)
        {
            root.Expected<object>("a coverage document: an object with the member \"contracts\"");
            return null;
        }

        var served = contracts.Members();
        var counts = from contract in served
                     from operation in contract.Value[Operations]?.Members() ?? []
                     from rule in operation.Value[Rules]?.Members() ?? []
                     select (operation.Name, rule.Name, rule.Value.AsInteger(0) ?? 0);
        var record = new CoverageRecord([.. served.Select(contract => contract.Name)], [.. counts]);
        return problems.HasErrors ? null : record;
    }

    private static JObject Figures(IReadOnlyCollection<RuleCoverage> rules)
    {
        var shown = rules.Count(rule => rule.IsShown);
        return new() { ["shown"] = shown, ["of"] = rules.Count, ["percent"] = Math.Round(rules.Count == 0 ? 100 : 100.0 * shown / rules.Count, 1) };
    }

    private static JObject CountsOf(IEnumerable<RuleCoverage> rules) => new(rules.Select(rule => new JProperty(rule.Rule.Id, rule.Count)));
}

/// <summary>What a coverage document says.</summary>
/// <param name="Contracts">The contracts that were served.</param>
/// <param name="Counts">How often each rule was shown; those that are not here never were.</param>
internal sealed record CoverageRecord(IReadOnlyList<string> Contracts, IReadOnlyList<(string Operation, string Rule, long Count)> Counts);
