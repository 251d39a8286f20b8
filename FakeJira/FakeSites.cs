using FakeJira.Stubs;

namespace FakeJira;

/// <summary>The sites of a server: isolated universes that cost nothing until they are used.</summary>
public sealed class FakeSites
{
    private readonly FakeJiraServer _server;

    internal FakeSites(FakeJiraServer server) => _server = server;

    /// <summary>The names of all of them, the default one's among them.</summary>
    public IReadOnlyList<string> Names => [.. _server.Universe.All.Select(site => site.Name)];

    /// <summary>The site of that name; made, and empty, when there is none yet.</summary>
    /// <exception cref="FakeJiraException">It is no name for a site, or there are too many sites.</exception>
    public FakeSite this[string name]
    {
        get
        {
            Mistake.If(!Sites.IsName(name), $"'{name}' is no name for a site; expected 1 to 64 characters without slashes.");
            var site = _server.Universe.Find(name) ?? _server.Universe.Create(name) ?? _server.Universe.Find(name);
            return site is null ? throw new FakeJiraException($"There are {_server.Universe.Limits.Sites} sites already; remove one with Remove.") : new FakeSite(_server, site);
        }
    }

    /// <summary>Makes a site that starts as another one is now, and goes back to that when it is reset; from then on they share nothing.</summary>
    /// <param name="name">What it is called; null for a name that is made up.</param>
    /// <param name="from">The other one; null for the default site.</param>
    /// <param name="port">A port of its own beside its path, 0 for any free one; null for none.</param>
    /// <param name="idle">How long it may go unasked before it is removed; null for <see cref="ServerLimits.SiteIdle"/>.</param>
    /// <exception cref="FakeJiraException">The name is taken or is none, there are too many sites, or the port cannot be had; no site is made then.</exception>
    public FakeSite Create(string? name = null, FakeSite? from = null, int? port = null, TimeSpan? idle = null)
    {
        Mistake.If(name is not null && !Sites.IsName(name), $"'{name}' is no name for a site; expected 1 to 64 characters without slashes.");
        Mistake.If(port is not null && _server.Universe.OpenPort is null, "The server does not listen, so its sites have no ports.");
        Mistake.If(port is < 0 or > 65535, $"{port} is no port; expected 0 (any free one) to 65535.");
        Mistake.If(idle <= TimeSpan.Zero, $"A site cannot go unasked for {idle}; expected more than no time, or null.");
        var state = (from?.Site ?? _server.Universe.Default).Capture();
        var site = name is null ? Numbered(state, idle) : _server.Universe.Create(name, state, idle);
        Mistake.If(site is null, name is not null && _server.Universe.Find(name) is not null ? $"There is a site '{name}' already; choose another name." : $"There are {_server.Universe.Limits.Sites} sites already; remove one with Remove.");
        if (port is { } wanted && _server.Universe.OpenPort!(site!, wanted) is { } mistake)
        {
            _server.Universe.Remove(site!.Name);
            throw new FakeJiraException(mistake);
        }

        return new FakeSite(_server, site!);
    }

    private Site? Numbered(SiteState state, TimeSpan? idle)
    {
        Site? site = null;
        while (site is null && _server.Universe.All.Count < _server.Universe.Limits.Sites)
        {
            site = _server.Universe.Create($"fork-{_server.Universe.NextOrder()}", state, idle);
        }

        return site;
    }

    /// <summary>Removes a site; false when there is none of that name, or when it is the default one.</summary>
    public bool Remove(string name) => _server.Universe.Remove(name);
}
