using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FakeJira.Stubs.Kestrel;

/// <summary>The loopback door: a Kestrel without a host around it, because building a host is most of what a start costs.</summary>
internal sealed class Listener : IAsyncDisposable
{
    /// <summary>How many bytes are read before somebody wants them: few enough that their buffers are used again and again, so that a long body that is thrown away costs no memory.</summary>
    private const int ReadAhead = 64 * 1024;

    private static readonly TimeSpan BodyGrace = TimeSpan.FromSeconds(5);

    private readonly IServer _server;
    private readonly IDisposable? _host;
    private readonly TimeSpan _endTime;

    private Listener(IServer server, IDisposable? host, TimeSpan endTime, IReadOnlyList<string> addresses) => (_server, _host, _endTime, Addresses) = (server, host, endTime, addresses);

    /// <summary>Where it is reached: scheme, address and port, http first.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <param name="engine">What answers, as soon as it is there; until then requests wait.</param>
    /// <param name="address">Where to listen.</param>
    /// <param name="port">With HTTP; 0 for any free one.</param>
    /// <param name="https">With HTTPS; null for none.</param>
    /// <param name="bodyLimit">The longest body, in bytes.</param>
    /// <param name="limits">How much else is taken at a time.</param>
    /// <param name="door">The prefix of the site that the plain path leads to; empty for the default one.</param>
    /// <exception cref="IOException">The port is taken, or the address is not this machine's.</exception>
    public static async Task<Listener> StartAsync(Task<StubEngine> engine, IPAddress address, int port, HttpsDoor? https, int bodyLimit, ServerLimits limits, string door = "")
    {
        var (server, host) = https is not null ? WithHttps(address, port, https, limits) : (Plain(address, port, limits), null);
        try
        {
            await server.StartAsync<IFeatureCollection>(new StubApplication(engine, door, bodyLimit, limits.BodyTime), CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            server.Dispose();
            host?.Dispose();
            throw;
        }

        return new Listener(server, host, limits.EndTime, [.. server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(Reached)]);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(_endTime);
        await EndAsync(patience.Token).ConfigureAwait(false);
    }

    /// <summary>Accepts nothing more from now on; requests under way are finished, or cut when <paramref name="patience"/> is over.</summary>
    public async Task EndAsync(CancellationToken patience)
    {
        try
        {
            await _server.StopAsync(patience).ConfigureAwait(false);
        }
        finally
        {
            _server.Dispose();
            _host?.Dispose();
        }
    }

    /// <summary>Nobody can connect to "every address"; that of loopback is one of them.</summary>
    private static string Reached(string address) => address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//[::1]:", StringComparison.Ordinal);

    private static KestrelServer Plain(IPAddress address, int port, ServerLimits limits)
    {
        var options = new KestrelServerOptions();
        Apply(options, limits);
        options.Listen(address, port);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions { MaxReadBufferSize = ReadAhead }), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    /// <summary>TLS wants services of the host that are not public; so a host is built for its server, which then is started as the plain one is.</summary>
    private static (IServer Server, IHost Host) WithHttps(IPAddress address, int port, HttpsDoor https, ServerLimits limits)
    {
        var host = new HostBuilder().ConfigureWebHost(web => web.UseKestrelCore().ConfigureKestrel(options =>
        {
            Apply(options, limits);
            options.Listen(address, port);
            options.Listen(address, https.Port, listen => listen.UseHttps(https.Certificate));
        }).UseSockets(sockets => sockets.MaxReadBufferSize = ReadAhead).UseKestrelHttpsConfiguration().Configure(_ => { })).Build();
        return (host.Services.GetRequiredService<IServer>(), host);
    }

    private static void Apply(KestrelServerOptions options, ServerLimits limits)
    {
        options.AddServerHeader = false;
        options.AllowAlternateSchemes = true;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxConcurrentConnections = limits.Connections;
        options.Limits.MaxRequestLineSize = limits.RequestLine;
        options.Limits.MaxRequestBufferSize = Math.Max(ReadAhead, limits.RequestLine + limits.Headers);
        options.Limits.MaxRequestHeadersTotalSize = limits.Headers;
        options.Limits.MaxRequestHeaderCount = limits.HeaderCount;
        options.Limits.RequestHeadersTimeout = limits.HeaderTime;
        options.Limits.KeepAliveTimeout = limits.IdleTime;
        options.Limits.MinRequestBodyDataRate = options.Limits.MinResponseDataRate = limits.BodyRate == 0 ? null : new MinDataRate(limits.BodyRate, BodyGrace);
    }
}

/// <summary>A port with HTTPS, and what it shows of itself.</summary>
internal sealed record HttpsDoor(int Port, X509Certificate2 Certificate);
