using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FakeJira.Polls.Bodies;

/// <summary>
/// JSON texts as JavaScript writes them: an emoji is an emoji, whatever escapes it came in with, and a half of a surrogate pair survives. The encoders of
/// System.Text.Json escape what is outside the basic plane, and its readers refuse halves.
/// </summary>
internal static class PlainText
{
    /// <summary>The value of a JSON text.</summary>
    public static string Of(JsonElement text) => Unescape(JsonMarshal.GetRawUtf8Value(text)[1..^1]);

    /// <summary>The name of a member.</summary>
    public static string NameOf(JsonProperty member) => Unescape(JsonMarshal.GetRawUtf8PropertyName(member));

    /// <summary>A value between quotes.</summary>
    public static byte[] Quoted(string text) => Encoding.UTF8.GetBytes($"\"{(NeedsEscapes(text) ? Escape(text) : text)}\"");

    /// <summary>Writes a value between quotes.</summary>
    public static void Write(IBufferWriter<byte> output, string text)
    {
        output.Write("\""u8);
        if (NeedsEscapes(text))
        {
            text = Escape(text);
        }

        Encoding.UTF8.GetBytes(text.AsSpan(), output);
        output.Write("\""u8);
    }

    private static bool NeedsEscapes(string text)
    {
        foreach (var letter in text)
        {
            if (letter is < ' ' or '"' or '\\' || char.IsSurrogate(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(letter, text[i + 1]))
            {
                escaped.Append(letter).Append(text[++i]);
                continue;
            }

            _ = letter switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ when char.IsSurrogate(letter) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append(text[++i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(text.AsSpan((i += 4) - 3, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var itself => itself,
            });
        }

        return plain.ToString();
    }
}
