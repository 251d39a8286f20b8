using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace FakeJira.Benchmarks;

/// <summary>The hot paths without a socket: time and allocations.</summary>
[MemoryDiagnoser]
public class HotPaths : IDisposable
{
    private FakeJiraServer _fake = null!;
    private HttpMessageInvoker _invoker = null!;

    /// <summary>Runs them; arguments are BenchmarkDotNet's.</summary>
    public static int Run(string[] args)
    {
        BenchmarkRunner.Run<HotPaths>(args: args);
        return 0;
    }

    /// <summary>One issue with one vote.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        _fake = await FakeJiraServer.StartAsync(new() { Listens = false }).ConfigureAwait(false);
        var mia = _fake.Jira.AddUser("Mia Krystof");
        _fake.Jira.AddIssue("MKY-1", voters: [mia]);
        _invoker = new HttpMessageInvoker(_fake.CreateHandler(mia));
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _invoker.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>GET votes.</summary>
    [Benchmark]
    public Task<HttpResponseMessage> GetVotes() => Send(HttpMethod.Get);

    /// <summary>POST votes: the vote is there already.</summary>
    [Benchmark]
    public Task<HttpResponseMessage> PostVotes() => Send(HttpMethod.Post);

    private async Task<HttpResponseMessage> Send(HttpMethod method)
    {
        using var request = new HttpRequestMessage(method, "http://jira.test/rest/api/3/issue/MKY-1/votes");
        return await _invoker.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
    }
}
