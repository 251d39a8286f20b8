namespace FakeJira.Stubs.Matching;

/// <summary>
/// A pattern in which <c>*</c> is any text, slashes and nothing included, and <c>?</c> any one character. Neither crosses a line break, and one line that matches
/// is enough: so says WireMock.Net, which makes a multi-line regular expression of it. This one takes linear time.
/// </summary>
internal sealed class Wildcard
{
    private readonly string[] _pieces;
    private readonly StringComparison _comparison;

    public Wildcard(string pattern, bool ignoreCase)
    {
        Pattern = pattern;
        IgnoresCase = ignoreCase;
        _pieces = pattern.Split('*');
        _comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
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

    public bool Matches(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return MatchesLine(text);
        }

        if (Pattern.Contains('\n', StringComparison.Ordinal))
        {
            return Pattern.Split('\n') is var wanted && text.Split('\n') is var lines && Enumerable.Range(0, Math.Max(0, lines.Length - wanted.Length + 1))
                .Any(start => wanted.Select((line, i) => new Wildcard(line, IgnoresCase).MatchesLine(lines[start + i])).All(matches => matches));
        }

        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (MatchesLine(text.AsSpan()[line]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same of a text that is one line.</summary>
    public bool MatchesLine(ReadOnlySpan<char> line)
    {
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
            var at = Find(rest, piece);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + piece.Length)..];
        }

        return true;
    }

    private int Find(ReadOnlySpan<char> text, string piece)
    {
        if (!piece.Contains('?', StringComparison.Ordinal))
        {
            return text.IndexOf(piece, _comparison);
        }

        for (var at = 0; at + piece.Length <= text.Length; at++)
        {
            if (IsAt(text[at..], piece))
            {
                return at;
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
