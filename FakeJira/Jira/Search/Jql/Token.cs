namespace FakeJira.Jira.Search.Jql;

internal enum TokenKind
{
    /// <summary>An unquoted word or number.</summary>
    Word,

    /// <summary>A text in single or double quotes.</summary>
    Quoted,

    /// <summary>A bracket, a comma, or one of the operators written with signs.</summary>
    Sign,

    /// <summary>The end of the query.</summary>
    End,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its meaning: escapes resolved, quotes gone.</param>
/// <param name="Raw">As it was written, without quotes: only a word without escapes can be a keyword.</param>
/// <param name="At">Where it begins.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Raw, int At)
{
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string keyword) => Kind == TokenKind.Word && Raw.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public bool IsKeyword => Kind == TokenKind.Word && Words.Keywords.Contains(Raw);

    public bool IsReserved => Kind == TokenKind.Word && Words.Reserved.Contains(Raw);

    public bool IsEnd => Kind == TokenKind.End;

    /// <summary>Whether it is written like a number; whether it fits one is another question.</summary>
    public bool IsNumber => Kind == TokenKind.Word && Words.IsNumber(Raw);
}
