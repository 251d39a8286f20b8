using System.Globalization;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Where a message of HTTP/1.1 ends, as far as its bytes say so; text and bytes are Latin-1.</summary>
internal static class Framing
{
    /// <summary>Between head and body.</summary>
    public const string HeadEnd = "\r\n\r\n";

    /// <summary>Whether all chunks have come, the last one and what follows it included; what is no chunk ends them too.</summary>
    public static bool AreChunksOver(ReadOnlySpan<char> body)
    {
        while (true)
        {
            var line = body.IndexOf("\r\n");
            if (line < 0)
            {
                return false;
            }

            var digits = body[..line];
            if (!int.TryParse(digits[..(digits.IndexOf(';') is >= 0 and var extension ? extension : line)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return true;
            }

            body = body[(line + 2)..];
            if (length == 0)
            {
                // Trailers, if any, end as a head does.
                return body.StartsWith("\r\n") || body.IndexOf(HeadEnd) >= 0;
            }

            if (body.Length < (long)length + 2)
            {
                return false;
            }

            body = body[(length + 2)..];
        }
    }

    /// <summary>The values of a header, without the space around them.</summary>
    public static IReadOnlyList<string> Values(string head, string name) =>
        [.. head.Split("\r\n").Skip(1).Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim())];

    /// <summary>The length that a head announces, or null.</summary>
    public static long? Length(string head) =>
        Values(head, "Content-Length") is [var only] && long.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>Whether a head announces chunks.</summary>
    public static bool IsChunked(string head) => Values(head, "Transfer-Encoding") is [var only] && only.Equals("chunked", StringComparison.OrdinalIgnoreCase);
}
