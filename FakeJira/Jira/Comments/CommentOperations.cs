using FakeJira.Jira.Issues;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Projects;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Comments;

/// <summary>Lists, shows, writes, changes and deletes the comments of an issue.</summary>
internal static class CommentOperations
{
    private const string Path = "/issue/{issueIdOrKey}/comment";
    private const string PathOfOne = Path + "/{id}";
    private const int PageSize = 100;
    private static readonly string[] Reading = ["read:comment:jira", "read:comment.property:jira", "read:group:jira", "read:project:jira", "read:project-role:jira", "read:user:jira", "read:avatar:jira"];
    private static readonly Scopes Read = new("read:jira-work", Reading);
    private static readonly Scopes Write = new("write:jira-work", [.. Reading, "write:comment:jira"]);
    private static readonly Scopes Deletion = new("write:jira-work", "delete:comment:jira");
    private static readonly Rule[] Refusals = [CommentRules.Body400, CommentRules.Permission400, CommentRules.Role400, CommentRules.Visibility400, JiraRules.Issue404, JiraRules.Full507];

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.comments.list", "GET", Path, "The comments of an issue.", Read, [CommentRules.List200, CommentRules.List400, JiraRules.Issue404], List, integers: ["startAt", "maxResults"]).Knows("startAt maxResults orderBy expand"),
        JiraOperation.Define("jira.comments.add", "POST", Path, "Adds a comment to an issue.", Write, [CommentRules.Add201, CommentRules.TooMany413, .. Refusals], Add, Callers.UsersOfWrites, BodyOf.Object).Knows("expand", body: CommentInput.Shape),
        JiraOperation.Define("jira.comments.get", "GET", PathOfOne, "A comment of an issue.", Read, [CommentRules.Get200, CommentRules.Comment404, JiraRules.Issue404], Get).Knows("expand"),
        JiraOperation.Define("jira.comments.edit", "PUT", PathOfOne, "Changes a comment of an issue.", Write, [CommentRules.Edit200, CommentRules.Comment404, .. Refusals], Edit, Callers.UsersOfWrites, BodyOf.Object).Knows("expand", "notifyUsers overrideEditableFlag", CommentInput.Shape),
        JiraOperation.Define("jira.comments.delete", "DELETE", PathOfOne, "Deletes a comment of an issue.", Deletion, [CommentRules.Delete204, CommentRules.Permission400, CommentRules.Comment404, JiraRules.Issue404], Delete, Callers.UsersOfWrites).Knows(),
    ];

    private static StubResponse List(JiraCall call)
    {
        if (call.World.SeeIssue(call.User, call["issueIdOrKey"]) is not { } issue)
        {
            return JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);
        }

        var order = call.Text("orderBy")?.Trim();
        if (order is not (null or "created" or "+created" or "-created"))
        {
            return JiraErrors.Collection(400, [CommentRules.List400, call.Who], $"The query parameter 'orderBy' cannot be '{order}'; it can be created, -created or +created.");
        }

        var seen = IssueComments.SeenBy(call.World, call.User, issue);
        var (startAt, maxResults) = (call.Integer("startAt") ?? 0, call.Integer("maxResults") ?? PageSize);
        return JiraJson.Answer(200, (issue, Comments: order == "-created" ? seen.Reverse() : seen, startAt, maxResults, Total: seen.Count, call), static (json, page) =>
        {
            var view = View.Of(page.call);
            json.WriteStartObject();
            json.WriteNumber("startAt", page.startAt);
            json.WriteNumber("maxResults", page.maxResults);
            json.WriteNumber("total", page.Total);
            json.WriteStartArray("comments");
            foreach (var comment in page.Comments.Skip(page.startAt).Take(page.maxResults))
            {
                CommentJson.Write(json, page.issue, comment, view, FormOf(page.call));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, CommentRules.List200, call.Who);
    }

    private static StubResponse Get(JiraCall call)
    {
        if (call.World.SeeIssue(call.User, call["issueIdOrKey"]) is not { } issue)
        {
            return JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);
        }

        return IssueComments.See(call.World, call.User, issue, call["id"]) is { } comment ? Shown(200, issue, comment, CommentRules.Get200, call) : Unseen(call);
    }

    private static StubResponse Add(JiraCall call)
    {
        var (draft, error) = Draft(call);
        return draft is { } comment
            ? Answer(call, call.Change(world => IssueComments.Add(world, call.User!, call["issueIdOrKey"], comment, call.Now)), outcome => Shown(201, outcome.Issue!, outcome.Comment!, CommentRules.Add201, call))
            : Unreadable(call, error);
    }

    private static StubResponse Edit(JiraCall call)
    {
        var (draft, error) = Draft(call);
        return draft is { } comment
            ? Answer(call, call.Change(world => IssueComments.Edit(world, call.User!, call["issueIdOrKey"], call["id"], comment, call.Now)), outcome => Shown(200, outcome.Issue!, outcome.Comment!, CommentRules.Edit200, call))
            : Unreadable(call, error);
    }

    private static (CommentDraft? Comment, FieldError Error) Draft(JiraCall call) => CommentInput.Read(call.Body, View.Of(call).Documents, RoleBody.GroupsOf(call.World));

    private static StubResponse Delete(JiraCall call) =>
        Answer(call, call.Change(world => IssueComments.Delete(world, call.User!, call["issueIdOrKey"], call["id"], call.Now)), _ => IssueOperations.NoContent(CommentRules.Delete204, call));

    private static StubResponse Answer(JiraCall call, CommentOutcome outcome, Func<CommentOutcome, StubResponse> done) => outcome.Kind switch
    {
        CommentOutcomeKind.Done => done(outcome),
        CommentOutcomeKind.IssueUnseen => JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who),
        CommentOutcomeKind.CommentUnseen => Unseen(call),
        CommentOutcomeKind.Forbidden => JiraErrors.Fields(400, [CommentRules.Permission400, call.Who], ("comment", call.Request.Method == "POST" ? IssueErrors.Text(new("comment", FieldFault.CommentForbidden)) : "You do not have the permission for this comment.")),
        CommentOutcomeKind.Refused => Refused(call, outcome.Error),
        CommentOutcomeKind.NoRoom => JiraErrors.NoRoom(call),
        CommentOutcomeKind.TooMany => IssueOperations.TooManyComments(CommentRules.TooMany413, call),
    };

    private static StubResponse Refused(JiraCall call, FieldError error) => IssueErrors.Refused([error], error.Fault switch
    {
        FieldFault.RoleForeign => CommentRules.Role400,
        FieldFault.RoleUnknown or FieldFault.GroupForeign or FieldFault.GroupUnknown => CommentRules.Visibility400,
        _ => CommentRules.Body400,
    }, call);

    /// <summary>A body that says nothing is a mistake only where the issue can be seen.</summary>
    private static StubResponse Unreadable(JiraCall call, FieldError error) =>
        call.World.SeeIssue(call.User, call["issueIdOrKey"]) is not { } issue ? JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who)
        : call.Request.Method == "PUT" && IssueComments.See(call.World, call.User, issue, call["id"]) is null ? Unseen(call)
        : Refused(call, error);

    private static StubResponse Unseen(JiraCall call) => JiraErrors.Collection(404, [CommentRules.Comment404, call.Who], $"Can not find a comment for the id: {call["id"]}.");

    private static StubResponse Shown(int status, Issue issue, Comment comment, Rule rule, JiraCall call) =>
        JiraJson.Answer(status, (issue, comment, call), static (json, shown) => CommentJson.Write(json, shown.issue, shown.comment, View.Of(shown.call), FormOf(shown.call)), rule, call.Who);

    private static CommentForm FormOf(JiraCall call) => call.List("expand").Contains("renderedBody") ? CommentForm.WithHtml : CommentForm.Plain;
}
