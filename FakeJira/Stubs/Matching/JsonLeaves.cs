using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>The leaves of a JSON pattern, compiled.</summary>
internal sealed class JsonLeaves
{
    private readonly Dictionary<JToken, Regex> _regexes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<JToken, Wildcard> _wildcards = new(ReferenceEqualityComparer.Instance);

    /// <param name="pattern">The pattern.</param>
    /// <param name="ignoreCase">Whether texts match in any case.</param>
    /// <param name="isRegex">Whether its texts are regular expressions; one that is none is compared as it stands, as in WireMock.Net.</param>
    /// <param name="isWildcard">Whether its leaves have wildcards.</param>
    public JsonLeaves(JToken pattern, bool ignoreCase, bool isRegex, bool isWildcard)
    {
        foreach (var leaf in pattern is JContainer container ? container.DescendantsAndSelf().OfType<JValue>() : [(JValue)pattern])
        {
            if (isRegex && leaf.Type == JTokenType.String && TryRegex((string)leaf!, ignoreCase) is { } regex)
            {
                _regexes[leaf] = regex;
            }

            if (isWildcard)
            {
                _wildcards[leaf] = new(leaf.ToString(), ignoreCase);
            }
        }
    }

    /// <summary>Whether a value fulfils the regular expression that a leaf is; null when the leaf is none.</summary>
    public bool? ByRegex(JToken leaf, JToken value) => _regexes.TryGetValue(leaf, out var regex) ? regex.IsMatch(value.ToString()) : null;

    /// <summary>Whether a value fulfils the wildcards of a leaf; null when they are none.</summary>
    public bool? ByWildcard(JToken leaf, JToken value) => _wildcards.TryGetValue(leaf, out var wildcard) ? wildcard.Matches(value.ToString()) : null;

    private static Regex? TryRegex(string pattern, bool ignoreCase)
    {
        try
        {
            return BoundedRegex.Of(pattern, ignoreCase);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
