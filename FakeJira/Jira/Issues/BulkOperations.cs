using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Issues;

/// <summary>Creates many issues at once.</summary>
internal static class BulkOperations
{
    private const int Limit = 50;
    private const string Page = "Issues reference page.";

    private static readonly Rule Create201 = new("JIRA-ISSUE-BULK-201", "Each issue is created or not, by itself: those that are, and what is wrong with the others, which are counted from 0.", DocumentedElsewhere, Page + " Its errors are those of a single issue.");
    private static readonly Rule Create400 = new("JIRA-ISSUE-BULK-400", "None of the issues can be created.", DocumentedElsewhere, Page);
    private static readonly Rule CreateBody400 = new("JIRA-ISSUE-BULK-BODY-400", "issueUpdates is no array of 1 to 50 objects.", DocumentedElsewhere, Page + " The text is that of other bodies that cannot be read.");
    private static readonly Scopes Write = new("write:jira-work", "write:issue:jira", "write:comment:jira", "write:comment.property:jira", "write:attachment:jira", "read:issue:jira");

    private static readonly BodyShape Shape = new("issueUpdates") { Inside = new Dictionary<string, BodyShape> { ["issueUpdates"] = IssueInput.Shape } };

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.issues.createMany", "POST", "/issue/bulk", "Creates up to 50 issues.", Write, [Create201, Create400, CreateBody400], Create, Callers.UsersOfWrites, BodyOf.Object).Knows(body: Shape),
    ];

    private static StubResponse Create(JiraCall call)
    {
        if (!call.Body.TryGetProperty("issueUpdates", out var wanted) || wanted.ValueKind != JsonValueKind.Array || wanted.GetArrayLength() is < 1 or > Limit || wanted.EnumerateArray().Any(each => each.ValueKind != JsonValueKind.Object))
        {
            return JiraErrors.Collection(400, [CreateBody400, call.Who], "Invalid request payload. Refer to the REST API documentation and try again.");
        }

        var view = View.Of(call);
        IssueDraft[] drafts = [.. wanted.EnumerateArray().Select(each => IssueInput.Read(each, Screens.Create, view))];
        var outcomes = call.Change(world =>
        {
            var made = new IssueOutcome[drafts.Length];
            for (var i = 0; i < drafts.Length; i++)
            {
                (world, made[i]) = IssueWriting.Create(world, call.User!, drafts[i], call.Now);
            }

            return (world, made);
        });
        var any = outcomes.Any(outcome => outcome.Kind == IssueOutcomeKind.Done);
        return JiraJson.Answer(any ? 201 : 400, (outcomes, drafts, call.ApiUrl), WriteOutcomes, any ? Create201 : Create400, call.Who);
    }

    private static void WriteOutcomes(Utf8JsonWriter json, (IssueOutcome[] Outcomes, IssueDraft[] Drafts, string ApiUrl) made)
    {
        json.WriteStartObject();
        json.WriteStartArray("issues");
        foreach (var (outcome, draft) in made.Outcomes.Zip(made.Drafts))
        {
            if (outcome.Issue is { } issue)
            {
                IssueOperations.WriteCreated(json, (issue, draft.Transition, made.ApiUrl));
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("errors");
        for (var i = 0; i < made.Outcomes.Length; i++)
        {
            if (made.Outcomes[i].Issue is null)
            {
                WriteError(json, i, made.Outcomes[i], made.Drafts[i]);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? Message(IssueOutcomeKind kind, IssueDraft draft) => kind switch
    {
        IssueOutcomeKind.TransitionInvalid => IssueErrors.TransitionInvalid(draft),
        IssueOutcomeKind.TooManyComments => IssueErrors.TooManyComments,
        IssueOutcomeKind.Full => IssueErrors.Full,
        IssueOutcomeKind.NoRoom => JiraErrors.NoRoomText,
        IssueOutcomeKind.Done or IssueOutcomeKind.Refused or IssueOutcomeKind.IssueUnseen or IssueOutcomeKind.TransitionMissing or IssueOutcomeKind.Forbidden or IssueOutcomeKind.HasSubtasks => null,
    };

    private static void WriteError(Utf8JsonWriter json, int number, IssueOutcome outcome, IssueDraft draft)
    {
        json.WriteStartObject();
        json.WriteNumber("status", outcome.Kind switch { IssueOutcomeKind.TooManyComments => 413, IssueOutcomeKind.Full or IssueOutcomeKind.NoRoom => 507, _ => 400 });
        json.WriteStartObject("elementErrors");
        json.WriteStartArray("errorMessages");
        if (Message(outcome.Kind, draft) is { } message)
        {
            json.WriteStringValue(message);
        }

        json.WriteEndArray();
        json.WriteStartObject("errors");
        foreach (var error in outcome.Errors.DistinctBy(error => error.Field))
        {
            json.WriteString(error.Field, IssueErrors.Text(error));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("failedElementNumber", number);
        json.WriteEndObject();
    }
}
