using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FakeJira.Polls.Bodies;

/// <summary>Writes JSON values as an app in JavaScript does that has parsed them: without white space, each member of an object once, the last one counting.</summary>
internal static class PlainJson
{
    /// <summary>Writes a value.</summary>
    public static void Write(IBufferWriter<byte> output, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(output, Members.Of(value));
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

    /// <summary>Writes the name of a member that was read, likewise.</summary>
    public static void WriteName(IBufferWriter<byte> output, JsonProperty member, bool isFirst)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (raw.Contains((byte)'\\'))
        {
            WriteName(output, PlainText.NameOf(member), isFirst);
            return;
        }

        output.Write(isFirst ? "\""u8 : ",\""u8);
        output.Write(raw);
        output.Write("\":"u8);
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

    private static void WriteMembers(IBufferWriter<byte> output, Members members)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var member in members.All)
        {
            WriteName(output, member, isFirst);
            Write(output, member.Value);
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
