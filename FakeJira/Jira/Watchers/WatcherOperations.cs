using System.Text.Json;
using FakeJira.Jira.Issues;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Watchers;

/// <summary>GET, POST and DELETE of the watchers of an issue, and which of many issues the caller watches.</summary>
internal static class WatcherOperations
{
    private const string Path = "/issue/{issueIdOrKey}/watchers";
    private const string Unreadable = "Invalid request payload. Refer to the REST API documentation and try again.";
    private static readonly Scopes Read = new("read:jira-work", "read:issue.watcher:jira", "read:user:jira", "read:avatar:jira");
    private static readonly Scopes Write = new("write:jira-work", "write:issue.watcher:jira");
    private static readonly Scopes ReadBulk = new("read:jira-work", "read:issue.watcher:jira", "read:user:jira");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.watchers.get", "GET", Path, "Who watches an issue.", Read, [WatcherRules.Get200, WatcherRules.GetNoWatchers200, JiraRules.Issue404], Get).Knows(),
        JiraOperation.Define("jira.watchers.add", "POST", Path, "Lets a user watch an issue.", Write, [WatcherRules.Add204, WatcherRules.AddAgain204, WatcherRules.AddInvalid400, WatcherRules.AddUnseen400, WatcherRules.Manage403, WatcherRules.User404, JiraRules.Issue404, JiraRules.Full507], Add, Callers.UsersOfWrites, BodyOf.AnyOrNone).Knows(body: BodyShape.AccountId),
        JiraOperation.Define("jira.watchers.delete", "DELETE", Path, "Lets a user watch an issue no longer.", Write, [WatcherRules.Delete204, WatcherRules.DeleteAbsent204, WatcherRules.DeleteMissing400, WatcherRules.Manage403, WatcherRules.User404, JiraRules.Issue404], Delete, Callers.UsersOfWrites).Knows("accountId", userNames: "username", accountIds: "accountId"),
        JiraOperation.Define("jira.watching.get", "POST", "/issue/watching", "Which of these issues the caller watches.", ReadBulk, [WatcherRules.Bulk200, WatcherRules.Bulk400], GetBulk, Callers.UsersOfWrites, BodyOf.Object).Knows(body: new("issueIds")),
    ];

    private static StubResponse Get(JiraCall call)
    {
        if (call.World.SeeIssue(call.User, call["issueIdOrKey"]) is not { } issue)
        {
            return JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);
        }

        var shows = call.World.Projects[issue.ProjectKey].Allows(call.User, Project.ViewVoters);
        return JiraJson.Answer(200, new WatchersJson(issue, View.Of(call), shows ? call.World.WatchersOf(issue) : []), WatchersJson.Write, shows ? WatcherRules.Get200 : WatcherRules.GetNoWatchers200, call.Who);
    }

    private static StubResponse Add(JiraCall call)
    {
        string? accountId = call.Body.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => call.User!.AccountId,
            JsonValueKind.String when call.Body.GetString() is { Length: > 0 } text => text,
            _ => null,
        };
        return accountId is null
            ? JiraErrors.Collection(400, [WatcherRules.AddInvalid400, call.Who], Unreadable)
            : Answer(call, accountId, call.Change(world => IssueWatching.Add(world, call.User!, call["issueIdOrKey"], accountId)), WatcherRules.Add204, WatcherRules.AddAgain204);
    }

    private static StubResponse Delete(JiraCall call) => call.Request.QueryValue("accountId") is { Length: > 0 } accountId
        ? Answer(call, accountId, call.Change(world => IssueWatching.Remove(world, call.User!, call["issueIdOrKey"], accountId)), WatcherRules.Delete204, WatcherRules.DeleteAbsent204)
        : JiraErrors.Collection(400, [WatcherRules.DeleteMissing400, call.Who], "The query parameter 'accountId' must be provided.");

    private static StubResponse Answer(JiraCall call, string accountId, WatchOutcome outcome, Rule done, Rule unchanged) => outcome switch
    {
        WatchOutcome.Done => IssueOperations.NoContent(done, call),
        WatchOutcome.Unchanged => IssueOperations.NoContent(unchanged, call),
        WatchOutcome.IssueUnseen => JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who),
        WatchOutcome.NoRoom => JiraErrors.NoRoom(call),
        WatchOutcome.UserUnknown => JiraErrors.Collection(404, [WatcherRules.User404, call.Who], $"The user with account ID '{accountId}' does not exist."),
        WatchOutcome.Forbidden => JiraErrors.Collection(403, [WatcherRules.Manage403, call.Who], "You do not have permission to manage the watcher list."),
        WatchOutcome.UserCannotSee => JiraErrors.Collection(400, [WatcherRules.AddUnseen400, call.Who], $"The user \"{accountId}\" does not have permission to view this issue. This user will not be added to the watch list."),
    };

    private static StubResponse GetBulk(JiraCall call)
    {
        if (!call.Body.TryGetProperty("issueIds", out var ids) || ids.ValueKind != JsonValueKind.Array || ids.EnumerateArray().Any(id => IssueInput.Text(id) is null))
        {
            return JiraErrors.Collection(400, [WatcherRules.Bulk400, call.Who], Unreadable);
        }

        return JiraJson.Answer(200, (ids, call), static (json, asked) =>
        {
            json.WriteStartObject();
            json.WriteStartObject("issuesIsWatching");
            foreach (var id in asked.ids.EnumerateArray().Select(IssueInput.Text).Distinct())
            {
                json.WriteBoolean(id!, asked.call.World.SeeIssue(asked.call.User, id!)?.Watchers.Contains(asked.call.User!.AccountId) == true);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }, WatcherRules.Bulk200, call.Who);
    }
}
