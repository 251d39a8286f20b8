using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using FakeJira.Stubs.Noting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FakeJira.Stubs.Kestrel;

/// <summary>Turns what Kestrel has read into a <see cref="StubRequest"/>, and writes the <see cref="StubResponse"/>.</summary>
internal sealed class StubApplication(Task<StubEngine> made, string door, int bodyLimit, TimeSpan bodyTime) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    /// <summary>Tells of an answer that could not be written to its end; that a client is gone is no failure, and where one is cancelled by that, Kestrel does not say so here.</summary>
    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
        if (exception is not (null or IOException) && context.Get<CutAnswer>() is null && made is { IsCompletedSuccessfully: true, Result.Log: { } log })
        {
            var incoming = context.GetRequiredFeature<IHttpRequestFeature>();
            var secrets = Secrets.In(Copy(incoming), Target.Split(incoming.RawTarget).Query, Encoding.UTF8.GetString((context.Get<Asked>()?.Body ?? ReadOnlyMemory<byte>.Empty).Span));
            log($"{incoming.Method} {incoming.Path} failed: {Secrets.Without(exception.ToString(), secrets)}");
        }
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var engine = await made.ConfigureAwait(false);
        var incoming = context.GetRequiredFeature<IHttpRequestFeature>();
        var lifetime = context.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        ReadOnlyMemory<byte>? body = ReadOnlyMemory<byte>.Empty;
        if (context.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            body = await ReadAsync(context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader, incoming.Headers.ContentLength).ConfigureAwait(false);
        }

        var (path, query) = Target.Split(incoming.RawTarget);
        var choice = engine.ChooseSite(path, door);
        var request = new StubRequest
        {
            Method = incoming.Method,
            RawPath = choice.RawPath,
            RawQuery = query,
            Headers = Copy(incoming),
            Body = body ?? ReadOnlyMemory<byte>.Empty,
            BodyTooLarge = body is null,
            Scheme = incoming.Scheme,
            Host = incoming.Headers.Host.ToString() is { Length: > 0 } host ? host : "localhost",
            Protocol = incoming.Protocol,
            ClientAddress = context.Get<IHttpConnectionFeature>()?.RemoteIpAddress?.ToString() ?? "",
            AbortedBy = (lifetime, static (_, of) => ((IHttpRequestLifetimeFeature)of).RequestAborted),
            Site = choice.Site,
            Prefix = choice.Prefix,
            Door = door,
        };
        try
        {
            var response = await engine.AnswerAsync(request, choice).ConfigureAwait(false);
            await WrittenAnswer.WriteAsync(context, request, response).ConfigureAwait(false);
            request.AbortedBy = null;
        }
        catch
        {
            // What fails quotes what it fails on: for who tells of it. The journal has shortened the body of the request.
            context.Set(new Asked(body ?? ReadOnlyMemory<byte>.Empty));
            throw;
        }
    }

    private static Header[] Copy(IHttpRequestFeature incoming)
    {
        var headers = new Header[incoming.Headers.Count];
        var at = 0;
        foreach (var (name, values) in incoming.Headers)
        {
            if (at + values.Count > headers.Length)
            {
                Array.Resize(ref headers, headers.Length + values.Count);
            }

            foreach (var value in values)
            {
                headers[at++] = new(name, value ?? "");
            }
        }

        Array.Resize(ref headers, at);
        return headers;
    }

    /// <summary>The whole body, or null when it is longer than the limit; it is not read further then. The bytes are kept by the web server until they are all there, then copied once.</summary>
    private async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(PipeReader body, long? length)
    {
        if (length > bodyLimit)
        {
            return null;
        }

        using var late = bodyTime > TimeSpan.Zero ? new CancellationTokenSource() : null;
        var isTimed = late is null;
        while (true)
        {
            var reading = body.ReadAsync(late?.Token ?? CancellationToken.None);
            if (!isTimed && !reading.IsCompleted)
            {
                // Most bodies are there as soon as their headers are, and need no timer.
                late!.CancelAfter(bodyTime);
                isTimed = true;
            }

            var read = await ArrivedAsync(reading, late).ConfigureAwait(false);
            if (read.Buffer.Length > bodyLimit)
            {
                body.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted || read.Buffer.Length == length)
            {
                var whole = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return whole;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <exception cref="BadHttpRequestException">The time for the body is over: the web server answers that as it does a body that is too slow.</exception>
    private static async ValueTask<ReadResult> ArrivedAsync(ValueTask<ReadResult> reading, CancellationTokenSource? late)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late is { IsCancellationRequested: true })
        {
            throw new BadHttpRequestException("The body took too long to arrive.", StatusCodes.Status408RequestTimeout);
        }
    }

    private sealed record Asked(ReadOnlyMemory<byte> Body);
}
