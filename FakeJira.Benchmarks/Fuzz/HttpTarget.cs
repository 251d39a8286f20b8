namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Bytes on a connection get an answer or the connection's end, soon, and never a failure inside the server.</summary>
internal sealed class HttpTarget : FuzzTarget
{
    private readonly FakeJiraServer _fake;
    private readonly FailureLog _failures;

    private HttpTarget(FakeJiraServer fake, FailureLog failures) => (_fake, _failures) = (fake, failures);

    public static async Task<FuzzTarget> StartAsync()
    {
        var failures = new FailureLog();
        var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Log = failures.Note }).ConfigureAwait(false);
        fake.Sites.Create("other");
        return new HttpTarget(fake, failures);
    }

    public override string Make(Random chance) => RawRequests.Make(chance);

    public override async Task<string?> TryAsync(string input, CancellationToken end)
    {
        var answer = await RawConnection.AskAsync(_fake.BaseAddress, input, end).ConfigureAwait(false);
        if (_failures.Take() is { } failure)
        {
            return failure;
        }

        // A 500 that nobody in the engine made: the answer could not be written.
        return answer.StartsWith("HTTP/1.1 500", StringComparison.Ordinal) && !answer.Contains("X-FakeJira-", StringComparison.OrdinalIgnoreCase) ? answer
            : answer.Length > 0 && !answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && !answer.StartsWith("lskdu", StringComparison.Ordinal) ? $"Not an answer: {answer}"
            : null;
    }

    public override async ValueTask DisposeAsync()
    {
        await _fake.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
