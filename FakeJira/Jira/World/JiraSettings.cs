namespace FakeJira.Jira.World;

/// <summary>Whom a write without a user is refused.</summary>
public enum AnonymousVote
{
    /// <summary>401 on any issue, as the vendor's page says.</summary>
    Always,

    /// <summary>401 only where anonymous callers can see the issue; else it does not exist for them, as the live service has it.</summary>
    IfVisible,
}

/// <summary>What a Bearer token on the site's own host is.</summary>
public enum BearerOnSite
{
    /// <summary>An OAuth access token.</summary>
    Oauth,

    /// <summary>403, as the live service has it.</summary>
    Refused,
}

/// <summary>The switches of a Jira site. The defaults are those of the profile <c>documented</c>.</summary>
public sealed record JiraSettings
{
    /// <summary>Allow users to vote on issues: a setting of the vendor's.</summary>
    public bool VotingEnabled { get; init; } = true;

    /// <summary>Whether DELETE without a vote is 204 instead of 404.</summary>
    public bool MissingVoteIsRemoved { get; init; }

    /// <summary>Whether wrong credentials are 401 instead of anonymous.</summary>
    public bool RejectBadCredentials { get; init; } = true;

    /// <summary>Whom a write without a user is refused.</summary>
    public AnonymousVote AnonymousVote { get; init; }

    /// <summary>What a Bearer token on the site's own host is.</summary>
    public BearerOnSite BearerOnSite { get; init; }

    /// <summary>Whether a write by a browser is refused.</summary>
    public bool XsrfCheck { get; init; }

    /// <summary>Whether GET with a body is refused.</summary>
    public bool RefusesGetWithBody { get; init; }

    /// <summary>Whether the reporter of an issue may vote for it.</summary>
    public bool ReporterMayVote { get; init; } = true;

    /// <summary>Whether votes on resolved issues can be cast and withdrawn.</summary>
    public bool VotingOnResolvedIssues { get; init; } = true;

    /// <summary>Whether the search that the vendor has removed still works.</summary>
    public bool LegacySearch { get; init; }

    /// <summary>How many seconds the search lags behind a change.</summary>
    public int SearchIndexDelay { get; init; }

    /// <summary>jiraIssues: how many issues there are when no client can create another.</summary>
    public int MostIssues { get; init; } = 100_000;

    /// <summary>jiraProjects: how many projects there are when no client can make another.</summary>
    public int MostProjects { get; init; } = 10_000;

    /// <summary>jiraMegabytes: how much room there is for what clients make.</summary>
    public int Megabytes { get; init; } = 512;

    /// <summary>Whether the live service's rate limits are enforced.</summary>
    public bool RateLimits { get; init; }
}
