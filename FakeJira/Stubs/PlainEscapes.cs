using System.Globalization;
using System.Text;

namespace FakeJira.Stubs;

/// <summary>JSON in which only what has to be escaped is, as the vendors write it: <c>Utf8JsonWriter</c> escapes emoji and some spaces whatever encoder it is given.</summary>
internal static class PlainEscapes
{
    private const int EscapeLength = 6;

    /// <summary>A copy of a JSON text in which escapes of characters beyond ASCII are the characters themselves.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return json.ToArray();
        }

        var plain = new byte[json.Length];
        var (from, to) = (0, 0);
        while (json[from..].IndexOf((byte)'\\') is >= 0 and var ahead)
        {
            json.Slice(from, ahead).CopyTo(plain.AsSpan(to));
            (from, to) = (from + ahead, to + ahead);
            if (Escaped(json[from..]) is { } rune)
            {
                from += rune.Utf16SequenceLength * EscapeLength;
                to += rune.EncodeToUtf8(plain.AsSpan(to));
            }
            else
            {
                json.Slice(from, 2).CopyTo(plain.AsSpan(to));
                (from, to) = (from + 2, to + 2);
            }
        }

        json[from..].CopyTo(plain.AsSpan(to));
        return plain[..(to + json.Length - from)];
    }

    /// <summary>The character that a text begins with as an escape, unless it has to be one.</summary>
    private static Rune? Escaped(ReadOnlySpan<byte> json)
    {
        if (Unit(json) is not { } unit || unit < '\u007F')
        {
            return null;
        }

        if (Rune.TryCreate(unit, out var rune))
        {
            return rune;
        }

        return Unit(json[EscapeLength..]) is { } low && Rune.TryCreate(unit, low, out var pair) ? pair : null;
    }

    private static char? Unit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u' && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
