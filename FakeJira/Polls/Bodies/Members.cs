using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FakeJira.Polls.Bodies;

/// <summary>The members of a JSON object as JavaScript has them: each name once, in the order in which the names first came, the last value counting.</summary>
internal readonly struct Members
{
    private const int Few = 8;

    private readonly JsonProperty[] _all;

    private Members(JsonProperty[] all) => _all = all;

    public static Members None { get; } = new([]);

    /// <summary>All of them.</summary>
    public ReadOnlySpan<JsonProperty> All => _all;

    public static Members Of(JsonElement value)
    {
        var all = new JsonProperty[value.GetPropertyCount()];
        var count = 0;
        foreach (var member in value.EnumerateObject())
        {
            all[count++] = member;
        }

        return new(AreDifferent(all) ? all : Once(all));
    }

    /// <summary>The value of a member, or null.</summary>
    public JsonElement? Find(ReadOnlySpan<byte> name)
    {
        foreach (var member in _all)
        {
            if (IsNamed(member, name))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a member has a name, whatever escapes it is written with.</summary>
    public static bool IsNamed(JsonProperty member, ReadOnlySpan<byte> name)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        return raw.SequenceEqual(name) || (raw.Contains((byte)'\\') && PlainText.NameOf(member) == Encoding.UTF8.GetString(name));
    }

    /// <summary>Whether it can be seen at once that no name comes twice: there are few, and none has escapes.</summary>
    private static bool AreDifferent(JsonProperty[] all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(all[i]);
            if (all.Length > Few || name.Contains((byte)'\\'))
            {
                return false;
            }

            for (var other = 0; other < i; other++)
            {
                if (name.SequenceEqual(JsonMarshal.GetRawUtf8PropertyName(all[other])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static JsonProperty[] Once(JsonProperty[] all)
    {
        var members = new OrderedDictionary<string, JsonProperty>(StringComparer.Ordinal);
        foreach (var member in all)
        {
            members[PlainText.NameOf(member)] = member;
        }

        return [.. members.Values];
    }
}
