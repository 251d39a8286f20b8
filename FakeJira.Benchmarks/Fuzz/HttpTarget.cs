using FakeJira.Stubs;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Bytes on a connection get a whole answer, soon, unless they are no whole request, and never a failure inside the server; files are read and written in their folders alone.</summary>
internal sealed class HttpTarget : FuzzTarget
{
    private readonly FuzzFolders _folders;
    private readonly FakeJiraServer _fake;
    private readonly FailureLog _failures;

    private volatile bool _isLate;
    private volatile bool _isSpoilt;

    private HttpTarget(FuzzFolders folders, FakeJiraServer fake, FailureLog failures)
    {
        (_folders, _fake, _failures) = (folders, fake, failures);
        fake.Universe.Noted += Noted;
    }

    /// <param name="arrange">Puts on the server what is to be found.</param>
    public static async Task<FuzzTarget> StartAsync(Action<FakeJiraServer>? arrange = null)
    {
        var (failures, folders) = (new FailureLog(), new FuzzFolders());
        var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Mappings = folders.Mappings, ProviderStates = folders.States, Log = failures.Note, MappingLog = _ => { } }).ConfigureAwait(false);
        fake.Sites.Create("other");
        arrange?.Invoke(fake);
        return new HttpTarget(folders, fake, failures);
    }

    public override string Make(Random chance) => RawRequests.Make(chance);

    public override async Task<string?> TryAsync(string input, CancellationToken end)
    {
        (_isLate, _isSpoilt) = (false, false);
        var heard = await RawConnection.AskAsync(_fake.BaseAddress, input, () => _isLate || _fake.Universe.All.Any(site => site.ProcessingDelay > TimeSpan.Zero), end).ConfigureAwait(false);
        // What the client sees before what the log says, which may come after the answer.
        return heard.Wrong(input, _isSpoilt) ?? _folders.Escape(heard.Text) ?? _failures.Take();
    }

    public override string? Late() => _failures.Take();

    public override async ValueTask DisposeAsync()
    {
        await _fake.DisposeAsync().ConfigureAwait(false);
        _folders.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    // Noted before it is sent.
    private void Noted(JournalEntry entry)
    {
        if (entry.Response.Delay > TimeSpan.Zero || entry.Response.Writer is not null)
        {
            _isLate = true;
        }

        if (entry.Response.Fault is ConnectionFault.Drop or ConnectionFault.CutBody or ConnectionFault.MalformedChunk)
        {
            _isSpoilt = true;
        }
    }
}
