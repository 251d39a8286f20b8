namespace FakeJira.Jira.Search.Texts;

/// <summary>Why a text cannot be searched for.</summary>
internal enum TextFault
{
    Empty,
    StartsWithWildcard,
    WordStartsWithWildcard,
    Unreadable,
    TooLong,
    TooWild,
}

/// <summary>
/// What is searched for with ~: words of which all must be there, in any order and case; "phrases" in quotes; a star or question mark for any or one letter,
/// not at the beginning; OR between alternatives; NOT, ! or - before what must not be there. Unlike the vendor's search it knows no word stems.
/// </summary>
internal sealed class TextQuery
{
    private const int MaxWords = 200;

    // Every text is compared with every wildcard of such a word at many places.
    private const int MaxLengthWithWildcards = 255;
    private const int MaxWildcards = 10;
    private readonly TextPhrase[][] _alternatives;

    private TextQuery(TextPhrase[][] alternatives) => _alternatives = alternatives;

    public bool Matches(string text)
    {
        foreach (var alternative in _alternatives)
        {
            if (Array.TrueForAll(alternative, phrase => phrase.IsIn(text) != phrase.IsExcluded))
            {
                return true;
            }
        }

        return false;
    }

    public static (TextQuery? Query, TextFault Fault) Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return (null, TextFault.Empty);
        }

        if (trimmed[0] is '*' or '?')
        {
            return (null, TextFault.StartsWithWildcard);
        }

        var reader = new TextQueryReader(trimmed);
        var (alternatives, fault) = reader.Read();
        return fault is { } wrong ? (null, wrong)
            : reader.Words > MaxWords ? (null, TextFault.TooLong)
            : alternatives.Any(static phrases => Array.Exists(phrases, static phrase => Array.Exists(phrase.Words, IsTooWild))) ? (null, TextFault.TooWild)
            : (new(alternatives), default);
    }

    private static bool IsTooWild(TextWord word) => word.HasWildcards && (word.Text.Length > MaxLengthWithWildcards || word.Text.Count(static letter => letter is '*' or '?') > MaxWildcards);
}
