using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using FakeJira.Benchmarks.Compare;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;

namespace FakeJira.Benchmarks;

/// <summary>The hot paths without a socket: time and allocations, with a thousand mappings and the journal on.</summary>
[MemoryDiagnoser]
public class HotPaths : IDisposable
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";
    private readonly Workload _workload = new(1000);
    private readonly Journal _journal = new(1000, 64 * 1024);
    private readonly StubResponse _answer = new();
    private FakeJiraServer _fake = null!;
    private StubRequest _asked = null!;

    /// <summary>Runs them in this process; arguments are BenchmarkDotNet's. 1 when one of them could not be measured. An attribute would make a job of its own beside the one that they name.</summary>
    public static int Run(string[] args)
    {
        var summaries = BenchmarkRunner.Run([typeof(HotPaths)], args: ["--inProcess", .. args]);
        if (summaries.Length > 0 && summaries.All(summary => summary is { HasCriticalValidationErrors: false, Reports.IsDefaultOrEmpty: false } && summary.Reports.All(report => report.Success)))
        {
            return 0;
        }

        Console.Error.WriteLine("Not all of the hot paths were measured; what BenchmarkDotNet printed says why.");
        return 1;
    }

    /// <summary>One issue with one vote. Waits for itself: in this process nobody would wait for a task, nor see it fail.</summary>
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        _fake = await FakeJiraServer.StartAsync(new() { Listens = false, Mappings = _workload.Folder }).ConfigureAwait(false);
        var mia = _fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token");
        _fake.Jira.AddIssue("MKY-1", voters: [mia]);
        _asked = Request("GET", "/m/999/x");
        await _fake.Engine.AnswerAsync(_asked, _fake.Engine.ChooseSite(_asked.RawPath)).ConfigureAwait(false);
        await ExpectAsync(200, GetVotes(), nameof(GetVotes)).ConfigureAwait(false);
        await ExpectAsync(204, PostVotes(), nameof(PostVotes)).ConfigureAwait(false);
        await ExpectAsync(200, Mapping(), nameof(Mapping)).ConfigureAwait(false);
        await ExpectAsync(200, Template(), nameof(Template)).ConfigureAwait(false);
        if (Pick() is not MappingStub)
        {
            throw new InvalidOperationException($"{nameof(Pick)} does not choose a mapping.");
        }
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _workload.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>GET votes, signed in.</summary>
    [Benchmark]
    public ValueTask<StubResponse> GetVotes() => Ask("GET", Votes);

    /// <summary>POST votes: the vote is there already.</summary>
    [Benchmark]
    public ValueTask<StubResponse> PostVotes() => Ask("POST", Votes);

    /// <summary>A mapping that is the last of a thousand.</summary>
    [Benchmark]
    public ValueTask<StubResponse> Mapping() => Ask("GET", "/m/999/x");

    /// <summary>A mapping with a template.</summary>
    [Benchmark]
    public ValueTask<StubResponse> Template() => Ask("GET", "/t", "name=world");

    /// <summary>Choosing the stub of a request whose route is known.</summary>
    [Benchmark]
    public object? Pick() => Choice.Of(_asked);

    /// <summary>Noting a request and its answer.</summary>
    [Benchmark]
    public void Note() => _journal.Add(_asked, _answer, "m", null, [], TimeSpan.Zero);

    /// <summary>A refusal would be measured as well, and take less.</summary>
    private static async Task ExpectAsync(int status, ValueTask<StubResponse> answer, string what)
    {
        if ((await answer.ConfigureAwait(false)).Status is var answered && answered != status)
        {
            throw new InvalidOperationException($"{what} is answered with {answered}, not with {status}.");
        }
    }

    private ValueTask<StubResponse> Ask(string method, string path, string query = "")
    {
        var request = Request(method, path, query);
        return _fake.Engine.AnswerAsync(request, _fake.Engine.ChooseSite(path));
    }

    private StubRequest Request(string method, string path, string query = "") => new()
    {
        Method = method,
        RawPath = path,
        RawQuery = query,
        Headers = [new("Host", "127.0.0.1"), new("Accept", "application/json"), new("Authorization", "Basic bWlhQGV4YW1wbGUuY29tOm1pYS10b2tlbg==")],
        Site = _fake.Site.Site,
    };
}
