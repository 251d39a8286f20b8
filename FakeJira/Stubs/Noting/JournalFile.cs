using System.Buffers;
using System.Threading.Channels;

namespace FakeJira.Stubs.Noting;

/// <summary>
/// The journals of all sites as lines of JSON, appended to a file while the server answers. No request waits for it: what comes faster than it can be
/// written, and what the disk does not take, is counted and said.
/// </summary>
internal sealed class JournalFile : IAsyncDisposable
{
    private const int WaitingLimit = 1000;
    private const int PieceLimit = 1 << 20;

    private readonly Channel<JournalEntry> _waiting = Channel.CreateBounded<JournalEntry>(new BoundedChannelOptions(WaitingLimit) { SingleReader = true });
    private readonly string _path;
    private readonly AppendedFile _file;
    private readonly TimeSpan _patience;
    private readonly Action<string> _complain;
    private readonly Task _written;
    private long _lost;
    private bool _hasComplained;

    private JournalFile(string path, AppendedFile file, TimeSpan patience, Action<string> complain)
    {
        (_path, _file, _patience, _complain) = (path, file, patience, complain);
        _written = Task.Run(WriteAsync);
    }

    /// <param name="path">Where to; what is there already stays.</param>
    /// <param name="patience">How long the end waits for a disk, or for a reader, that may never take what is waiting.</param>
    /// <param name="complain">Told once when it cannot be written any more, and once when it can be again; and when it had to be begun anew.</param>
    /// <exception cref="FakeJiraException">It cannot be written at all.</exception>
    public static JournalFile Open(string path, TimeSpan patience, Action<string> complain)
    {
        try
        {
            return new(path, new AppendedFile(path), patience, complain);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FakeJiraException($"Cannot write the journal to '{path}': {exception.Message}", exception) { Setting = "journal-file" };
        }
    }

    public void Note(JournalEntry entry)
    {
        if (!_waiting.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>What is waiting is written first, if it can be soon.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        try
        {
            await _written.WaitAsync(_patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _complain($"The journal '{_path}' takes nothing any more; its end is missing.");
            return;
        }

        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        var (piece, line) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var count = 0;
            piece.ResetWrittenCount();
            while (piece.WrittenCount < PieceLimit && _waiting.Reader.TryRead(out var entry))
            {
                line.ResetWrittenCount();
                try
                {
                    JournalLine.Write(line, entry);
                    piece.Write(line.WrittenSpan);
                    count++;
                }
                catch (Exception)
                {
                    // What cannot be said of one request must not cost the others; it is counted as missing.
                    Interlocked.Increment(ref _lost);
                }
            }

            await AppendAsync(piece, count).ConfigureAwait(false);
        }

        if (Interlocked.Read(ref _lost) > 0)
        {
            piece.ResetWrittenCount();
            await AppendAsync(piece, 0).ConfigureAwait(false);
        }
    }

    private async Task AppendAsync(ArrayBufferWriter<byte> piece, int count)
    {
        var lost = Interlocked.Exchange(ref _lost, 0);
        try
        {
            if (lost > 0)
            {
                JournalLine.WriteLost(piece, lost);
            }

            if (await _file.WriteAsync(piece.WrittenMemory).ConfigureAwait(false))
            {
                _complain($"The journal '{_path}' was gone, with what it held; it is begun anew.");
            }

            if (_hasComplained)
            {
                _hasComplained = false;
                _complain($"The journal is written to '{_path}' again.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Interlocked.Add(ref _lost, lost + count);
            if (!_hasComplained)
            {
                _hasComplained = true;
                _complain($"Cannot write the journal to '{_path}': {exception.Message} Requests are answered all the same.");
            }
        }
    }
}
