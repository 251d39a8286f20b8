using System.Net;

namespace FakeJira;

/// <summary>Says what is wrong with options before anything is started.</summary>
internal static class OptionsCheck
{
    /// <exception cref="FakeJiraException">With the first thing that is wrong.</exception>
    public static IPAddress Verify(FakeJiraOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Set);
        ArgumentNullException.ThrowIfNull(options.Limits);
        ArgumentNullException.ThrowIfNull(options.Time);
        ArgumentNullException.ThrowIfNull(options.AllowedHosts);
        ArgumentNullException.ThrowIfNull(options.Seed);
        ArgumentNullException.ThrowIfNull(options.Listen);
        Port("port", options.Port);
        Port("https-port", options.HttpsPort ?? 0);
        if (options.HttpsPort is > 0 and var https && https == options.Port)
        {
            throw new FakeJiraException($"HTTP and HTTPS cannot share port {https}; choose two.");
        }

        if (!options.Listens && (options.HttpsPort is not null || options.CertificateFile is not null))
        {
            throw new FakeJiraException("A server that does not listen has no HTTPS and writes no certificate; start it without 'Listens = false', or leave out HttpsPort and CertificateFile.");
        }

        if (options.CertificateFile is { } file && options.HttpsPort is null)
        {
            throw new FakeJiraException($"There is no certificate to write to '{file}' without HTTPS; add --https-port 0.");
        }

        if (options.PublicUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Query.Length + parsed.Fragment.Length == 0))
        {
            throw new FakeJiraException($"The public URL '{url}' is none; expected one such as https://your-domain.atlassian.net.") { Setting = "public-url" };
        }

        if (options.Mappings is { } folder && !Directory.Exists(folder))
        {
            throw new FakeJiraException($"The folder of mappings '{folder}' is not there; create it, or leave the switch out for the built-in ones.") { Setting = "mappings" };
        }

        if (options.ProviderStates is { } states && !Directory.Exists(states))
        {
            throw new FakeJiraException($"The folder of provider states '{states}' is not there; create it, with a state document NAME.json for each state.") { Setting = "provider-states" };
        }

        if (options.JournalCapacity is < 0 or > 1_000_000)
        {
            throw new FakeJiraException($"--journal {options.JournalCapacity} is out of range; expected 0 to 1000000.") { Setting = "journal" };
        }

        LimitSetting.Verify(options);
        if (options.Profile is not ("documented" or "observed"))
        {
            throw new FakeJiraException($"The profile is 'documented' or 'observed', not '{options.Profile}'.") { Setting = "profile" };
        }

        return IPAddress.TryParse(options.Listen == "localhost" ? "127.0.0.1" : options.Listen, out var address)
            ? address
            : throw new FakeJiraException($"'{options.Listen}' is no address to listen on; expected one such as 127.0.0.1, ::1 or 0.0.0.0.") { Setting = "listen" };
    }

    private static void Port(string name, int port)
    {
        if (port is < 0 or > 65535)
        {
            throw new FakeJiraException($"--{name} {port} is out of range; expected 0 (any free port) to 65535.") { Setting = name };
        }
    }
}
