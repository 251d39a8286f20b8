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
    private readonly ConcurrentDictionary<string, Site> _byId = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private readonly IdleTimer _idle;
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
        Library = new Library(Shared, contracts, options.Limits);
        _idle = new(options.Time, RemoveIdle, UntilIdle);
        Default = _byName[DefaultName] = Make(DefaultName);
        _byId[Default.Id.ToString()] = Default;
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
    public IReadOnlyList<Site> All => [.. _byName.Values.Where(site => !IsOver(site, _options.Time.GetTimestamp())).OrderBy(site => site.Name, StringComparer.Ordinal)];

    /// <summary>The site of that name, or null. It counts as asked.</summary>
    public Site? Find(string name) => Awake(_byName.GetValueOrDefault(name));

    /// <summary>The site of an id in its written form, or null. It counts as asked.</summary>
    public Site? FindById(string id) => Guid.TryParse(id, out var guid) ? Awake(_byId.GetValueOrDefault(guid.ToString())) : null;

    /// <summary>Whether a site is among them; to wonder is not to ask.</summary>
    internal bool Has(Site site) => ReferenceEquals(_byName.GetValueOrDefault(site.Name), site);

    /// <summary>Whether a site can be called so: 1 to 64 characters without slashes, and no dots alone, which clients take out of paths.</summary>
    public static bool IsName(string? name) => name is { Length: > 0 and <= 64 } and not ("." or "..") && !name.Contains('/', StringComparison.Ordinal);

    /// <summary>Makes a site; null when there is one of that name, or when there are as many as there can be.</summary>
    /// <param name="name">What it is called in paths.</param>
    /// <param name="seed">What it starts with; null for nothing.</param>
    /// <param name="idle">How long it may go unasked; null for as long as any.</param>
    public Site? Create(string name, SiteState? seed = null, TimeSpan? idle = null)
    {
        RemoveIdle();
        var site = Make(name, idle ?? (Limits.SiteIdle > TimeSpan.Zero ? Limits.SiteIdle : null));
        if (seed is not null)
        {
            // Before anybody can ask it: nobody meets it without its seed.
            site.Restore(seed);
            site.KeepAsSeed(seed);
        }

        lock (_changing)
        {
            if (_byName.Count >= Limits.Sites || !_byName.TryAdd(name, site))
            {
                return null;
            }

            _byId[site.Id.ToString()] = site;
        }

        Changed?.Invoke();
        if (site.Idle is not null)
        {
            _idle.Set();
        }

        return site;
    }

    /// <summary>Removes a site; false when there is none, or when it is the default one.</summary>
    public bool Remove(string name) => _byName.TryGetValue(name, out var site) && Remove(site);

    /// <summary>An empty site that is not among them: to try something out before it counts.</summary>
    internal Site Detached() => Make("detached");

    /// <summary>From now on sites are not looked for any more whose time is over.</summary>
    internal void End() => _idle.End();

    /// <summary>Removes those that went unasked for too long.</summary>
    private void RemoveIdle()
    {
        foreach (var (_, site) in _byName.Where(pair => IsOver(pair.Value, _options.Time.GetTimestamp())))
        {
            Remove(site);
        }
    }

    /// <summary>How long until the first of them has gone unasked for too long; null when none of them can.</summary>
    private TimeSpan? UntilIdle() => _byName.Values.Min(site => site.Idle - _options.Time.GetElapsedTime(site.Asked));

    private bool Remove(Site site)
    {
        lock (_changing)
        {
            // That one alone: another may have its name by now.
            if (site == Default || !_byName.TryRemove(KeyValuePair.Create(site.Name, site)))
            {
                return false;
            }

            _byId.TryRemove(KeyValuePair.Create(site.Id.ToString(), site));
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>The next number of registration, for the folder's mappings and everything added later: later wins a tie.</summary>
    internal long NextOrder() => Interlocked.Increment(ref _order);

    private bool IsOver(Site site, long now) => site.Idle is { } idle && _options.Time.GetElapsedTime(site.Asked, now) > idle;

    private Site? Awake(Site? site)
    {
        if (site?.Idle is null)
        {
            return site;
        }

        var now = _options.Time.GetTimestamp();
        if (IsOver(site, now))
        {
            RemoveIdle();
            return null;
        }

        site.Asked = now;
        return site;
    }

    private Site Make(string name, TimeSpan? idle = null)
    {
        var site = new Site(name, _options, this) { Idle = idle, Asked = _options.Time.GetTimestamp() };
        _prepare(site);
        site.KeepAsSeed();
        return site;
    }
}
