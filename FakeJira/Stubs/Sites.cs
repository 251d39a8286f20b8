using System.Collections.Concurrent;
using FakeJira.Stubs.Covering;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs;

/// <summary>The sites of one server. Thread-safe.</summary>
public sealed class Sites
{
    /// <summary>The name of the site at the plain path.</summary>
    public const string DefaultName = "default";

    private readonly ConcurrentDictionary<string, Site> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Site> _byId = new();
    private readonly SiteOptions _options;
    private readonly Action<Site> _prepare;
    private long _order;

    /// <param name="contracts">The APIs that are served.</param>
    /// <param name="options">What sites are made with.</param>
    /// <param name="prepare">Puts profile and switches into a new, empty site.</param>
    /// <param name="rules">What these contracts can show; null to find out when somebody looks.</param>
    internal Sites(IReadOnlyList<Contract> contracts, SiteOptions options, Action<Site> prepare, Lazy<CoverageMap>? rules = null)
    {
        (Contracts, _options, _prepare) = (contracts, options, prepare);
        Streams = new OpenStreams(options.Limits.Followers);
        Covered = new CoverageTally(rules ?? new(() => new CoverageMap(contracts)));
        Library = new Library(Shared, contracts);
        Default = _byName[DefaultName] = Make(DefaultName);
        _byId[Default.Id] = Default;
    }

    /// <summary>Raised after a site was made or removed. Handlers must be quick and must not throw.</summary>
    internal event Action? Changed;

    /// <summary>How much they keep.</summary>
    public ServerLimits Limits => _options.Limits;

    /// <summary>The APIs that are served.</summary>
    public IReadOnlyList<Contract> Contracts { get; }

    /// <summary>The answers that go on until somebody ends them.</summary>
    internal OpenStreams Streams { get; }

    /// <summary>The folder of the states that a pact can name, or null.</summary>
    internal string? ProviderStates { get; init; }

    /// <summary>Told of every entry of every journal, also where none are kept; must be quick and must not throw.</summary>
    internal Action<JournalEntry>? Noted { get; set; }

    /// <summary>Which rules were shown on any site, since the start.</summary>
    internal CoverageTally Covered { get; }

    /// <summary>The mappings that every site has.</summary>
    internal SharedStubs Shared { get; } = new();

    /// <summary>Where those come from.</summary>
    internal Library Library { get; }

    /// <summary>Says who would answer a request, and why; set by the server.</summary>
    internal Func<StubRequest, Explanation>? Explain { get; set; }

    /// <summary>Opens a port for one site (0: any free one) and tells what is wrong, or null; set by a server that listens.</summary>
    internal Func<Site, int, string?>? OpenPort { get; set; }

    /// <summary>Every switch of every contract.</summary>
    public IEnumerable<Switch> Switches => Contracts.SelectMany(contract => contract.Switches);

    /// <summary>The site at the plain path.</summary>
    public Site Default { get; }

    /// <summary>Every site, by name.</summary>
    public IReadOnlyList<Site> All => [.. _byName.Values.OrderBy(site => site.Name, StringComparer.Ordinal)];

    /// <summary>The site of that name, or null.</summary>
    public Site? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The site of an id in its written form, or null.</summary>
    public Site? FindById(string id) => Guid.TryParse(id, out var guid) ? _byId.GetValueOrDefault(guid) : null;

    /// <summary>Whether a site can be called so: 1 to 64 characters without slashes, and no dots alone, which clients take out of paths.</summary>
    public static bool IsName(string? name) => name is { Length: > 0 and <= 64 } and not ("." or "..") && !name.Contains('/', StringComparison.Ordinal);

    /// <summary>Makes a site; null when there is one of that name, or when there are as many as there can be.</summary>
    /// <param name="name">What it is called in paths.</param>
    /// <param name="seed">What it starts with; null for nothing.</param>
    public Site? Create(string name, SiteState? seed = null)
    {
        var site = Make(name);
        if (seed is not null)
        {
            // Before anybody can ask it: nobody meets it without its seed.
            site.Restore(seed);
            site.KeepAsSeed(seed);
        }

        if (_byName.Count >= Limits.Sites || !_byName.TryAdd(name, site))
        {
            return null;
        }

        _byId[site.Id] = site;
        Changed?.Invoke();
        return site;
    }

    /// <summary>Removes a site; false when there is none, or when it is the default one.</summary>
    public bool Remove(string name)
    {
        if (name == DefaultName || !_byName.TryRemove(name, out var site) || !_byId.TryRemove(site.Id, out _))
        {
            return false;
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>An empty site that is not among them: to try something out before it counts.</summary>
    internal Site Detached() => Make("detached");

    /// <summary>The next number of registration, for the folder's mappings and everything added later: later wins a tie.</summary>
    internal long NextOrder() => Interlocked.Increment(ref _order);

    private Site Make(string name)
    {
        var site = new Site(name, _options, this);
        _prepare(site);
        site.KeepAsSeed();
        return site;
    }
}
