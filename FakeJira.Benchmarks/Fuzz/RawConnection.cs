using System.Net.Sockets;
using System.Text;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Sends bytes as they are, and reads what comes back.</summary>
internal static class RawConnection
{
    // Shorter than people wait: what is not a whole request is ended by closing our side, which also ends delays.
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(200);

    /// <summary>What comes back, until it is whole or nothing more comes.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="request">The bytes, as Latin-1.</param>
    /// <param name="isLate">Whether the answer is late because somebody asked for that; it is not waited for then.</param>
    /// <param name="end">Says when to stop.</param>
    public static async Task<Heard> AskAsync(Uri server, string request, Func<bool> isLate, CancellationToken end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, end).ConfigureAwait(false);
        var (isHead, isAll) = (SentBytes.AskForHead(request), SentBytes.AreAll(request));
        var heard = new Heard("", IsOver: false, WasLeft: false);
        var buffer = new byte[16 * 1024];
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(request), SocketFlags.None, end).ConfigureAwait(false);
            while (!heard.IsOver && !heard.IsWhole(isHead))
            {
                var reading = socket.ReceiveAsync(buffer, SocketFlags.None, end).AsTask();
                while (!heard.WasLeft && await Task.WhenAny(reading, Task.Delay(Silence, end)).ConfigureAwait(false) != reading && !end.IsCancellationRequested)
                {
                    if (!isAll || isLate())
                    {
                        socket.Shutdown(SocketShutdown.Send);
                        heard = heard with { WasLeft = true };
                    }
                }

                var read = await reading.ConfigureAwait(false);
                heard = read == 0 ? heard with { IsOver = true } : heard with { Text = heard.Text + Encoding.Latin1.GetString(buffer, 0, read) };
            }
        }
        catch (SocketException)
        {
            // The server has cut the connection: what came until then is judged.
            return heard;
        }

        return heard;
    }
}
