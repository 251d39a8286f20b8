using FakeJira.Jira.Search.Jql;

namespace FakeJira.Jira.Search.Fields;

/// <summary>What the values of a query mean.</summary>
internal static class Resolvers
{
    /// <summary>Users by account id, email or display name; currentUser() and membersOf().</summary>
    public static IEnumerable<string>? User(Operand operand, Condition condition, Compilation into)
    {
        var (world, caller) = (into.Context.World, into.Context.Caller);
        if (operand is FunctionOperand call)
        {
            return JqlFunction.Find(call, into) is not { } function ? null : function.Kind switch
            {
                FunctionKind.User => caller is null ? [] : [caller.AccountId],
                FunctionKind.Users => Members(call, into),
                FunctionKind.Issues or FunctionKind.Moment => Note(MeaningProblems.FunctionValue(condition, call), into),
            };
        }

        var value = (ValueOperand)operand;
        if (world.Users.ContainsKey(value.Text))
        {
            return [value.Text];
        }

        var named = into.Context.Names.Users(value.Text);
        return named.Any() ? named : Note(MeaningProblems.Value(condition, value with { IsNumber = false }), into);
    }

    /// <summary>Projects that the caller may browse, by key, name or id.</summary>
    public static IEnumerable<string>? Project(Operand operand, Condition condition, Compilation into)
    {
        if (operand is FunctionOperand call)
        {
            return NoFunction(call, condition, into);
        }

        var value = (ValueOperand)operand;
        var projects = into.Context.World.Projects;
        var project = projects.GetValueOrDefault(value.Text.ToUpperInvariant())
            ?? into.Context.Names.Project(value.Text);
        return project is not null && project.Allows(into.Context.Caller, World.Project.Browse) ? [project.Key] : Note(MeaningProblems.Value(condition, value), into);
    }

    /// <summary>Values of a fixed list, found by any of their names.</summary>
    public static Resolver Named(Func<string, string?> find) => (operand, condition, into) => operand is FunctionOperand call ? NoFunction(call, condition, into)
        : find(((ValueOperand)operand).Text) is { } name ? [name]
        : Note(MeaningProblems.Value(condition, (ValueOperand)operand), into);

    /// <summary>Any text, as it is.</summary>
    public static IEnumerable<string>? Text(Operand operand, Condition condition, Compilation into) =>
        operand is FunctionOperand call ? NoFunction(call, condition, into) : [((ValueOperand)operand).Text];

    private static IEnumerable<string>? Members(FunctionOperand call, Compilation into)
    {
        var group = call.Arguments[0];
        var members = into.Context.Names.Members(group);
        return members.Any() || group == World.User.Administrators ? members : Note(MeaningProblems.Group(call, group), into);
    }

    private static IEnumerable<string>? NoFunction(FunctionOperand call, Condition condition, Compilation into) =>
        JqlFunction.Find(call, into) is null ? null : Note(MeaningProblems.FunctionValue(condition, call), into);

    private static IEnumerable<string>? Note(JqlProblem problem, Compilation into)
    {
        into.Note(problem);
        return null;
    }
}
