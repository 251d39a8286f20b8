using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Votes;

/// <summary>The rules of the issue votes operations.</summary>
internal static class VoteRules
{
    private const string Page = "Issue votes page.";
    private const string Live = "Seen on the live service.";
    private const string Server = "Jira Server does so; here only by switch.";

    public static readonly Rule Get200 = new("JIRA-VOTES-GET-200", "Whoever can see the issue, signed in or not, gets the votes.", Documented, Page);
    public static readonly Rule GetNoVoters200 = new("JIRA-VOTES-GET-NO-VOTERS-200", "Without View voters and watchers: the number of votes and hasVoted, but no voters.", Documented, Page + " The values are inferred.");
    public static readonly Rule GetAnonymous404 = new("JIRA-VOTES-GET-ANONYMOUS-404", "GET without a user, of an issue that such callers cannot see.", Inferred, "The page lists 401 for missing credentials too.");
    public static readonly Rule Add204 = new("JIRA-VOTES-ADD-204", "The first vote is cast.", Documented, Page);
    public static readonly Rule AddAgain204 = new("JIRA-VOTES-ADD-AGAIN-204", "A second vote of the same user changes nothing.", Observed, Live);
    public static readonly Rule Reporter404 = new("JIRA-VOTES-REPORTER-404", "The reporter votes for their own issue, with reporterMayVote false.", Inferred, Server);
    public static readonly Rule Resolved404 = new("JIRA-VOTES-RESOLVED-404", "POST or DELETE on a resolved issue, with votingOnResolvedIssues false.", Inferred, Server);
    public static readonly Rule Delete204 = new("JIRA-VOTES-DELETE-204", "The user's vote is withdrawn.", Documented, Page);
    public static readonly Rule DeleteAbsent404 = new("JIRA-VOTES-DELETE-ABSENT-404", "There is no vote to withdraw, with removeMissingVote 404.", Documented, Page + " The text is assumed.");
    public static readonly Rule DeleteAbsent204 = new("JIRA-VOTES-DELETE-ABSENT-204", "There is no vote to withdraw, with removeMissingVote 204.", Observed, Live);
    public static readonly Rule Disabled404 = new("JIRA-VOTES-DISABLED-404", "Allow users to vote on issues is off: GET, POST and DELETE.", Documented, Page + " The text is assumed.");
    public static readonly Rule Anonymous401 = new("JIRA-VOTES-ANONYMOUS-401", "POST or DELETE without a user: on any issue, or with anonymousVote ifVisible only where such callers see the issue.", Documented, Page + " The text is inferred.");
    public static readonly Rule BadRequest400 = new("JIRA-VOTES-BAD-REQUEST-400", "The page lists it for POST; what triggers it is unknown, so only a fault or a mapping gives it.", Documented, Page);
}
