using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>A cookie: present, absent, or of a value.</summary>
/// <param name="cookie">Its name.</param>
/// <param name="ignoreCase">Whether the name is in any case.</param>
/// <param name="matchers">What they want of the value; null when it is enough that it is there.</param>
/// <param name="rejects">Whether it matches when the cookie is absent; without matchers it must be.</param>
internal sealed class CookiePart(string cookie, bool ignoreCase, MatcherGroup? matchers, bool rejects) : RequestPart
{
    private readonly StringComparison _comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public override string Name => $"Cookie {cookie}";

    public override string Expected { get; } = matchers is null ? rejects ? "absent" : "present" : matchers.Expected + (rejects ? ", or absent" : "");

    public override double Score(StubRequest request) =>
        Value(request) is not { } value ? rejects ? 1 : 0 : matchers is not null ? matchers.Score(value, request) : rejects ? 0 : 1;

    public override string Actual(StubRequest request) => Shown(Value(request) is { } value ? [value] : []);

    /// <summary>The last of that name counts.</summary>
    private string? Value(StubRequest request) => request.Content.Cookies.LastOrDefault(sent => string.Equals(sent.Key, cookie, _comparison)).Value;
}
