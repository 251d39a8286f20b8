using System.Text.Json;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>What the platform checks before an operation is asked, in its order: rate limit, transport, credentials, scope, gate, query, body.</summary>
internal sealed class Pipeline(string name, string method, Scopes scopes, Func<JiraCall, StubResponse> handler, Callers callers, BodyOf body, string[] integers)
{
    /// <summary>What is checked of every request under /rest, also where there is no operation; null when nothing is wrong.</summary>
    public static StubResponse? RefusedTransport(StubRequest request, JiraSettings settings)
    {
        if (request.BodyTooLarge)
        {
            return JiraErrors.BodyTooLong();
        }

        if (settings.XsrfCheck && request.IsWrite && IsBrowser(request.Header("User-Agent")))
        {
            return JiraErrors.Xsrf();
        }

        return settings.RefusesGetWithBody && request.Method == "GET" && request.Body.Length > 0 ? JiraErrors.GetWithBody() : null;
    }

    public StubResponse Answer(StubRequest request)
    {
        var world = request.Site.Read(JiraContract.World);
        var claim = Claim(request, world, out var now);
        if (claim.Refused is { } reason)
        {
            return PlatformHeaders.RateLimited(claim, reason, now);
        }

        if (RefusedTransport(request, world.Settings) is { } refused)
        {
            return refused;
        }

        var who = Credentials.Of(request, world);
        return PlatformHeaders.Added(request, who, who.Refusal ?? Refused(request, who) ?? Handled(request, world, who), claim);
    }

    /// <summary>What the request has left; the time is read only where it counts, and is that of the refusal, too.</summary>
    private RateClaim Claim(StubRequest request, JiraWorld world, out DateTimeOffset now)
    {
        var limits = request.Site.Passing<RateLimits>();
        now = world.Settings.RateLimits || limits.WereSpent ? request.Site.Clock.Now : default;
        if (limits.Spent(method, now) is { } spent)
        {
            return spent;
        }

        if (!world.Settings.RateLimits)
        {
            return new(RateLimits.BurstOf(method), RateLimits.BurstOf(method) - 1);
        }

        var written = method == "GET" ? null : request.Route?.TryValue("issueIdOrKey");
        return limits.Claim(name, method, written is null ? null : world.FindIssue(written)?.Id, now);
    }

    private StubResponse? Refused(StubRequest request, Identified who)
    {
        if (!scopes.AreGrantedTo(who.Token))
        {
            return JiraErrors.ScopeMissing();
        }

        return who.User is not null ? null : callers switch
        {
            Callers.Anyone => null,
            Callers.Users => JiraErrors.Gate(request, JiraRules.Gate401, who.Rule),
            Callers.UsersOfWrites => JiraErrors.Collection(401, [JiraRules.Anonymous401, who.Rule], JiraErrors.NotAuthenticated),
        };
    }

    private StubResponse Handled(StubRequest request, JiraWorld world, Identified who)
    {
        foreach (var integer in integers)
        {
            if (request.QueryValue(integer) is { Length: > 0 } value && !long.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                return JiraErrors.QueryInteger(request, integer, value, who.Rule);
            }
        }

        JsonElement? read = null;
        if (body != BodyOf.NoInterest && RequestBody.Refusal(request, body, who.Rule, out read) is { } refusal)
        {
            return refusal;
        }

        return handler(new JiraCall(request, world, who) { Body = read ?? default });
    }

    private static bool IsBrowser(string? agent) => agent?.StartsWith("Mozilla/", StringComparison.Ordinal) == true;
}
