namespace FakeJira.Stubs.Matching;

/// <summary>Compares something of a request with what a mapping wants. Immutable: one serves all requests.</summary>
internal abstract class Matcher
{
    /// <summary>Scores below this are none.</summary>
    private const double Nothing = 1e-6;

    /// <summary>Whether it wants what its pattern does not match.</summary>
    public bool Rejects { get; init; }

    /// <summary>What it wants, for people and complete: matchers that say the same are the same.</summary>
    public string Expected => Rejects ? $"not {Wanted}" : Wanted;

    /// <summary>Whether it understands a text, or only a body.</summary>
    public virtual bool TakesText => true;

    /// <summary>Conditions of which a path that matches fulfils one.</summary>
    public IReadOnlyList<PathKey> Keys => Rejects ? [PathKey.Any] : WantedKeys;

    /// <summary>What the pattern matches.</summary>
    protected abstract string Wanted { get; }

    /// <summary>Conditions of which a path that the pattern matches fulfils one.</summary>
    protected virtual IReadOnlyList<PathKey> WantedKeys => [PathKey.Any];

    /// <summary>From 0 to 1, which is a match.</summary>
    /// <param name="text">A text of a request.</param>
    /// <param name="request">Whose time it takes.</param>
    /// <exception cref="TimeoutException">There is no time left.</exception>
    public double Score(string text, StubRequest request)
    {
        request.Spend(1);
        return Turned(Of(text, request));
    }

    /// <summary>From 0 to 1, which is a match. A body that the matcher cannot look at is never one, not even for a matcher that rejects.</summary>
    public double Score(RequestContent content) => Of(content) is { } score ? Turned(score) : 0;

    /// <summary>How well the pattern matches a text.</summary>
    protected abstract double Of(string text, StubRequest request);

    /// <summary>How well the pattern matches a body; null when it cannot look at it.</summary>
    protected virtual double? Of(RequestContent content) => content.Text is { } text ? Of(text, content.Request) : null;

    /// <summary>A text as messages show it: in quotes where it could not be told apart from them.</summary>
    public static string Quoted(string text) => text.Length == 0 || text.Any(char.IsWhiteSpace) ? $"\"{text}\"" : text;

    /// <summary>Several alternatives or demands in one phrase.</summary>
    protected static string Phrase(IEnumerable<string> parts, MatchOperator how) => string.Join(how == MatchOperator.Or ? " or " : " and ", parts);

    private double Turned(double score) => !Rejects ? score : score <= Nothing ? 1 : 0;
}
