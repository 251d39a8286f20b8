using System.Net;
using System.Net.Sockets;
using FakeJira.Stubs;
using FakeJira.Stubs.Kestrel;

namespace FakeJira;

/// <summary>Starts servers.</summary>
internal static class ServerStart
{
    private const int ThreadPoolMinimum = 96;
    private static bool _isFirst = true;

    /// <exception cref="FakeJiraException">An option is wrong, or the port is taken; the message says which and what to do.</exception>
    public static Task<FakeJiraServer> RunAsync(FakeJiraOptions options) => RunAsync(options, options.Listens && Interlocked.Exchange(ref _isFirst, false));

    /// <param name="options">Of the server.</param>
    /// <param name="isFirst">The first server of a process loads the contracts and the web server, which know nothing of each other: side by side. For all others there is nothing to load.</param>
    internal static async Task<FakeJiraServer> RunAsync(FakeJiraOptions options, bool isFirst)
    {
        var address = OptionsCheck.Verify(options);
        if (!options.KeepThreadPool)
        {
            RaiseThreadPool();
        }

        var answers = new TaskCompletionSource<StubEngine>(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = isFirst ? Task.Run(() => new FakeJiraServer(options)) : Task.FromResult(new FakeJiraServer(options));
        Task<Listener>? listening = options.Listens ? ListenAsync(options, address, answers.Task) : null;
        FakeJiraServer? server = null;
        try
        {
            server = await making.ConfigureAwait(false);
            server.Files = new ServerFiles(options, server.Universe);
            if (listening is not null)
            {
                server.ListenWith(await listening.ConfigureAwait(false), address);
                listening = null;
            }

            answers.SetResult(server.Engine);
            server.Files.SayReady(server);
            return server;
        }
        catch
        {
            answers.TrySetCanceled();
            await EndAsync(server, listening).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<Listener> ListenAsync(FakeJiraOptions options, IPAddress address, Task<StubEngine> engine)
    {
        try
        {
            var https = options.HttpsPort is { } port ? Https(port, options, address) : null;
            return await Listener.StartAsync(engine, address, options.Port, https, options.BodyLimit, options.Limits).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            var ports = string.Join(" or ", new[] { options.Port, options.HttpsPort ?? 0 }.Where(port => port > 0));
            throw new FakeJiraException($"Cannot listen on {address}:{(ports.Length > 0 ? ports : "0")}: {exception.GetBaseException().Message}. Choose another port, or 0 for any free one.", exception);
        }
    }

    /// <summary>Apart, so that a server without HTTPS loads no cryptography.</summary>
    private static HttpsDoor Https(int port, FakeJiraOptions options, IPAddress address) => new(port, SelfSigned.Create(address, options.CertificateFile, options.Time));

    /// <summary>What was begun before something went wrong leaves nothing behind.</summary>
    private static async Task EndAsync(FakeJiraServer? server, Task<Listener>? listening)
    {
        if (server is not null)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }

        if (listening is not null)
        {
            await ((Task)listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (listening.IsCompletedSuccessfully)
            {
                await listening.Result.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static void RaiseThreadPool()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        if (workers < ThreadPoolMinimum)
        {
            ThreadPool.SetMinThreads(ThreadPoolMinimum, ports);
        }
    }
}
