using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>A text that every request has: its path, its URL, the address of the client, the version of HTTP.</summary>
internal sealed class TextPart(string name, MatcherGroup matchers, Func<StubRequest, string> text) : RequestPart
{
    public override string Name => name;

    public override string Expected { get; } = matchers.Expected;

    public IReadOnlyList<PathKey> Keys => matchers.Keys;

    /// <summary>Path, query and all, as an absolute URL without the prefix of a site.</summary>
    public static string Url(StubRequest request) => $"{request.Scheme}://{request.Host}{request.RawPath}{(request.RawQuery.Length > 0 ? "?" : "")}{request.RawQuery}";

    /// <summary>For example 1.1.</summary>
    public static string HttpVersion(StubRequest request) => request.Protocol[(request.Protocol.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public override double Score(StubRequest request) => matchers.Score(text(request), request);

    public override string Actual(StubRequest request) => text(request);
}
