using System.Collections.Frozen;

namespace FakeJira.Jira.Issues;

/// <summary>Which fields can be said where.</summary>
internal static class Screens
{
    public static FrozenSet<string> Create { get; } = FrozenSet.ToFrozenSet(["project", "issuetype", "summary", "description", "priority", "labels", "assignee", "reporter", "duedate", "parent", "security"]);

    public static FrozenSet<string> Edit { get; } = FrozenSet.ToFrozenSet(Create.Where(field => field != "project"));

    public static FrozenSet<string> Transition { get; } = FrozenSet.ToFrozenSet(["resolution"]);
}
