using System.Globalization;
using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>A field that counts: votes, watchers.</summary>
internal sealed class CountField : SearchField
{
    public required Func<Issue, long> Count { get; init; }

    protected override IssueTest Compare(Condition condition, IReadOnlyList<Operand> operands, bool wantsEmpty, Compilation into)
    {
        HashSet<long> wanted = [];
        foreach (var operand in operands)
        {
            if (operand is ValueOperand value && long.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                wanted.Add(number);
            }
            else if (operand is ValueOperand other)
            {
                into.Note(MeaningProblems.Count(condition, other.Text));
            }
            else if (operand is FunctionOperand call && JqlFunction.Find(call, into) is not null)
            {
                into.Note(MeaningProblems.CountFunction(condition, call));
            }
        }

        if (wanted.Count == 0)
        {
            return IssueTest.Never;
        }

        if (condition.Operator.IsRelational())
        {
            var limit = wanted.First();
            return new(issue => Comparison.Holds(condition.Operator, Count(issue).CompareTo(limit)));
        }

        return condition.Operator.IsNegative() ? new(issue => !wanted.Contains(Count(issue))) : new(issue => wanted.Contains(Count(issue)));
    }
}

internal static class Comparison
{
    /// <summary>Whether a relation holds for the result of a comparison.</summary>
    public static bool Holds(JqlOperator jql, int compared) => jql switch
    {
        JqlOperator.Greater => compared > 0,
        JqlOperator.GreaterOrEqual => compared >= 0,
        JqlOperator.Less => compared < 0,
        JqlOperator.LessOrEqual => compared <= 0,
        _ => compared == 0,
    };
}
