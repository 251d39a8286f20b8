using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>The leaves of a JSON pattern, compiled.</summary>
internal sealed class JsonLeaves
{
    private readonly Dictionary<JToken, Regex> _regexes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<JToken, Wildcard> _wildcards = new(ReferenceEqualityComparer.Instance);

    /// <param name="pattern">The pattern.</param>
    /// <param name="options">A text that is no regular expression though it should is compared as it stands, as in WireMock.Net.</param>
    public JsonLeaves(JToken pattern, JsonMatching options)
    {
        foreach (var leaf in pattern is JContainer container ? container.DescendantsAndSelf().OfType<JValue>() : [(JValue)pattern])
        {
            if (options.Regex && leaf.Type == JTokenType.String && TryRegex((string)leaf!, options) is { } regex)
            {
                _regexes[leaf] = regex;
            }

            if (options.Wildcard)
            {
                _wildcards[leaf] = new(leaf.ToString(), options.IgnoreCase);
            }
        }
    }

    /// <summary>Whether a value fulfils the regular expression that a leaf is; null when the leaf is none.</summary>
    public bool? ByRegex(JToken leaf, JToken value, StubRequest request)
    {
        if (!_regexes.TryGetValue(leaf, out var regex))
        {
            return null;
        }

        request.Spend(ComparingTime.Many);
        return regex.IsMatch(value.ToString());
    }

    /// <summary>Whether a value fulfils the wildcards of a leaf; null when they are none.</summary>
    public bool? ByWildcard(JToken leaf, JToken value, StubRequest request) => _wildcards.TryGetValue(leaf, out var wildcard) ? wildcard.Matches(value.ToString(), request) : null;

    private static Regex? TryRegex(string pattern, JsonMatching options)
    {
        try
        {
            return BoundedRegex.Of(pattern, options.IgnoreCase, options.RegexTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
