using System.Net;
using FakeJira.Control;
using FakeJira.IdeaBank;
using FakeJira.Jira;
using FakeJira.Polls;
using FakeJira.Seeding;
using FakeJira.Stubs;
using FakeJira.Stubs.Kestrel;
using FakeJira.Stubs.Noting;

namespace FakeJira;

/// <summary>
/// The one door: an offline, in-memory, stateful fake of Jira issue votes, Team Voice polls and Votito idea banks. Start one for each test; it costs
/// milliseconds. What it offers itself is that of its default site.
/// </summary>
public sealed class FakeJiraServer : IAsyncDisposable, IDisposable
{
    private readonly FakeSite _default;
    private Listener? _listener;
    private readonly Lock _ending = new();
    private Task? _end;

    /// <summary>One that does not listen yet.</summary>
    internal FakeJiraServer(FakeJiraOptions options)
    {
        Options = options;
        var contracts = Catalog.Chosen(options.Contracts);
        var (routes, rules) = CompiledContracts.Of(contracts);
        Universe = new Sites(contracts, new SiteOptions(options.RandomSeed, options.Time, options.PublicUrl, options.JournalCapacity) { Limits = options.Limits }, ApplySettings, rules) { ProviderStates = options.ProviderStates };
        if (options.Seed != Seed.Empty)
        {
            Universe.Default.Restore(Seed.Of(options.Seed, Universe));
            ApplySettings(Universe.Default);
            Universe.Default.KeepAsSeed();
        }

        // Last, as it may watch a folder: nothing is left running when something above is wrong.
        MappingStart.Open(Universe.Library, options);
        var gate = new ControlGate(options);
        Engine = new StubEngine(Catalog.System, routes, Catalog.Prefixes(Universe, gate.Refusal)) { Log = GuardedLog.Of(options.Log), SystemGate = gate.Refusal };
        Universe.Explain = Engine.Explain;
        _default = new FakeSite(this, Universe.Default);
    }

    /// <summary>What it was started with.</summary>
    public FakeJiraOptions Options { get; }

    /// <summary>Where it is reached with HTTP, on loopback if it listens on every address; ends in a slash.</summary>
    /// <exception cref="FakeJiraException">It was told not to listen.</exception>
    public Uri BaseAddress => _default.BaseAddress;

    /// <summary>Where it is reached with HTTPS, or null; ends in a slash.</summary>
    public Uri? HttpsAddress => _listener?.Addresses.FirstOrDefault(address => address.StartsWith("https", StringComparison.Ordinal)) is { } address ? new(address) : null;

    /// <summary>The Jira of the default site.</summary>
    public JiraSite Jira => _default.Jira;

    /// <summary>The polls of the default site.</summary>
    public PollsSite Polls => _default.Polls;

    /// <summary>The idea banks of the default site.</summary>
    public IdeaBankSite IdeaBank => _default.IdeaBank;

    /// <summary>Profile and switches of the default site by their names.</summary>
    public SiteSettings Settings => _default.Settings;

    /// <summary>Answers of the test's own on the default site.</summary>
    public StubRegistrations Stubs => _default.Stubs;

    /// <summary>What goes wrong on the default site.</summary>
    public Faults Faults => _default.Faults;

    /// <summary>The time of the default site.</summary>
    public SiteClock Clock => _default.Clock;

    /// <summary>What the default site was asked and answered.</summary>
    public Journal Requests => _default.Requests;

    /// <summary>
    /// Which answers of the contracts clients were shown, on all sites and since the start: no reset takes away from it. That of the default site alone,
    /// since its reset, is <c>fake.Site.Coverage</c>.
    /// </summary>
    public Coverage Coverage => Universe.Covered.Snapshot();

    /// <summary>What clients sent to the default site beyond what is documented, and how they behaved.</summary>
    public Findings Findings => _default.Findings;

    /// <summary>The default site.</summary>
    public FakeSite Site => _default;

    /// <summary>Every site by its name: <c>fake.Sites["team-a"]</c> has the same doors as the server itself.</summary>
    public FakeSites Sites => new(this);

