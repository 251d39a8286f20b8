using FakeJira.Stubs.Matching;

namespace FakeJira.Jira.Search.Texts;

/// <summary>A word of what is searched for.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="HasWildcards">Whether * and ? stand for letters.</param>
internal readonly record struct TextWord(string Text, bool HasWildcards)
{
    // A long one would be compared with a long text at every letter: whether the rest is there as well is asked where a word begins.
    private const int LongestStart = 16;
    private readonly Wildcard? _pattern = HasWildcards ? new(Text, ignoreCase: true) : null;

    /// <summary>What every such word begins with: what comes before the first wildcard, or some of it.</summary>
    public string Start { get; } = Text[..Math.Min(LongestStart, HasWildcards ? Text.AsSpan().IndexOfAny('*', '?') : Text.Length)];

    public bool Is(ReadOnlySpan<char> word) => _pattern?.MatchesLine(word, null) ?? word.Equals(Text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Words that stand one after another; often just one.</summary>
internal sealed record TextPhrase(TextWord[] Words)
{
    /// <summary>Whether it must not be there.</summary>
    public bool IsExcluded { get; init; }

    public static TextPhrase Exact(string text) => Of(text, IsLetter);

    public static TextPhrase WithWildcards(string text) => Of(text, static letter => IsLetter(letter) || letter is '*' or '?');

    public bool IsIn(string text)
    {
        var first = Words[0];
        for (var at = 0; at < text.Length; at = NextWord(text, at))
        {
            if (first.Start.Length > 0)
            {
                // Far faster than going from word to word.
                var found = text.AsSpan(at).IndexOf(first.Start, StringComparison.OrdinalIgnoreCase);
                if (found < 0)
                {
                    return false;
                }

                at += found;
            }

            if ((at == 0 || !IsLetter(text[at - 1])) && IsAt(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAt(string text, int at)
    {
        for (var index = 0; index < Words.Length; index++)
        {
            at = index == 0 ? at : NextWord(text, at);
            var end = at;
            while (end < text.Length && IsLetter(text[end]))
            {
                end++;
            }

            if (end == at || !Words[index].Is(text.AsSpan(at, end - at)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the word after the one at a place begins.</summary>
    private static int NextWord(string text, int at)
    {
        while (at < text.Length && IsLetter(text[at]))
        {
            at++;
        }

        while (at < text.Length && !IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static TextPhrase Of(string text, Func<char, bool> belongs)
    {
        List<TextWord> words = [];
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && belongs(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                var word = text[at..end];
                words.Add(new(word, word.AsSpan().IndexOfAny('*', '?') >= 0));
            }

            at = end + 1;
        }

        return new([.. words]);
    }
}
