using System.Globalization;
using System.Text;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>String.*</c>.</summary>
internal static class StringFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        Text("Append", 2, with => BoundedWriter.Join("", [with.Text(0), with.Text(1)])),
        Text("Concat", 2, with => BoundedWriter.Join("", [with.Text(0), with.Text(1)])),
        Text("Prepend", 2, with => with.Text(0).Length == 0 ? "" : BoundedWriter.Join("", [with.Text(1), with.Text(0)])),
        Text("Lowercase", 1, with => with.Text(0).ToLowerInvariant()),
        Text("Uppercase", 1, with => with.Text(0).ToUpperInvariant()),
        Text("Capitalize", 1, with => Capital(with.Text(0))),
        Text("Camelcase", 1, with => Words(with.Text(0)) is [var first, .. var others] ? first.ToLowerInvariant() + string.Concat(others.Select(Capital)) : ""),
        Text("Pascalcase", 1, with => string.Concat(Words(with.Text(0)).Select(Capital))),
        Text("Titlecase", 1, with => string.Join(' ', with.Text(0).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => !word.Any(char.IsLower) ? word : Capital(word.ToLowerInvariant())))),
        Text("Trim", 1, with => with.Text(0).Trim()),
        Text("TrimStart", 1, with => with.Text(0).TrimStart()),
        Text("TrimEnd", 1, with => with.Text(0).TrimEnd()),
        Text("Truncate", 2, with => with.Text(0) is var text && text.Length > Length(with, 1) ? text[..Length(with, 1)] : text),
        Text("Ellipsis", 2, with => with.Text(0) is var text && text.Length > Length(with, 1) ? text[..Length(with, 1)] + "..." : text),
        new("String.PadLeft", 2, 3, with => with.Text(0).PadLeft(Length(with, 1), Pad(with)), IsText: true),
        new("String.PadRight", 2, 3, with => with.Text(0).PadRight(Length(with, 1), Pad(with)), IsText: true),
        Text("Repeat", 2, Repeat),
        Text("Replace", 3, with => Replace(with, with.Text(2))),
        Text("Remove", 2, with => Replace(with, "")),
        Text("Reverse", 1, with => new string([.. with.Text(0).Reverse()])),
        new("String.Join", 1, 2, with => BoundedWriter.Join(with.Text(1), with.List(0)), IsText: true),
        new("String.Split", 2, 2, with => new TextItems(with.Text(0).Split(with.Text(1).ToCharArray(), with.Text(1).Length == 1 ? StringSplitOptions.None : StringSplitOptions.RemoveEmptyEntries))),
        new("String.Format", 2, 2, Format, IsText: true),
        Text("Base64Encode", 1, Encode),
        Text("Base64Decode", 1, Decode),
        new("String.Equal", 2, 3, with => AreEqual(with)),
        new("String.Equals", 2, 3, with => AreEqual(with)),
        new("String.NotEqual", 2, 3, with => !AreEqual(with)),
        new("String.NotEquals", 2, 3, with => !AreEqual(with)),
        new("String.Contains", 2, 2, with => with.Text(0).Contains(with.Text(1), StringComparison.Ordinal)),
        new("String.StartsWith", 2, 2, with => with.Text(0).StartsWith(with.Text(1), StringComparison.Ordinal)),
        new("String.IsString", 1, 1, with => with[0] is string),
        new("String.IsNullOrEmpty", 1, 1, with => with.Text(0).Length == 0),
        new("String.IsNotNullOrEmpty", 1, 1, with => with.Text(0).Length > 0),
        new("String.IsNullOrWhiteSpace", 1, 1, with => string.IsNullOrWhiteSpace(with.Text(0))),
        new("String.IsNotNullOrWhiteSpace", 1, 1, with => !string.IsNullOrWhiteSpace(with.Text(0))),
    ];

    private static Function Text(string name, int arguments, Func<CallArguments, string> body) => new("String." + name, arguments, arguments, body, IsText: true);

    private static int Length(CallArguments with, int index)
    {
        var length = with.Integer(index);
        Rendering.Reserve(length);
        return length >= 0 ? length : throw with.Wrong(index, "0 or more");
    }

    private static char Pad(CallArguments with) => with.Text(2) is [var first, ..] ? first : ' ';

    /// <summary>By the StringComparison that the third argument names; one that there is not counts as none, as in WireMock.Net.</summary>
    private static bool AreEqual(CallArguments with) =>
        string.Equals(with.Text(0), with.Text(1), Enum.TryParse<StringComparison>(with.Text(2), out var comparison) && Enum.IsDefined(comparison) ? comparison : StringComparison.Ordinal);

    private static string Capital(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Repeat(CallArguments with)
    {
        var (text, count) = (with.Text(0), Length(with, 1));
        Rendering.Reserve((long)text.Length * count);
        return new StringBuilder().Insert(0, text, count).ToString();
    }

    private static string Replace(CallArguments with, string by)
    {
        var (text, old) = (with.Text(0), with.Text(1));
        if (old.Length == 0)
        {
            throw with.Wrong(1, "a text that is not empty");
        }

        Rendering.Reserve(text.Length + ((long)text.AsSpan().Count(old) * Math.Max(0, by.Length - old.Length)));
        return text.Replace(old, by, StringComparison.Ordinal);
    }

    private static string Format(CallArguments with)
    {
        try
        {
            return (with[0] is string ? with.NumberOrNull(0) : with[0]) is IFormattable value ? value.ToString(with.Format(1), CultureInfo.InvariantCulture) : with.Text(0);
        }
        catch (FormatException)
        {
            throw with.Wrong(1, "a format for this value");
        }
    }

    private static string Encode(CallArguments with)
    {
        var bytes = Encoding.UTF8.GetBytes(with.Text(0));
        Rendering.Reserve((bytes.Length + 2L) / 3 * 4);
        return Convert.ToBase64String(bytes);
    }

    private static string Decode(CallArguments with)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(with.Text(0)));
        }
        catch (FormatException)
        {
            throw with.Wrong(0, "a base64 text");
        }
    }
}
