using System.Globalization;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>What the platform adds to the headers of answers.</summary>
internal static class PlatformHeaders
{
    /// <summary>Below this part of the limit an answer says that it is near.</summary>
    private const double NearLimit = 0.2;

    private static readonly RateClaim Reads = new(100, 99);
    private static readonly RateClaim Writes = new(50, 49);
    private static readonly Header[] OfReads = Made(Reads);
    private static readonly Header[] OfWrites = Made(Writes);

    /// <summary>The answer of an operation: all of them for a caller with a user, little for others.</summary>
    public static StubResponse Added(StubRequest request, Identified who, StubResponse answer, RateClaim claim)
    {
        if (who.User is null)
        {
            return who.LoginFailed ? answer.With(headers: [.. answer.Headers, new("X-Seraph-LoginReason", "AUTHENTICATED_FAILED")]) : answer;
        }

        var (requestId, traceId) = request.Site.NextTrace();
        return answer.With(headers:
        [
            .. answer.Headers,
            new("X-AREQUESTID", requestId),
            new("ATL-TraceId", traceId),
            new("X-AAccountId", who.User.EscapedId),
            new("Cache-Control", "no-cache, no-store, no-transform"),
            new("X-Content-Type-Options", "nosniff"),
            .. Of(claim),
        ]);
    }

    /// <summary>The answer to one request too many.</summary>
    public static StubResponse RateLimited(RateClaim claim, RateLimitReason reason, DateTimeOffset now)
    {
        var answer = JiraErrors.RateLimited(RuleOf(reason));
        var wait = Math.Max(1, (long)Math.Ceiling((claim.Reset - now).TotalSeconds));
        return answer.With(headers:
        [
            .. answer.Headers,
            new("Retry-After", wait.ToString(CultureInfo.InvariantCulture)),
            .. Of(claim),
            new("X-RateLimit-Reset", claim.Reset.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            new("RateLimit-Reason", NameOf(reason)),
        ]);
    }

    /// <summary>What is said of the limit: always the same while limits are off.</summary>
    private static Header[] Of(RateClaim claim) => claim == Reads ? OfReads : claim == Writes ? OfWrites : Made(claim);

    private static Header[] Made(RateClaim claim)
    {
        Header limit = new("X-RateLimit-Limit", claim.Limit.ToString(CultureInfo.InvariantCulture));
        Header remaining = new("X-RateLimit-Remaining", claim.Remaining.ToString(CultureInfo.InvariantCulture));
        return claim.Remaining < claim.Limit * NearLimit ? [limit, remaining, new("X-RateLimit-NearLimit", "true")] : [limit, remaining];
    }

    private static Rule RuleOf(RateLimitReason reason) => reason switch
    {
        RateLimitReason.GlobalQuota => JiraRules.RateGlobalQuota429,
        RateLimitReason.TenantQuota => JiraRules.RateTenantQuota429,
        RateLimitReason.Burst => JiraRules.RateBurst429,
        RateLimitReason.IssueWrites => JiraRules.RateIssue429,
    };

    private static string NameOf(RateLimitReason reason) => reason switch
    {
        RateLimitReason.GlobalQuota => "jira-quota-global-based",
        RateLimitReason.TenantQuota => "jira-quota-tenant-based",
        RateLimitReason.Burst => "jira-burst-based",
        RateLimitReason.IssueWrites => "jira-per-issue-on-write",
    };
}
