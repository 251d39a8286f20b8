using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>A kind of issue.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Name">For example Bug.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Level">1 for epics, 0 for most, -1 for subtasks.</param>
/// <param name="AvatarId">The number of its icon.</param>
public sealed record IssueType(string Id, string Name, string Description, int Level, int AvatarId)
{
    /// <summary>Whether issues of it have a parent.</summary>
    public bool IsSubtask => Level < 0;
}

/// <summary>What statuses mean to the board.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Key">new, indeterminate or done.</param>
/// <param name="Name">For people.</param>
/// <param name="Color">The name of its colour.</param>
public sealed record StatusCategory(int Id, string Key, string Name, string Color);

/// <summary>Where an issue stands in the workflow.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Name">For example In Progress.</param>
/// <param name="Category">What it means.</param>
public sealed record Status(string Id, string Name, StatusCategory Category);

/// <summary>How much an issue matters.</summary>
/// <param name="Id">Its number, as text; a lower one matters more.</param>
/// <param name="Name">For example High.</param>
/// <param name="Description">What it means.</param>
/// <param name="Color">Six hexadecimal digits after a number sign.</param>
public sealed record Priority(string Id, string Name, string Description, string Color);

/// <summary>Why nothing more is done about an issue.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Name">For example Done.</param>
/// <param name="Description">What it means.</param>
public sealed record Resolution(string Id, string Name, string Description);

/// <summary>A step of the workflow; every one of them can be taken from every status.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Name">What the button says.</param>
/// <param name="To">The status after it.</param>
public sealed record Transition(string Id, string Name, Status To)
{
    /// <summary>Whether it resolves the issue; the others make it unresolved again.</summary>
    public bool Resolves => To.Category == Catalogue.Completed;
}

/// <summary>What never changes on a site: its types, statuses, priorities, resolutions and the one workflow, with the ids of a new site of the vendor.</summary>
public static class Catalogue
{
    internal static readonly StatusCategory Undefined = new(1, "undefined", "No Category", "medium-gray");
    internal static readonly StatusCategory New = new(2, "new", "To Do", "blue-gray");
    internal static readonly StatusCategory Started = new(4, "indeterminate", "In Progress", "yellow");
    internal static readonly StatusCategory Completed = new(3, "done", "Done", "green");

    internal static readonly IssueType Task = new("10002", "Task", "A small, distinct piece of work.", 0, 10318);
    internal static readonly IssueType Subtask = new("10003", "Sub-task", "A small piece of work that's part of a larger task.", -1, 10316);
    internal static readonly Status ToDo = new("10000", "To Do", New);
    internal static readonly Status Done = new("10001", "Done", Completed);
    internal static readonly Priority Medium = new("3", "Medium", "Has the potential to affect progress.", "#f79232");
    internal static readonly Resolution Resolved = new("10000", "Done", "Work has been completed on this issue.");

    /// <summary>The kinds of issues.</summary>
    public static ImmutableArray<IssueType> IssueTypes { get; } =
    [
        new("10000", "Epic", "A big user story that needs to be broken down.", 1, 10307),
        new("10001", "Story", "Functionality or a feature expressed as a user goal.", 0, 10315),
        Task,
        Subtask,
        new("10004", "Bug", "A problem or error.", 0, 10303),
    ];

    /// <summary>The categories of statuses.</summary>
    public static ImmutableArray<StatusCategory> StatusCategories { get; } = [Undefined, New, Started, Completed];

    /// <summary>The statuses.</summary>
    public static ImmutableArray<Status> Statuses { get; } = [ToDo, new("3", "In Progress", Started), Done];

    /// <summary>The priorities, what matters most first.</summary>
    public static ImmutableArray<Priority> Priorities { get; } =
    [
        new("1", "Highest", "This problem will block progress.", "#d04437"),
        new("2", "High", "Serious problem that could block progress.", "#f15C75"),
        Medium,
        new("4", "Low", "Minor problem or easily worked around.", "#707070"),
        new("5", "Lowest", "Trivial problem with little or no impact on progress.", "#999999"),
    ];

    /// <summary>The resolutions.</summary>
    public static ImmutableArray<Resolution> Resolutions { get; } =
    [
        Resolved,
        new("10001", "Won't Do", "This issue won't be actioned."),
        new("10002", "Duplicate", "The problem is a duplicate of an existing issue."),
        new("10003", "Cannot Reproduce", "All attempts at reproducing this issue failed, or not enough information was available to reproduce the issue."),
    ];

    /// <summary>The steps of the workflow.</summary>
    public static ImmutableArray<Transition> Transitions { get; } = [new("11", "To Do", Statuses[0]), new("21", "In Progress", Statuses[1]), new("31", "Done", Statuses[2])];

    /// <summary>The one of a name in any case, or null.</summary>
    public static Resolution? ResolutionOf(string name) => Resolutions.FirstOrDefault(each => Same(each.Name, name));

    /// <inheritdoc cref="ResolutionOf"/>
    public static IssueType? IssueTypeOf(string name) => IssueTypes.FirstOrDefault(each => Same(each.Name, name));

    /// <inheritdoc cref="ResolutionOf"/>
    public static Status? StatusOf(string name) => Statuses.FirstOrDefault(each => Same(each.Name, name));

    /// <inheritdoc cref="ResolutionOf"/>
    public static Priority? PriorityOf(string name) => Priorities.FirstOrDefault(each => Same(each.Name, name));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
