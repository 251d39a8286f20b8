using System.Collections.Concurrent;
using System.Globalization;
using FakeJira.Benchmarks.Fuzz;

namespace FakeJira.Benchmarks.Soak;

/// <summary>What the clients of a soak share: a server with a watched folder, an issue that all vote on, and what went wrong.</summary>
internal sealed class SoakServer : IAsyncDisposable
{
    public const string SharedVotes = "/__sites/shared/rest/api/3/issue/MKY-1/votes";

    private readonly DirectoryInfo _folder;
    private readonly FailureLog _failures;
    private readonly ConcurrentQueue<string> _problems = [];
    private readonly Lock _editing = new();
    private int _written;
    private int _requests;

    private SoakServer(DirectoryInfo folder, FailureLog failures, FakeJiraServer fake) => (_folder, _failures, Fake) = (folder, failures, fake);

    public FakeJiraServer Fake { get; }

    public int Requests => Volatile.Read(ref _requests);

    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>The version of the mapping file that every later request has to be answered by, or by a newer one.</summary>
    public int Reloaded { get; private set; }

    public static async Task<SoakServer> StartAsync()
    {
        var (folder, failures) = (Directory.CreateTempSubdirectory("fakejira-soak-"), new FailureLog());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "version.json"), Mapping(0)).ConfigureAwait(false);
        return new(folder, failures, await FakeJiraServer.StartAsync(new() { Mappings = folder.FullName, WatchMappings = true, MappingLog = _ => { }, Log = failures.Note, JournalCapacity = 100 }).ConfigureAwait(false));
    }

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void Wrong(string problem)
    {
        if (_problems.Count < 100)
        {
            _problems.Enqueue(problem);
        }
    }

    /// <summary>What failed inside the server is a problem, also where nobody has read the answer.</summary>
    public void TakeFailures()
    {
        if (_failures.Take() is { } failed)
        {
            Wrong(failed);
        }
    }

    /// <summary>Writes the next version of the mapping file and has it read; one at a time, as people do.</summary>
    public async Task EditAsync(Func<Task> reloadAsync)
    {
        int version;
        lock (_editing)
        {
            version = ++_written;
            var aside = Path.Combine(_folder.FullName, "version.aside");
            File.WriteAllText(aside, Mapping(version));
            File.Move(aside, Path.Combine(_folder.FullName, "version.json"), overwrite: true);
        }

        await reloadAsync().ConfigureAwait(false);
        lock (_editing)
        {
            Reloaded = Math.Max(Reloaded, version);
        }
    }

    /// <summary>Whether a version can be the one that answers, of a request that began when <paramref name="before"/> was in service.</summary>
    public bool IsVersion(string text, int before)
    {
        lock (_editing)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= before && version <= _written;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Fake.DisposeAsync().ConfigureAwait(false);
        _folder.Delete(recursive: true);
    }

    private static string Mapping(int version) => $$"""{"Request": {"Path": "/soak/version"}, "Response": {"Body": "{{version}}"} }""";
}
