using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace FakeJira.Stubs.Kestrel;

/// <summary>Gives a <see cref="StubResponse"/> to Kestrel, or does to the connection what it says.</summary>
internal static class WrittenAnswer
{
    private static readonly TimeSpan Seen = TimeSpan.FromMilliseconds(100);

    public static async Task WriteAsync(IFeatureCollection context, StubRequest request, StubResponse response)
    {
        var lifetime = context.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        if (response.Fault == ConnectionFault.Drop)
        {
            lifetime.Abort();
            return;
        }

        var outgoing = context.GetRequiredFeature<IHttpResponseFeature>();
        outgoing.StatusCode = response.Status;
        outgoing.ReasonPhrase = response.ReasonPhrase;
        Write(outgoing.Headers, response.Headers);
        if (request.BodyTooLarge)
        {
            outgoing.Headers.Connection = "close";
        }

        outgoing.Headers.AppendIdentity(response);
        var body = context.GetRequiredFeature<IHttpResponseBodyFeature>();
        if (!response.HasBodyAfter(request.Method))
        {
            outgoing.Headers.ContentLength = response.HasOnlyLengthAfter(request.Method) ? response.Body.Length : null;
        }
        else if (response.Fault == ConnectionFault.EmptyResponse)
        {
            await body.StartAsync().ConfigureAwait(false);
        }
        else if (response.Spoilt is var (sent, announced))
        {
            outgoing.Headers.ContentLength = announced;
            await body.Writer.WriteAsync(sent).ConfigureAwait(false);
            await body.Writer.FlushAsync().ConfigureAwait(false);
            await SeenAsync(request).ConfigureAwait(false);
            context.Set(CutAnswer.Instance);
        }
        else if (response.Writer is { } writer)
        {
            await body.StartAsync(request.Aborted).ConfigureAwait(false);
            await writer(body.Stream, request.Aborted).ConfigureAwait(false);
        }
        else
        {
            outgoing.Headers.ContentLength = response.Body.Length;
            if (response.Body.Length > 0)
            {
                await body.Writer.WriteAsync(response.Body).ConfigureAwait(false);
            }
        }
    }

    /// <summary>With HTTP/2 a stream is not closed but reset, and a client that reads this together with what was sent throws all of it away.</summary>
    private static Task SeenAsync(StubRequest request) => request.Protocol == "HTTP/2" ? Task.Delay(Seen) : Task.CompletedTask;

    /// <summary>The values of a name that stands again are set together: one behind the other, each of them would copy those before it.</summary>
    private static void Write(IHeaderDictionary outgoing, Header[] headers)
    {
        Dictionary<string, List<string?>>? repeated = null;
        foreach (var header in headers)
        {
            if (outgoing.TryAdd(header.Name, header.Value))
            {
                continue;
            }

            repeated ??= new(StringComparer.OrdinalIgnoreCase);
            if (!repeated.TryGetValue(header.Name, out var values))
            {
                repeated[header.Name] = values = [.. outgoing[header.Name]];
            }

            values.Add(header.Value);
        }

        if (repeated is not null)
        {
            foreach (var (name, values) in repeated)
            {
                outgoing[name] = new StringValues([.. values]);
            }
        }
    }
}

/// <summary>Marks an answer that ends before the length that it has announced. The web server then sends what there is and closes the connection; cut by hand, it would throw away what it has not sent yet.</summary>
internal sealed class CutAnswer
{
    /// <summary>The mark.</summary>
    public static CutAnswer Instance { get; } = new();
}
