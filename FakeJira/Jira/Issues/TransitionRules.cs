using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Issues;

/// <summary>The rules of the operations on transitions.</summary>
internal static class TransitionRules
{
    private const string Page = "Issues reference page.";

    public static readonly Rule Get200 = new("JIRA-TRANSITIONS-GET-200", "The transitions that the caller may take: none without Transition issues. There is one workflow, To Do, In Progress and Done, open from everywhere to everywhere.", DocumentedElsewhere, Page + " The workflow is that of a new site.");
    public static readonly Rule Take204 = new("JIRA-TRANSITIONS-TAKE-204", "The issue has the transition's status. Done gives it the resolution that was said, or Done; the others make it unresolved.", DocumentedElsewhere, Page);
    public static readonly Rule TakeMissing400 = new("JIRA-TRANSITIONS-TAKE-MISSING-400", "No transition is said.", DocumentedElsewhere, Page + " The text is inferred from Jira Server.");
    public static readonly Rule TakeInvalid400 = new("JIRA-TRANSITIONS-TAKE-INVALID-400", "There is no such transition, or the caller lacks Transition issues.", DocumentedElsewhere, Page + " The text is assumed.");
    public static readonly Rule TakeFields400 = new("JIRA-TRANSITIONS-TAKE-FIELDS-400", "A field is not on the screen of the transition, or wrong: only Done has one, with the resolution.", DocumentedElsewhere, Page + " The texts are assumed.");
    public static readonly Rule TakeComments413 = new("JIRA-TRANSITIONS-TAKE-COMMENTS-413", "The issue would have more than 5000 comments.", DocumentedElsewhere, Page + " The text is assumed.");
}
