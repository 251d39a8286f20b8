using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>
/// The request as a template reads it, with WireMock.Net's names, in any case, and two of our own: <c>BaseUrl</c>, what links start with, and <c>PathValues</c>,
/// those of the operation's path. What is not asked for is not made.
/// </summary>
internal sealed class RequestMembers(StubRequest request) : Members
{
    private static readonly FrozenDictionary<string, Func<RequestMembers, object?>> Known = new Dictionary<string, Func<RequestMembers, object?>>(StringComparer.OrdinalIgnoreCase)
    {
        ["Url"] = each => each.Origin + each.Request.RawPath + each.RawQuery,
        ["AbsoluteUrl"] = each => each.Request.BaseUrl + each.Request.RawPath + each.RawQuery,
        ["Path"] = each => each.Request.Path,
        ["AbsolutePath"] = each => each.Request.Prefix + each.Request.Path,
        ["PathSegments"] = each => Segments(each.Request.Path),
        ["AbsolutePathSegments"] = each => Segments(each.Request.Prefix + each.Request.Path),
        ["Method"] = each => each.Request.Method,
        ["Protocol"] = each => each.Request.Scheme,
        ["Host"] = each => HostOf(each.Request.Host).Name,
        ["Port"] = each => HostOf(each.Request.Host).Port ?? (each.Request.Scheme == "https" ? 443L : 80L),
        ["Origin"] = each => each.Origin,
        ["ClientIP"] = each => each.Request.ClientAddress,
        ["HttpVersion"] = each => each.Request.Protocol.Replace("HTTP/", "", StringComparison.Ordinal),
        ["RawQuery"] = each => each.RawQuery,
        ["Query"] = each => each._query ??= new NamedTexts(each.Request.Query.Select(parameter => (parameter.Name, parameter.Value)), ','),
        ["Headers"] = each => each._headers ??= new NamedTexts(each.Request.Headers.Select(header => (header.Name, header.Value)), null),
        ["Cookies"] = each => each._cookies ??= new KnownMembers(CookiesOf(each.Request)),
        ["Body"] = each => each.Request.Body.IsEmpty ? null : each.Request.BodyText,
        ["BodyAsJson"] = each => each._json ??= JsonModel.Of(each.Request.Body.IsEmpty ? null : RequestContent.ParseJson(each.Request.BodyText)),
        ["BaseUrl"] = each => each.Request.BaseUrl,
        ["PathValues"] = each => new KnownMembers((each.Request.Route is { } route ? route.Names : []).Select(name => new KeyValuePair<string, object?>(name, each.Request.PathValue(name)))),
        ["DateTime"] = each => each.Request.Site.Clock.Now.UtcDateTime,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private NamedTexts? _query;
    private NamedTexts? _headers;
    private KnownMembers? _cookies;
    private object? _json;

    public override IEnumerable<string> Keys => Known.Keys;

    private StubRequest Request => request;

    private string Origin => $"{request.Scheme}://{request.Host}";

    private string RawQuery => request.RawQuery.Length > 0 ? "?" + request.RawQuery : "";

    public override bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = Known.TryGetValue(key, out var member) ? member(this) : null;
        return member is not null;
    }

    private static TextItems Segments(string path) => new(path.Split('/')[1..]);

    private static (string Name, long? Port) HostOf(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') && long.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? (host[..colon], port) : (host, null);
    }

    private static IEnumerable<KeyValuePair<string, object?>> CookiesOf(StubRequest request) => request.Headers
        .Where(header => header.Is("Cookie"))
        .SelectMany(header => header.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(cookie => cookie.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .DistinctBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
        .Select(parts => new KeyValuePair<string, object?>(parts[0], parts[1]));
}

/// <summary>Names with one or more texts each; names in any case, the exact one first.</summary>
/// <param name="texts">Name and text, in order.</param>
/// <param name="separator">What separates several texts inside one, or null.</param>
internal sealed class NamedTexts(IEnumerable<(string Name, string Text)> texts, char? separator) : Members
{
    private readonly Dictionary<string, TextItems> _texts = texts
        .GroupBy(pair => pair.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new TextItems([.. group.SelectMany(pair => separator is { } at ? pair.Text.Split(at) : [pair.Text])]), StringComparer.Ordinal);

    public override IEnumerable<string> Keys => _texts.Keys;

    public override bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = _texts.GetValueOrDefault(key) ?? _texts.FirstOrDefault(pair => string.Equals(pair.Key, key, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }
}
