namespace FakeJira.Stubs.Matching;

/// <summary>
/// A pattern in which <c>*</c> is any text, slashes and nothing included, and <c>?</c> any one character. Neither crosses a line break, and one line that matches
/// is enough: so says WireMock.Net, which makes a multi-line regular expression of it. This one takes linear time,
/// but for what is looked for with <c>?</c> in it, or line by line: that asks whether there is time left.
/// </summary>
internal sealed class Wildcard
{
    /// <summary>As many are about as quick to compare as one.</summary>
    private const int CharactersAtOnce = 1024;

    private readonly string[] _pieces;
    private readonly StringComparison _comparison;

    /// <summary>Of a pattern with line breaks; none of another.</summary>
    private readonly Wildcard[] _lines;

    public Wildcard(string pattern, bool ignoreCase)
    {
        Pattern = pattern;
        IgnoresCase = ignoreCase;
        _pieces = pattern.Split('*');
        _comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _lines = pattern.Contains('\n', StringComparison.Ordinal) ? [.. pattern.Split('\n').Select(line => new Wildcard(line, ignoreCase))] : [];
    }

    public string Pattern { get; }

    public bool IgnoresCase { get; }

    /// <summary>What every text that matches begins with, or is.</summary>
    public PathKey Key
    {
        get
        {
            var wildcard = Pattern.AsSpan().IndexOfAny('*', '?');
            return wildcard < 0 ? PathKey.Whole(Pattern) : PathKey.StartsWith(Pattern[..wildcard]);
        }
    }

    /// <summary>Whether it matches.</summary>
    /// <param name="text">Of one line or of many.</param>
    /// <param name="request">Whose time it takes; null for as long as it takes.</param>
    /// <exception cref="TimeoutException">There is no time left.</exception>
    public bool Matches(string text, StubRequest? request)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return MatchesLine(text, request);
        }

        if (_lines.Length > 0)
        {
            return MatchesLines(text.Split('\n'), request);
        }

        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (MatchesLine(text.AsSpan()[line], request))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same of a text that is one line.</summary>
    public bool MatchesLine(ReadOnlySpan<char> line, StubRequest? request)
    {
        request?.Spend(1 + (line.Length / CharactersAtOnce));
        var (first, last) = (_pieces[0], _pieces[^1]);
        if (_pieces.Length == 1)
        {
            return line.Length == first.Length && IsAt(line, first);
        }

        if (line.Length < first.Length + last.Length || !IsAt(line, first) || !IsAt(line[^last.Length..], last))
        {
            return false;
        }

        var rest = line[first.Length..^last.Length];
        foreach (var piece in _pieces.AsSpan(1, _pieces.Length - 2))
        {
            var at = Find(rest, piece, request);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + piece.Length)..];
        }

        return true;
    }

    private bool MatchesLines(string[] lines, StubRequest? request)
    {
        for (var start = 0; start + _lines.Length <= lines.Length; start++)
        {
            var matching = 0;
            while (matching < _lines.Length && _lines[matching].MatchesLine(lines[start + matching], request))
            {
                matching++;
            }

            if (matching == _lines.Length)
            {
                return true;
            }
        }

        return false;
    }

    private int Find(ReadOnlySpan<char> text, string piece, StubRequest? request)
    {
        if (!piece.Contains('?', StringComparison.Ordinal))
        {
            return FindPlain(text, piece, request);
        }

        for (var at = 0; at + piece.Length <= text.Length; at++)
        {
            request?.Spend(1 + (piece.Length / 64));
            if (IsAt(text[at..], piece))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>In so many places at a time that it does not take long, be it compared to the end in each of them.</summary>
    private int FindPlain(ReadOnlySpan<char> text, string piece, StubRequest? request)
    {
        var most = Math.Max(1, ComparingTime.Many * CharactersAtOnce / Math.Max(1, piece.Length));
        for (var at = 0; at + piece.Length <= text.Length; at += most)
        {
            var places = Math.Min(most, text.Length - piece.Length - at + 1);
            request?.Spend(1 + (places * piece.Length / CharactersAtOnce));
            if (text.Slice(at, places - 1 + piece.Length).IndexOf(piece, _comparison) is var found and >= 0)
            {
                return at + found;
            }
        }

        return -1;
    }

    private bool IsAt(ReadOnlySpan<char> text, string piece)
    {
        var rest = piece.AsSpan();
        while (rest.IndexOf('?') is var any and >= 0)
        {
            if (!text.StartsWith(rest[..any], _comparison))
            {
                return false;
            }

            text = text[(any + 1)..];
            rest = rest[(any + 1)..];
        }

        return text.StartsWith(rest, _comparison);
    }
}
