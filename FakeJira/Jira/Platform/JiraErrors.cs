using System.Collections.Concurrent;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>Every error of the contract is made here.</summary>
internal static class JiraErrors
{
    public const string NotAuthenticated = "You are not authenticated. Authentication required to perform this operation.";
    public const string NoRoomText = "The site has no room for more.";
    private const string ProblemType = "application/problem+json;charset=UTF-8";
    private const string GatewayType = "application/json";
    private const string Html = "text/html;charset=UTF-8";

    private static readonly ConcurrentDictionary<string, byte[]> Collections = new(StringComparer.Ordinal);

    /// <summary>The shape <c>{"errorMessages":[…],"errors":{}}</c>.</summary>
    public static StubResponse Collection(int status, Rule[] rules, params string[] messages) => new()
    {
        Status = status,
        Headers = [new("Content-Type", JiraJson.ContentType)],
        Body = messages.Length == 1 && string.IsInterned(messages[0]) is not null ? Collections.GetOrAdd(messages[0], static message => Body([message])) : Body(messages),
        Rules = rules,
    };

    /// <summary>The same shape with what is wrong with which field.</summary>
    public static StubResponse Fields(int status, Rule[] rules, params (string Field, string Message)[] errors) => JiraJson.Answer(status, errors, static (json, fields) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("errorMessages");
        json.WriteEndArray();
        json.WriteStartObject("errors");
        foreach (var (field, message) in fields.DistinctBy(each => each.Field))
        {
            json.WriteString(field, message);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }, rules);

    public static StubResponse ProjectUnseen(string idOrKey, params Rule[] rules) =>
        Collection(404, rules, long.TryParse(idOrKey, out _) ? $"No project could be found with id '{idOrKey}'." : $"No project could be found with key '{idOrKey}'.");

    public static StubResponse IssueUnseen(params Rule[] rules) => Collection(404, rules, "Issue does not exist or you do not have permission to see it.");

    public static StubResponse NoRoom(JiraCall call) => Collection(507, [JiraRules.Full507, call.Who], NoRoomText);

    /// <summary>What operations answer that refuse callers without a user; the same for wrong credentials. Its media type follows Accept.</summary>
    public static StubResponse Gate(StubRequest request, params Rule[] rules)
    {
        var type = request.Header("Accept")?.Split(',')[0].Split(';')[0].Trim() switch
        {
            null or "" => "text/plain;charset=UTF-8",
            "application/json" => JiraJson.ContentType,
            "*/*" => Html,
            var other when other.All(letter => char.IsAsciiLetterOrDigit(letter) || "/.+-_".Contains(letter, StringComparison.Ordinal)) => other,
            _ => Html,
        };
        return StubResponse.Text(401, "Client must be authenticated to access this resource.", type, rules)
            .With(headers: [new("Content-Type", type), new("WWW-Authenticate", $"OAuth realm=\"{Uri.EscapeDataString(request.BaseUrl)}\"")]);
    }

    public static StubResponse BearerRefused() => StubResponse.Text(403, """{"error":"Failed to parse Connect Session Auth Token"}""", GatewayType, JiraRules.Bearer403);

    public static StubResponse UnknownToken() => UnknownToken(JiraRules.OAuthUnknown401);

    public static StubResponse UnknownToken(Rule rule) => StubResponse.Text(401, """{"code":401,"message":"Unauthorized"}""", GatewayType, rule);

    public static StubResponse ScopeMissing() => StubResponse.Text(401, """{"code":401,"message":"Unauthorized; scope does not match"}""", GatewayType, JiraRules.Scope401);

    public static StubResponse Xsrf() => StubResponse.Text(403, "XSRF check failed", Html, JiraRules.Xsrf403);

    public static StubResponse GetWithBody() => StubResponse.Text(403, "", Html, JiraRules.GetBody403);

    public static StubResponse BodyTooLong() => Collection(413, [JiraRules.Body413], "The request body is too long.");

    /// <summary>What is wrong with a body, in the shape that has no <c>errors</c>.</summary>
    public static StubResponse BodyText(Rule rule, Rule who)
    {
        var text = rule == JiraRules.BodyEmpty400 ? "No content to map to Object due to end of input"
            : rule == JiraRules.BodyBroken400 ? "There was an error parsing JSON. Check that your request body is valid."
            : "Invalid request payload. Refer to the REST API documentation and try again.";
        return StubResponse.Text(400, $$"""{"errorMessages":["{{text}}"]}""", JiraJson.ContentType, rule, who);
    }

    public static StubResponse UnsupportedMedia(StubRequest request, string? contentType, Rule who)
    {
        var problem = Problem(request, 415, "Unsupported Media Type", $"Content-Type '{contentType ?? "null"}' is not supported.", JiraRules.Media415, who);
        return problem.With(headers: [.. problem.Headers, new("Accept", "application/json")]);
    }

    public static StubResponse QueryInteger(StubRequest request, string name, string value, Rule who) =>
        Problem(request, 400, "Bad Request", $"Failed to convert '{name}' with value: '{value}'", JiraRules.QueryInteger400, who);

    public static StubResponse RateLimited(Rule rule) =>
        StubResponse.Text(429, """{"errorMessages":["The request has been rate-limited. Please try again later."],"errors":{},"status":429}""", JiraJson.ContentType, rule);

    public static StubResponse NotSimulated(StubRequest request) => NoEndpoint(request, JiraRules.NotSimulated404);

    public static StubResponse NoEndpoint(StubRequest request) => NoEndpoint(request, JiraRules.NoEndpoint404);

    public static StubResponse MethodNotAllowed(StubRequest request, IEnumerable<string> allowed)
    {
        var problem = Problem(request, 405, "Method Not Allowed", $"Method '{request.Method}' is not supported.", JiraRules.Method405);
        return problem.With(headers: [.. problem.Headers, new("Allow", string.Join(",", allowed.Distinct().Order(StringComparer.Ordinal)))]);
    }

    public static StubResponse UnknownCloudId(StubRequest request, string cloudId) => Problem(request, 404, "Not Found", $"No site {cloudId}.", JiraRules.OAuthSite404);

    private static StubResponse NoEndpoint(StubRequest request, Rule rule) => Problem(request, 404, "Not Found", $"No endpoint {request.Method} {request.RawPath}.", rule);

    private static StubResponse Problem(StubRequest request, int status, string title, string detail, params Rule[] rules)
    {
        var answer = JiraJson.Answer(status, (status, title, detail, request.RawPath), static (json, problem) =>
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", problem.title);
            json.WriteNumber("status", problem.status);
            json.WriteString("detail", problem.detail);
            json.WriteString("instance", problem.RawPath);
            json.WriteEndObject();
        }, rules);
        return answer.With(headers: [new("Content-Type", ProblemType)]);
    }

    private static byte[] Body(string[] messages) => JiraJson.Bytes(messages, static (json, texts) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("errorMessages");
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        json.WriteStartObject("errors");
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
