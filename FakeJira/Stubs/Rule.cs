using System.Collections.Concurrent;

namespace FakeJira.Stubs;

/// <summary>How a behaviour is known.</summary>
public enum Provenance
{
    /// <summary>The vendor's page for the operation says so.</summary>
    Documented,

    /// <summary>Another page of the vendor says so.</summary>
    DocumentedElsewhere,

    /// <summary>Seen on the live service by somebody.</summary>
    Observed,

    /// <summary>Follows from something documented or observed.</summary>
    Inferred,

    /// <summary>Nothing is known; this is our choice.</summary>
    Assumed,
}

/// <summary>One behaviour: an answer, or one contribution to an answer. Its id is never reused.</summary>
/// <param name="Id">For example <c>JIRA-VOTES-ADD-204</c>; the value of the header X-FakeJira-Rule.</param>
/// <param name="Summary">What triggers it and what it answers, in one sentence.</param>
/// <param name="Provenance">How its status is known.</param>
/// <param name="Source">Where the knowledge is from, and what of it is weaker than the mark.</param>
public sealed record Rule(string Id, string Summary, Provenance Provenance, string Source)
{
    private static readonly ConcurrentDictionary<Rule, ConcurrentDictionary<Rule, string>> Pairs = new();

    /// <summary>The status that the id ends in, or null where the rule only contributes.</summary>
    public int? Status => int.TryParse(Id.AsSpan(Id.LastIndexOf('-') + 1), out var status) && status is >= 100 and < 600 ? status : null;

    /// <summary>How it is known, as a mark of one or two letters.</summary>
    public string Mark => Provenance switch
    {
        Provenance.Documented => "D",
        Provenance.DocumentedElsewhere => "D2",
        Provenance.Observed => "O",
        Provenance.Inferred => "I",
        Provenance.Assumed => "A",
    };

    /// <summary>The rules of an answer as the header X-FakeJira-Rule carries them: the deciding one first.</summary>
    public static string Join(ReadOnlySpan<Rule> rules) => rules.Length switch
    {
        0 => "",
        1 => rules[0].Id,
        2 => Pairs.GetOrAdd(rules[0], static _ => new()).GetOrAdd(rules[1], static (second, first) => $"{first.Id}, {second.Id}", rules[0]),
        _ => string.Join(", ", rules.ToArray().Select(rule => rule.Id)),
    };

    /// <inheritdoc/>
    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
