using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>A number that equal JSON has in common, so that most JSON that is not equal is told apart by one comparison however large it is.</summary>
internal static class JsonFingerprint
{
    /// <summary>The same whatever the order of members.</summary>
    public static int Of(JToken token)
    {
        switch (token)
        {
            case JObject members:
                var all = members.Count;
                foreach (var member in members.Properties())
                {
                    all += HashCode.Combine(string.GetHashCode(member.Name, StringComparison.Ordinal), Of(member.Value));
                }

                return all;
            case JArray items:
                var sequence = new HashCode();
                foreach (var item in items)
                {
                    sequence.Add(Of(item));
                }

                return sequence.ToHashCode();
            case { Type: JTokenType.String }:
                return string.GetHashCode((string)token!, StringComparison.Ordinal);
            case JValue { Value: long number }:
                return number.GetHashCode();
            default:
                // Large numbers can be equal and of different types, and floating ones when they are nearly equal.
                return (int)token.Type;
        }
    }
}
