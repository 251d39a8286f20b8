using System.Globalization;

namespace FakeJira.Jira.Search.Jql;

/// <summary>Where a parser is in its tokens, and the first mistake it met.</summary>
internal sealed class TokenCursor(IReadOnlyList<Token> tokens, SyntaxProblems problems)
{
    private int _at;

    public Token Now => tokens[_at];

    public JqlProblem? Problem { get; private set; }

    /// <summary>Takes the token; the end stays where it is.</summary>
    public Token Next()
    {
        var token = Now;
        _at = Math.Min(_at + 1, tokens.Count - 1);
        return token;
    }

    public bool TakeWord(string word) => Take(Now.IsWord(word));

    public bool TakeSign(string sign) => Take(Now.IsSign(sign));

    /// <summary>Notes what was expected unless <paramref name="isThere"/>.</summary>
    public bool Require(bool isThere, string what)
    {
        if (!isThere)
        {
            Fail<object>(known => known.Expected(what, Now));
        }

        return isThere;
    }

    /// <summary>Whether a number fits one; notes it when not.</summary>
    public bool IsInRange(Token number)
    {
        var fits = long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (!fits)
        {
            Fail<object>(known => known.IllegalNumber(number));
        }

        return fits;
    }

    /// <summary>Notes the first mistake.</summary>
    public T? Fail<T>(Func<SyntaxProblems, JqlProblem> problem)
        where T : class
    {
        Problem ??= problem(problems);
        return null;
    }

    private bool Take(bool isThere)
    {
        if (isThere)
        {
            Next();
        }

        return isThere;
    }
}
