namespace FakeJira.Stubs.Matching;

/// <summary>A media type, its parameters left aside; <c>*</c> and <c>?</c> as in wildcards.</summary>
internal sealed class ContentTypeMatcher(IReadOnlyList<string> patterns, MatchOperator how, bool ignoreCase)
    : PatternsMatcher<Wildcard>([.. patterns.Select(pattern => new Wildcard(pattern, ignoreCase))], how)
{
    protected override bool IsMatch(Wildcard pattern, string text, StubRequest request)
    {
        var end = text.IndexOf(';', StringComparison.Ordinal);
        return pattern.Matches((end < 0 ? text : text[..end]).Trim(), request);
    }

    protected override string Show(Wildcard pattern) => $"media type {Quoted(pattern.Pattern)}{(pattern.IgnoresCase ? " in any case" : "")}";
}
