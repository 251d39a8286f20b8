using System.Net;
using System.Runtime.InteropServices;

namespace FakeJira.Commands;

/// <summary>Runs the standalone server until it is told to end.</summary>
internal static class ServeCommand
{
    /// <summary>What shells add to the number of a signal.</summary>
    private const int SignalExit = 128;

    /// <summary>How long a start may go on that nobody wants any more: it can wait for a disk that does not answer.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(FakeJiraOptions options, TextWriter output)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

        // Before anybody can know that the server is there: who started it may end at once.
        using var watching = new CancellationTokenSource();
        var orphaned = options.ExitsWithParent ? ParentProcess.GoneAsync(watching.Token) : ended.Task;
        var lines = new PrintedLines(output);
        await using var printed = lines.ConfigureAwait(false);
        await using var server = await Terminal.WhileAsync("Loading …", () => FakeJiraServer.StartAsync(options with { KeepThreadPool = true, WatchMappings = true, MappingLog = lines.Add, Log = options.Log is null ? null : lines.Add })).ConfigureAwait(false);
        await started.CancelAsync().ConfigureAwait(false);
        lines.Add(Greeting(server));
        await (await Task.WhenAny(ended.Task, orphaned).ConfigureAwait(false)).ConfigureAwait(false);
        await watching.CancelAsync().ConfigureAwait(false);
        lines.Add("FakeJira ends.");
        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            var exitCode = SignalExit + (signal.Signal == PosixSignal.SIGINT ? 2 : 15);
            if (!ended.TrySetResult())
            {
                // Who asks twice does not want to wait for requests in flight. Left to the runtime, a busy machine sometimes saw an abort instead.
                Environment.Exit(exitCode);
            }

            _ = Task.Delay(StartPatience, started.Token).ContinueWith(_ => Environment.Exit(exitCode), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
    }

    private static string Greeting(FakeJiraServer server)
    {
        var url = server.BaseAddress.ToString().TrimEnd('/');
        List<string> lines = [$"FakeJira listens on {url}"];
        if (server.HttpsAddress is { } https)
        {
            lines.Add($"  and on {https.ToString().TrimEnd('/')}{(server.Options.CertificateFile is { } file ? $", certificate in {file}" : "")}");
        }

        if (IPAddress.TryParse(server.Options.Listen, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        {
            lines.Add("  and on every other address of this machine");
        }

        lines.AddRange(server.Universe.Contracts.Select(contract => $"  {contract.Name,-9} {contract.Title}: {contract.Operations.Count} operations under {string.Join(", ", contract.Territory)}"));
        lines.Add($"  mappings  {server.Options.Mappings ?? "built-in"}");
        lines.Add($"  dashboard {url}/__fakejira/ in a browser");
        lines.Add($"  control   {url}/__fakejira, admin {url}/__admin");
        if (server.Universe.Contracts.Any(contract => contract.Name == "jira") && server.Options.Seed == "vendor")
        {
            lines.Add("Try:");
            lines.Add($"  curl -u mia@example.com:mia-token {url}/rest/api/3/issue/MKY-1/votes");
            lines.Add($"  curl -i -u emma@example.com:emma-token -X POST {url}/rest/api/3/issue/MKY-1/votes");
            lines.Add($"  curl -X PATCH {url}/__fakejira/sites/default/settings -d '{{\"jira.votingEnabled\": false}}'");
        }

        lines.Add("Ctrl+C ends it.");
        return string.Join(Environment.NewLine, lines);
    }
}
