using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Watchers;

/// <summary>The rules of the operations on watchers.</summary>
internal static class WatcherRules
{
    private const string Page = "Issue watchers reference page.";
    private const string AssumedText = " The text is assumed.";

    public static readonly Rule Get200 = new("JIRA-WATCHERS-GET-200", "Whoever can see the issue gets its watchers.", DocumentedElsewhere, Page);
    public static readonly Rule GetNoWatchers200 = new("JIRA-WATCHERS-GET-NO-WATCHERS-200", "Without View voters and watchers: the number of watchers and isWatching, but no watchers.", DocumentedElsewhere, Page + " The values are inferred.");
    public static readonly Rule Add204 = new("JIRA-WATCHERS-ADD-204", "The user whose account id is the body, a JSON text, watches the issue; without a body the caller.", DocumentedElsewhere, Page);
    public static readonly Rule AddAgain204 = new("JIRA-WATCHERS-ADD-AGAIN-204", "They watched it already; nothing changes.", Inferred, "As for votes.");
    public static readonly Rule AddInvalid400 = new("JIRA-WATCHERS-ADD-INVALID-400", "The body is no JSON text.", DocumentedElsewhere, Page + AssumedText);
    public static readonly Rule AddUnseen400 = new("JIRA-WATCHERS-ADD-UNSEEN-400", "That user cannot see the issue.", Inferred, "Jira Server refuses it too." + AssumedText);
    public static readonly Rule Delete204 = new("JIRA-WATCHERS-DELETE-204", "The user of the query parameter accountId watches the issue no longer.", DocumentedElsewhere, Page);
    public static readonly Rule DeleteAbsent204 = new("JIRA-WATCHERS-DELETE-ABSENT-204", "They did not watch it; nothing changes.", Observed, "The suite of a client for the live service does so.");
    public static readonly Rule DeleteMissing400 = new("JIRA-WATCHERS-DELETE-MISSING-400", "The query parameter accountId is missing.", DocumentedElsewhere, Page + AssumedText);
    public static readonly Rule Manage403 = new("JIRA-WATCHERS-MANAGE-403", "Another user than the caller, who lacks Manage watchers.", DocumentedElsewhere, Page + AssumedText);
    public static readonly Rule User404 = new("JIRA-WATCHERS-USER-404", "There is no user of that account id.", DocumentedElsewhere, Page + AssumedText);
    public static readonly Rule Bulk200 = new("JIRA-WATCHING-200", "Whether the caller watches each of the issues in issueIds; false where they cannot see it, or there is none.", DocumentedElsewhere, Page);
    public static readonly Rule Bulk400 = new("JIRA-WATCHING-400", "issueIds is not an array of ids.", Assumed, "The text is that of other bodies that cannot be read.");
}
