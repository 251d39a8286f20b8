using FakeJira.Stubs;

namespace FakeJira.Control;

/// <summary>What happens on a site, told as it happens.</summary>
internal static class EventOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("events", "GET", "/events", "Server-sent events until the caller goes: 'requests' as they are answered, 'changed' with the parts of the site that were changed.", Follow),
    ];

    private static StubResponse Follow(StubRequest request, Site site)
    {
        var streams = site.Sites.Streams;
        if (streams.Count >= streams.Limit)
        {
            return ControlErrors.Refused(503, $"{streams.Limit} callers follow events of this server already; close one.");
        }

        return new()
        {
            Headers = [new("Content-Type", "text/event-stream"), new("Cache-Control", "no-store")],
            Writer = async (stream, gone) =>
            {
                if (!streams.TryEnter())
                {
                    return;
                }

                using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, streams.Ending);
                try
                {
                    using var following = new SiteEvents(site);
                    await following.WriteAsync(stream, end.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (end.IsCancellationRequested)
                {
                    // The caller has gone or the server ends: so does the stream.
                    return;
                }
                finally
                {
                    streams.Leave();
                }
            },
        };
    }
}
