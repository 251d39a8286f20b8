using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>What a token must be allowed: the classic scope, or every granular one.</summary>
/// <param name="Classic">For example read:jira-work.</param>
/// <param name="Granular">For example read:issue.vote:jira.</param>
internal sealed record Scopes(string Classic, params string[] Granular)
{
    public bool AreGrantedTo(Token? token) => token?.Scopes is not { } scopes || scopes.Contains(Classic) || Array.TrueForAll(Granular, scopes.Contains);

    public override string ToString() => $"`{Classic}`, or {string.Join(" ", Granular.Select(scope => $"`{scope}`"))}";
}

/// <summary>Makes operations that check what the platform checks before every one of them, in its order.</summary>
internal static class JiraOperation
{
    private const string TracesOfAnswers = "X-AREQUESTID";

    public static Operation Define(string name, string method, string path, string summary, Scopes scopes, Rule[] rules, Func<JiraCall, StubResponse> handler) =>
        new(name, method, "/rest/api/{version:3|2|latest}" + path, summary, [.. rules, .. JiraRules.EveryOperation], request => Serve(request, scopes, handler))
        {
            Access = scopes.ToString(),
        };

    /// <summary>What is checked of every request under /rest, also where there is no operation; null when nothing is wrong.</summary>
    public static StubResponse? RefusedTransport(StubRequest request, JiraSettings settings)
    {
        if (request.BodyTooLarge)
        {
            return JiraErrors.BodyTooLong();
        }

        if (settings.XsrfCheck && request.Method is "POST" or "PUT" or "DELETE" && settings.XsrfCheck && IsBrowser(request.Header("User-Agent")))
        {
            return JiraErrors.Xsrf();
        }

        return settings.RefusesGetWithBody && request.Method == "GET" && request.Body.Length > 0 ? JiraErrors.GetWithBody() : null;
    }

    private static StubResponse Serve(StubRequest request, Scopes scopes, Func<JiraCall, StubResponse> handler)
    {
        var world = request.Site.Read(JiraContract.World);
        if (RefusedTransport(request, world.Settings) is { } refused)
        {
            return refused;
        }

        var who = Credentials.Of(request, world);
        var answer = who.Refusal ?? (scopes.AreGrantedTo(who.Token) ? handler(new JiraCall(request, world, who)) : JiraErrors.ScopeMissing());
        return WithPlatformHeaders(request, who, answer);
    }

    private static StubResponse WithPlatformHeaders(StubRequest request, Identified who, StubResponse answer)
    {
        if (who.User is null)
        {
            return who.LoginFailed ? answer.With(headers: [.. answer.Headers, new("X-Seraph-LoginReason", "AUTHENTICATED_FAILED")]) : answer;
        }

        var (requestId, traceId) = request.Site.NextTrace();
        return answer.With(headers:
        [
            .. answer.Headers,
            new(TracesOfAnswers, requestId),
            new("ATL-TraceId", traceId),
            new("X-AAccountId", Uri.EscapeDataString(who.User.AccountId)),
            new("Cache-Control", "no-cache, no-store, no-transform"),
            new("X-Content-Type-Options", "nosniff"),
            new("X-RateLimit-Limit", "100"),
            new("X-RateLimit-Remaining", "99"),
        ]);
    }

    private static bool IsBrowser(string? agent) => agent?.StartsWith("Mozilla/", StringComparison.Ordinal) == true;
}
