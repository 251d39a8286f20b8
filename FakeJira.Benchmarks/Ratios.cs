using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Benchmarks;

/// <summary>What FakeJira costs as a ratio to a bare Kestrel that writes the same bytes: alternating rounds, medians and spread.</summary>
internal static class Ratios
{
    private const int Rounds = 9;
    private const int Requests = 40_000;
    private const int Connections = 8;
    private const string Reset = "POST /__fakejira/sites/default/reset HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n";

    public static async Task<int> RunAsync()
    {
        var gate = await RequestsAsync("").ConfigureAwait(false);
        await HandlerAsync().ConfigureAwait(false);
        await WatchedAsync().ConfigureAwait(false);
        await FixtureStart.RunAsync().ConfigureAwait(false);
        ColdStart.Run();
        return gate;
    }

    /// <summary>The requests whose name has a text; 1 when one of them takes more CPU than it may.</summary>
    public static async Task<int> RequestsAsync(string named)
    {
        Console.WriteLine("| what | bare | FakeJira | ratio (min to max) |");
        Console.WriteLine("|---|---|---|---|");
        var tooMuch = new List<string>();
        foreach (var comparison in ContractRequests.All.Where(each => each.Name.Contains(named, StringComparison.Ordinal)))
        {
            using var fake = ServerProcess.Start(comparison.Server);
            var ratio = await CompareAsync(comparison, fake, Requests, Connections).ConfigureAwait(false);
            if (Gates.Cpu(comparison.Name, comparison.Beside, ratio, comparison.MostCpu) is { } complaint)
            {
                tooMuch.Add(complaint);
            }
        }

        tooMuch.ForEach(Console.Error.WriteLine);
        return tooMuch.Count == 0 ? 0 : 1;
    }

    /// <summary>CPU per request of a server beside a bare one that writes the same answer, or beside the usual one. Each round begins with a reset, so that what requests make does not pile up.</summary>
    public static async Task<Spread> CompareAsync(Comparison comparison, ServerProcess fake, int requests, int connections)
    {
        using var bare = comparison.Server == Comparison.Usual ? await ServerProcess.StartBareAsync(fake.Address, comparison).ConfigureAwait(false) : ServerProcess.Start(Comparison.Usual);
        return await CompareAsync($"CPU per {comparison.Name}", "µs",
            () => Load.CpuPerRequestAsync(bare, comparison, connections, requests),
            async () =>
            {
                (await Load.OnceAsync(fake.Address, Reset).ConfigureAwait(false)).ThrowOnStrays("the reset");
                return await Load.CpuPerRequestAsync(fake, comparison, connections, requests).ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    private static async Task HandlerAsync()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false }).ConfigureAwait(false);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await ThroughHandlerAsync(fake).ConfigureAwait(false));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| GET votes through the handler | - | {Spread.MedianOf(times):0.0} µs | - |"));
    }

    /// <summary>What coverage and a fault of another operation cost the requests that they do not touch: the same server without either stands in the place of the bare one.</summary>
    public static async Task<int> WatchedAsync()
    {
        await using var without = await FakeJiraServer.StartAsync(new() { Listens = false }).ConfigureAwait(false);
        await using var with = await FakeJiraServer.StartAsync(new() { Listens = false }).ConfigureAwait(false);
        without.Universe.Covered.Counts = false;
        with.Faults.Add(new Stubs.Fault { Operation = "jira.votes.add", Error = "jira.rate-limited" });
        await CompareAsync("GET votes through the handler, with coverage and a fault that does not match, beside without", "µs", () => ThroughHandlerAsync(without), () => ThroughHandlerAsync(with)).ConfigureAwait(false);
        return 0;
    }

    private static Jira.JiraUser Arranged(FakeJiraServer fake)
    {
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", voters: [mia]);
        return mia;
    }

    private static async Task<double> ThroughHandlerAsync(FakeJiraServer fake)
    {
        var mia = fake.Jira.World.FindIssue("MKY-1") is null ? Arranged(fake) : fake.Jira.VotersOf("MKY-1")[0];
        using var invoker = new HttpMessageInvoker(fake.CreateHandler(mia));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Requests; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://jira.test/rest/api/3/issue/MKY-1/votes");
            using var response = await invoker.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
        }

        return watch.Elapsed.TotalMicroseconds / Requests;
    }

    /// <summary>Alternating rounds after one that does not count.</summary>
    public static async Task<Spread> CompareAsync(string what, string unit, Func<Task<double>> bare, Func<Task<double>> fake)
    {
        await bare().ConfigureAwait(false);
        await fake().ConfigureAwait(false);
        var pairs = new List<(double Bare, double Fake)>();
        for (var round = 0; round < Rounds; round++)
        {
            pairs.Add(await InTurnAsync(round, bare, fake).ConfigureAwait(false));
        }

        return Print(what, unit, pairs);
    }

    /// <summary>Whoever is asked later may find another machine, so the order turns.</summary>
    public static async Task<(T Bare, T Fake)> InTurnAsync<T>(int round, Func<Task<T>> bare, Func<Task<T>> fake)
    {
        if (round % 2 == 0)
        {
            return (await bare().ConfigureAwait(false), await fake().ConfigureAwait(false));
        }

        var first = await fake().ConfigureAwait(false);
        return (await bare().ConfigureAwait(false), first);
    }

    /// <summary>One row of the table; answers the ratio.</summary>
    public static Spread Print(string what, string unit, IReadOnlyList<(double Bare, double Fake)> pairs)
    {
        var ratio = new Spread([.. pairs.Select(pair => pair.Fake / pair.Bare)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {Spread.MedianOf(pairs.Select(pair => pair.Bare)):0.0} {unit} | {Spread.MedianOf(pairs.Select(pair => pair.Fake)):0.0} {unit} | {ratio.Text("0.00")} |"));
        return ratio;
    }
}