    /// <summary>The ports of single sites; null while it does not listen.</summary>
    internal SitePorts? Ports { get; private set; }

    /// <summary>The requests that come through handlers.</summary>
    internal HandlerRequests Handled { get; } = new();

    /// <summary>What it leaves in files for those around it.</summary>
    internal ServerFiles? Files { get; set; }

    internal Sites Universe { get; }

    internal StubEngine Engine { get; }

    internal Uri ServerAddress => _listener is { } listener ? new(listener.Addresses[0]) : throw new FakeJiraException("The server does not listen: start it without 'Listens = false', or use CreateHandler.");

    /// <summary>Takes over what listens for it: it ends with the server.</summary>
    internal void ListenWith(Listener listener, IPAddress address)
    {
        _listener = listener;
        Ports = new SitePorts(Engine, Universe, address, Options.BodyLimit, Options.Limits);
        Universe.OpenPort = Ports.Open;
        Universe.Changed += Ports.CloseUnused;
    }

    /// <summary>Starts a server; it answers when this returns.</summary>
    /// <exception cref="FakeJiraException">An option is wrong, or the port is taken; the message says which and what to do.</exception>
    public static Task<FakeJiraServer> StartAsync(FakeJiraOptions? options = null) => ServerStart.RunAsync(options ?? new FakeJiraOptions());

    /// <summary>A client of the default site that goes over loopback, signed in as <paramref name="caller"/> or anonymous.</summary>
    public HttpClient CreateClient(Caller? caller = null) => _default.CreateClient(caller);

    /// <summary>A handler that reaches the default site without a socket.</summary>
    public HttpMessageHandler CreateHandler(Caller? caller = null) => _default.CreateHandler(caller);

    /// <summary>A site of its own that starts as the default one is now.</summary>
    public FakeSite Fork(string? name = null) => _default.Fork(name);

    /// <summary>The state of the default site as it is now, for <see cref="Restore"/>.</summary>
    public SiteState Capture() => _default.Capture();

    /// <summary>Puts a captured state in place on the default site.</summary>
    public void Restore(SiteState state) => _default.Restore(state);

    /// <summary>Makes up plausible data on the default site, in addition to what it has.</summary>
    /// <exception cref="FakeJiraException">A number is out of range, or the numbers contradict each other.</exception>
    public void Generate(Generation wanted) => _default.Generate(wanted);

    /// <summary>The default site back to what it started with.</summary>
    public void Reset() => _default.Reset();

    /// <summary>Requests in flight, on every port and through handlers, are finished, or cut after <see cref="ServerLimits.EndTime"/>; the port is free when this returns, whoever else disposes it at the same time.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_ending)
        {
            return new(_end ??= EndAsync());
        }
    }

    /// <summary>The same for those who cannot await: a container of services that is disposed without async. It blocks until the end.</summary>
    public void Dispose() => Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();

    private async Task EndAsync()
    {
        Files?.SayOver();
        Universe.Library.Dispose();
        Universe.Streams.End();
        Universe.End();
        try
        {
            // Together: no door lets anybody in while another one is waited for, and all have the same time.
            using var patience = new CancellationTokenSource(Options.Limits.EndTime);
            var ports = Ports?.EndAsync(patience.Token) ?? Task.CompletedTask;
            var listener = _listener?.EndAsync(patience.Token) ?? Task.CompletedTask;
            await Task.WhenAll(ports, listener, Handled.EndAsync(patience.Token)).ConfigureAwait(false);
        }
        finally
        {
            if (Files is { } files)
            {
                await files.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private void ApplySettings(Site site)
    {
        var settings = new SiteSettings(site);
        if (Options.Profile != "documented")
        {
            settings.UseProfile(Options.Profile);
        }

        foreach (var (name, value) in Options.Set)
        {
            if (settings.TrySet(name, value) is { } mistake)
            {
                throw new FakeJiraException(mistake) { Setting = $"set:{name}" };
            }
        }
    }
}
