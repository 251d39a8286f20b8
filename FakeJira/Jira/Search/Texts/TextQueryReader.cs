using System.Buffers;

namespace FakeJira.Jira.Search.Texts;

/// <summary>Cuts what is searched for into phrases.</summary>
internal sealed class TextQueryReader(string text)
{
    private static readonly SearchValues<char> EndOfWord = SearchValues.Create(" \t\n\r\"()");
    private readonly List<TextPhrase[]> _alternatives = [];
    private readonly List<TextPhrase> _phrases = [];
    private bool _excluded;
    private bool _wantsMore;
    private TextFault? _fault;

    /// <summary>How many words there are.</summary>
    public int Words { get; private set; }

    public (TextPhrase[][] Alternatives, TextFault? Fault) Read()
    {
        var at = 0;
        while (_fault is null && at < text.Length)
        {
            at = Part(at);
        }

        if (_phrases.Count > 0)
        {
            _alternatives.Add([.. _phrases]);
        }

        // Only exclusions, or an operator at the end: the vendor cannot parse it.
        var isComplete = !_wantsMore && !_excluded && _alternatives.Count > 0;
        return ([.. _alternatives], _fault ?? (isComplete ? null : TextFault.Unreadable));
    }

    private int Part(int at)
    {
        switch (text[at])
        {
            case ' ' or '\t' or '\n' or '\r' or '+' or '(' or ')':
                return at + 1;
            case '-' or '!':
                _excluded = true;
                return at + 1;
            case '"':
                var end = text.IndexOf('"', at + 1);
                if (end < 0)
                {
                    _fault = TextFault.Unreadable;
                    return text.Length;
                }

                Add(TextPhrase.Exact(text[(at + 1)..end]));
                return end + 1;
            default:
                return Word(at);
        }
    }

    private int Word(int start)
    {
        var end = text.AsSpan(start).IndexOfAny(EndOfWord);
        end = end < 0 ? text.Length : start + end;
        var word = text[start..end];
        switch (word)
        {
            case "AND" or "&&":
                Join(endsAlternative: false);
                break;
            case "OR" or "||":
                Join(endsAlternative: true);
                break;
            case "NOT":
                _excluded = true;
                break;
            case ['*' or '?', ..]:
                _fault = TextFault.WordStartsWithWildcard;
                break;
            default:
                Add(TextPhrase.WithWildcards(word));
                break;
        }

        return end;
    }

    private void Join(bool endsAlternative)
    {
        if (_phrases.Count == 0 || _excluded || _wantsMore)
        {
            _fault = TextFault.Unreadable;
            return;
        }

        _wantsMore = true;
        if (endsAlternative)
        {
            _alternatives.Add([.. _phrases]);
            _phrases.Clear();
        }
    }

    private void Add(TextPhrase phrase)
    {
        if (phrase.Words.Length > 0)
        {
            _phrases.Add(phrase with { IsExcluded = _excluded });
            Words += phrase.Words.Length;
            (_excluded, _wantsMore) = (false, false);
        }
    }
}
