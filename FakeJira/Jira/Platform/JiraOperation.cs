using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>Who may call an operation at all.</summary>
internal enum Callers
{
    /// <summary>Also callers without a user; the operation says what they may.</summary>
    Anyone,

    /// <summary>Only users: others are JIRA-GATE-401.</summary>
    Users,

    /// <summary>Only users: others are JIRA-ANONYMOUS-401, which writes answer.</summary>
    UsersOfWrites,
}

/// <summary>What an operation does with a request's body.</summary>
internal enum BodyOf
{
    /// <summary>Nothing: any body or none, of any content type or none.</summary>
    NoInterest,

    /// <summary>It has to be a JSON object.</summary>
    Object,

    /// <summary>It can be any JSON, also absent.</summary>
    AnyOrNone,
}

/// <summary>Makes operations that check what the platform checks before every one of them, in its order.</summary>
internal static class JiraOperation
{
    /// <summary>An operation under <c>/rest/api/{version}</c>.</summary>
    /// <param name="name">See <see cref="Operation"/>, as for the next three.</param>
    /// <param name="method">Upper case.</param>
    /// <param name="path">What follows the version.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="scopes">What a token must be allowed.</param>
    /// <param name="rules">The operation's own; those of the platform are added.</param>
    /// <param name="handler">Makes the answer.</param>
    /// <param name="callers">Who may call it.</param>
    /// <param name="body">What it does with the body: <see cref="JiraCall.Body"/>.</param>
    /// <param name="integers">The query parameters that are whole numbers: <see cref="JiraCall.Integer"/>.</param>
    public static Operation Define(string name, string method, string path, string summary, Scopes scopes, Rule[] rules, Func<JiraCall, StubResponse> handler, Callers callers = Callers.Anyone, BodyOf body = BodyOf.NoInterest, params string[] integers) =>
        At(name, method, "/rest/api/{version:3|2|latest}" + path, summary, scopes, rules, handler, callers, body, integers);

    /// <summary>The same at a path of its own.</summary>
    public static Operation At(string name, string method, string path, string summary, Scopes scopes, Rule[] rules, Func<JiraCall, StubResponse> handler, Callers callers = Callers.Anyone, BodyOf body = BodyOf.NoInterest, params string[] integers) =>
        new(name, method, path, summary, [.. rules, .. RulesOf(callers), .. RulesOf(body), .. integers.Length > 0 ? [JiraRules.QueryInteger400] : Array.Empty<Rule>(), .. JiraRules.EveryOperation], new Pipeline(name, method, scopes, handler, callers, body, integers).Answer)
        {
            Access = scopes.ToString(),
        };

    private static Rule[] RulesOf(Callers callers) => callers switch
    {
        Callers.Anyone => [],
        Callers.Users => [JiraRules.Gate401],
        Callers.UsersOfWrites => [JiraRules.Anonymous401],
    };

    private static Rule[] RulesOf(BodyOf body) => body switch
    {
        BodyOf.NoInterest => [],
        BodyOf.Object => [JiraRules.Media415, JiraRules.BodyEmpty400, JiraRules.BodyBroken400, JiraRules.BodyInvalid400],
        BodyOf.AnyOrNone => [JiraRules.Media415, JiraRules.BodyBroken400],
    };
}
