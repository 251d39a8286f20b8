using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>A closed loop of requests over raw sockets, so that little but the server's work is measured.</summary>
internal static class Load
{
    /// <summary>CPU time that a server's process spends on a request, in microseconds.</summary>
    public static async Task<double> CpuPerRequestAsync(ServerProcess server, Comparison comparison, int connections, int requests)
    {
        var before = server.CpuTime;
        await RunAsync(server.Address, comparison, connections, requests).ConfigureAwait(false);
        return (server.CpuTime - before).TotalMicroseconds / requests;
    }

    /// <summary>How long each request took, in ticks of the stopwatch, in no order.</summary>
    public static async Task<long[]> RunAsync(Uri address, Comparison comparison, int connections, int requests)
    {
        var loops = Enumerable.Range(0, connections).Select(connection => Task.Run(() => LoopAsync(address, comparison.TextsOf(connection), requests / connections)));
        return [.. (await Task.WhenAll(loops).ConfigureAwait(false)).SelectMany(times => times)];
    }

    /// <summary>One request and its answer on a connection of its own.</summary>
    public static Task OnceAsync(Uri address, string request) => LoopAsync(address, [request], 1);

    private static async Task<long[]> LoopAsync(Uri address, IReadOnlyList<string> requests, int count)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port).ConfigureAwait(false);
        var sent = requests.Select(Encoding.ASCII.GetBytes).ToArray();
        var buffer = new byte[64 * 1024];
        var times = new long[count];
        for (var i = 0; i < count; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await socket.SendAsync(sent[i % sent.Length]).ConfigureAwait(false);
            var filled = 0;
            while (!IsWhole(buffer.AsSpan(0, filled)))
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(filled)).ConfigureAwait(false);
                filled += read > 0 ? read : throw new IOException("The server closed the connection.");
            }

            times[i] = Stopwatch.GetTimestamp() - begin;
        }

        return times;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var at = answer.IndexOf("Content-Length: "u8);
        return at < 0 || at > end || (System.Buffers.Text.Utf8Parser.TryParse(answer[(at + 16)..], out int length, out _) && answer.Length >= end + 4 + length);
    }
}
