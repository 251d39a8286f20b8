using System.Buffers;
using System.Globalization;
using System.Text;

namespace FakeJira.Jira.Search.Jql;

/// <summary>Cuts a query into tokens, all of them first: a character that cannot stand in a query is reported before anything else, as the vendor does.</summary>
internal ref struct Lexer(string query)
{
    private static readonly SearchValues<char> EndOfWord = SearchValues.Create(" \t\r\n\"'=!<>~()[],&|" + Words.ReservedCharacters);
    private readonly SyntaxProblems _problems = new(query);
    private readonly List<Token> _tokens = [];
    private JqlProblem? _problem;
    private int _at;

    public static (IReadOnlyList<Token> Tokens, JqlProblem? Problem) Read(string query)
    {
        var lexer = new Lexer(query);
        while (lexer._problem is null && lexer._at < query.Length)
        {
            lexer.Next();
        }

        lexer._tokens.Add(new(TokenKind.End, "", "", query.Length));
        return (lexer._tokens, lexer._problem);
    }

    private void Next()
    {
        var start = _at;
        switch (query[_at])
        {
            case ' ' or '\t' or '\r' or '\n':
                _at++;
                break;
            case '"' or '\'':
                Quoted(query[_at++], start);
                break;
            case '!' or '<' or '>' when Follows('=') || (query[_at] == '!' && Follows('~')):
                Sign(2);
                break;
            case '&' or '|' when Follows(query[_at]):
                Sign(2);
                break;
            case '=' or '!' or '<' or '>' or '~' or '(' or ')' or '[' or ']' or ',' or '&' or '|':
                Sign(1);
                break;
            case var character when Words.ReservedCharacters.Contains(character, StringComparison.Ordinal):
                _problem = _problems.ReservedCharacter(character, _at);
                break;
            default:
                Word(start);
                break;
        }
    }

    private readonly bool Follows(char character) => _at + 1 < query.Length && query[_at + 1] == character;

    private void Sign(int length)
    {
        var text = query.Substring(_at, length);
        _tokens.Add(new(TokenKind.Sign, text, text, _at));
        _at += length;
    }

    private void Word(int start)
    {
        var text = new StringBuilder();
        while (_at < query.Length && !EndOfWord.Contains(query[_at]))
        {
            if (!Character(text, inQuotes: false))
            {
                return;
            }
        }

        _tokens.Add(new(TokenKind.Word, text.ToString(), query[start.._at], start));
    }

    private void Quoted(char quote, int start)
    {
        var text = new StringBuilder();
        while (_at < query.Length && query[_at] != quote)
        {
            if (!Character(text, inQuotes: true))
            {
                return;
            }
        }

        if (_at == query.Length)
        {
            _problem = _problems.UnfinishedString(text.ToString(), start);
            return;
        }

        _at++;
        _tokens.Add(new(TokenKind.Quoted, text.ToString(), text.ToString(), start));
    }

    /// <summary>Takes one character or one escape; false when it is wrong.</summary>
    private bool Character(StringBuilder text, bool inQuotes)
    {
        var character = query[_at];
        if (character == '\\')
        {
            return Escape(text);
        }

        if (Words.IsIllegal(character, inQuotes))
        {
            _problem = _problems.IllegalCharacter(character, _at);
            return false;
        }

        text.Append(character);
        _at++;
        return true;
    }

    private bool Escape(StringBuilder text)
    {
        var start = _at++;
        if (_at == query.Length)
        {
            _problem = _problems.UnfinishedEscape(start);
            return false;
        }

        var length = query[_at] == 'u' ? 5 : 1;
        var meant = query[_at] switch
        {
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            '\\' or '\'' or '"' or ' ' => query[_at],
            'u' when _at + 5 <= query.Length && ushort.TryParse(query.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => (char)code,
            _ => (char?)null,
        };
        if (meant is null)
        {
            _problem = _problems.IllegalEscape(WrongEscape(start), start);
            return false;
        }

        text.Append(meant.Value);
        _at += length;
        return true;
    }

    /// <summary>The escape up to the character that makes it wrong.</summary>
    private readonly string WrongEscape(int start)
    {
        var end = start + 2;
        while (query[start + 1] == 'u' && end < Math.Min(query.Length, start + 6) && char.IsAsciiHexDigit(query[end]))
        {
            end++;
        }

        return query[start..Math.Min(query[start + 1] == 'u' ? end + 1 : end, query.Length)];
    }
}
