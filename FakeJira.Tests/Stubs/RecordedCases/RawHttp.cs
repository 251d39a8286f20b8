using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FakeJira.Tests.Stubs.RecordedCases;

/// <summary>Sends a request byte for byte as it is said, which an HttpClient would not: a header twice, a body with GET, a path that is not tidied.</summary>
public static class RawHttp
{
    /// <summary>The answer; null when what came back is no HTTP.</summary>
    public static async Task<RawAnswer?> Send(Uri server, string method, string path, IEnumerable<(string Name, string Value)> headers, byte[]? body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (body is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        }

        await using var stream = client.GetStream();
        await stream.WriteAsync((byte[])[.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body ?? []]);
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received);
        }
        catch (IOException)
        {
            return null;
        }

        return RawAnswer.Parse(received.ToArray(), method == "HEAD");
    }
}

/// <summary>An answer.</summary>
public sealed record RawAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>All values of a header, or null.</summary>
    public string? Header(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList() is { Count: > 0 } values ? string.Join(", ", values) : null;

    public static RawAnswer? Parse(byte[] bytes, bool hasNoBody)
    {
        var end = bytes.AsSpan().IndexOf(EndOfHead);
        var lines = end < 0 ? [] : Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        if (lines.Length == 0 || lines[0].Split(' ') is not [_, var code, ..] || !int.TryParse(code, CultureInfo.InvariantCulture, out var status) || status is < 100 or > 999)
        {
            return null;
        }

        var answer = new RawAnswer(status, [.. lines[1..].Select(line => line.Split(':', 2)).Select(parts => (parts[0], parts[1].Trim()))], bytes[(end + EndOfHead.Length)..]);
        return hasNoBody || answer.Header("Transfer-Encoding") != "chunked" ? answer : Whole(answer.Body) is { } body ? answer with { Body = body } : null;
    }

    /// <summary>A body without its chunks' sizes; null when they are wrong.</summary>
    private static byte[]? Whole(byte[] chunked)
    {
        using var whole = new MemoryStream();
        var rest = chunked.AsSpan();
        while (rest.IndexOf("\r\n"u8) is var line and >= 0 && int.TryParse(Encoding.Latin1.GetString(rest[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size))
        {
            if (size == 0)
            {
                return whole.ToArray();
            }

            if (rest.Length < line + 4 + size)
            {
                return null;
            }

            whole.Write(rest.Slice(line + 2, size));
            rest = rest[(line + 4 + size)..];
        }

        return null;
    }
}
