using FakeJira.Jira.World;

namespace FakeJira.Jira;

/// <summary>What a test said of an issue, found in the catalogue; a name that is not there is the test's mistake.</summary>
internal static class Arranged
{
    public static IssueType Type(string? name, bool isPart) =>
        name is null ? isPart ? Catalogue.Subtask : Catalogue.Task : Known("issue type", name, Catalogue.IssueTypeOf(name), Catalogue.IssueTypes.Select(type => type.Name));

    public static Status Status(string? name, string? resolution) =>
        name is null ? resolution is null ? Catalogue.ToDo : Catalogue.Done : Known("status", name, Catalogue.StatusOf(name), Catalogue.Statuses.Select(status => status.Name));

    public static Priority Priority(string? name) =>
        name is null ? Catalogue.Medium : Known("priority", name, Catalogue.PriorityOf(name), Catalogue.Priorities.Select(priority => priority.Name));

    public static Resolution? Resolution(string? name) =>
        name is null ? null : Known("resolution", name, Catalogue.ResolutionOf(name), Catalogue.Resolutions.Select(resolution => resolution.Name));

    /// <summary>An issue after it was resolved, or with null made unresolved.</summary>
    public static Issue Resolved(Issue issue, string? resolution, DateTimeOffset now) =>
        Workflow.Take(issue, resolution is null ? Workflow.Start : Workflow.End, Resolution(resolution), now);

    /// <summary>An issue after the transition to a status.</summary>
    public static Issue Moved(Issue issue, string status, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(status);
        var to = Status(status, null);
        return Workflow.Take(issue, Catalogue.Transitions.First(transition => transition.To == to), null, now);
    }

    private static T Known<T>(string what, string name, T? found, IEnumerable<string> names)
        where T : class => found ?? throw new FakeJiraException($"There is no {what} '{name}'; there are: {string.Join(", ", names)}.");
}
