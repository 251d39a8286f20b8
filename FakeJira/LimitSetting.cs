using System.Globalization;
using FakeJira.Stubs;

namespace FakeJira;

/// <summary>A limit of a server by its name; docs/limits.md has what is answered beyond it.</summary>
/// <param name="Name">The switch without its hyphens.</param>
/// <param name="Argument">What it takes, for the help.</param>
/// <param name="Description">What it limits.</param>
/// <param name="Least">The least that makes sense.</param>
/// <param name="Get">Its value; times are rounded up.</param>
/// <param name="Set">Options with another value.</param>
internal sealed record LimitSetting(string Name, string Argument, string Description, int Least, Func<FakeJiraOptions, double> Get, Func<FakeJiraOptions, int, FakeJiraOptions> Set)
{
    /// <summary>Beyond so many milliseconds, which fit 32 bits, the platform has no timer.</summary>
    private const int LongestTimer = 4_294_967;

    /// <summary>The most that the platform takes: beyond it arrays and sockets have limits of their own.</summary>
    public int Most { get; init; } = 1_000_000_000;

    /// <summary>Every limit that can be set.</summary>
    public static IReadOnlyList<LimitSetting> All { get; } =
    [
        new("body-limit", "BYTES", "Longest body of a request.", 0, options => options.BodyLimit, (options, value) => options with { BodyLimit = value }),
        Of("connection-limit", "N", "How many connections can be open on each port: the main one, that of HTTPS, and each of a site.", 1, limits => limits.Connections, (limits, value) => limits with { Connections = value }),
        Of("request-line-limit", "BYTES", "Longest request line.", 16, limits => limits.RequestLine, (limits, value) => limits with { RequestLine = value }),
        Of("header-limit", "BYTES", "How long all headers of a request can be together.", 16, limits => limits.Headers, (limits, value) => limits with { Headers = value }),
        Of("header-count-limit", "N", "How many headers a request can have.", 1, limits => limits.HeaderCount, (limits, value) => limits with { HeaderCount = value }),
        Of("header-time", "SECONDS", "How long a client may take to send the headers.", 1, limits => limits.HeaderTime.TotalSeconds, (limits, value) => limits with { HeaderTime = TimeSpan.FromSeconds(value) }),
        Of("body-rate", "BYTES", "How many bytes of a body a client has to move in a second; 0 for no such limit.", 0, limits => limits.BodyRate, (limits, value) => limits with { BodyRate = value }),
        Of("body-time", "SECONDS", "How long a client may take to send a body; 0 for no such limit.", 0, limits => limits.BodyTime.TotalSeconds, (limits, value) => limits with { BodyTime = TimeSpan.FromSeconds(value) }) with { Most = LongestTimer },
        Of("idle-time", "SECONDS", "How long a connection can be open without a request.", 1, limits => limits.IdleTime.TotalSeconds, (limits, value) => limits with { IdleTime = TimeSpan.FromSeconds(value) }),
        Of("end-time", "SECONDS", "How long the end of the server waits for requests in flight.", 0, limits => limits.EndTime.TotalSeconds, (limits, value) => limits with { EndTime = TimeSpan.FromSeconds(value) }) with { Most = LongestTimer },
        Of("journal-body-limit", "BYTES", "How much of each body the journal keeps.", 0, limits => limits.JournalBody, (limits, value) => limits with { JournalBody = value }),
        Of("journal-limit", "BYTES", "How much each site's journal keeps.", 0, limits => limits.JournalBytes, (limits, value) => limits with { JournalBytes = value }),
        Of("site-limit", "N", "How many sites there can be.", 1, limits => limits.Sites, (limits, value) => limits with { Sites = value }),
        Of("site-idle", "SECONDS", "How long a site that was made can go unasked before it is removed; 0 for ever.", 0, limits => limits.SiteIdle.TotalSeconds, (limits, value) => limits with { SiteIdle = TimeSpan.FromSeconds(value) }),
        Of("site-port-limit", "N", "How many sites can have a port of their own.", 0, limits => limits.SitePorts, (limits, value) => limits with { SitePorts = value }),
        Of("mapping-limit", "N", "How many mappings each site can have beside the files.", 0, limits => limits.Mappings, (limits, value) => limits with { Mappings = value }),
        Of("mapping-bytes-limit", "BYTES", "About how much the mappings of each site beside the files can take.", 0, limits => limits.MappingBytes, (limits, value) => limits with { MappingBytes = value }),
        Of("file-limit", "N", "How many files the mapping folder can have for the admin API to write into it.", 0, limits => limits.Files, (limits, value) => limits with { Files = value }),
        Of("fault-limit", "N", "How many faults each site can have.", 0, limits => limits.Faults, (limits, value) => limits with { Faults = value }),
        Of("scenario-limit", "N", "How many scenarios each site remembers.", 0, limits => limits.Scenarios, (limits, value) => limits with { Scenarios = value }),
        Of("regex-time", "MILLISECONDS", "How long one regular expression of a mapping or a template can take.", 1, limits => limits.RegexTime.TotalMilliseconds, (limits, value) => limits with { RegexTime = TimeSpan.FromMilliseconds(value) }),
        Of("matching-time", "SECONDS", "How long a request can be compared with mappings.", 1, limits => limits.MatchingTime.TotalSeconds, (limits, value) => limits with { MatchingTime = TimeSpan.FromSeconds(value) }),
        Of("template-time", "SECONDS", "How long the templates of an answer can take.", 1, limits => limits.TemplateTime.TotalSeconds, (limits, value) => limits with { TemplateTime = TimeSpan.FromSeconds(value) }),
        Of("follower-limit", "N", "How many callers can follow events at a time.", 0, limits => limits.Followers, (limits, value) => limits with { Followers = value }),
    ];

    /// <summary>As a switch.</summary>
    public ServeSetting Switch => new(Name, Argument, $"{Description} Default {Get(new()).ToString(CultureInfo.InvariantCulture)}.", (options, value) =>
    {
        var number = ServeSetting.Integer(Name, value);
        Verify(number);
        return Set(options, number);
    });

    /// <exception cref="FakeJiraException">A limit is none; the message names the switch.</exception>
    public static void Verify(FakeJiraOptions options)
    {
        if (ReferenceEquals(options.Limits, ServerLimits.Defaults) && options.BodyLimit == FakeJiraOptions.DefaultBodyLimit)
        {
            return;
        }

        foreach (var limit in All)
        {
            limit.Verify(Math.Ceiling(limit.Get(options)));
        }
    }

    private static LimitSetting Of(string name, string argument, string description, int least, Func<ServerLimits, double> get, Func<ServerLimits, int, ServerLimits> set) =>
        new(name, argument, description, least, options => get(options.Limits), (options, value) => options with { Limits = set(options.Limits, value) });

    private void Verify(double value)
    {
        if (value < Least || value > Most)
        {
            throw new FakeJiraException($"--{Name} {value.ToString(CultureInfo.InvariantCulture)} is out of range; expected {Least} to {Most}.");
        }
    }
}
