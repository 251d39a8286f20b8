using System.Collections.Frozen;

namespace FakeJira.Stubs.Checking;

/// <summary>Compares the headers of a request with those that mean something to its operation.</summary>
internal static class HeaderCheck
{
    /// <summary>Headers of HTTP, browsers, proxies and tracing, which no API documents: nobody is told of them.</summary>
    private static readonly FrozenSet<string> Usual = FrozenSet.ToFrozenSet(
    [
        "Accept", "Connection", "Keep-Alive", "Cache-Control", "Pragma", "Cookie", "Date", "DNT", "Expect", "Forwarded", "From", "Host", "Origin", "Priority", "Range", "Referer", "TE", "Trailer", "Transfer-Encoding",
        "Upgrade", "User-Agent", "Via", "Warning", "Save-Data", "Max-Forwards", "X-Real-IP", "X-Requested-With", "X-Request-Id", "X-Correlation-Id", "Request-Id", "Correlation-Context", "traceparent", "tracestate", "baggage", "b3",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] UsualBeginnings = ["Accept-", "Content-", "If-", "Sec-", "Proxy-", "Upgrade-", "Access-Control-", "X-Forwarded-", "X-B3-", "X-Datadog-", "X-FakeJira-"];

    public static void Add(StubRequest request, StubResponse response, string operation, Known known, List<Remark> remarks)
    {
        var (hasAccept, contentType) = (false, (string?)null);
        foreach (var header in request.Headers)
        {
            if (header.Is("Accept"))
            {
                hasAccept = true;
            }
            else if (header.Is("Content-Type"))
            {
                contentType ??= header.Value;
            }
            else if (!IsKnown(header, known))
            {
                remarks.Add(new(FindingKind.UnreadHeader, $"The header {header.Name} has no effect: {operation} does not know it."));
            }
        }

        if (known.Body is not null && request.Body.Span.IndexOfAnyExcept(" \t\r\n"u8) >= 0 && !IsJson(contentType))
        {
            remarks.Add(new(FindingKind.ContentType, contentType is null ? "The body has no Content-Type; it has to be application/json." : $"The Content-Type of the body is '{contentType}'; it has to be application/json."));
        }

        if (!hasAccept && (response.Body.Length > 0 || response.Writer is not null))
        {
            remarks.Add(new(FindingKind.MissingAccept, "There is no Accept: the client leaves it to the server what it is answered in."));
        }
    }

    private static bool IsKnown(Header header, Known known) =>
        Usual.Contains(header.Name) || header.Is(known.CredentialHeader ?? "") || Array.Exists(UsualBeginnings, beginning => header.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
        || known.Headers.Any(header.Is);

    private static bool IsJson(string? type)
    {
        var media = type.AsSpan();
        var end = media.IndexOf(';');
        media = (end < 0 ? media : media[..end]).Trim();
        return media.Equals("application/json", StringComparison.OrdinalIgnoreCase) || (media.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }
}
