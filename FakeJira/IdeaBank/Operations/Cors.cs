using FakeJira.Stubs;

namespace FakeJira.IdeaBank.Operations;

/// <summary>Lets pages of any origin call the API: the vendor's own example is one of a browser.</summary>
internal static class Cors
{
    private static readonly Header AnyOrigin = new("Access-Control-Allow-Origin", "*");
    private static readonly Header VaryByOrigin = new("Vary", "Origin");
    private static readonly Header Exposing = new("Access-Control-Expose-Headers", "X-FakeJira-Rule, X-FakeJira-Stub");
    private static readonly Header AllowedHeaders = new("Access-Control-Allow-Headers", "Authorization, Content-Type");

    /// <summary>What a browser is told that asks whether it may; null for other requests. An unknown path gets it too, so that the page sees its 404.</summary>
    public static StubResponse? Preflight(StubRequest request)
    {
        if (request.Method != "OPTIONS" || request.Header("Origin") is null || request.Header("Access-Control-Request-Method") is null)
        {
            return null;
        }

        var methods = request.AllowedMethods.Count > 0 ? IdeaBankErrors.MethodsOf(request) : "GET, HEAD, POST, DELETE";
        return new StubResponse
        {
            Status = 204,
            Headers = [new("Access-Control-Allow-Methods", methods), AllowedHeaders],
            Rules = [IdeaBankRules.Cors204],
        };
    }

    /// <summary>The answer as a page may read it, when a page has asked; a mapping that says otherwise is left alone.</summary>
    public static StubResponse Exposed(StubRequest request, StubResponse answer) =>
        request.Header("Origin") is null || answer.Header(AnyOrigin.Name) is not null ? answer : answer.With(headers: [.. answer.Headers, AnyOrigin, Exposing, VaryByOrigin]);
}
