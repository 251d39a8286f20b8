using System.Text;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>A mapping file is read, or what is wrong is said with its place; what was read is asked whether it matches, and answers: without a socket, and over one, which not everything can go through.</summary>
internal sealed class MappingTarget : FuzzTarget
{
    private static readonly string[] Files = [.. typeof(Catalog).Assembly.GetManifestResourceNames().Where(name => name.Contains("mappings", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Text), .. MappingSamples.Files];

    private static readonly string[] Pieces =
    [
        "\"Matchers\"", "\"Pattern\"", "\"Name\"", "\"RegexMatcher\"", "\"JsonPathMatcher\"", "\"XPathMatcher\"", "\"Request\"", "\"Response\"", "\"Callback\"", "\"jira.votes.get\"", "\"(a+)+$\"", "\"$..[?(@\"", "\"{{#each\"", "{}", "[", "}", ",", "\uFEFF", "//", "/*",
        .. MappingSamples.Pieces,
    ];

    /// <summary>Nobody waits longer for what a mapping delays. Matching waits for nothing: where that does not end, the case does not.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private readonly FakeJiraServer _fake;
    private readonly FailureLog _failures;
    private readonly HttpClient[] _doors;

    private MappingTarget(FakeJiraServer fake, FailureLog failures)
    {
        (_fake, _failures) = (fake, failures);
        // Wherever a mapping sends a client, this one stays here.
        _doors = [new(fake.CreateHandler()) { BaseAddress = fake.BaseAddress }, new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = fake.BaseAddress }];
    }

    /// <param name="arrange">Puts on the server what is to be found.</param>
    public static async Task<FuzzTarget> StartAsync(Action<FakeJiraServer>? arrange = null)
    {
        var failures = new FailureLog();
        var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Log = failures.Note }).ConfigureAwait(false);
        arrange?.Invoke(fake);
        return new MappingTarget(fake, failures);
    }

    public override string Make(Random chance) => chance.Next(100) == 0 ? Mutation.Swollen(chance.Pick(Files), chance) : Mutation.Of(chance.Pick(Files), chance, Pieces);

    public override async Task<string?> TryAsync(string input, CancellationToken end)
    {
        var problems = new ProblemList();
        var universe = _fake.Universe;
        var mappings = MappingFile.Read("a.json", input, universe.Library.ContextOf(universe.NextOrder), problems);
        var misread = Misread(input, mappings.Count, problems);
        if (misread is not null || mappings.Count == 0)
        {
            return misread;
        }

        foreach (var door in _doors)
        {
            _fake.Reset();
            universe.Default.Stubs.Put([.. mappings.Select(mapping => mapping.Stub)]);
            foreach (var (method, path, type, body) in MappingSamples.Requests)
            {
                if (await AskAsync(door, method, path, type, body, end).ConfigureAwait(false) is { } wrong)
                {
                    return wrong;
                }
            }
        }

        return await TunnelAsync(end).ConfigureAwait(false) ?? _failures.Take();
    }

    public override string? Late() => _failures.Take();

    public override async ValueTask DisposeAsync()
    {
        Array.ForEach(_doors, door => door.Dispose());
        await _fake.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private static string? Misread(string input, int mappings, ProblemList problems) =>
        problems.All.Take(ProblemList.Most).FirstOrDefault(problem => problem.Line <= 0 || problem.Column <= 0 || problem.Message.Length == 0) is { } lost ? $"A problem without a place: {lost}"
        : mappings > 0 && problems.HasErrors ? "Loaded, with errors."
        : mappings == 0 && !problems.HasErrors && input.AsSpan().Trim() is not "[]" ? "Nothing is loaded and nothing is said."
        : null;

    /// <summary>What is wrong with the answer, or null. It can be any, a cut connection or a long delay too, but for a failure that nobody in the engine has made: an answer that could not be written.</summary>
    private static async Task<string?> AskAsync(HttpClient door, string method, string path, string? type, string body, CancellationToken end)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = type is null ? null : new StringContent(body, Encoding.UTF8, type) };
        request.Headers.TryAddWithoutValidation("X-One", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
        request.Headers.TryAddWithoutValidation("Cookie", "a=b");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(end);
        late.CancelAfter(Delay);
        try
        {
            using var answer = await door.SendAsync(request, late.Token).ConfigureAwait(false);
            await answer.Content.ReadAsByteArrayAsync(late.Token).ConfigureAwait(false);
            return (int)answer.StatusCode == 500 && !answer.Headers.Any(header => header.Key.StartsWith("X-FakeJira-", StringComparison.OrdinalIgnoreCase)) ? $"A failure without a name: {method} {path}\n{answer}" : null;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !end.IsCancellationRequested))
        {
            // A mapping can say so; what fails inside the server is in its log.
            return null;
        }
    }

    /// <summary>What is wrong with the answer to what no HttpClient asks, or null.</summary>
    private async Task<string?> TunnelAsync(CancellationToken end)
    {
        var (server, place) = (_fake.BaseAddress, _fake.BaseAddress.Authority);
        var sent = $"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\r\n";
        return (await RawConnection.AskAsync(server, sent, () => true, end).ConfigureAwait(false)).Wrong(sent, isSpoilt: true);
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Catalog).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
