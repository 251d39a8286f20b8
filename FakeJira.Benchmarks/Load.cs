using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>A closed loop of requests over raw sockets, so that little but the server's work is measured.</summary>
internal static class Load
{
    /// <summary>How long a server may take to answer a request.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>CPU time that a server's process spends on a request, in microseconds.</summary>
    /// <exception cref="CannotMeasureException">Not all answers are good ones.</exception>
    public static async Task<double> CpuPerRequestAsync(ServerProcess server, Comparison comparison, int connections, int requests)
    {
        var before = server.CpuTime;
        var asked = await RunAsync(server.Address, comparison, connections, requests).ConfigureAwait(false);
        var spent = server.CpuTime - before;
        asked.ThrowOnStrays(comparison.Name);
        return spent.TotalMicroseconds / requests;
    }

    /// <summary>So many requests over so many connections, and one over each at least.</summary>
    /// <exception cref="IOException">The server closes a connection, or an answer cannot be read.</exception>
    /// <exception cref="CannotMeasureException">An answer does not come.</exception>
    public static async Task<Asked> RunAsync(Uri address, Comparison comparison, int connections, int requests)
    {
        var expected = new FirstStatus();
        var loops = Enumerable.Range(0, connections).Select(connection => Task.Run(() => LoopAsync(address, comparison.TextsOf(connection), Math.Max(1, requests / connections), expected)));
        var all = await Task.WhenAll(loops).ConfigureAwait(false);
        return new([.. all.SelectMany(each => each.Times)], all.Sum(each => each.Strays));
    }

    /// <summary>One request and its answer on a connection of its own.</summary>
    public static Task<Asked> OnceAsync(Uri address, string request) => LoopAsync(address, [request], 1, new());

    private static async Task<Asked> LoopAsync(Uri address, IReadOnlyList<string> requests, int count, FirstStatus expected)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var impatience = new Impatience(socket);
        try
        {
            return await LoopAsync(socket, impatience, address, requests, count, expected).ConfigureAwait(false);
        }
        catch (Exception e) when (impatience.IsOver && e is SocketException or ObjectDisposedException)
        {
            throw new CannotMeasureException($"{address} has not answered within {Patience.TotalSeconds:0} seconds: {requests[0].Split('\r')[0]}");
        }
    }

    private static async Task<Asked> LoopAsync(Socket socket, Impatience impatience, Uri address, IReadOnlyList<string> requests, int count, FirstStatus expected)
    {
        await socket.ConnectAsync(address.Host, address.Port).ConfigureAwait(false);
        var sent = requests.Select(Encoding.ASCII.GetBytes).ToArray();
        var buffer = new byte[64 * 1024];
        var times = new long[count];
        var strays = 0;
        for (var i = 0; i < count; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            impatience.Begin(begin);
            await socket.SendAsync(sent[i % sent.Length]).ConfigureAwait(false);
            var filled = 0;
            while (RawAnswer.EndOf(buffer.AsSpan(0, filled)) < 0)
            {
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * filled);
                }

                var read = await socket.ReceiveAsync(buffer.AsMemory(filled)).ConfigureAwait(false);
                filled += read > 0 ? read : throw new IOException("The server closed the connection.");
            }

            times[i] = Stopwatch.GetTimestamp() - begin;
            strays += expected.IsThatOf(buffer) ? 0 : 1;
        }

        return new(times, strays);
    }

    /// <summary>What a load brought.</summary>
    /// <param name="Times">How long each request took, in ticks of the stopwatch, in no order.</param>
    /// <param name="Strays">How many answers are not 2xx, or have another status than the first: something else was measured there.</param>
    internal sealed record Asked(long[] Times, int Strays)
    {
        /// <exception cref="CannotMeasureException">There are some: a refusal costs less than what was asked for.</exception>
        public void ThrowOnStrays(string what)
        {
            if (Strays > 0)
            {
                throw new CannotMeasureException($"{what}: {Strays} of {Times.Length} answers are not 2xx, or have another status than the first.");
            }
        }
    }

    /// <summary>Closes a socket over which an answer has not come; looks now and then, so that requests pay nothing for it.</summary>
    private sealed class Impatience : IDisposable
    {
        private readonly Timer _timer;
        private long _begin = Stopwatch.GetTimestamp();

        public Impatience(Socket socket) => _timer = new(_ => Check(socket), null, Look, Look);

        /// <summary>Whether it has closed the socket.</summary>
        public bool IsOver { get; private set; }

        public void Begin(long at) => Volatile.Write(ref _begin, at);

        public void Dispose() => _timer.Dispose();

        private void Check(Socket socket)
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _begin)) > Patience)
            {
                IsOver = true;
                socket.Dispose();
            }
        }
    }
}
