using FakeJira.Jira.Search.Jql;

namespace FakeJira.Jira.Search.Fields;

/// <summary>A query on its way from what was written to what can be asked of an issue. Gathers all mistakes of meaning.</summary>
internal sealed class Compilation(SearchContext context)
{
    private readonly List<JqlProblem> _problems = [];
    private readonly HashSet<JqlProblem> _noted = [];

    public SearchContext Context => context;

    public IReadOnlyList<JqlProblem> Problems => _problems;

    public IssueTest Fail(JqlProblem problem)
    {
        Note(problem);
        return IssueTest.Never;
    }

    public void Note(JqlProblem problem)
    {
        if (_noted.Add(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>
    /// Compiles a condition. A negation is pushed inwards until it meets an operator and becomes its opposite, as the vendor does: NOT assignee = x
    /// leaves out unassigned issues just as assignee != x does.
    /// </summary>
    public IssueTest Compile(Clause clause, bool negated = false) => clause switch
    {
        Negation not => Compile(not.Inner, !negated),
        AllOf all => negated ? IssueTest.Any(Parts(all.Parts, true)) : IssueTest.All(Parts(all.Parts, false)),
        AnyOf any => negated ? IssueTest.All(Parts(any.Parts, true)) : IssueTest.Any(Parts(any.Parts, false)),
        Condition condition => Compile(negated ? condition with { Operator = condition.Operator.Opposite() } : condition),
        _ => IssueTest.Never,
    };

    private IssueTest Compile(Condition condition)
    {
        context.Aborted.ThrowIfCancellationRequested();
        return SearchFields.Find(condition.Field) is { } field ? field.Test(condition, this)
            : Fail(SearchFields.IsKnownToVendor(condition.Field) ? MeaningProblems.FieldNotSimulated(condition.Field) : MeaningProblems.Field(condition.Field));
    }

    private List<IssueTest> Parts(IReadOnlyList<Clause> parts, bool negated) => [.. parts.Select(part => Compile(part, negated))];
}
