using FakeJira.IdeaBank.Operations;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank;

/// <summary>Every error of the contract is made here: <c>{"error":"…"}</c>.</summary>
internal static class IdeaBankErrors
{
    private static readonly Header[] Headers = [new("Content-Type", IdeaBankJson.ContentType)];
    private static readonly byte[] UnauthorizedBody = """{"error":"Unauthorized"}"""u8.ToArray();
    private static readonly byte[] ForbiddenBody = """{"error":"Forbidden"}"""u8.ToArray();
    private static readonly byte[] NotFoundBody = """{"error":"idea-bank-not-found"}"""u8.ToArray();
    private static readonly byte[] InvalidBody = """{"error":"invalid-request"}"""u8.ToArray();
    private static readonly byte[] TooLargeBody = """{"error":"request-too-large"}"""u8.ToArray();
    private static readonly byte[] FullBody = """{"error":"storage-full"}"""u8.ToArray();
    private static readonly byte[] NoEndpointBody = """{"error":"not-found"}"""u8.ToArray();
    private static readonly byte[] BusyBody = """{"error":"resource-busy"}"""u8.ToArray();
    private static readonly byte[] MethodBody = """{"error":"method-not-allowed"}"""u8.ToArray();

    /// <summary>Why a panelist is not let in; <paramref name="notAllowed"/> is the rule of an operation that not every panelist may use.</summary>
    public static StubResponse Refused(Refusal? refusal, Rule? notAllowed = null) => (refusal ?? Refusal.NotAllowed) switch
    {
        Refusal.UnknownToken => Of(401, UnauthorizedBody, IdeaBankRules.Token401),
        Refusal.TokenExpired => Of(403, ForbiddenBody, IdeaBankRules.Expired403),
        Refusal.BankUnavailable => Of(404, NotFoundBody, IdeaBankRules.Bank404),
        Refusal.NotAllowed => Of(403, ForbiddenBody, notAllowed ?? throw new ArgumentNullException(nameof(notAllowed))),
    };

    public static StubResponse Unauthorized(Rule rule) => Of(401, UnauthorizedBody, rule);

    public static StubResponse Invalid(Rule rule) => Of(400, InvalidBody, rule);

    public static StubResponse NotFound(Rule rule) => Of(404, NotFoundBody, rule);

    public static StubResponse Busy() => Of(429, BusyBody, IdeaBankRules.Busy429);

    public static StubResponse BodyTooLong() => Of(413, TooLargeBody, IdeaBankRules.Body413);

    public static StubResponse Full() => Of(507, FullBody, IdeaBankRules.Full507);

    public static StubResponse NoEndpoint() => Of(404, NoEndpointBody, IdeaBankRules.NoEndpoint404);

    public static StubResponse MethodNotAllowed(StubRequest request) =>
        Of(405, MethodBody, IdeaBankRules.Method405).With(headers: [.. Headers, new("Allow", MethodsOf(request))]);

    /// <summary>What a path can be asked for; HEAD comes with GET.</summary>
    public static string MethodsOf(StubRequest request) =>
        string.Join(", ", request.AllowedMethods.SelectMany(method => method == "GET" ? ["GET", "HEAD"] : new[] { method }).Distinct().Order(StringComparer.Ordinal));

    private static StubResponse Of(int status, byte[] body, Rule rule) => new() { Status = status, Headers = Headers, Body = body, Rules = [rule] };
}
