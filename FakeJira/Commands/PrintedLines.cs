using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace FakeJira.Commands;

/// <summary>
/// What the program prints while it serves. Nobody waits for whoever reads it: lines that come faster than they are read, or that a full disk does not
/// take, are counted, and the count is said as soon as there is room again.
/// </summary>
internal sealed class PrintedLines : IAsyncDisposable
{
    private const int WaitingLimit = 1000;
    private const int PieceLimit = 64 * 1024;

    /// <summary>How long the end waits for a reader that may never come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(WaitingLimit) { SingleReader = true });
    private readonly TextWriter _output;
    private readonly Task _written;
    private long _lost;

    /// <param name="output">May block, and may fail: it is written by a thread of its own.</param>
    public PrintedLines(TextWriter output)
    {
        _output = output;
        _written = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Add(string line)
    {
        if (!_waiting.Writer.TryWrite(line))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>What is waiting is written first, if it can be soon.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAny(_written, Task.Delay(Patience)).ConfigureAwait(false);
    }

    private void Write()
    {
        var piece = new StringBuilder();
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var count = 0;
            for (piece.Clear(); piece.Length < PieceLimit && _waiting.Reader.TryRead(out var line); count++)
            {
                piece.AppendLine(line);
            }

            Print(piece, count);
        }

        if (Interlocked.Read(ref _lost) > 0)
        {
            Print(piece.Clear(), 0);
        }
    }

    private void Print(StringBuilder piece, int count)
    {
        var lost = Interlocked.Exchange(ref _lost, 0);
        if (lost > 0)
        {
            piece.AppendLine(string.Create(CultureInfo.InvariantCulture, $"({lost} {(lost == 1 ? "line is" : "lines are")} missing: they could not be written fast enough, or not at all.)"));
        }

        try
        {
            _output.Write(piece.ToString());
            _output.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // A full disk, or an output that was closed: the server is worth more than its log.
            Interlocked.Add(ref _lost, lost + count);
        }
    }
}
