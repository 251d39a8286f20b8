using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Permissions;

/// <summary>The rules of the permissions operations.</summary>
internal static class PermissionRules
{
    private const string Reference = "Reference page of the operation.";

    public static readonly Rule Mine200 = new("JIRA-MYPERMISSIONS-200", "Which of these permissions the caller has: on the site, in any project, or in the project or on the issue that is named.", DocumentedElsewhere, Reference);
    public static readonly Rule Mine400 = new("JIRA-MYPERMISSIONS-400", "The parameter permissions is missing, or names one that there is not.", DocumentedElsewhere, Reference + " Texts: the reference for permissions/check; the missing parameter's is assumed.");
    public static readonly Rule Mine404 = new("JIRA-MYPERMISSIONS-404", "The project or issue that is named is unknown, or the caller may not see it.", DocumentedElsewhere, Reference + " The text is that of the operations for projects and issues.");
    public static readonly Rule All200 = new("JIRA-PERMISSIONS-200", "Every permission there is.", DocumentedElsewhere, Reference + " Which ones a site has differs; names and texts are assumed.");
    public static readonly Rule Check200 = new("JIRA-PERMISSIONS-CHECK-200", "Which of these permissions the caller, or the user that is named, has, and for which projects and issues.", DocumentedElsewhere, Reference);
    public static readonly Rule Check400 = new("JIRA-PERMISSIONS-CHECK-400", "No permission of a project is named, one that there is not, an unknown user, or more than 1000 projects or issues.", DocumentedElsewhere, Reference);
    public static readonly Rule Check403 = new("JIRA-PERMISSIONS-CHECK-403", "Another user than the caller is named by one who does not administer the site.", DocumentedElsewhere, Reference + " The text is assumed.");
}
