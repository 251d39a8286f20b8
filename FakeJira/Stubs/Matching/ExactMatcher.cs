namespace FakeJira.Stubs.Matching;

/// <summary>The same text.</summary>
internal sealed class ExactMatcher(IReadOnlyList<string> patterns, MatchOperator how, bool ignoreCase) : PatternsMatcher<string>(patterns, how)
{
    protected override bool IsMatch(string pattern, string text, StubRequest request) => string.Equals(pattern, text, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    protected override string Show(string pattern) => Quoted(pattern) + (ignoreCase ? " in any case" : "");

    protected override PathKey KeyOf(string pattern) => PathKey.Whole(pattern);
}
