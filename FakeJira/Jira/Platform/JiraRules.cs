using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Platform;

/// <summary>The rules that many operations share.</summary>
internal static class JiraRules
{
    private const string Live = "Seen on the live service.";
    private const string Gateway = "Seen on the vendor's gateway.";

    public static readonly Rule Issue404 = new("JIRA-ISSUE-404", "Unknown issue, no Browse projects permission, or hidden by issue security: cannot be told apart, so always alone.", Documented, "Issue votes page for GET; inferred for POST and DELETE; text observed.");

    public static readonly Rule Basic = new("JIRA-AUTH-BASIC", "Basic credentials of a known user (email in any case, API token): that user, named in X-AAccountId.", Observed, Live);
    public static readonly Rule Anonymous = new("JIRA-AUTH-ANONYMOUS", "No Authorization header, or one of an unknown scheme: a caller without a user.", Observed, Live);
    public static readonly Rule Failed401 = new("JIRA-AUTH-FAILED-401", "Wrong email, wrong token or not base64, with rejectBadCredentials.", Documented, "Issue votes page; body assumed.");
    public static readonly Rule Scoped401 = new("JIRA-AUTH-SCOPED-401", "An API token with scopes on the site's own host, with rejectBadCredentials: it signs in under /ex/jira/{cloudId} alone.", Observed, "sooperset/mcp-atlassian issue 968, for GET of myself; the vendor's knowledge base (401 Unauthorized error when service account accesses Jira or Confluence API) and its issue CLOUD-12617 say so of every request. Body assumed.");
    public static readonly Rule FailedAnonymous = new("JIRA-AUTH-FAILED-ANONYMOUS", "The same without rejectBadCredentials: a caller without a user; X-Seraph-LoginReason says so when a user was named.", Observed, Live);
    public static readonly Rule Bearer403 = new("JIRA-AUTH-BEARER-403", "A Bearer token on the site's own host, with bearerOnSite refused.", Observed, Live);
    public static readonly Rule Bearer = new("JIRA-AUTH-BEARER", "A Bearer token on the site's own host, with bearerOnSite oauth: the OAuth access token of a known user.", Assumed, "Nothing is known.");
    public static readonly Rule OAuth = new("JIRA-OAUTH", "A token under /ex/jira/{cloudId}, Bearer or Basic: its user, with its scopes.", Observed, Gateway);
    public static readonly Rule OAuthUnknown401 = new("JIRA-OAUTH-UNKNOWN-401", "An unknown token under /ex/jira/{cloudId}.", Assumed, "Body in the shape of the gateway's scope error.");
    public static readonly Rule OAuthSite404 = new("JIRA-OAUTH-SITE-404", "An unknown cloudId under /ex/jira.", Assumed, "Problem details as for an unknown endpoint.");
    public static readonly Rule Scope401 = new("JIRA-SCOPE-401", "The token lacks the operation's scope: the classic one, or every granular one.", Documented, "Issue votes page for the scopes; body observed.");

    public static readonly Rule Gate401 = new("JIRA-GATE-401", "A caller without a user, at an operation that refuses such callers: one line of text, its media type follows Accept.", Observed, Live);
    public static readonly Rule Anonymous401 = new("JIRA-ANONYMOUS-401", "A write without a user.", Documented, "Issue votes page for its own writes, the vendor's reference pages for others; text inferred.");

    public static readonly Rule Media415 = new("JIRA-MEDIA-415", "A body is expected and the content type is not JSON, or absent; said before the body is read.", Observed, Live);
    public static readonly Rule BodyEmpty400 = new("JIRA-BODY-EMPTY-400", "A body is expected and there is none.", Observed, Live);
    public static readonly Rule BodyBroken400 = new("JIRA-BODY-BROKEN-400", "The body is no JSON.", Observed, Live);
    public static readonly Rule BodyInvalid400 = new("JIRA-BODY-INVALID-400", "The body is not an object, or has an unknown member where the operation is strict.", Observed, Live);
    public static readonly Rule QueryInteger400 = new("JIRA-QUERY-INTEGER-400", "A query parameter that is a whole number cannot be read as one: problem details.", Observed, Live);

    public static readonly Rule RateBurst429 = new("JIRA-RATE-BURST-429", "More than 100 requests (PUT, DELETE: 50) to one operation within a second, with rateLimits on.", Observed, Live + " Whose requests count together is assumed: those of all callers.");
    public static readonly Rule RateIssue429 = new("JIRA-RATE-ISSUE-429", "More than 20 writes to one issue in 2 seconds, or 100 in 30, with rateLimits on.", Observed, Live);
    public static readonly Rule RateGlobalQuota429 = new("JIRA-RATE-GLOBAL-QUOTA-429", "The quota of an app on all sites is spent: only where a test or a mapping says so.", Observed, Live + " The quota itself is not simulated.");
    public static readonly Rule RateTenantQuota429 = new("JIRA-RATE-TENANT-QUOTA-429", "The quota of an app on one site is spent: only where a test or a mapping says so.", Observed, Live + " The quota itself is not simulated.");

    public static readonly Rule NotSimulated404 = new("JIRA-NOT-SIMULATED-404", "A real operation of the vendor that is not served here: the body is that of an unknown path.", Assumed, "The vendor would answer; this server cannot.");
    public static readonly Rule NoEndpoint404 = new("JIRA-NO-ENDPOINT-404", "An unknown path under /rest: problem details that name method and path.", Observed, Live);
    public static readonly Rule Method405 = new("JIRA-METHOD-405", "A known path, another method: problem details, and Allow lists the methods.", Observed, Live);
    public static readonly Rule Xsrf403 = new("JIRA-XSRF-403", "POST, PUT or DELETE with a browser's User-Agent, with xsrfCheck on.", Observed, Live);
    public static readonly Rule GetBody403 = new("JIRA-GET-BODY-403", "GET with a body, with getWithBody refused.", Observed, Live + " The body of the answer is assumed.");
    public static readonly Rule Body413 = new("JIRA-BODY-413", "A body longer than this server takes.", Assumed, "The vendor's limit is unknown; the shape is that of its errors.");

    public static readonly Rule Full507 = new("JIRA-FULL-507", "The site has no room for what would be kept: an issue, a change of one, a comment, a vote, a watcher, a project, a role (switch jiraMegabytes); nothing is stored. What takes no more than before always has room, and so has what a test or a seed arranges.", Assumed, "A limit of this server, so that no client can fill its memory; with a status that the vendor is not known to use.");

    /// <summary>What the contract says outside of its operations.</summary>
    public static Rule[] Unserved { get; } = [NoEndpoint404, NotSimulated404, Method405, OAuthSite404, Xsrf403, GetBody403, Body413];

    /// <summary>What every operation can say before it is asked, and what it notes of the caller.</summary>
    public static Rule[] EveryOperation { get; } = [Basic, Anonymous, Failed401, Scoped401, FailedAnonymous, Bearer403, Bearer, OAuth, OAuthUnknown401, Scope401, Xsrf403, GetBody403, Body413, RateBurst429, RateIssue429, RateGlobalQuota429, RateTenantQuota429];
}
