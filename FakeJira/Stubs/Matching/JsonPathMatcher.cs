using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>
/// JSON in which a path finds something, be it null. WireMock.Net puts a body of one member that is no array into an array first, so that filters apply to it;
/// here a path may find something in either form.
/// </summary>
internal sealed class JsonPathMatcher(IReadOnlyList<string> patterns, MatchOperator how, TimeSpan regexTime) : Matcher
{
    private readonly JsonSelectSettings _settings = JsonPath.Within(regexTime);

    protected override string Wanted => "JSON where something is at " + Phrase(patterns, how);

    protected override double Of(string text) => RequestContent.ParseJson(text) is { } json ? Of(json) : 0;

    protected override double? Of(RequestContent content) => content.Json is { } json ? Of(json) : null;

    private double Of(JToken json)
    {
        var tally = new Tally(how);
        foreach (var pattern in patterns)
        {
            tally.Add(JsonPath.Select(json, pattern, _settings).Any() || (Wrapped(json) is { } wrapped && JsonPath.Select(wrapped, pattern, _settings).Any()));
        }

        return tally.Score;
    }

    /// <summary>Copies: a token stands in one place only.</summary>
    private static JObject? Wrapped(JToken json) => json switch
    {
        JObject { Count: 1 } members when members.First is JProperty { Value: not JArray } property => new JObject(new JProperty(property.Name, new JArray(property.Value))),
        _ => null,
    };
}
