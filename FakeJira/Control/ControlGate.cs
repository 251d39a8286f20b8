using System.Net;
using System.Security.Cryptography;
using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Control;

/// <summary>Who may use the admin and control API: callers on this machine that no web page has sent, or those with the key.</summary>
internal sealed class ControlGate(FakeJiraOptions options)
{
    public const string KeyHeader = "X-FakeJira-Key";

    /// <summary>A proxy on this machine makes callers from anywhere look as if they were here.</summary>
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    private readonly byte[]? _key = options.ControlKey is { Length: > 0 } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;
    private readonly bool _isLoopback = options.Listen == "localhost" || (IPAddress.TryParse(options.Listen, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The answer to a caller who may not; null for one who may.</summary>
    public StubResponse? Refusal(StubRequest request)
    {
        if (request.IsInProcess)
        {
            return null;
        }

        if (!IsKnown(NameOf(request.Host)))
        {
            return ControlErrors.Refused(403, $"The host '{request.Host}' is not this machine's; start with --allow-host {NameOf(request.Host)} if it is.");
        }

        foreach (var origin in request.Headers.Where(header => header.Is("Origin") && header.Value != $"{request.Scheme}://{request.Host}"))
        {
            return ControlErrors.Refused(403, $"Pages of {origin.Value} may not use this.");
        }

        if (request.Route is { Operation.IsOpen: true })
        {
            return null;
        }

        // What forms, images and links of other pages send without an Origin.
        if (request.Header("Sec-Fetch-Site")?.ToLowerInvariant() is "cross-site" or "same-site")
        {
            return ControlErrors.Refused(403, "Pages of other sites may not use this.");
        }

        if (_key is null)
        {
            if (Array.Find(ProxyHeaders, name => request.Header(name) is not null) is { } proxied)
            {
                return ControlErrors.Refused(403, $"Callers behind a proxy ({proxied}) need a key; start with FAKEJIRA_CONTROL_KEY=KEY.");
            }

            return _isLoopback ? null : ControlErrors.Refused(403, "Off on an address that is not loopback; start with FAKEJIRA_CONTROL_KEY=KEY.");
        }

        var given = SHA256.HashData(Encoding.UTF8.GetBytes(request.Header(KeyHeader) ?? ""));
        return CryptographicOperations.FixedTimeEquals(given, _key) ? null : ControlErrors.Refused(401, $"The header {KeyHeader} with the control key is missing or wrong.");
    }

    private bool IsKnown(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || !_isLoopback))
        || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>A host without its port.</summary>
    internal static string NameOf(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > 0 && !host.EndsWith(']') ? host[..colon] : host;
    }
}
