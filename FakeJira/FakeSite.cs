using FakeJira.Control;
using FakeJira.IdeaBank;
using FakeJira.Jira;
using FakeJira.Polls;
using FakeJira.Seeding;
using FakeJira.Seeding.Generating;
using FakeJira.Stubs;
using FakeJira.Stubs.Kestrel;

namespace FakeJira;

/// <summary>One isolated universe of a server: what a test arranges and looks at.</summary>
public sealed class FakeSite
{
    private readonly FakeJiraServer _server;

    internal FakeSite(FakeJiraServer server, Site site)
    {
        _server = server;
        Site = site;
        Settings = new SiteSettings(site);
        Stubs = new StubRegistrations(site);
        Jira = new JiraSite(site);
        Polls = new PollsSite(site);
        IdeaBank = new IdeaBankSite(site);
    }

    /// <summary>The engine's side of it.</summary>
    public Site Site { get; }

    /// <summary>Its name; <c>default</c> for the one at the plain path.</summary>
    public string Name => Site.Name;

    /// <summary>Where a client finds it; ends in a slash.</summary>
    /// <exception cref="FakeJiraException">The server does not listen.</exception>
    public Uri BaseAddress => new(_server.ServerAddress, Prefix + "/");

    /// <summary>Where it answers on the port of its own; ends in a slash. Null where it has none.</summary>
    public Uri? OwnAddress => Site.Port is { } port ? new UriBuilder(_server.ServerAddress) { Port = port }.Uri : null;

    /// <summary>Its Jira.</summary>
    public JiraSite Jira { get; }

    /// <summary>Its polls.</summary>
    public PollsSite Polls { get; }

    /// <summary>Its idea banks.</summary>
    public IdeaBankSite IdeaBank { get; }

    /// <summary>Profile and switches by their names.</summary>
    public SiteSettings Settings { get; }

    /// <summary>Answers of the test's own: <c>fake.Stubs.Add("GET", "/path", request => …)</c>.</summary>
    public StubRegistrations Stubs { get; }

    /// <summary>What goes wrong: <c>using (fake.Faults.Use("rate-limit"))</c>.</summary>
    public Faults Faults => Site.Faults;

    /// <summary>Its time: freeze it, set it, advance it.</summary>
    public SiteClock Clock => Site.Clock;

    /// <summary>What was asked and answered; <c>ToString</c> shows it, a line each.</summary>
    public Journal Requests => Site.Journal;

    /// <summary>Which answers of the contracts this site has shown since it was made or reset; <c>ToString</c> is a table.</summary>
    public Coverage Coverage => Site.Coverage;

    /// <summary>What clients sent beyond what is documented, and how they behaved: <c>fake.Findings.ShouldBeEmpty()</c>.</summary>
    public Findings Findings => Site.Findings;

    private string Prefix => SiteAddress.PrefixOf(Site);

    /// <summary>A client that goes over loopback, signed in as <paramref name="caller"/> or anonymous; also paths such as /rest reach this site.</summary>
    public HttpClient CreateClient(Caller? caller = null)
    {
        var client = new HttpClient(Prefix.Length == 0 ? SharedSockets.Handler : new SitePathHandler(_server.Engine, Prefix, SharedSockets.Handler), disposeHandler: false) { BaseAddress = BaseAddress };
        if (caller is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", caller.Authorization);
        }

        return client;
    }

    /// <summary>A handler that reaches the site without a socket, for an HttpClient of your own; any host name will do in addresses, and links in answers begin with the one that was asked.</summary>
    public HttpMessageHandler CreateHandler(Caller? caller = null) => new MessageHandler(_server.Engine, _server.Handled, Prefix, _server.Options.BodyLimit, caller is null ? null : request =>
    {
        if (!request.Headers.NonValidated.Contains("Authorization"))
        {
            request.Headers.TryAddWithoutValidation("Authorization", caller.Authorization);
        }
    });

    /// <summary>The state as it is now: shared, not copied, so it costs nothing. For <see cref="Restore"/>, of this site or another.</summary>
    public SiteState Capture() => Site.Capture();

    /// <summary>Puts a captured state in place: data, settings, clock, chance, scenarios, mappings and faults of the run time. The journal stays.</summary>
    public void Restore(SiteState state) => Site.Restore(state);

    /// <summary>Puts the site into a state by its name, as a verifier of Pact does: a document of <see cref="FakeJiraOptions.ProviderStates"/>, a seed, a misbehaviour, or a switch as NAME=VALUE.</summary>
    /// <param name="state">The name; only its letters and digits count.</param>
    /// <param name="parameters">What <c>${name}</c> in the document stands for.</param>
    /// <exception cref="FakeJiraException">There is no such state, or its document has mistakes, all of which are named.</exception>
    public void SetUp(string state, IReadOnlyDictionary<string, object>? parameters = null) => ProviderStates.SetUp(Site, state, parameters);

    /// <summary>A site of its own that starts as this one is now.</summary>
    public FakeSite Fork(string? name = null) => _server.Sites.Create(name, from: this);

    /// <summary>Makes up plausible data in addition to what the site has: <c>fake.Site.Generate(new() { Issues = 500, Users = 50 })</c>.</summary>
    /// <exception cref="FakeJiraException">A number is out of range, or the numbers contradict each other; nothing is made then.</exception>
    public void Generate(Generation wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var mistakes = new List<string>();
        Generator.Fill(Site, wanted, (_, message) => mistakes.Add(message));
        Mistake.If(mistakes.Count > 0, string.Join(' ', mistakes));
    }

    /// <summary>Back to what the site started with; its journal and its coverage are emptied.</summary>
    public void Reset() => Site.Reset();
}
