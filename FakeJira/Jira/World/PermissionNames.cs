using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>A permission that the vendor has.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Key">For example VIEW_VOTERS_AND_WATCHERS.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">What its holders may do.</param>
/// <param name="IsGlobal">Whether it is held on the site rather than in a project.</param>
public sealed record PermissionKind(string Id, string Key, string Name, string Description, bool IsGlobal = false);

/// <summary>The permissions there are. Those that no operation asks about are here because clients list them.</summary>
public static class PermissionNames
{
    /// <summary>May administer the site.</summary>
    public const string Administer = "ADMINISTER";

    /// <summary>May be assigned issues.</summary>
    public const string Assignable = "ASSIGNABLE_USER";

    /// <summary>May change a project's roles.</summary>
    public const string AdministerProjects = "ADMINISTER_PROJECTS";

    /// <summary>All of them, the global ones first.</summary>
    public static ImmutableArray<PermissionKind> All { get; } =
    [
        new("0", Administer, "Administer Jira", "Create and administer projects, issue types, fields, workflows, and schemes for all projects.", true),
        new("44", "SYSTEM_ADMIN", "Administer Jira System", "Perform all administration functions.", true),
        new("27", "USER_PICKER", "Browse users and groups", "View and select users or groups from the user picker, and share issues.", true),
        new("22", "CREATE_SHARED_OBJECTS", "Share dashboards and filters", "Share dashboards and filters with other users.", true),
        new("24", "MANAGE_GROUP_FILTER_SUBSCRIPTIONS", "Manage group filter subscriptions", "Create and delete group filter subscriptions.", true),
        new("33", "BULK_CHANGE", "Make bulk changes", "Modify collections of issues at once.", true),
        new("23", AdministerProjects, "Administer Projects", "Manage a project in Jira."),
        new("10", Project.Browse, "Browse Projects", "View projects and the issues within them."),
        new("11", "CREATE_ISSUES", "Create Issues", "Create issues."),
        new("12", "EDIT_ISSUES", "Edit Issues", "Edit issues."),
        new("16", "DELETE_ISSUES", "Delete Issues", "Delete issues."),
        new("46", "TRANSITION_ISSUES", "Transition Issues", "Move issues through the workflow."),
        new("28", "SCHEDULE_ISSUES", "Schedule Issues", "View and edit an issue's due date."),
        new("25", "MOVE_ISSUES", "Move Issues", "Move issues between projects or workflows."),
        new("13", "ASSIGN_ISSUES", "Assign Issues", "Assign issues to other people."),
        new("17", Assignable, "Assignable User", "Be assigned issues."),
        new("14", "RESOLVE_ISSUES", "Resolve Issues", "Resolve and reopen issues, and set fix versions."),
        new("18", "CLOSE_ISSUES", "Close Issues", "Close issues."),
        new("30", "MODIFY_REPORTER", "Modify Reporter", "Change the reporter of an issue."),
        new("21", "LINK_ISSUES", "Link Issues", "Link issues."),
        new("26", "SET_ISSUE_SECURITY", "Set Issue Security", "Set the level of security of an issue."),
        new("31", Project.ViewVoters, "View Voters and Watchers", "View who has voted for an issue and who watches it."),
        new("32", "MANAGE_WATCHERS", "Manage Watchers", "Add and remove watchers of an issue."),
        new("15", "ADD_COMMENTS", "Add Comments", "Comment on issues."),
        new("34", "EDIT_ALL_COMMENTS", "Edit All Comments", "Edit every comment."),
        new("35", "EDIT_OWN_COMMENTS", "Edit Own Comments", "Edit one's own comments."),
        new("36", "DELETE_ALL_COMMENTS", "Delete All Comments", "Delete every comment."),
        new("37", "DELETE_OWN_COMMENTS", "Delete Own Comments", "Delete one's own comments."),
        new("19", "CREATE_ATTACHMENTS", "Create Attachments", "Attach files to issues."),
        new("38", "DELETE_ALL_ATTACHMENTS", "Delete All Attachments", "Delete every attachment."),
        new("39", "DELETE_OWN_ATTACHMENTS", "Delete Own Attachments", "Delete one's own attachments."),
        new("20", "WORK_ON_ISSUES", "Work On Issues", "Log work on issues."),
        new("40", "EDIT_OWN_WORKLOGS", "Edit Own Worklogs", "Edit one's own worklogs."),
        new("41", "EDIT_ALL_WORKLOGS", "Edit All Worklogs", "Edit every worklog."),
        new("42", "DELETE_OWN_WORKLOGS", "Delete Own Worklogs", "Delete one's own worklogs."),
        new("43", "DELETE_ALL_WORKLOGS", "Delete All Worklogs", "Delete every worklog."),
    ];

    private static readonly ImmutableDictionary<string, PermissionKind> ByKey = All.ToImmutableDictionary(permission => permission.Key);

    /// <summary>The permission of a key, or null.</summary>
    public static PermissionKind? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>Whether it is a permission that can be given in a project.</summary>
    internal static bool IsOfProjects(string key) => Find(key) is { IsGlobal: false };

    /// <summary>Whether <paramref name="user"/> holds a permission: on the site, in one of these projects, or, of an issue, where it can be seen.</summary>
    public static bool IsHeld(JiraWorld world, User? user, PermissionKind permission, IEnumerable<Project> projects) =>
        !permission.IsGlobal ? projects.Any(project => project.Allows(user, permission.Key))
        : permission.Key is Administer or "SYSTEM_ADMIN" ? Accounts.IsAdmin(user)
        : user is not null && world.Users.ContainsKey(user.AccountId);
}
