using System.Collections.Frozen;
using FakeJira.Jira.Search.Jql;

namespace FakeJira.Jira.Search.Fields;

internal enum FunctionKind
{
    /// <summary>One user.</summary>
    User,

    /// <summary>Several users.</summary>
    Users,

    /// <summary>Several issues.</summary>
    Issues,

    /// <summary>A moment.</summary>
    Moment,
}

/// <summary>A function that can stand for a value.</summary>
internal sealed record JqlFunction(string Name, FunctionKind Kind, int LeastArguments, int MostArguments)
{
    private static readonly FrozenDictionary<string, JqlFunction> Known = new JqlFunction[]
    {
        new("currentUser", FunctionKind.User, 0, 0),
        new("membersOf", FunctionKind.Users, 1, 1),
        new("votedIssues", FunctionKind.Issues, 0, 0),
        new("watchedIssues", FunctionKind.Issues, 0, 0),
        new("now", FunctionKind.Moment, 0, 0),
        new("startOfDay", FunctionKind.Moment, 0, 1),
        new("startOfWeek", FunctionKind.Moment, 0, 1),
        new("startOfMonth", FunctionKind.Moment, 0, 1),
        new("startOfYear", FunctionKind.Moment, 0, 1),
        new("endOfDay", FunctionKind.Moment, 0, 1),
        new("endOfWeek", FunctionKind.Moment, 0, 1),
        new("endOfMonth", FunctionKind.Moment, 0, 1),
        new("endOfYear", FunctionKind.Moment, 0, 1),
    }.ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NotSimulated = FrozenSet.ToFrozenSet(
    [
        "approved", "approver", "breached", "cascadeOption", "choiceOption", "closedSprints", "completed", "componentsLeadByUser", "currentLogin", "earliestUnreleasedVersion", "elapsed",
        "everbreached", "futureSprints", "issueHistory", "issuesWithRemoteLinksByGlobalId", "issueTypesWithLinkedIssues", "lastLogin", "latestReleasedVersion", "linkedIssue", "linkedIssues",
        "myApproval", "myPending", "openSprints", "organizationMembers", "parentEpic", "paused", "pending", "pendingBy", "projectsLeadByUser", "projectsWhereUserHasPermission",
        "projectsWhereUserHasRole", "releasedVersions", "remaining", "running", "standardIssueTypes", "subtaskIssueTypes", "unreleasedVersions", "updatedBy", "withinCalendarHours",
    ], StringComparer.OrdinalIgnoreCase);

    private bool IsList => Kind is FunctionKind.Users or FunctionKind.Issues;

    public static bool IsKnown(FunctionOperand call) => Known.ContainsKey(call.Name);

    public static bool IsListFunction(FunctionOperand call) => Known.TryGetValue(call.Name, out var function) && function.IsList;

    /// <summary>The function that is called; null, with the reason noted, when it cannot be.</summary>
    public static JqlFunction? Find(FunctionOperand call, Compilation into)
    {
        if (!Known.TryGetValue(call.Name, out var function))
        {
            into.Note(NotSimulated.Contains(call.Name) ? MeaningProblems.FunctionNotSimulated(call) : MeaningProblems.Function(call));
            return null;
        }

        if (call.Arguments.Count >= function.LeastArguments && call.Arguments.Count <= function.MostArguments)
        {
            return function;
        }

        into.Note(MeaningProblems.Arguments(call, function.LeastArguments, function.MostArguments));
        return null;
    }
}
