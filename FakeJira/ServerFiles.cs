using System.Text.Json;
using FakeJira.Stubs;
using FakeJira.Stubs.Covering;
using FakeJira.Stubs.Noting;

namespace FakeJira;

/// <summary>What a server leaves in files for those around it: that it is ready, what it was asked, and what it has shown.</summary>
internal sealed class ServerFiles : IAsyncDisposable
{
    private const string CoverageVariable = "FAKEJIRA_COVERAGE";

    /// <summary>How long the end waits for the journal even where it waits for no request.</summary>
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(1);

    private readonly FakeJiraOptions _options;
    private readonly Sites _sites;
    private readonly string? _coverage;
    private readonly JournalFile? _journal;
    private byte[]? _ready;
    private bool _hasStarted;

    /// <exception cref="FakeJiraException">One of them cannot be written.</exception>
    public ServerFiles(FakeJiraOptions options, Sites sites)
    {
        (_options, _sites) = (options, sites);
        _coverage = options.CoverageFolder ?? Environment.GetEnvironmentVariable(CoverageVariable);
        if (options.ReadyFile is { } file)
        {
            // Of a server that was killed: nobody must take it for this one's.
            TryWrite(file, () => File.Delete(file));
        }

        if (options.JournalFile is { } path)
        {
            _journal = JournalFile.Open(path, options.Limits.EndTime > LeastPatience ? options.Limits.EndTime : LeastPatience, Complain);
            sites.Noted = _journal.Note;
        }
    }

    /// <summary>Says where the server listens, once it does. Whoever finds the file finds all of it.</summary>
    /// <exception cref="FakeJiraException">It cannot be written.</exception>
    public void SayReady(FakeJiraServer server)
    {
        _hasStarted = true;
        if (_options.ReadyFile is not { } file)
        {
            return;
        }

        var said = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?> { ["url"] = Text(_options.Listens ? server.BaseAddress : null), ["httpsUrl"] = Text(server.HttpsAddress), ["pid"] = Environment.ProcessId });
        TryWrite(file, () => WholeFile.Write(file, said));
        _ready = said;
    }

    /// <summary>From now on nobody should come any more.</summary>
    public void SayOver()
    {
        if (Interlocked.Exchange(ref _ready, null) is not { } said || _options.ReadyFile is not { } file)
        {
            return;
        }

        try
        {
            // Another server may have taken the name over.
            if (File.ReadAllBytes(file).AsSpan().SequenceEqual(said))
            {
                File.Delete(file);
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Somebody was faster.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Complain($"Cannot remove the ready file '{file}': {exception.Message}");
        }
    }

    /// <summary>When nothing is answered any more.</summary>
    public async ValueTask DisposeAsync()
    {
        SayOver();
        _sites.Noted = null;
        if (_hasStarted && _coverage is { Length: > 0 } folder && CoverageFolder.Write(folder, _sites.Covered.Snapshot()) is { } mistake)
        {
            Complain(mistake);
        }

        // Last, as it may have to wait for a disk.
        if (_journal is not null)
        {
            await _journal.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string? Text(Uri? address) => address?.ToString().TrimEnd('/');

    private static void Complain(string mistake)
    {
        try
        {
            Console.Error.WriteLine(mistake);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The error output is on the same full disk, or was closed: nobody is left to be told, and the server goes on.
        }
    }

    private static void TryWrite(string file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FakeJiraException($"Cannot write the ready file '{file}': {exception.Message}", exception) { Setting = "ready-file" };
        }
    }
}
