using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Issues;

/// <summary>Creates, shows, changes and deletes issues.</summary>
internal static class IssueOperations
{
    private const string Path = "/issue/{issueIdOrKey}";
    private static readonly Scopes Read = new("read:jira-work", "read:issue-meta:jira", "read:issue-security-level:jira", "read:issue.vote:jira", "read:issue.changelog:jira", "read:avatar:jira", "read:issue:jira", "read:status:jira", "read:user:jira", "read:field-configuration:jira");
    private static readonly Scopes Creation = new("write:jira-work", "write:issue:jira", "write:comment:jira", "write:comment.property:jira", "write:attachment:jira", "read:issue:jira");
    private static readonly Scopes Write = new("write:jira-work", "write:issue:jira");
    private static readonly Scopes Deletion = new("write:jira-work", "delete:issue:jira");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.issues.create", "POST", "/issue", "Creates an issue.", Creation, [IssueRules.Create201, IssueRules.Create400, IssueRules.CreateTransition400, IssueRules.CreateComments413, IssueRules.Full507, JiraRules.Full507], Create, Callers.UsersOfWrites, BodyOf.Object).Knows(unread: "updateHistory", body: IssueInput.Shape),
        JiraOperation.Define("jira.issues.get", "GET", Path, "An issue with its fields.", Read, [IssueRules.Get200, JiraRules.Issue404], Get).Knows("fields expand properties", "fieldsByKeys updateHistory failFast"),
        JiraOperation.Define("jira.issues.edit", "PUT", Path, "Changes fields of an issue.", Write, [IssueRules.Edit204, IssueRules.Edit200, IssueRules.Edit400, IssueRules.EditTransition400, IssueRules.EditComments413, JiraRules.Issue404, JiraRules.Full507], Edit, Callers.UsersOfWrites, BodyOf.Object).Knows("returnIssue expand", "notifyUsers overrideScreenSecurity overrideEditableFlag", IssueInput.Shape),
        JiraOperation.Define("jira.issues.delete", "DELETE", Path, "Deletes an issue.", Deletion, [IssueRules.Delete204, IssueRules.DeleteSubtasks400, IssueRules.Delete403, JiraRules.Issue404], Delete, Callers.UsersOfWrites).Knows("deleteSubtasks"),
        JiraOperation.Define("jira.issues.assign", "PUT", Path + "/assignee", "Assigns an issue to a user.", Write, [IssueRules.Assign204, IssueRules.Assign400, JiraRules.Issue404, JiraRules.Full507], Assign, Callers.UsersOfWrites, BodyOf.Object).Knows(body: FieldReaders.UserShape),
    ];

    private static StubResponse Get(JiraCall call) =>
        call.World.SeeIssue(call.User, call["issueIdOrKey"]) is { } issue
            ? JiraJson.Answer(200, call.Request.Site.Passing<WrittenOnce>().Of(call, issue, (call, issue), Asked), IssueRules.Get200, call.Who)
            : JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);

    private static byte[] Asked((JiraCall Call, Issue Issue) asked)
    {
        var (call, issue) = asked;
        return JiraJson.Bytes(new IssueJson(issue, View.Of(call), FieldSelection.Of(call.List("fields")), call.List("expand"), call.Text("properties") is not null), IssueJson.Write);
    }

    private static StubResponse Create(JiraCall call)
    {
        var draft = IssueInput.Read(call.Body, Screens.Create, View.Of(call));
        var outcome = call.Change(world => IssueWriting.Create(world, call.User!, draft, call.Now));
        return outcome.Kind switch
        {
            IssueOutcomeKind.Done => JiraJson.Answer(201, (outcome.Issue!, draft.Transition, call.ApiUrl), WriteCreated, IssueRules.Create201, call.Who),
            IssueOutcomeKind.TransitionInvalid => TransitionInvalid(draft, IssueRules.CreateTransition400, call),
            IssueOutcomeKind.TooManyComments => TooManyComments(IssueRules.CreateComments413, call),
            IssueOutcomeKind.NoRoom => JiraErrors.NoRoom(call),
            IssueOutcomeKind.Full => JiraErrors.Collection(507, [IssueRules.Full507, call.Who], IssueErrors.Full),
            IssueOutcomeKind.Refused or IssueOutcomeKind.IssueUnseen or IssueOutcomeKind.TransitionMissing or IssueOutcomeKind.Forbidden or IssueOutcomeKind.HasSubtasks => IssueErrors.Refused(outcome.Errors, IssueRules.Create400, call),
        };
    }

    private static StubResponse Edit(JiraCall call)
    {
        var draft = IssueInput.Read(call.Body, Screens.Edit, View.Of(call));
        var outcome = call.Change(world => IssueWriting.Edit(world, call.User!, call["issueIdOrKey"], draft, call.Now) is var (next, done) ? (next, (done, next)) : default);
        return outcome.done.Kind switch
        {
            IssueOutcomeKind.Done => call.Text("returnIssue") == "true"
                ? Shown(outcome.done.Issue!, View.Of(call, outcome.next), FieldSelection.All, call, IssueRules.Edit200)
                : NoContent(IssueRules.Edit204, call),
            IssueOutcomeKind.IssueUnseen => JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who),
            IssueOutcomeKind.TransitionInvalid => TransitionInvalid(draft, IssueRules.EditTransition400, call),
            IssueOutcomeKind.TooManyComments => TooManyComments(IssueRules.EditComments413, call),
            IssueOutcomeKind.NoRoom => JiraErrors.NoRoom(call),
            IssueOutcomeKind.Refused or IssueOutcomeKind.TransitionMissing or IssueOutcomeKind.Forbidden or IssueOutcomeKind.HasSubtasks or IssueOutcomeKind.Full => IssueErrors.Refused(outcome.done.Errors, IssueRules.Edit400, call),
        };
    }

    private static StubResponse Delete(JiraCall call)
    {
        var outcome = call.Change(world => IssueWriting.Delete(world, call.User!, call["issueIdOrKey"], string.Equals(call.Text("deleteSubtasks"), "true", StringComparison.OrdinalIgnoreCase)));
        return outcome.Kind switch
        {
            IssueOutcomeKind.Done => NoContent(IssueRules.Delete204, call),
            IssueOutcomeKind.HasSubtasks => JiraErrors.Collection(400, [IssueRules.DeleteSubtasks400, call.Who], $"The issue '{outcome.Issue!.Key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks."),
            IssueOutcomeKind.Forbidden => JiraErrors.Collection(403, [IssueRules.Delete403, call.Who], "You do not have permission to delete issues in this project."),
            IssueOutcomeKind.IssueUnseen or IssueOutcomeKind.Refused or IssueOutcomeKind.TransitionMissing or IssueOutcomeKind.TransitionInvalid or IssueOutcomeKind.TooManyComments or IssueOutcomeKind.Full or IssueOutcomeKind.NoRoom => JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who),
        };
    }

    private static StubResponse Assign(JiraCall call)
    {
        var (draft, fault) = FieldReaders.Read(new IssueDraft { Fields = ["assignee"] }, "assignee", call.Body, documents: false);
        draft = fault is { } wrong ? draft with { Errors = [new("assignee", wrong)] } : draft;
        var outcome = call.Change(world => IssueWriting.Edit(world, call.User!, call["issueIdOrKey"], draft, call.Now));
        return outcome.Kind switch
        {
            IssueOutcomeKind.Done => NoContent(IssueRules.Assign204, call),
            IssueOutcomeKind.NoRoom => JiraErrors.NoRoom(call),
            IssueOutcomeKind.IssueUnseen => JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who),
            IssueOutcomeKind.Refused or IssueOutcomeKind.TransitionMissing or IssueOutcomeKind.TransitionInvalid or IssueOutcomeKind.Forbidden or IssueOutcomeKind.HasSubtasks or IssueOutcomeKind.TooManyComments or IssueOutcomeKind.Full => IssueErrors.Refused(outcome.Errors, IssueRules.Assign400, call),
        };
    }

    internal static StubResponse NoContent(Rule rule, JiraCall call) => new() { Status = 204, Rules = [rule, call.Who] };

    internal static StubResponse TransitionInvalid(IssueDraft draft, Rule rule, JiraCall call) => JiraErrors.Collection(400, [rule, call.Who], IssueErrors.TransitionInvalid(draft));

    internal static StubResponse TooManyComments(Rule rule, JiraCall call) => JiraErrors.Collection(413, [rule, call.Who], IssueErrors.TooManyComments);

    private static StubResponse Shown(Issue issue, View view, FieldSelection selection, JiraCall call, Rule rule) =>
        JiraJson.Answer(200, new IssueJson(issue, view, selection, call.List("expand")), IssueJson.Write, rule, call.Who);

    internal static void WriteCreated(Utf8JsonWriter json, (Issue Issue, string? Transition, string ApiUrl) created)
    {
        json.WriteStartObject();
        json.WriteString("id", created.Issue.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("key", created.Issue.Key);
        json.WriteString("self", IssueReferenceJson.SelfOf(created.Issue, created.ApiUrl));
        if (created.Transition is not null)
        {
            json.WritePropertyName("transition");
            json.WriteRawValue("""{"status":200,"errorCollection":{"errorMessages":[],"errors":{}}}"""u8, skipInputValidation: true);
        }

        json.WriteEndObject();
    }
}
