using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FakeJira.Polls.Bodies;

/// <summary>Writes JSON values as an app in JavaScript does that has parsed them: without white space, each member of an object once, the last one counting.</summary>
internal static class PlainJson
{
    private const int FewMembers = 8;

    /// <summary>The members of an object in the order in which their names first came.</summary>
    public static OrderedDictionary<string, JsonElement> MembersOf(JsonElement value)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            members[PlainText.NameOf(member)] = member.Value;
        }

        return members;
    }

    /// <summary>Writes a value.</summary>
    public static void Write(IBufferWriter<byte> output, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when IsPlain(value):
                WriteAsTheyCome(output, value);
                break;
            case JsonValueKind.Object:
                WriteMembers(output, MembersOf(value));
                break;
            case JsonValueKind.Array:
                WriteItems(output, value);
                break;
            case JsonValueKind.String when JsonMarshal.GetRawUtf8Value(value) is var raw && !raw.Contains((byte)'\\'):
                output.Write(raw);
                break;
            case JsonValueKind.String:
                PlainText.Write(output, PlainText.Of(value));
                break;
            case JsonValueKind.Number when !double.IsFinite(value.GetDouble()):
                // What JavaScript makes of a number that is too large for it.
                output.Write("null"u8);
                break;
            default:
                output.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    /// <summary>Writes a name and the colon after it, and a comma before it unless it is the first.</summary>
    public static void WriteName(IBufferWriter<byte> output, string name, bool isFirst)
    {
        if (!isFirst)
        {
            output.Write(","u8);
        }

        PlainText.Write(output, name);
        output.Write(":"u8);
    }

    /// <summary>Writes a number without trailing zeros.</summary>
    public static void Write(IBufferWriter<byte> output, decimal number) =>
        Encoding.UTF8.GetBytes(number.ToString("0.############", CultureInfo.InvariantCulture).AsSpan(), output);

    /// <summary>Writes true, false or a text.</summary>
    public static void WriteScalar(IBufferWriter<byte> output, object value)
    {
        if (value is string text)
        {
            PlainText.Write(output, text);
        }
        else
        {
            output.Write(value is true ? "true"u8 : "false"u8);
        }
    }

    /// <summary>Whether an object is small, and has no escapes in its names and none of them twice.</summary>
    private static bool IsPlain(JsonElement value)
    {
        if (value.GetPropertyCount() > FewMembers)
        {
            return false;
        }

        var number = 0;
        foreach (var member in value.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (name.Contains((byte)'\\'))
            {
                return false;
            }

            var others = 0;
            foreach (var earlier in value.EnumerateObject())
            {
                if (others++ == number)
                {
                    break;
                }

                if (name.SequenceEqual(JsonMarshal.GetRawUtf8PropertyName(earlier)))
                {
                    return false;
                }
            }

            number++;
        }

        return true;
    }

    private static void WriteAsTheyCome(IBufferWriter<byte> output, JsonElement value)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var member in value.EnumerateObject())
        {
            output.Write(isFirst ? "\""u8 : ",\""u8);
            output.Write(JsonMarshal.GetRawUtf8PropertyName(member));
            output.Write("\":"u8);
            Write(output, member.Value);
            isFirst = false;
        }

        output.Write("}"u8);
    }

    private static void WriteMembers(IBufferWriter<byte> output, OrderedDictionary<string, JsonElement> members)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            WriteName(output, name, isFirst);
            Write(output, value);
            isFirst = false;
        }

        output.Write("}"u8);
    }

    private static void WriteItems(IBufferWriter<byte> output, JsonElement items)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var item in items.EnumerateArray())
        {
            if (!isFirst)
            {
                output.Write(","u8);
            }

            Write(output, item);
            isFirst = false;
        }

        output.Write("]"u8);
    }
}
