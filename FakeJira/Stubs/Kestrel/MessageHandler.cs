using System.Net;

namespace FakeJira.Stubs.Kestrel;

/// <summary>The door without a socket: the engine answers an HttpClient directly.</summary>
internal sealed class MessageHandler(StubEngine engine, HandlerRequests underWay, string door, int bodyLimit, Action<HttpRequestMessage>? prepare) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        prepare?.Invoke(request);
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var (path, query) = Target.Split(uri.PathAndQuery);
        var choice = engine.ChooseSite(path, door);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);

        // Nothing is sent for a caller that has given up already; no socket is here to see to that.
        cancellationToken.ThrowIfCancellationRequested();
        var headers = HeadersOf(request, uri, body.Length);
        var isCounted = underWay.TryEnter();
        var asked = new StubRequest
        {
            Method = request.Method.Method,
            RawPath = choice.RawPath,
            RawQuery = query,
            Headers = headers,
            Body = body.Length > bodyLimit ? ReadOnlyMemory<byte>.Empty : body,
            BodyTooLarge = body.Length > bodyLimit,
            Scheme = uri.Scheme,
            Host = request.Headers.Host ?? uri.Authority,
            IsInProcess = true,
            Aborted = cancellationToken,
            AbortedBy = isCounted ? (underWay, HandlerRequests.AbortedOf) : null,
            Site = choice.Site,
            Prefix = choice.Prefix,
            Door = door,
        };
        try
        {
            var answer = await engine.AnswerAsync(asked, choice).ConfigureAwait(false);
            return MessageOf(answer, asked, request);
        }
        catch (OperationCanceledException) when (isCounted && underWay.IsCut && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, HandlerRequests.CutMessage);
        }
        finally
        {
            if (isCounted)
            {
                HandlerRequests.Release(asked);
                underWay.Leave();
            }
        }
    }

    /// <summary>For callers of the synchronous HttpClient.Send: the engine needs no thread while it waits, so nothing is starved.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private static Header[] HeadersOf(HttpRequestMessage request, Uri uri, int length)
    {
        var headers = new List<Header>();
        if (request.Headers.Host is null)
        {
            headers.Add(new("Host", uri.Authority));
        }

        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers.Add(new(name, values.ToString()));
        }

        if (request.Content is { } content)
        {
            foreach (var (name, values) in content.Headers.NonValidated)
            {
                headers.Add(new(name, values.ToString()));
            }
        }

        if (!headers.Exists(header => header.Is("Content-Length")) && (request.Content is not null || request.Method.Method is "POST" or "PUT" or "PATCH"))
        {
            headers.Add(new("Content-Length", length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return [.. headers];
    }

    private HttpResponseMessage MessageOf(StubResponse answer, StubRequest asked, HttpRequestMessage request)
    {
        if (answer.Fault == ConnectionFault.Drop)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, CutStream.Message);
        }

        var hasBody = answer.HasBodyAfter(asked.Method) && answer.Fault == ConnectionFault.None;
        HttpContent body = answer.Spoilt is var (sent, _) ? new StreamContent(new CutStream(sent.ToArray()))
            : hasBody && answer.Writer is { } writer ? new WrittenContent(writer, underWay) : new ReadOnlyMemoryContent(hasBody ? answer.Body : ReadOnlyMemory<byte>.Empty);
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, ReasonPhrase = answer.ReasonPhrase, Content = body };
        foreach (var header in answer.Headers)
        {
            Add(message, header.Name, header.Value);
        }

        AddIdentity(message, Identity.Rule, answer.RuleHeader);
        AddIdentity(message, Identity.Stub, answer.StubName);
        if (answer.Spoilt is not null || answer.HasOnlyLengthAfter(asked.Method))
        {
            message.Content.Headers.ContentLength = answer.Spoilt?.Announced ?? answer.Body.Length;
        }

        return message;
    }

    private static void AddIdentity(HttpResponseMessage message, string name, string value)
    {
        if (value.Length > 0)
        {
            Add(message, name, value);
        }
    }

    private static void Add(HttpResponseMessage message, string name, string value)
    {
        if (!message.Headers.TryAddWithoutValidation(name, value))
        {
            message.Content.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
