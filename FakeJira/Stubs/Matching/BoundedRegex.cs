using System.Text.RegularExpressions;

namespace FakeJira.Stubs.Matching;

/// <summary>Regular expressions as WireMock.Net has them, with a limit of time.</summary>
internal static partial class BoundedRegex
{
    /// <summary>Found anywhere in the text; <c>^</c> and <c>$</c> are those of a line; <c>\guidb</c>, <c>\guidd</c>, <c>\guidn</c>, <c>\guidp</c>, <c>\guidx</c> stand for a GUID of that format, in capitals for capitals.</summary>
    /// <param name="pattern">As WireMock.Net has it.</param>
    /// <param name="ignoreCase">Whether letters match in any case.</param>
    /// <param name="time">A match that takes longer is none, and is noted.</param>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public static Regex Of(string pattern, bool ignoreCase, TimeSpan time) =>
        new(GuidToken().Replace(pattern, GuidPattern), RegexOptions.Multiline | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), time);

    private static string GuidPattern(Match token)
    {
        var isLower = char.IsAsciiLetterLower(token.Value[1]);
        var (digit, guid) = isLower ? ("[0-9a-f]", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") : ("[0-9A-F]", "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        return char.ToUpperInvariant(token.Value[^1]) switch
        {
            'B' => $$"""(\{{{guid}}\})""",
            'D' => $"({guid})",
            'N' => $$"""({{digit}}{32})""",
            'P' => $"""(\({guid}\))""",
            _ => $$"""(\{0x{{digit}}{8},(0x{{digit}}{4},){2}\{(0x{{digit}}{2},){7}0x{{digit}}{2}\}\})""",
        };
    }

    [GeneratedRegex(@"\\guid[bdnpx]|\\GUID[BDNPX]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex GuidToken();
}
