using FakeJira.Stubs;

namespace FakeJira;

/// <summary>Keeps a client on its site: a path that begins with a slash leaves what a base address says behind its host, and would reach the default site.</summary>
internal sealed class SitePathHandler(StubEngine engine, string prefix, HttpMessageHandler next) : DelegatingHandler(next)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(OnSite(request), cancellationToken);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => base.Send(OnSite(request), cancellationToken);

    private HttpRequestMessage OnSite(HttpRequestMessage request)
    {
        // What names a site already, as links in answers do, stays.
        if (request.RequestUri is { } asked && engine.ChooseSite(asked.AbsolutePath).Prefix.Length == 0)
        {
            request.RequestUri = new Uri(asked, prefix + asked.PathAndQuery);
        }

        return request;
    }
}
