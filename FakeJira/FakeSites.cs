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
            return site is null ? throw new FakeJiraException($"There are {Sites.Limit} sites already; remove one with Remove.") : new FakeSite(_server, site);
        }
    }

    /// <summary>Removes a site; false when there is none of that name, or when it is the default one.</summary>
    public bool Remove(string name) => _server.Universe.Remove(name);
}
