using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FakeJira.Benchmarks;

/// <summary>The yardstick: Kestrel started as FakeJira starts it, writing the headers and bytes it was given, whatever is asked.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private BareServer(KestrelServer server) => _server = server;

    public Uri Address => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public static async Task<BareServer> StartAsync(CannedAnswer answer, int port = 0)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port);
        var server = new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        await server.StartAsync<IFeatureCollection>(new Application(answer), CancellationToken.None).ConfigureAwait(false);
        return new BareServer(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(CancellationToken.None).ConfigureAwait(false);
        _server.Dispose();
    }

    /// <summary>Whoever answers a request has read it.</summary>
    private static async ValueTask ReadAsync(PipeReader body)
    {
        while (true)
        {
            var read = await body.ReadAsync().ConfigureAwait(false);
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private sealed class Application(CannedAnswer answer) : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public void DisposeContext(IFeatureCollection context, Exception? exception)
        {
        }

        public async Task ProcessRequestAsync(IFeatureCollection context)
        {
            if (context.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            {
                await ReadAsync(context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader).ConfigureAwait(false);
            }

            var response = context.GetRequiredFeature<IHttpResponseFeature>();
            response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
            {
                response.Headers[name] = value;
            }

            if (answer.Body.Length > 0)
            {
                response.Headers.ContentLength = answer.Body.Length;
                // In one step, as FakeJira does: writing and flushing apart costs a copy.
                await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(answer.Body).ConfigureAwait(false);
            }
        }
    }
}
