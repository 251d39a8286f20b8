using Microsoft.Extensions.Hosting;

namespace FakeJira.Hosting;

/// <summary>A server that lives as long as its host.</summary>
/// <param name="start">Called once, when the server is first needed.</param>
internal sealed class HostedServer(Func<Task<FakeJiraServer>> start) : IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private readonly Lazy<Task<FakeJiraServer>> _server = new(start);
    private bool _stopped;

    /// <summary>
    /// The server, started: other services are made before the host starts any of them, and ask for its address then. A start takes milliseconds, so whoever is
    /// first may wait for it.
    /// </summary>
    public FakeJiraServer Server => _server.Value.GetAwaiter().GetResult();

    /// <summary>Whether it has been started, and not been stopped.</summary>
    public bool IsRunning => _server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && !Volatile.Read(ref _stopped);

    public Task StartingAsync(CancellationToken cancellationToken) => _server.Value;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Volatile.Write(ref _stopped, true);
            await Server.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A container of services that is disposed without async asks for it.</summary>
    public void Dispose()
    {
        if (IsRunning)
        {
            Volatile.Write(ref _stopped, true);
            Server.Dispose();
        }
    }
}
