using FakeJira.Jira.Platform;
using FakeJira.Jira.Votes;
using FakeJira.Stubs;

namespace FakeJira.Jira;

/// <summary>The errors of Jira that faults and mappings can ask for by name.</summary>
internal static class JiraNamedErrors
{
    /// <summary>What Retry-After says, unless the fault says something else.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<NamedError> All { get; } =
    [
        new("jira.rate-limited", JiraRules.RateBurst429, RateLimited(RateLimitReason.Burst)),
        new("jira.rate-limited-issue", JiraRules.RateIssue429, RateLimited(RateLimitReason.IssueWrites)),
        new("jira.quota-tenant", JiraRules.RateTenantQuota429, RateLimited(RateLimitReason.TenantQuota)),
        new("jira.quota-global", JiraRules.RateGlobalQuota429, RateLimited(RateLimitReason.GlobalQuota)),
        new("jira.bad-request", VoteRules.BadRequest400, static _ => JiraErrors.Collection(400, [VoteRules.BadRequest400])),
        new("jira.issue-unseen", JiraRules.Issue404, static _ => JiraErrors.IssueUnseen(JiraRules.Issue404)),
        new("jira.not-signed-in", JiraRules.Gate401, static request => JiraErrors.Gate(request, JiraRules.Gate401)),
        new("jira.token-unknown", JiraRules.OAuthUnknown401, static _ => JiraErrors.UnknownToken()),
        new("jira.scope-missing", JiraRules.Scope401, static _ => JiraErrors.ScopeMissing()),
        new("jira.xsrf", JiraRules.Xsrf403, static _ => JiraErrors.Xsrf()),
    ];

    private static Func<StubRequest, StubResponse> RateLimited(RateLimitReason reason) => request =>
    {
        var now = request.Site.Clock.Now;
        return PlatformHeaders.RateLimited(new(RateLimits.BurstOf(request.Method), 0, reason, now + Wait), reason, now);
    };
}
