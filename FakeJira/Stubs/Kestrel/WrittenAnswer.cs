using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace FakeJira.Stubs.Kestrel;

/// <summary>Gives a <see cref="StubResponse"/> to Kestrel, or does to the connection what it says.</summary>
internal static class WrittenAnswer
{
    private static readonly ReadOnlyMemory<byte> Garbage = "lskdu018973t09sylgasjkfg1][]'./.sdlv"u8.ToArray();

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
        else if (response.Fault != ConnectionFault.None)
        {
            await WriteFaultAsync(outgoing, body, lifetime, response).ConfigureAwait(false);
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

    private static async Task WriteFaultAsync(IHttpResponseFeature outgoing, IHttpResponseBodyFeature body, IHttpRequestLifetimeFeature lifetime, StubResponse response)
    {
        if (response.Fault == ConnectionFault.EmptyResponse)
        {
            await body.StartAsync().ConfigureAwait(false);
            return;
        }

        var sent = response.Fault == ConnectionFault.CutBody ? response.Body[..(response.Body.Length / 2)] : Garbage;
        outgoing.Headers.ContentLength = response.Fault == ConnectionFault.CutBody ? Math.Max(1, response.Body.Length) : Garbage.Length * 4;
        await body.Writer.WriteAsync(sent).ConfigureAwait(false);
        await body.Writer.FlushAsync().ConfigureAwait(false);
        lifetime.Abort();
    }
}
