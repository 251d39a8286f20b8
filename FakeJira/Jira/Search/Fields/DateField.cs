using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>A field with a moment.</summary>
internal sealed class DateField : SearchField
{
    public required Func<SearchContext, Issue, DateTimeOffset?> Moment { get; init; }

    /// <summary>Whether it is a whole day: then only the day of what it is compared with counts.</summary>
    public bool IsDay { get; init; }

    protected override IssueTest Compare(Condition condition, IReadOnlyList<Operand> operands, bool wantsEmpty, Compilation into)
    {
        List<DateTimeOffset> moments = [];
        foreach (var operand in operands)
        {
            if (Read(operand, condition, into) is { } moment)
            {
                moments.Add(IsDay ? DateTexts.StartOfDay(moment, into.Context.Zone) : moment);
            }
        }

        if (moments.Count == 0)
        {
            return IssueTest.Never;
        }

        var context = into.Context;
        if (condition.Operator.IsRelational())
        {
            return new(issue => Moment(context, issue) is { } moment && Comparison.Holds(condition.Operator, moment.CompareTo(moments[0])));
        }

        var seconds = moments.Select(Second).ToHashSet();
        return condition.Operator.IsNegative()
            ? new(issue => Moment(context, issue) is { } moment && !seconds.Contains(Second(moment)))
            : new(issue => Moment(context, issue) is { } moment ? seconds.Contains(Second(moment)) : wantsEmpty);
    }

    /// <summary>What is equal is so to the second: the finest that the index of the vendor's product knows.</summary>
    private static long Second(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerSecond;

    private static DateTimeOffset? Read(Operand operand, Condition condition, Compilation into)
    {
        if (operand is FunctionOperand call)
        {
            if (JqlFunction.Find(call, into) is not { } function)
            {
                return null;
            }

            if (function.Kind != FunctionKind.Moment)
            {
                into.Note(MeaningProblems.DateFunction(condition, call));
                return null;
            }

            var calculated = DateFunctions.Moment(function.Name, call.Arguments, into.Context);
            if (calculated is null)
            {
                into.Note(MeaningProblems.Duration(call));
            }

            return calculated;
        }

        var value = (ValueOperand)operand;
        var moment = DateTexts.Read(value, into.Context);
        if (moment is null)
        {
            into.Note(MeaningProblems.Date(condition, value.Text));
        }

        return moment;
    }
}
