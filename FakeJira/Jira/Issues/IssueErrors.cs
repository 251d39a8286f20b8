using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Issues;

/// <summary>What is said of mistakes in the fields of an issue.</summary>
internal static class IssueErrors
{
    public static string TooManyComments { get; } = $"The issue cannot have more than {IssueComments.Most} comments.";

    public static string Full => "The site cannot have more issues.";

    public static string TransitionInvalid(IssueDraft draft) => $"Transition id '{draft.Transition}' is not valid for this issue.";

    public static StubResponse Refused(IEnumerable<FieldError> errors, Rule rule, JiraCall call) =>
        JiraErrors.Fields(400, [rule, call.Who], [.. errors.Select(error => (error.Field, Text(error)))]);

    public static string Text(FieldError error) => error.Fault switch
    {
        FieldFault.NotOnScreen => $"Field '{error.Field}' cannot be set. It is not on the appropriate screen, or unknown.",
        FieldFault.SaidTwice => $"Field '{error.Field}' cannot appear in both 'fields' and 'update'",
        FieldFault.OperationUnknown => $"Field with id '{error.Field}' does not support operation '{error.Value}'.",
        FieldFault.ProjectInvalid => "Specify a valid project ID or key",
        FieldFault.ProjectForbidden => "You do not have permission to create issues in this project.",
        FieldFault.TypeMissing => "Specify an issue type",
        FieldFault.TypeInvalid => "Specify a valid issue type",
        FieldFault.SummaryMissing => "You must specify a summary of the issue.",
        FieldFault.SummaryTooLong => "Summary can't exceed 255 characters.",
        FieldFault.SummaryHasLines => "The summary is invalid because it contains newline characters.",
        FieldFault.NotAText => "Operation value must be a string",
        FieldFault.NotADocument => "Operation value must be an Atlassian Document (see the Atlassian Document Format)",
        FieldFault.TextTooLong => "The entered text is too long. It exceeds the allowed limit of 32,767 characters.",
        FieldFault.NotTexts => "data was not an array",
        FieldFault.LabelHasSpace => $"The label '{error.Value}' contains spaces which is invalid.",
        FieldFault.LabelTooLong => "A label cannot be longer than 255 characters.",
        FieldFault.LabelsTooMany => "The issue cannot have more than 1000 labels.",
        FieldFault.NotAReference => "data was not an object",
        FieldFault.PriorityInvalid => "The priority selected is invalid.",
        FieldFault.UserUnknown => $"User '{error.Value}' does not exist.",
        FieldFault.NotAssignable => $"User '{error.Value}' cannot be assigned issues.",
        FieldFault.ReporterInvalid => "The reporter specified is not a user.",
        FieldFault.DateInvalid => $"Error parsing date string: {error.Value}",
        FieldFault.ParentMissing => "Issue type is a sub-task but parent issue key or id not specified.",
        FieldFault.ParentUnseen => "Could not find issue by id or key.",
        FieldFault.ParentUnfit => "Given parent issue does not belong to appropriate hierarchy.",
        FieldFault.LevelInvalid => "The security level specified is invalid.",
        FieldFault.ResolutionInvalid => "The resolution selected is invalid.",
        FieldFault.CommentMissing => "Comment body can not be empty!",
        FieldFault.CommentInvalid => "Comment body is not valid!",
        FieldFault.CommentForbidden => "You do not have the permission to comment on this issue.",
        FieldFault.RoleUnknown => $"Role with id: {error.Value} does not exist.",
        FieldFault.RoleForeign => $"You are currently not a member of the project role: {error.Value}.",
        FieldFault.GroupUnknown => $"Group: {error.Value} does not exist.",
        FieldFault.GroupForeign => $"You are currently not a member of the group: {error.Value}.",
    };
}
