using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Users;

/// <summary>The rules of the users operations.</summary>
internal static class UserRules
{
    private const string Reference = "Reference page of the operation.";
    private const string TextAssumed = Reference + " The text is assumed.";

    public static readonly Rule Myself200 = new("JIRA-MYSELF-200", "The caller; groups and application roles are counted, and listed where expand asks for them.", Observed, "Seen on the live service.");
    public static readonly Rule Get200 = new("JIRA-USER-GET-200", "A user by account id.", DocumentedElsewhere, Reference);
    public static readonly Rule Get404 = new("JIRA-USER-GET-404", "There is no user of that account id.", DocumentedElsewhere, Reference + " The text was seen on the live service.");
    public static readonly Rule Get400 = new("JIRA-USER-GET-400", "No account id is given.", Assumed, "The reference page lists no 400; the parameter is required.");
    public static readonly Rule Search200 = new("JIRA-USER-SEARCH-200", "Users of whom a word of the name, or the email, begins with the query, or whose account id it is, by name; nobody for a caller without a user.", DocumentedElsewhere, Reference + " The order is assumed, and that an account id is found: clients look for users by it (python-jira does before it adds a watcher or assigns).");
    public static readonly Rule Search400 = new("JIRA-USER-SEARCH-400", "Neither query nor accountId nor property is given, or query together with another.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule All200 = new("JIRA-USERS-SEARCH-200", "Every user, active or not, by name.", DocumentedElsewhere, Reference + " The order is assumed.");
    public static readonly Rule Assignable200 = new("JIRA-USER-ASSIGNABLE-200", "The active users who may be assigned issues of a project, by name.", DocumentedElsewhere, Reference + " The order is assumed.");
    public static readonly Rule Assignable400 = new("JIRA-USER-ASSIGNABLE-400", "Neither a project nor an issue is given.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule Assignable404 = new("JIRA-USER-ASSIGNABLE-404", "The project or the issue is unknown, or the caller may not see it.", DocumentedElsewhere, Reference + " The texts are assumed: those that other operations have for a project and for an issue.");
    public static readonly Rule Bulk200 = new("JIRA-USER-BULK-200", "The users of these account ids, a page of them; unknown ones are left out.", DocumentedElsewhere, Reference);
    public static readonly Rule Bulk400 = new("JIRA-USER-BULK-400", "No account id is given, or more than 200.", DocumentedElsewhere, TextAssumed);
}
