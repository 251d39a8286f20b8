using System.Buffers;
using System.Collections.Frozen;

namespace FakeJira.Stubs.Responding;

/// <summary>What a header of an answer can be (RFC 9110), and which ones a mapping cannot set.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>WireMock.Net drops these too.</summary>
    private static readonly FrozenSet<string> Dropped = new[]
    {
        "Accept", "Connection", "Content-Length", "Date", "Expect", "Host", "If-Modified-Since", "Proxy-Connection", "Range", "Referer", "Transfer-Encoding", "User-Agent",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many an answer has at most.</summary>
    private const int Limit = 1000;

    /// <summary>What is wrong with so many headers, or null.</summary>
    public static string? TooMany(int count) => count > Limit ? $"An answer has at most {Limit} headers, and these are {count}." : null;

    public static bool IsDropped(string name) => Dropped.Contains(name);

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? WrongName(string name) =>
        name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters) ? $"'{name}' cannot be the name of a header." : null;

    /// <summary>What is wrong with a value, or null.</summary>
    public static string? WrongValue(string name, string value) =>
        value.AsSpan().ContainsAnyExceptInRange(' ', '~') && value.AsSpan().Trim('\t').ContainsAnyExceptInRange(' ', '~')
            ? $"The value of the header '{name}' has a character that a header cannot carry; only visible ASCII characters and spaces are safe." : null;
}
