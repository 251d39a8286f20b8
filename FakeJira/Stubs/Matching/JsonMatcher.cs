using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>The same JSON: members in any order and no others, items in the same order, 1 is not 1.0.</summary>
internal sealed class JsonMatcher(JToken pattern, JsonMatching options) : JsonBodyMatcher(pattern, options)
{
    /// <summary>Null when JSON that differs from the pattern can match it.</summary>
    private readonly int? _fingerprint = options.IgnoreCase || options.Regex ? null : JsonFingerprint.Of(pattern);

    protected override string Kind => "the JSON";

    protected override bool CanMatch(RequestContent content) => _fingerprint is not { } wanted || wanted == content.JsonFingerprint;

    protected override bool IsMatch(JToken want, JToken? have, StubRequest request)
    {
        request.Spend(1);
        if (have is null)
        {
            return false;
        }

        if (Leaves.ByRegex(want, have, request) is { } byRegex)
        {
            return byRegex;
        }

        return (want, have) switch
        {
            (JObject wanted, JObject members) => wanted.Count == members.Count && AllMembers(wanted, members, request),
            (JArray wanted, JArray items) => wanted.Count == items.Count && AllItems(wanted, items, request),
            ({ Type: JTokenType.String }, { Type: JTokenType.String }) => string.Equals((string?)want, (string?)have, Comparison),
            _ => JToken.DeepEquals(want, have),
        };
    }

    private bool AllMembers(JObject wanted, JObject members, StubRequest request)
    {
        foreach (var (name, value) in wanted)
        {
            if (!IsMatch(value!, Member(members, name, request), request))
            {
                return false;
            }
        }

        return true;
    }

    private bool AllItems(JArray wanted, JArray items, StubRequest request)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            if (!IsMatch(wanted[i], items[i], request))
            {
                return false;
            }
        }

        return true;
    }
}
