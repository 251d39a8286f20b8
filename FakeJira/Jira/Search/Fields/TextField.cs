using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.Search.Texts;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>A field with text, searched by words.</summary>
internal sealed class TextField : SearchField
{
    public static readonly JqlOperator[] Words = [JqlOperator.Like, JqlOperator.NotLike];
    public static readonly JqlOperator[] WordsAndEmpty = [.. Words, JqlOperator.Is, JqlOperator.IsNot];

    /// <summary>Whether one of the texts passes.</summary>
    public required Func<SearchContext, Issue, Func<string, bool>, bool> AnyText { get; init; }

    protected override IssueTest Compare(Condition condition, IReadOnlyList<Operand> operands, bool wantsEmpty, Compilation into)
    {
        if (operands is not [ValueOperand value])
        {
            var call = (FunctionOperand)operands[0];
            return JqlFunction.Find(call, into) is null ? IssueTest.Never : into.Fail(MeaningProblems.FunctionValue(condition, call));
        }

        var (query, fault) = TextQuery.Parse(value.Text);
        if (query is null)
        {
            return into.Fail(fault switch
            {
                TextFault.Empty => MeaningProblems.EmptyText(condition),
                TextFault.StartsWithWildcard => MeaningProblems.TextStart(condition, value.Text.TrimStart()),
                TextFault.WordStartsWithWildcard => MeaningProblems.WildcardStart(condition, value.Text),
                TextFault.TooLong => MeaningProblems.TextTooLong(condition),
                TextFault.TooWild => MeaningProblems.TextTooWild(condition),
                TextFault.Unreadable => MeaningProblems.Text(condition, value.Text),
            });
        }

        var context = into.Context;
        bool Matches(string text)
        {
            // One issue has thousands of texts.
            context.Aborted.ThrowIfCancellationRequested();
            return query.Matches(text);
        }

        Func<string, bool> matches = Matches;
        return condition.Operator == JqlOperator.Like
            ? new(issue => AnyText(context, issue, matches))
            : new(issue => AnyText(context, issue, static text => text.Length > 0) && !AnyText(context, issue, matches));
    }
}
