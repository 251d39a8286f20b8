using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Comments;

/// <summary>The rules of the operations on comments.</summary>
internal static class CommentRules
{
    private const string Page = "Issue comments reference page.";
    private const string AssumedText = " The text is assumed.";

    public static readonly Rule List200 = new("JIRA-COMMENTS-LIST-200", "A page of the comments that the caller can see: oldest first, with orderBy=-created newest first.", DocumentedElsewhere, Page);
    public static readonly Rule List400 = new("JIRA-COMMENTS-LIST-400", "orderBy is anything but created, -created or +created.", DocumentedElsewhere, Page + AssumedText);
    public static readonly Rule Get200 = new("JIRA-COMMENTS-GET-200", "One comment, if the caller can see it.", DocumentedElsewhere, Page);
    public static readonly Rule Add201 = new("JIRA-COMMENTS-ADD-201", "The comment is added.", DocumentedElsewhere, Page);
    public static readonly Rule Edit200 = new("JIRA-COMMENTS-EDIT-200", "The comment is changed; its author stays, updateAuthor is the caller.", DocumentedElsewhere, Page);
    public static readonly Rule Delete204 = new("JIRA-COMMENTS-DELETE-204", "The comment is deleted.", DocumentedElsewhere, Page);
    public static readonly Rule Body400 = new("JIRA-COMMENTS-BODY-400", "The body of the comment is missing, too long, or (version 3) no document, (versions 2 and latest) no text.", DocumentedElsewhere, Page + " The texts are inferred from Jira Server.");
    public static readonly Rule Permission400 = new("JIRA-COMMENTS-PERMISSION-400", "The caller may not comment, or not change or delete this comment.", DocumentedElsewhere, Page + AssumedText);
    public static readonly Rule Role400 = new("JIRA-COMMENTS-ROLE-400", "The comment is for a role of the project that the caller does not have.", Observed, "Seen on the live service where a comment is added; that one is changed alike, and what is told of several mistakes, is assumed.");
    public static readonly Rule Visibility400 = new("JIRA-COMMENTS-VISIBILITY-400", "The comment is for a group that the caller is not in, or for a group or a role that there is not.", Inferred, "Jira Server says so, with these texts; that of a role was seen on the live service. That identifier counts before value is assumed. That a site can have no comments for groups (GROUP_VISIBILITY_SETTING_NOT_ENABLED) is not simulated.");
    public static readonly Rule TooMany413 = new("JIRA-COMMENTS-TOO-MANY-413", "The issue has 5000 comments.", DocumentedElsewhere, Page + AssumedText);
    public static readonly Rule Comment404 = new("JIRA-COMMENTS-COMMENT-404", "There is no such comment of this issue, or it is for others.", DocumentedElsewhere, Page + " The text is inferred from Jira Server.");
}
