namespace FakeJira.Stubs;

/// <summary>How much a server takes at a time and keeps before it says no; docs/limits.md has what it answers then.</summary>
public sealed record ServerLimits
{
    /// <summary>Those of a server that is told nothing.</summary>
    internal static ServerLimits Defaults { get; } = new();

    /// <summary>How many connections can be open on each port: the main one, that of HTTPS, and each of a site; one more is closed unanswered.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>The longest request line, in bytes; a longer one is answered 414.</summary>
    public int RequestLine { get; init; } = 8 * 1024;

    /// <summary>How many bytes the headers of a request may have together; more are answered 431.</summary>
    public int Headers { get; init; } = 32 * 1024;

    /// <summary>How many headers a request may have; more are answered 431.</summary>
    public int HeaderCount { get; init; } = 100;

    /// <summary>How long a client may take to send the headers of a request; a slower one is answered 408.</summary>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes of a body, either way, a client has to move in a second after the first five; a slower one is answered 408 or cut off. 0 for no such limit.</summary>
    public int BodyRate { get; init; } = 240;

    /// <summary>How long a client may take to send a body, from when the server waits for it; a slower one is answered 408, however much has come. Zero for no such limit.</summary>
    public TimeSpan BodyTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection may be open without a request.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>How long a site other than the default one may go unasked before it is removed; zero for ever. A site can be made with a time of its own.</summary>
    public TimeSpan SiteIdle { get; init; }

    /// <summary>How long the end of the server waits for requests in flight, on all ports and through handlers together; then they are cut.</summary>
    public TimeSpan EndTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many sites there can be.</summary>
    public int Sites { get; init; } = 1000;

    /// <summary>How many sites can have a port of their own.</summary>
    public int SitePorts { get; init; } = 100;

    /// <summary>How many mappings each site can have in addition to the files, those of faults among them.</summary>
    public int Mappings { get; init; } = 20_000;

    /// <summary>About how many bytes these can take together.</summary>
    public int MappingBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>How many files there can be in the mapping folder for the admin API to write another one.</summary>
    public int Files { get; init; } = 20_000;

    /// <summary>How many faults each site can have.</summary>
    public int Faults { get; init; } = 1000;

    /// <summary>How many scenarios each site remembers.</summary>
    public int Scenarios { get; init; } = 10_000;

    /// <summary>How long one regular expression of a mapping or a template may take on one text; beyond it the mapping does not match, the template is answered 500.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a request may be compared with mappings; those that are left then do not match.</summary>
    public TimeSpan MatchingTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the templates of one answer may take; beyond it the answer is 500.</summary>
    public TimeSpan TemplateTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many callers can follow events at a time.</summary>
    public int Followers { get; init; } = 64;

    /// <summary>How much of the body of a request or an answer the journal keeps, in bytes.</summary>
    public int JournalBody { get; init; } = 64 * 1024;

    /// <summary>About how many bytes each site's journal keeps; the oldest entries are forgotten beyond it.</summary>
    public int JournalBytes { get; init; } = 32 * 1024 * 1024;
}
