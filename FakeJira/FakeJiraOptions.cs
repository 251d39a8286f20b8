using FakeJira.Stubs;

namespace FakeJira;

/// <summary>What a server is started with. The defaults are those of a test fixture: an empty site on a free port of the loopback address.</summary>
public sealed record FakeJiraOptions
{
    internal const int DefaultBodyLimit = 10 * 1024 * 1024;

    /// <summary>The port; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on, for example 127.0.0.1, ::1 or 0.0.0.0.</summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>Whether to listen at all; without it only handlers reach the server.</summary>
    public bool Listens { get; init; } = true;

    /// <summary>A second port with HTTPS and a certificate made in memory; 0 for any free one, null for none.</summary>
    public int? HttpsPort { get; init; }

    /// <summary>Where to write the certificate as PEM, so that clients can trust it; null for nowhere.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The folder of mapping files; null for none but the built-in ones.</summary>
    public string? Mappings { get; init; }

    /// <summary>Whether changes in the folder of mapping files are taken over while the server runs. The standalone server does; a test rarely needs it.</summary>
    public bool WatchMappings { get; init; }

    /// <summary>Told what is wrong with mapping files, at the start and after every change; null for <see cref="Log"/>.</summary>
    public Action<string>? MappingLog { get; init; }

    /// <summary>Whether warnings about mapping files count as errors, which end the start.</summary>
    public bool Strict { get; init; }

    /// <summary>What the default site starts with: <c>empty</c>, <c>vendor</c> (the examples of the vendors' pages), or the path of a state document.</summary>
    public string Seed { get; init; } = "empty";

    /// <summary>A folder of state documents, NAME.json each, that pacts call by their names (<see cref="FakeSite.SetUp"/>, <c>POST /__fakejira/provider-states</c>); null for seeds and misbehaviours alone.</summary>
    public string? ProviderStates { get; init; }

    /// <summary>The seed of ids and random values. Same seed, same requests in the same order: same answers.</summary>
    public long RandomSeed { get; init; } = 1;

    /// <summary>What links in answers start with, for example https://your-domain.atlassian.net; null for the scheme and host of each request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The APIs to serve: jira, polls, ideabank. Empty for a server of mapping files alone.</summary>
    public IReadOnlyList<string> Contracts { get => field ?? Catalog.Names; init; }

    /// <summary><c>documented</c> or <c>observed</c>: what decides where the vendor's page and the live service disagree.</summary>
    public string Profile { get; init; } = "documented";

    /// <summary>Single switches by name, on top of the profile.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Told a line for each request, for example <c>TestContext.Progress.WriteLine</c>. That it throws changes no answer.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>How many requests each site's journal keeps; 0 for none.</summary>
    public int JournalCapacity { get; init; } = 1000;

    /// <summary>
    /// A file to which every request and its answer are appended, on whichever site, as a line of JSON without tokens and passwords; null for none.
    /// No request waits for it.
    /// </summary>
    public string? JournalFile { get; init; }

    /// <summary>A file that is there while the server answers, and says where: JSON with url, httpsUrl and pid; null for none.</summary>
    public string? ReadyFile { get; init; }

    /// <summary>Whether the program ends when the process that started it does.</summary>
    internal bool ExitsWithParent { get; init; }

    /// <summary>
    /// The folder to which the server writes its <see cref="FakeJiraServer.Coverage"/> as it ends, a file of its own; null for that of the environment
    /// variable <c>FAKEJIRA_COVERAGE</c>, and for none when there is no such variable. The command <c>coverage</c> adds them up.
    /// </summary>
    public string? CoverageFolder { get; init; }

    /// <summary>The longest request body that is taken, in bytes; a longer one is answered 413.</summary>
    public int BodyLimit { get; init; } = DefaultBodyLimit;

    /// <summary>How much else is taken at a time and kept: connections, headers, slow clients, sites, mappings and more.</summary>
    public ServerLimits Limits { get; init; } = ServerLimits.Defaults;

    /// <summary>The key that the admin and control API want in the header X-FakeJira-Key; without one they answer on loopback addresses only.</summary>
    public string? ControlKey { get; init; }

    /// <summary>Host names other than localhost under which the admin and control API answer, for example that of a container.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>What the clocks of the sites follow until they are set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether the thread pool's minimum is left alone. Otherwise it is raised to 96, because tests that block in <c>.Result</c> would take the threads
    /// that the server in their process needs, and wait for minutes. That costs a busy server an eighth of its time, so the program leaves it alone.
    /// </summary>
    public bool KeepThreadPool { get; init; }

    /// <summary>Without the control key: for logs.</summary>
    public override string ToString() => $"{nameof(FakeJiraOptions)} {{ Listen = {Listen}, Port = {Port}, Seed = {Seed}, Contracts = {string.Join(',', Contracts)} }}";
}
