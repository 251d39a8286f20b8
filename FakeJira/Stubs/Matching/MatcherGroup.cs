namespace FakeJira.Stubs.Matching;

/// <summary>Several matchers for one thing.</summary>
/// <param name="matchers">The matchers; never none.</param>
/// <param name="how">How they are combined.</param>
internal sealed class MatcherGroup(IReadOnlyList<Matcher> matchers, MatchOperator how)
{
    private readonly Matcher[] _matchers = [.. matchers];

    public ReadOnlySpan<Matcher> Matchers => _matchers;

    /// <summary>How they are combined.</summary>
    public MatchOperator How => how;

    public string Expected => string.Join(how == MatchOperator.Or ? " or " : " and ", _matchers.Select(matcher => matcher.Expected));

    /// <summary>Conditions of which a path that matches fulfils one.</summary>
    public IReadOnlyList<PathKey> Keys => how == MatchOperator.Or
        ? [.. _matchers.SelectMany(matcher => matcher.Keys)]
        : _matchers.Select(matcher => matcher.Keys).MaxBy(keys => keys.Min(key => key.Text.Length))!;

    public double Score(string text, StubRequest request)
    {
        if (_matchers.Length == 1)
        {
            return _matchers[0].Score(text, request);
        }

        var tally = new Tally(how);
        foreach (var matcher in _matchers)
        {
            tally.Add(matcher.Score(text, request));
        }

        return tally.Score;
    }

    public double Score(RequestContent content)
    {
        var tally = new Tally(how);
        foreach (var matcher in _matchers)
        {
            tally.Add(matcher.Score(content));
        }

        return tally.Score;
    }
}
