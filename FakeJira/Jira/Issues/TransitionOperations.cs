using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Issues;

/// <summary>Shows and takes the transitions of an issue.</summary>
internal static class TransitionOperations
{
    private const string Path = "/issue/{issueIdOrKey}/transitions";
    private static readonly Scopes Read = new("read:jira-work", "read:issue.transition:jira", "read:status:jira", "read:field-configuration:jira");
    private static readonly Scopes Write = new("write:jira-work", "write:issue:jira", "write:issue.property:jira");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.transitions.get", "GET", Path, "The transitions that an issue can take.", Read, [TransitionRules.Get200, JiraRules.Issue404], Get).Knows("expand transitionId", "skipRemoteOnlyCondition includeUnavailableTransitions sortByOpsBarAndStatus"),
        JiraOperation.Define("jira.transitions.take", "POST", Path, "Takes an issue through a transition.", Write, [TransitionRules.Take204, TransitionRules.TakeMissing400, TransitionRules.TakeInvalid400, TransitionRules.TakeFields400, TransitionRules.TakeComments413, JiraRules.Issue404, JiraRules.Full507], Take, Callers.UsersOfWrites, BodyOf.Object).Knows(body: IssueInput.Shape),
    ];

    private static StubResponse Get(JiraCall call) => call.World.SeeIssue(call.User, call["issueIdOrKey"]) is { } issue
        ? JiraJson.Answer(200, (issue, call), Write200, TransitionRules.Get200, call.Who)
        : JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);

    private static StubResponse Take(JiraCall call)
    {
        var draft = IssueInput.Read(call.Body, Screens.Transition, View.Of(call));
        var outcome = call.Change(world => IssueWriting.Move(world, call.User!, call["issueIdOrKey"], draft, call.Now));
        return outcome.Kind switch
        {
            IssueOutcomeKind.Done => IssueOperations.NoContent(TransitionRules.Take204, call),
            IssueOutcomeKind.IssueUnseen => JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who),
            IssueOutcomeKind.TransitionMissing => JiraErrors.Collection(400, [TransitionRules.TakeMissing400, call.Who], "Missing 'transition' identifier"),
            IssueOutcomeKind.TransitionInvalid => IssueOperations.TransitionInvalid(draft, TransitionRules.TakeInvalid400, call),
            IssueOutcomeKind.TooManyComments => IssueOperations.TooManyComments(TransitionRules.TakeComments413, call),
            IssueOutcomeKind.NoRoom => JiraErrors.NoRoom(call),
            IssueOutcomeKind.Refused or IssueOutcomeKind.Forbidden or IssueOutcomeKind.HasSubtasks or IssueOutcomeKind.Full => IssueErrors.Refused(outcome.Errors, TransitionRules.TakeFields400, call),
        };
    }

    private static void Write200(Utf8JsonWriter json, (Issue Issue, JiraCall Call) asked)
    {
        json.WriteStartObject();
        json.WriteString("expand", "transitions");
        TransitionsJson.WriteList(json, asked.Issue, View.Of(asked.Call), asked.Call.List("expand").Contains("transitions.fields"), asked.Call.Text("transitionId"));
        json.WriteEndObject();
    }
}
