using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>Finds what a value or a function means; null, with the reason noted, when it means nothing. <see cref="ValueField.NoValue"/> means having none.</summary>
internal delegate IEnumerable<string>? Resolver(Operand operand, Condition condition, Compilation into);

/// <summary>A field whose values are told apart by an id or a name.</summary>
internal abstract class ValueField : SearchField
{
    /// <summary>What a resolver gives for a word that means EMPTY.</summary>
    public const string NoValue = "";

    public required Resolver Resolve { get; init; }

    /// <summary>The ids of the issues with a value, without looking at all issues; null where there is no index.</summary>
    public Func<SearchContext, string, IReadOnlyCollection<long>>? Find { get; init; }

    protected sealed override IssueTest Compare(Condition condition, IReadOnlyList<Operand> operands, bool wantsEmpty, Compilation into)
    {
        HashSet<string> wanted = new(StringComparer.Ordinal);
        foreach (var operand in operands)
        {
            wanted.UnionWith(Resolve(operand, condition, into) ?? []);
        }

        if (condition.Operator.IsRelational())
        {
            return Relation(condition, wanted);
        }

        wantsEmpty |= wanted.Remove(NoValue);
        var among = Among(wanted, into.Context);
        if (condition.Operator.IsNegative())
        {
            // The vendor's negative operators leave out issues without a value.
            return Guard(new(issue => !IsEmpty!(issue) && !among(issue)), wanted, into.Context);
        }

        return wantsEmpty
            ? Guard(new(issue => IsEmpty!(issue) || among(issue)), wanted, into.Context)
            : Guard(new(among, Find is null ? null : IssueTest.Union([.. wanted.Select(value => Find(into.Context, value))]) ?? []), wanted, into.Context);
    }

    /// <summary>Whether an issue has one of the wanted values.</summary>
    protected abstract Func<Issue, bool> Among(HashSet<string> wanted, SearchContext context);

    /// <summary>Limits a test to where its answer may be known.</summary>
    protected virtual IssueTest Guard(IssueTest test, HashSet<string> wanted, SearchContext context) => test;

    protected virtual IssueTest Relation(Condition condition, HashSet<string> wanted) => IssueTest.Never;
}

/// <summary>A field of which an issue has one value or none.</summary>
internal sealed class OneValueField : ValueField
{
    public required Func<Issue, string?> Value { get; init; }

    /// <summary>Where values have an order: higher is more.</summary>
    public Func<string, int>? Rank { get; init; }

    protected override Func<Issue, bool> Among(HashSet<string> wanted, SearchContext context)
    {
        if (wanted.Count == 1)
        {
            var only = wanted.First();
            return issue => Value(issue) == only;
        }

        return issue => Value(issue) is { } value && wanted.Contains(value);
    }

    protected override IssueTest Relation(Condition condition, HashSet<string> wanted)
    {
        if (Rank is not { } rank || wanted.Count != 1)
        {
            return IssueTest.Never;
        }

        var limit = rank(wanted.First());
        return new(issue => Value(issue) is { } value && Comparison.Holds(condition.Operator, rank(value).CompareTo(limit)));
    }
}

/// <summary>A field of which an issue has any number of values.</summary>
internal sealed class ManyValuesField : ValueField
{
    /// <summary>Whether one of an issue's values is among others, of which there can be thousands.</summary>
    public required Func<Issue, HashSet<string>, bool> HasOneOf { get; init; }

    /// <summary>Whether the values are only known to those who may view voters and watchers, and to everyone of themselves.</summary>
    public bool IsConfidential { get; init; }

    protected override Func<Issue, bool> Among(HashSet<string> wanted, SearchContext context) => issue => HasOneOf(issue, wanted);

    protected override IssueTest Guard(IssueTest test, HashSet<string> wanted, SearchContext context)
    {
        var isAboutSelf = wanted.Count == 1 && context.Caller is { } caller && wanted.Contains(caller.AccountId);
        return !IsConfidential || isAboutSelf ? test : test with { Holds = issue => context.ShowsVoters(issue) && test.Holds(issue) };
    }
}
