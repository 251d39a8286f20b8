using System.Collections.Frozen;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>
/// The fields of the other WireMock, the one for Java, and what to write here. WireMock.Net does not know them, so a file of that format matches everything there.
/// </summary>
internal static class JavaFields
{
    /// <summary>Fields of a mapping.</summary>
    public static IReadOnlyDictionary<string, string> OfMapping { get; } = Table(
        ("scenarioName", "Scenario"),
        ("requiredScenarioState", "WhenStateIs (left out for the start)"),
        ("newScenarioState", "SetStateTo"),
        ("uuid", "Guid"),
        ("id", "Guid"),
        ("name", "Title"),
        ("metadata", "Description, or Data for templates"),
        ("mappings", "an array of mappings as the whole file"));

    /// <summary>Fields of a request.</summary>
    public static IReadOnlyDictionary<string, string> OfRequest { get; } = Table(
        ("method", "Methods, an array such as [\"GET\"]"),
        ("urlPath", "Path"),
        ("urlPattern", "Url with Matchers, or Path and Params"),
        ("urlPathPattern", "Path with a RegexMatcher"),
        ("urlPathTemplate", "Path with * for each value"),
        ("queryParameters", "Params, an array of {Name, Matchers}"),
        ("bodyPatterns", "Body with Matchers, for example a JsonPartialMatcher"),
        ("formParameters", "Body with a FormUrlEncodedMatcher"),
        ("multipartPatterns", "Body with Matchers"),
        ("basicAuthCredentials", "Headers with Authorization"));

    /// <summary>What stands in a Request by mistake: fields of the other format, and those of a Response.</summary>
    public static IReadOnlyDictionary<string, string> InRequest { get; } = new Dictionary<string, string>(OfRequest, StringComparer.OrdinalIgnoreCase)
    {
        ["BodyAsJson"] = "write Body with a JsonMatcher.",
    };

    /// <summary>Fields of a response.</summary>
    public static IReadOnlyDictionary<string, string> OfResponse { get; } = Table(
        ("status", "StatusCode"),
        ("jsonBody", "BodyAsJson"),
        ("base64Body", "BodyAsBytes"),
        ("bodyFileName", "BodyAsFile"),
        ("fixedDelayMilliseconds", "Delay"),
        ("delayDistribution", "MinimumRandomDelay and MaximumRandomDelay"),
        ("transformers", "UseTransformer: true"),
        ("proxyBaseUrl", "a Response: nothing is forwarded here"));

    /// <summary>Refuses a mapping whose request, or whole, is of that format, with one error that says what to write.</summary>
    public static bool Refuse(JsonNodeAt mapping)
    {
        if (mapping.Token is not JObject members)
        {
            return false;
        }

        var request = members.GetValue("Request", StringComparison.OrdinalIgnoreCase) as JObject;
        var response = members.GetValue("Response", StringComparison.OrdinalIgnoreCase) as JObject;
        var isForeign = request is null
            ? members.Property("mappings", StringComparison.OrdinalIgnoreCase)?.Value is JArray
            : IsForeign(request);
        if (!isForeign)
        {
            return false;
        }

        string[] said = [.. Said(members, OfMapping), .. Said(request, OfRequest), .. Said(response, OfResponse)];
        mapping.Error($"This is a mapping of WireMock for Java; here the fields have other names: {string.Join("; ", said)}.");
        return true;
    }

    private static bool IsForeign(JObject request) => request.Properties().Any(property => OfRequest.ContainsKey(property.Name)) && !request.Properties().Any(IsOwn);

    /// <summary>Names that both have are told apart by what stands there.</summary>
    private static bool IsOwn(JProperty property) => RequestReader.IsOwn(property.Name) && property.Name.ToUpperInvariant() switch
    {
        "URL" => !(property.Value.Type == JTokenType.String && ((string)property.Value!).StartsWith('/')),
        "HEADERS" or "COOKIES" => property.Value.Type != JTokenType.Object,
        _ => true,
    };

    private static IEnumerable<string> Said(JObject? members, IReadOnlyDictionary<string, string> table) =>
        members?.Properties().Where(property => table.ContainsKey(property.Name)).Select(property => $"for '{property.Name}' {table[property.Name]["that is WireMock for Java: ".Length..^1]}") ?? [];

    private static FrozenDictionary<string, string> Table(params (string Java, string Here)[] fields) =>
        fields.ToFrozenDictionary(field => field.Java, field => $"that is WireMock for Java: write {field.Here}.", StringComparer.OrdinalIgnoreCase);
}
