using System.Net;
using System.Net.Sockets;
using FakeJira.Stubs;
using FakeJira.Stubs.Kestrel;

namespace FakeJira;

/// <summary>The ports that belong to one site each, on the address of the server. They are closed when their site is removed, and with the server.</summary>
internal sealed class SitePorts(StubEngine engine, Sites sites, IPAddress address, int bodyLimit, ServerLimits limits)
{
    private readonly Task<StubEngine> _engine = Task.FromResult(engine);
    private readonly Lock _gate = new();
    private readonly Dictionary<Site, Listener> _open = [];
    private readonly List<Task> _closing = [];
    private bool _isOver;

    /// <summary>How many are open.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Opens one; what is wrong, or null.</summary>
    public string? Open(Site site, int port)
    {
        lock (_gate)
        {
            // Nobody would close it any more. What happens from here on waits, and then finds it open.
            if (_isOver || !sites.Has(site))
            {
                return _isOver ? "The server has ended, so its sites get no more ports." : $"The site '{site.Name}' has been removed.";
            }

            if (_open.Count >= limits.SitePorts)
            {
                return $"There are {limits.SitePorts} sites with a port of their own; delete one first, or use the path.";
            }

            try
            {
                // Binding waits for nothing, so no thread is held; and whoever makes a site can use it when it is answered.
                var listener = Listener.StartAsync(_engine, address, port, null, bodyLimit, limits, SiteAddress.PrefixOf(site)).GetAwaiter().GetResult();
                _open[site] = listener;
                site.Port = new Uri(listener.Addresses[0]).Port;
                return null;
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                return $"Cannot listen on {address}:{port}: {exception.GetBaseException().Message}. Choose another port, or 0 for any free one.";
            }
        }
    }

    /// <summary>Closes those of sites that are gone. A request that is under way on one is finished.</summary>
    public void CloseUnused()
    {
        lock (_gate)
        {
            _closing.RemoveAll(task => task.IsCompleted);
            foreach (var (site, listener) in _open.Where(pair => !sites.Has(pair.Key)).ToList())
            {
                _open.Remove(site);
                _closing.Add(listener.DisposeAsync().AsTask());
            }
        }
    }

    /// <summary>They accept nothing more from now on; requests under way are finished, or cut when <paramref name="patience"/> is over.</summary>
    public async Task EndAsync(CancellationToken patience)
    {
        Task[] closing;
        lock (_gate)
        {
            _isOver = true;
            closing = [.. _closing, .. _open.Values.Select(listener => listener.EndAsync(patience))];
            _open.Clear();
        }

        await Task.WhenAll(closing).ConfigureAwait(false);
    }
}
