using FakeJira.Jira.Platform;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Issues;

/// <summary>Shows what clients changed of an issue.</summary>
internal static class ChangeLogOperations
{
    private static readonly Rule Get200 = new("JIRA-CHANGELOG-GET-200", "A page of what clients changed of the fields of the issue, oldest first.", DocumentedElsewhere, "Issues reference page. The values of the items are assumed; the latest 1000 changes are kept.");
    private static readonly Scopes Read = new("read:jira-work", "read:avatar:jira", "read:issue-meta:jira", "read:issue.changelog:jira");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.changelog.get", "GET", "/issue/{issueIdOrKey}/changelog", "What was changed of an issue.", Read, [Get200, JiraRules.Issue404], Get, integers: Paging.Parameters).Knows("startAt maxResults"),
    ];

    private static StubResponse Get(JiraCall call)
    {
        if (call.World.SeeIssue(call.User, call["issueIdOrKey"]) is not { } issue)
        {
            return JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);
        }

        var view = View.Of(call);
        return JiraJson.Answer(200, (issue, view, Paging: Paging.Of(call, usual: 100, most: 100)), static (json, page) =>
            page.Paging.Write(json, IssueReferenceJson.SelfOf(page.issue, page.view.ApiUrl) + "/changelog", page.issue.Changes, (writer, change) => ChangeJson.Write(writer, change, page.view)), Get200, call.Who);
    }
}
