using System.Collections.Immutable;
using System.Globalization;
using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>Which issue it is: by key or id, or one of those that a function gives.</summary>
internal sealed class KeyField : SearchField
{
    /// <summary>Which issue of the two it is about: the issue itself, or one that it names.</summary>
    public Func<Issue, long?> Id { get; init; } = issue => issue.Id;

    protected override IssueTest Compare(Condition condition, IReadOnlyList<Operand> operands, bool wantsEmpty, Compilation into)
    {
        HashSet<long> named = [];
        HashSet<IReadOnlySet<long>> given = [];
        foreach (var operand in operands)
        {
            if (operand is FunctionOperand call)
            {
                given.UnionWith(Call(call, condition, into) is { } ids ? [ids] : []);
            }
            else if (Named((ValueOperand)operand, condition, into) is { } issue)
            {
                if (condition.Operator.IsRelational())
                {
                    return Relation(condition, issue.Key);
                }

                named.Add(issue.Id);
            }
        }

        return Among(condition.Operator.IsNegative(), wantsEmpty, [.. named.Count > 0 ? [named] : Array.Empty<IReadOnlySet<long>>(), .. given]);
    }

    private IssueTest Among(bool negative, bool wantsEmpty, IReadOnlySet<long>[] sets)
    {
        if (negative)
        {
            return new(issue => Id(issue) is { } id && !Array.Exists(sets, ids => ids.Contains(id)));
        }

        // Only ids of issues themselves say where to look.
        var candidates = Name == SearchFields.Key ? IssueTest.Union(sets) : null;
        return new(issue => Id(issue) is { } id ? Array.Exists(sets, ids => ids.Contains(id)) : wantsEmpty, candidates);
    }

    private static IssueTest Relation(Condition condition, string key)
    {
        var (project, number) = Issue.ParseKey(key) ?? ("", 0);
        return new(issue => Issue.ParseKey(issue.Key) is { } parts && parts.Project == project && Comparison.Holds(condition.Operator, parts.Number.CompareTo(number)));
    }

    private static Issue? Named(ValueOperand value, Condition condition, Compilation into)
    {
        var context = into.Context;
        if (context.World.SeeIssue(context.Caller, value.Text) is { } issue)
        {
            if (!condition.Operator.IsRelational() || issue.Key.Equals(value.Text, StringComparison.OrdinalIgnoreCase) || char.IsAsciiDigit(value.Text[0]))
            {
                return issue;
            }

            into.Note(MeaningProblems.MovedKey(condition, value.Text));
            return null;
        }

        into.Note(value.IsNumber ? MeaningProblems.Value(condition, value)
            : Issue.ParseKey(value.Text.ToUpperInvariant()) is null && !IsId(value.Text) ? MeaningProblems.IssueKeyForm(condition, value.Text)
            : MeaningProblems.IssueKey(condition, value.Text));
        return null;
    }

    private static bool IsId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private ImmutableSortedSet<long>? Call(FunctionOperand call, Condition condition, Compilation into)
    {
        if (JqlFunction.Find(call, into) is not { } function)
        {
            return null;
        }

        if (function.Kind != FunctionKind.Issues || Name != SearchFields.Key)
        {
            into.Note(MeaningProblems.FunctionValue(condition, call));
            return null;
        }

        if (into.Context.Caller is not { } caller)
        {
            into.Note(MeaningProblems.Anonymous(call));
            return null;
        }

        // Votes are looked up where they are cast, not in the search index: a delay of the index does not show here.
        var index = into.Context.World.Index;
        return function.Name == "votedIssues" ? index.VotedBy(caller.AccountId) : index.WatchedBy(caller.AccountId);
    }
}
