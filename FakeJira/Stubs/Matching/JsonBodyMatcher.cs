using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>Compares a JSON body with a JSON pattern.</summary>
/// <param name="pattern">The pattern.</param>
/// <param name="options">How.</param>
internal abstract class JsonBodyMatcher(JToken pattern, JsonMatching options) : Matcher
{
    public sealed override bool TakesText => false;

    protected StringComparison Comparison => options.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    protected JsonLeaves Leaves { get; } = new(pattern, options);

    protected sealed override string Wanted =>
        $"{Kind} {pattern.ToString(Formatting.None)}{(options.Regex ? " with regular expressions" : "")}{(options.Wildcard ? " with wildcards" : "")}{(options.IgnoreCase ? " in any case" : "")}";

    /// <summary>What it wants of the body.</summary>
    protected abstract string Kind { get; }

    protected sealed override double Of(string text, StubRequest request) => 0;

    protected sealed override double? Of(RequestContent content) => content.Json is { } json ? CanMatch(content) && IsMatch(pattern, json, content.Request) ? 1 : 0 : null;

    /// <summary>False where it is known without a look at the JSON itself that it does not match.</summary>
    protected virtual bool CanMatch(RequestContent content) => true;

    protected abstract bool IsMatch(JToken want, JToken? have, StubRequest request);

    /// <summary>A member by its name; if so wished in any case, then the one of the very name first, and then all are looked at.</summary>
    protected JToken? Member(JObject members, string name, StubRequest request)
    {
        request.Spend(options.IgnoreCase ? members.Count : 1);
        return members.GetValue(name, Comparison);
    }
}

/// <summary>How JSON is compared.</summary>
/// <param name="IgnoreCase">Names and texts in any case.</param>
/// <param name="Regex">Texts of the pattern are regular expressions.</param>
/// <param name="Wildcard">Leaves of the pattern have wildcards.</param>
/// <param name="RegexTime">How long each of the regular expressions may take.</param>
internal readonly record struct JsonMatching(bool IgnoreCase, bool Regex, bool Wildcard, TimeSpan RegexTime);
