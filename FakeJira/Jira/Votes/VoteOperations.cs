using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Votes;

/// <summary>GET, POST and DELETE of the votes of an issue.</summary>
internal static class VoteOperations
{
    private const string Path = "/issue/{issueIdOrKey}/votes";
    private static readonly Scopes Read = new("read:jira-work", "read:issue.vote:jira", "read:user:jira", "read:application-role:jira", "read:avatar:jira", "read:group:jira");
    private static readonly Scopes Write = new("write:jira-work", "write:issue.vote:jira");

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.votes.get", "GET", Path, "Who has voted for an issue, and how many.", Read, [VoteRules.Get200, VoteRules.GetNoVoters200, JiraRules.Issue404, VoteRules.GetAnonymous404, VoteRules.Disabled404], Get).Knows(),
        JiraOperation.Define("jira.votes.add", "POST", Path, "Casts the caller's vote for an issue.", Write, [VoteRules.Add204, VoteRules.AddAgain204, VoteRules.BadRequest400, VoteRules.Anonymous401, JiraRules.Issue404, VoteRules.Reporter404, VoteRules.Resolved404, VoteRules.Disabled404, JiraRules.Full507], Add).Knows(),
        JiraOperation.Define("jira.votes.delete", "DELETE", Path, "Withdraws the caller's vote from an issue.", Write, [VoteRules.Delete204, VoteRules.DeleteAbsent404, VoteRules.DeleteAbsent204, VoteRules.Anonymous401, JiraRules.Issue404, VoteRules.Resolved404, VoteRules.Disabled404], Delete).Knows(),
    ];

    private static StubResponse Get(JiraCall call)
    {
        if (call.World.SeeIssue(call.User, call["issueIdOrKey"]) is not { } issue)
        {
            return call.User is null ? JiraErrors.IssueUnseen(VoteRules.GetAnonymous404, call.Who) : JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who);
        }

        if (!call.World.Settings.VotingEnabled)
        {
            return JiraErrors.Collection(404, [VoteRules.Disabled404, call.Who], Text(VoteRefusal.VotingDisabled));
        }

        var showsVoters = call.World.Projects[issue.ProjectKey].Allows(call.User, Project.ViewVoters);
        var body = call.Request.Site.Passing<WrittenOnce>().Of(call, issue, (call, issue, showsVoters), static asked => Written(asked.call, asked.issue, asked.showsVoters));
        return JiraJson.Answer(200, body, showsVoters ? VoteRules.Get200 : VoteRules.GetNoVoters200, call.Who);
    }

    private static byte[] Written(JiraCall call, Issue issue, bool showsVoters) =>
        JiraJson.Bytes(new VotesJson(issue, call.User?.AccountId, showsVoters ? call.World.VotersOf(issue) : [], call.ApiUrl), VotesJson.Write);

    private static StubResponse Add(JiraCall call) =>
        Answer(call, call.Change(world => IssueVotes.Cast(world, call.User, call["issueIdOrKey"])), VoteRules.Add204, VoteRules.AddAgain204);

    private static StubResponse Delete(JiraCall call) =>
        Answer(call, call.Change(world => IssueVotes.Withdraw(world, call.User, call["issueIdOrKey"])), VoteRules.Delete204, VoteRules.DeleteAbsent204);

    private static StubResponse Answer(JiraCall call, VoteOutcome outcome, Rule done, Rule unchanged) => outcome.Kind switch
    {
        VoteOutcomeKind.Done => NoContent(done, call),
        VoteOutcomeKind.Unchanged => NoContent(unchanged, call),
        VoteOutcomeKind.IssueUnseen => JiraErrors.IssueUnseen(JiraRules.Issue404, call.Who),
        VoteOutcomeKind.Anonymous => JiraErrors.Collection(401, [VoteRules.Anonymous401, call.Who], JiraErrors.NotAuthenticated),
        VoteOutcomeKind.NoRoom => JiraErrors.NoRoom(call),
        VoteOutcomeKind.Refused => JiraErrors.Collection(404, [.. outcome.Refusals.Select(RuleOf), call.Who], [.. outcome.Refusals.Select(Text)]),
    };

    private static StubResponse NoContent(Rule rule, JiraCall call) => new() { Status = 204, Rules = [rule, call.Who] };

    private static Rule RuleOf(VoteRefusal refusal) => refusal switch
    {
        VoteRefusal.IsReporter => VoteRules.Reporter404,
        VoteRefusal.IsResolved => VoteRules.Resolved404,
        VoteRefusal.VotingDisabled => VoteRules.Disabled404,
        VoteRefusal.NeverVoted => VoteRules.DeleteAbsent404,
    };

    private static string Text(VoteRefusal refusal) => refusal switch
    {
        VoteRefusal.IsReporter => "You cannot vote for an issue you have reported.",
        VoteRefusal.IsResolved => "You cannot vote or change your vote on resolved issues.",
        VoteRefusal.VotingDisabled => "Voting for issues is currently not enabled for this Jira instance.",
        VoteRefusal.NeverVoted => "You have not voted for this issue.",
    };
}
