using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Sends bytes as they are, and reads what comes back.</summary>
internal static class RawConnection
{
    // Shorter than people wait: a request that is not whole is ended by closing our side, which also ends streams and delays.
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(200);
    private const int Enough = 1024 * 1024;

    /// <summary>The answer, or the beginning of one that does not end; empty where there is none. Text and bytes are Latin-1.</summary>
    public static async Task<string> AskAsync(Uri server, string request, CancellationToken end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, end).ConfigureAwait(false);
        var answer = new StringBuilder();
        var isHead = request.StartsWith("HEAD ", StringComparison.Ordinal);
        var buffer = new byte[16 * 1024];
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(request), SocketFlags.None, end).ConfigureAwait(false);
            var reading = socket.ReceiveAsync(buffer, SocketFlags.None, end).AsTask();
            if (await Task.WhenAny(reading, Task.Delay(Silence, end)).ConfigureAwait(false) != reading)
            {
                socket.Shutdown(SocketShutdown.Send);
            }

            for (var read = await reading.ConfigureAwait(false); read > 0; read = await socket.ReceiveAsync(buffer, SocketFlags.None, end).ConfigureAwait(false))
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
                if (answer.Length > Enough || IsWhole(answer, isHead))
                {
                    break;
                }
            }
        }
        catch (SocketException)
        {
            // The server has cut the connection: as good an answer to nonsense as any.
            return answer.ToString();
        }

        return answer.ToString();
    }

    private static bool IsWhole(StringBuilder answer, bool isHead)
    {
        var text = answer.ToString();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0 || text.StartsWith("HTTP/1.1 100", StringComparison.Ordinal))
        {
            return false;
        }

        var head = text[..end];
        var length = head.IndexOf("\r\nContent-Length: ", StringComparison.OrdinalIgnoreCase);
        return isHead || head.Contains("event-stream", StringComparison.Ordinal) || head.StartsWith("HTTP/1.1 204", StringComparison.Ordinal) || head.StartsWith("HTTP/1.1 304", StringComparison.Ordinal)
            || (length >= 0
                ? text.Length >= end + 4 + int.Parse(head[(length + 18)..].Split('\r')[0], CultureInfo.InvariantCulture)
                : text.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal));
    }
}
