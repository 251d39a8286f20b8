using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Issues;

/// <summary>The rules of the operations on issues.</summary>
internal static class IssueRules
{
    private const string Page = "Issues reference page.";
    private const string Texts = " The texts of project, issue type, summary, unknown fields and documents are observed, the others assumed.";

    public static readonly Rule Get200 = new("JIRA-ISSUE-GET-200", "Whoever can see the issue gets it: found by id, key in any case, or a key it had before; fields, expand and properties choose what of it.", DocumentedElsewhere, Page + " Fields of features that are not simulated are empty, and so are properties, which are not kept; expand=versionedRepresentations adds nothing. The form of renderedFields is observed; that moments of the last days are not relative there is assumed.");

    public static readonly Rule Create201 = new("JIRA-ISSUE-CREATE-201", "The issue is created: id, key and self. The next number of its project is used once.", DocumentedElsewhere, Page + " That its creator watches it is inferred. The member properties is accepted and not kept.");
    public static readonly Rule Create400 = new("JIRA-ISSUE-CREATE-400", "Fields are missing, wrong or not on the screen, each named in errors. Project and issue type are checked first.", DocumentedElsewhere, Page + Texts);
    public static readonly Rule CreateTransition400 = new("JIRA-ISSUE-CREATE-TRANSITION-400", "The transition that is said with a new issue is none.", DocumentedElsewhere, Page + " The text is assumed.");
    public static readonly Rule Full507 = new("JIRA-ISSUES-FULL-507", "The site has no room for another issue (switch jiraIssues); none is created. What a test or a seed arranges always has room.", Assumed, "A limit of this server, so that no client can fill its memory; with a status that the vendor is not known to use.");
    public static readonly Rule CreateComments413 = new("JIRA-ISSUE-CREATE-COMMENTS-413", "More comments in update than an issue can have: 5000.", Assumed, "The vendor's other operations say 413 for this limit.");

    public static readonly Rule Edit204 = new("JIRA-ISSUE-EDIT-204", "The fields are changed, all or none.", DocumentedElsewhere, Page);
    public static readonly Rule Edit200 = new("JIRA-ISSUE-EDIT-200", "The same with returnIssue: the issue as it is now.", DocumentedElsewhere, Page);
    public static readonly Rule Edit400 = new("JIRA-ISSUE-EDIT-400", "Fields are wrong, not on the screen, or may not be changed by the caller, each named in errors; nothing is changed.", DocumentedElsewhere, Page + Texts);
    public static readonly Rule EditTransition400 = new("JIRA-ISSUE-EDIT-TRANSITION-400", "The transition that is said with changed fields is none.", DocumentedElsewhere, Page + " The text is assumed.");
    public static readonly Rule EditComments413 = new("JIRA-ISSUE-EDIT-COMMENTS-413", "The issue would have more than 5000 comments.", Assumed, "The vendor's other operations say 413 for this limit.");

    public static readonly Rule Delete204 = new("JIRA-ISSUE-DELETE-204", "The issue is deleted, with its votes, watchers and comments; with deleteSubtasks=true its subtasks too.", DocumentedElsewhere, Page);
    public static readonly Rule DeleteSubtasks400 = new("JIRA-ISSUE-DELETE-SUBTASKS-400", "The issue has subtasks and deleteSubtasks is not true.", DocumentedElsewhere, Page + " The text is assumed.");
    public static readonly Rule Delete403 = new("JIRA-ISSUE-DELETE-403", "The caller lacks Delete issues.", DocumentedElsewhere, Page + " The text is assumed.");

    public static readonly Rule Assign204 = new("JIRA-ISSUE-ASSIGN-204", "The issue is assigned, with a null account id to nobody.", DocumentedElsewhere, Page);
    public static readonly Rule Assign400 = new("JIRA-ISSUE-ASSIGN-400", "The account id is missing or unknown, or that user cannot be assigned.", DocumentedElsewhere, Page + " The text is assumed.");
}
