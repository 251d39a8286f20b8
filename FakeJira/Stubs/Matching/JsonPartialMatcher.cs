using System.Buffers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>
/// JSON that holds the pattern: every member of it, and for every item of it one that matches, wherever it stands. A name may be a JSONPath. Leaves are compared
/// as texts of the same type, with wildcards if so wished.
/// </summary>
internal sealed class JsonPartialMatcher(JToken pattern, JsonMatching options) : JsonBodyMatcher(pattern, options)
{
    private static readonly SearchValues<char> PathLetters = SearchValues.Create(".[]$*@?()' ");

    private readonly JsonSelectSettings _settings = JsonPath.Within(options.RegexTime);

    protected override string Kind => "JSON that holds";

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

        if (want.Type != have.Type)
        {
            return false;
        }

        return (want, have) switch
        {
            (JObject wanted, JObject members) => AllMembers(wanted, members, request),
            (JArray wanted, JArray items) => AllItems(wanted, items, request),
            _ => Leaves.ByWildcard(want, have, request) ?? string.Equals(want.ToString(), have.ToString(), Comparison),
        };
    }

    private bool AllMembers(JObject wanted, JObject members, StubRequest request)
    {
        foreach (var (name, value) in wanted)
        {
            if (!IsMatch(value!, Find(members, name, request), request))
            {
                return false;
            }
        }

        return true;
    }

    private bool AllItems(JArray wanted, JArray items, StubRequest request)
    {
        foreach (var want in wanted)
        {
            var isFound = false;
            for (var i = 0; i < items.Count && !isFound; i++)
            {
                isFound = IsMatch(want, items[i], request);
            }

            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }

    private JToken? Find(JObject members, string name, StubRequest request)
    {
        if (name.AsSpan().IndexOfAny(PathLetters) < 0 || !JsonPath.IsBounded(name))
        {
            return Member(members, name, request);
        }

        request.Spend(ComparingTime.Many);
        try
        {
            return JsonPath.Select(members, name, _settings).FirstOrDefault() ?? Member(members, name, request);
        }
        catch (JsonException)
        {
            // A name with such letters need not be a path.
            return Member(members, name, request);
        }
    }
}
