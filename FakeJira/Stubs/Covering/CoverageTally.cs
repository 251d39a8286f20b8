using FakeJira.Stubs.Responding;

namespace FakeJira.Stubs.Covering;

/// <summary>Counts what clients are shown: for the site that was asked and, for as long as the server runs, for all together.</summary>
internal sealed class CoverageTally(Lazy<CoverageMap> rules)
{
    private readonly CoverageCounts _counts = new(rules);

    /// <summary>Whether it counts: always, except where a benchmark looks at what that costs.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>The rules that are counted: put together when somebody looks, as counting needs only those of the operation.</summary>
    public Lazy<CoverageMap> Rules => rules;

    /// <summary>Told of a rule that an operation gave and does not declare: a mistake of the contract's author, which the tests of this program make a failure.</summary>
    public static Action<Operation?, Rule>? Undeclared { get; set; }

    /// <inheritdoc cref="CoverageCounts.Snapshot"/>
    public Coverage Snapshot() => _counts.Snapshot();

    /// <inheritdoc cref="CoverageCounts.Clear"/>
    public void Clear() => _counts.Clear();

    /// <summary>Counts the rules of an answer, unless a fault keeps it from the client.</summary>
    public void Add(StubRequest request, StubResponse response)
    {
        if (response.Fault != ConnectionFault.None || !Counts)
        {
            return;
        }

        foreach (var rule in response.Rules)
        {
            Add(request.Site, request.Route?.Operation, rule);
        }

        if (NamedByMapping(response) is { } named)
        {
            Add(request.Site, request.Route?.Operation, named);
        }
    }

    private void Add(Site site, Operation? operation, Rule rule)
    {
        if (operation is not null && PlaceOf(rule, operation.Rules) is >= 0 and var place)
        {
            Interlocked.Increment(ref _counts.Of(operation)[place]);
            Interlocked.Increment(ref site.Covered.Of(operation)[place]);
            return;
        }

        switch (rules.Value.StandingOf(operation, rule))
        {
            case CoverageMap.Standing.OfContract:
                Interlocked.Increment(ref _counts.Of(rule)[0]);
                Interlocked.Increment(ref site.Covered.Of(rule)[0]);
                break;
            case CoverageMap.Standing.Undeclared:
                Undeclared?.Invoke(operation, rule);
                break;
            case CoverageMap.Standing.Elsewhere:
                break;
        }
    }

    private static int PlaceOf(Rule rule, Rule[] among)
    {
        for (var i = 0; i < among.Length; i++)
        {
            if (ReferenceEquals(among[i], rule))
            {
                return i;
            }
        }

        return -1;
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
        return rules.Value.Find(comma < 0 ? header : header[..comma]);
    }
}
