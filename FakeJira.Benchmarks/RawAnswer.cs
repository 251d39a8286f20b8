using System.Buffers.Text;
using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>An HTTP/1.1 answer as it comes out of a socket: its status, and where it ends. Looked at for every request, so it makes nothing.</summary>
internal static class RawAnswer
{
    private const int NotYet = -1;
    private const int StatusAt = 9;

    /// <summary>The status of an answer whose first line is there.</summary>
    public static int StatusOf(ReadOnlySpan<byte> answer) =>
        answer.StartsWith("HTTP/1."u8) && answer.Length > StatusAt && Utf8Parser.TryParse(answer[StatusAt..], out int status, out var digits) && digits == 3
            ? status
            : throw new IOException("An answer does not begin with the status line of HTTP/1.");

    /// <summary>How many bytes the answer to a request has, or -1 where some are still to come.</summary>
    /// <exception cref="IOException">It does not say, other than by the end of the connection.</exception>
    public static int EndOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return NotYet;
        }

        var body = head + 4;
        if (StatusOf(answer) is 204 or 304)
        {
            return body;
        }

        var headers = answer[..(head + 2)];
        if (ValueOf(headers, "Transfer-Encoding"u8, out var coding) && Ascii.EqualsIgnoreCase(coding, "chunked"u8))
        {
            return EndOfChunks(answer, body);
        }

        if (ValueOf(headers, "Content-Length"u8, out var text) && Utf8Parser.TryParse(text, out int length, out var digits) && digits == text.Length && length >= 0)
        {
            return answer.Length - body >= length ? body + length : NotYet;
        }

        throw new IOException("An answer says neither a Content-Length nor that it is chunked.");
    }

    private static int EndOfChunks(ReadOnlySpan<byte> answer, int at)
    {
        while (true)
        {
            var line = answer[at..].IndexOf("\r\n"u8);
            if (line < 0)
            {
                return NotYet;
            }

            if (!Utf8Parser.TryParse(answer.Slice(at, line), out int size, out _, 'X') || size < 0)
            {
                throw new IOException("A chunk of an answer does not begin with its size.");
            }

            at += line + 2;
            if (size == 0)
            {
                return EndOfTrailers(answer, at);
            }

            if (size > answer.Length - at - 2)
            {
                return NotYet;
            }

            at += size + 2;
        }
    }

    /// <summary>After the last chunk there may be headers; an empty line ends them.</summary>
    private static int EndOfTrailers(ReadOnlySpan<byte> answer, int at)
    {
        while (answer[at..].IndexOf("\r\n"u8) is >= 0 and var line)
        {
            at += line + 2;
            if (line == 0)
            {
                return at;
            }
        }

        return NotYet;
    }

    private static bool ValueOf(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        while (headers.IndexOf("\r\n"u8) is >= 0 and var line)
        {
            if (line > name.Length && headers[name.Length] == (byte)':' && Ascii.EqualsIgnoreCase(headers[..name.Length], name))
            {
                value = headers[(name.Length + 1)..line].Trim(" \t"u8);
                return true;
            }

            headers = headers[(line + 2)..];
        }

        value = default;
        return false;
    }
}
