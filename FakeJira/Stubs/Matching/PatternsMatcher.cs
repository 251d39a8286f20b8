namespace FakeJira.Stubs.Matching;

/// <summary>A matcher with one or more patterns for texts.</summary>
/// <typeparam name="TPattern">A pattern, compiled.</typeparam>
/// <param name="patterns">The patterns; never none.</param>
/// <param name="how">How they are combined.</param>
internal abstract class PatternsMatcher<TPattern>(IReadOnlyList<TPattern> patterns, MatchOperator how) : Matcher
{
    private readonly TPattern[] _patterns = [.. patterns];

    protected sealed override string Wanted => Phrase(_patterns.Select(Show), how);

    /// <summary>Where all have to match, the one that says most will do.</summary>
    protected sealed override IReadOnlyList<PathKey> WantedKeys =>
        how == MatchOperator.Or ? [.. _patterns.Select(KeyOf)] : [_patterns.Select(KeyOf).MaxBy(key => (key.IsWhole ? 1_000_000 : 0) + key.Text.Length)];

    protected sealed override double Of(string text, StubRequest request)
    {
        if (_patterns.Length == 1)
        {
            return IsMatch(_patterns[0], text, request) ? 1 : 0;
        }

        var tally = new Tally(how);
        foreach (var pattern in _patterns)
        {
            request.Spend(1);
            tally.Add(IsMatch(pattern, text, request));
        }

        return tally.Score;
    }

    protected abstract bool IsMatch(TPattern pattern, string text, StubRequest request);

    protected abstract string Show(TPattern pattern);

    protected virtual PathKey KeyOf(TPattern pattern) => PathKey.Any;
}
