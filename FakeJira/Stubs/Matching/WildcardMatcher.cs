namespace FakeJira.Stubs.Matching;

/// <summary>A text with <c>*</c> and <c>?</c>.</summary>
internal sealed class WildcardMatcher(IReadOnlyList<string> patterns, MatchOperator how, bool ignoreCase)
    : PatternsMatcher<Wildcard>([.. patterns.Select(pattern => new Wildcard(pattern, ignoreCase))], how)
{
    protected override bool IsMatch(Wildcard pattern, string text, StubRequest request) => pattern.Matches(text, request);

    protected override string Show(Wildcard pattern) => $"{(pattern.Key.IsWhole ? "" : "like ")}{Quoted(pattern.Pattern)}{(pattern.IgnoresCase ? " in any case" : "")}";

    protected override PathKey KeyOf(Wildcard pattern) => pattern.Key;
}
