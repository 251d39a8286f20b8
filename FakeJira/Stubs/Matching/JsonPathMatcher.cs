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

    protected override double Of(string text, StubRequest request) => RequestContent.ParseJson(text) is { } json ? Of(new JsonForms(json), request) : 0;

    protected override double? Of(RequestContent content) => content.JsonForms is { } forms ? Of(forms, content.Request) : null;

    private double Of(JsonForms forms, StubRequest request)
    {
        var tally = new Tally(how);
        foreach (var pattern in patterns)
        {
            request.Spend(ComparingTime.Many);
            tally.Add(JsonPath.Select(forms.Sent, pattern, _settings).Any() || (forms.Wrapped is { } wrapped && JsonPath.Select(wrapped, pattern, _settings).Any()));
        }

        return tally.Score;
    }
}

/// <summary>JSON as a path looks at it.</summary>
internal sealed class JsonForms(JToken sent)
{
    private bool _isWrappedKnown;
    private JObject? _wrapped;

    /// <summary>As it was sent.</summary>
    public JToken Sent => sent;

    /// <summary>With the one member that it has in an array; null when it has others, or an array there. A copy, as a token stands in one place only, and made once, as it can be all of a body.</summary>
    public JObject? Wrapped
    {
        get
        {
            if (!_isWrappedKnown)
            {
                (_wrapped, _isWrappedKnown) = (Wrap(sent), true);
            }

            return _wrapped;
        }
    }

    private static JObject? Wrap(JToken json) => json switch
    {
        JObject { Count: 1 } members when members.First is JProperty { Value: not JArray } property => new JObject(new JProperty(property.Name, new JArray(property.Value))),
        _ => null,
    };
}
