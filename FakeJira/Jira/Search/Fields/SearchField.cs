using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>A field that can be searched.</summary>
internal abstract class SearchField
{
    /// <summary>What most fields are asked with.</summary>
    public static readonly JqlOperator[] Equality = [JqlOperator.Equal, JqlOperator.NotEqual, JqlOperator.In, JqlOperator.NotIn, JqlOperator.Is, JqlOperator.IsNot];
    /// <summary>What fields are asked with whose values have an order.</summary>
    public static readonly JqlOperator[] Relations = [.. Equality, JqlOperator.Greater, JqlOperator.GreaterOrEqual, JqlOperator.Less, JqlOperator.LessOrEqual];

    public required string Name { get; init; }

    /// <summary>What else it is called.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>What it can be asked with.</summary>
    public JqlOperator[] Operators { get; init; } = Equality;

    /// <summary>Whether an issue can have no value; null when that cannot even be asked.</summary>
    public Func<Issue, bool>? IsEmpty { get; init; }

    /// <summary>What issues are sorted by; null when they cannot be by this field.</summary>
    public Func<SearchContext, Func<Issue, SortValue>>? Sort { get; init; }

    /// <summary>Compiles a condition on this field; mistakes are noted.</summary>
    public IssueTest Test(Condition condition, Compilation into)
    {
        if (!Operators.Contains(condition.Operator))
        {
            return into.Fail(MeaningProblems.Operator(condition));
        }

        if (Misuse(condition) is { } misuse)
        {
            return into.Fail(misuse);
        }

        // What stands in a list a thousand times means what it means once.
        List<Operand> operands = [.. Flat(condition.Operand).Distinct()];
        var wantsEmpty = operands.RemoveAll(operand => operand is EmptyOperand) > 0;
        if (wantsEmpty && IsEmpty is null)
        {
            return into.Fail(MeaningProblems.NeverEmpty(condition));
        }

        return wantsEmpty && operands.Count == 0 ? new(condition.Operator.IsNegative() ? issue => !IsEmpty!(issue) : IsEmpty!) : Compare(condition, operands, wantsEmpty, into);
    }

    /// <summary>Compiles the comparison with at least one value that is not empty.</summary>
    protected abstract IssueTest Compare(Condition condition, IReadOnlyList<Operand> operands, bool wantsEmpty, Compilation into);

    private static JqlProblem? Misuse(Condition condition)
    {
        var (jql, operand) = (condition.Operator, condition.Operand);
        if (operand is EmptyOperand)
        {
            return jql.IsRelational() || jql.TakesList() ? MeaningProblems.EmptyWithOperator(condition) : null;
        }

        if (jql is JqlOperator.Is or JqlOperator.IsNot)
        {
            return MeaningProblems.NotEmpty(condition);
        }

        var isList = operand is ListOperand || (operand is FunctionOperand call && JqlFunction.IsListFunction(call));
        return isList == jql.TakesList() || (operand is FunctionOperand unknown && !JqlFunction.IsKnown(unknown)) ? null
            : jql.TakesList() ? MeaningProblems.NotAList(condition) : MeaningProblems.List(condition);
    }

    private static IEnumerable<Operand> Flat(Operand operand) => operand is ListOperand list ? list.Items.SelectMany(Flat) : [operand];
}

/// <summary>What an issue is sorted by in one field: what is empty comes last, then by text in any case, then by number.</summary>
internal readonly record struct SortValue(string Text, long Number, bool IsEmpty = false) : IComparable<SortValue>
{
    public static SortValue Empty { get; } = new("", 0, true);

    public static SortValue Of(long number) => new("", number);

    public static SortValue Of(string? text) => text is null ? Empty : new(text, 0);

    public int CompareTo(SortValue other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty.CompareTo(other.IsEmpty);
        }

        var order = string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase);
        order = order != 0 ? order : string.CompareOrdinal(Text, other.Text);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }
}
