using FakeJira.Stubs.Responding;

namespace FakeJira.Stubs.Covering;

/// <summary>Counts what clients are shown: for the site that was asked and, for as long as the server runs, for all together.</summary>
internal sealed class CoverageTally(CoverageMap rules)
{
    private readonly CoverageCounts _counts = new(rules);

    /// <summary>The rules that are counted.</summary>
    public CoverageMap Rules => rules;

    /// <summary>Told of a rule that an operation gave and does not declare: a mistake of the contract's author, which the tests of this program make a failure.</summary>
    public static Action<Operation?, Rule>? Undeclared { get; set; }

    /// <inheritdoc cref="CoverageCounts.Snapshot"/>
    public Coverage Snapshot() => _counts.Snapshot();

    /// <inheritdoc cref="CoverageCounts.Clear"/>
    public void Clear() => _counts.Clear();

    /// <summary>Counts the rules of an answer, unless a fault keeps it from the client.</summary>
    public void Add(StubRequest request, StubResponse response)
    {
        if (response.Fault != ConnectionFault.None)
        {
            return;
        }

        var operation = request.Route?.Operation;
        foreach (var rule in response.Rules)
        {
            Add(request.Site, operation, rule);
        }

        if (NamedByMapping(response) is { } named)
        {
            Add(request.Site, operation, named);
        }
    }

    private void Add(Site site, Operation? operation, Rule rule)
    {
        var number = rules.NumberOf(operation, rule);
        if (number >= 0)
        {
            _counts.Add(number);
            site.Covered.Add(number);
        }
        else if (number == CoverageMap.Undeclared)
        {
            Undeclared?.Invoke(operation, rule);
        }
    }

    /// <summary>A mapping with an answer of its own can say which rule it stands for.</summary>
    private Rule? NamedByMapping(StubResponse response)
    {
        var header = response.RuleHeader;
        if (header.Length == 0 || (response.Rules is [var first, ..] && header.StartsWith(first.Id, StringComparison.Ordinal)) || header.StartsWith(Responder.MappingRule, StringComparison.Ordinal))
        {
            return null;
        }

        var comma = header.IndexOf(',', StringComparison.Ordinal);
        return rules.Find(comma < 0 ? header : header[..comma]);
    }
}
