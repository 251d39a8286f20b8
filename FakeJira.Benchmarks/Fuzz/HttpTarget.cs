namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Bytes on a connection get an answer or the connection's end, soon, and never a failure inside the server; files are read and written in their folders alone.</summary>
internal sealed class HttpTarget : FuzzTarget
{
    private readonly FuzzFolders _folders;
    private readonly FakeJiraServer _fake;
    private readonly FailureLog _failures;

    private HttpTarget(FuzzFolders folders, FakeJiraServer fake, FailureLog failures) => (_folders, _fake, _failures) = (folders, fake, failures);

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
        var answer = await RawConnection.AskAsync(_fake.BaseAddress, input, end).ConfigureAwait(false);
        // What the client sees before what the log says, which may come after the answer.
        return Wrong(answer) ?? _folders.Escape(answer) ?? _failures.Take();
    }

    public override string? Late() => _failures.Take();

    public override async ValueTask DisposeAsync()
    {
        await _fake.DisposeAsync().ConfigureAwait(false);
        _folders.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    // A 500 that nobody in the engine made: the answer could not be written.
    private static string? Wrong(string answer) =>
        answer.StartsWith("HTTP/1.1 500", StringComparison.Ordinal) && !answer.Contains("X-FakeJira-", StringComparison.OrdinalIgnoreCase) ? answer
        : answer.Length > 0 && !answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && !answer.StartsWith("lskdu", StringComparison.Ordinal) ? $"Not an answer: {answer}"
        : null;
}
