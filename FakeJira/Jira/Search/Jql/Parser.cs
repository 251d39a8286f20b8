using System.Globalization;

namespace FakeJira.Jira.Search.Jql;

/// <summary>Reads JQL by recursive descent. The first mistake ends it: then every method gives null.</summary>
internal sealed class Parser
{
    // Limits of this server; the vendor's are unknown.
    public const int MaxLength = 65_536;
    private const int MaxDepth = 100;
    private const int MaxClauses = 2000;

    private readonly OperandParser _operands;
    private readonly TokenCursor _cursor;
    private int _depth;
    private int _clauses;

    private Parser(TokenCursor cursor) => (_cursor, _operands) = (cursor, new OperandParser(cursor, MaxDepth));

    public static (JqlQuery? Query, JqlProblem? Problem) Parse(string jql)
    {
        if (jql.Length > MaxLength)
        {
            return (null, new(JqlProblemKind.TooLarge, $"Error in the JQL Query: The query is longer than {MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters."));
        }

        var (tokens, problem) = Lexer.Read(jql);
        if (problem is not null)
        {
            return (null, problem);
        }

        var cursor = new TokenCursor(tokens, new SyntaxProblems(jql));
        var query = new Parser(cursor).Query();
        return (query, cursor.Problem);
    }

    private JqlQuery? Query()
    {
        Clause? clause = null;
        if (!_cursor.Now.IsEnd && !_cursor.Now.IsWord("order"))
        {
            clause = Or();
            if (clause is null)
            {
                return null;
            }
        }

        if (_cursor.Now.IsEnd)
        {
            return new(clause, []);
        }

        return _cursor.Now.IsWord("order") ? Order() is { } order ? new(clause, order) : null : _cursor.Fail<JqlQuery>(problems => problems.Logical(_cursor.Now));
    }

    private Clause? Or() => Chain(And, parts => new AnyOf(parts), "or", "|", "||");

    private Clause? And() => Chain(Not, parts => new AllOf(parts), "and", "&", "&&");

    private Clause? Chain(Func<Clause?> part, Func<List<Clause>, Clause> join, string word, string sign, string doubled)
    {
        if (part() is not { } first)
        {
            return null;
        }

        List<Clause> parts = [first];
        while (_cursor.Now.IsWord(word) || _cursor.Now.IsSign(sign) || _cursor.Now.IsSign(doubled))
        {
            _cursor.Next();
            if (part() is not { } another)
            {
                return null;
            }

            parts.Add(another);
        }

        return parts.Count == 1 ? first : join(parts);
    }

    private Clause? Not()
    {
        if (++_depth > MaxDepth)
        {
            return _cursor.Fail<Clause>(problems => problems.TooDeep(_cursor.Now));
        }

        var clause = _cursor.TakeWord("not") || _cursor.TakeSign("!") ? Not() is { } inner ? new Negation(inner) : null
            : _cursor.TakeSign("(") ? Bracketed()
            : Condition();
        _depth--;
        return clause;
    }

    private Clause? Bracketed() => Or() is { } clause && _cursor.Require(_cursor.TakeSign(")"), "')'") ? clause : null;

    private Condition? Condition()
    {
        if (++_clauses > MaxClauses)
        {
            return _cursor.Fail<Condition>(problems => problems.TooManyClauses(_cursor.Now));
        }

        return FieldNames.Read(_cursor) is { } field && Operator() is { } jql && _operands.Read() is { } operand ? new(field, jql, operand) : null;
    }

    private JqlOperator? Operator()
    {
        var token = _cursor.Now;
        if (Sign(token) is { } sign)
        {
            _cursor.Next();
            return sign;
        }

        if (_cursor.TakeWord("in"))
        {
            return JqlOperator.In;
        }

        if (_cursor.TakeWord("not"))
        {
            return _cursor.Require(_cursor.TakeWord("in"), "'IN'") ? JqlOperator.NotIn : null;
        }

        if (_cursor.TakeWord("is"))
        {
            return _cursor.TakeWord("not") ? JqlOperator.IsNot : _cursor.Require(!_cursor.Now.IsSign("!"), "'NOT'") ? JqlOperator.Is : null;
        }

        _cursor.Fail<object>(problems => token.IsWord("was") || token.IsWord("changed") ? problems.History(token) : problems.Operator(token));
        return null;
    }

    private static JqlOperator? Sign(Token token) => token.Kind != TokenKind.Sign ? null : token.Text switch
    {
        "=" => JqlOperator.Equal,
        "!=" => JqlOperator.NotEqual,
        "~" => JqlOperator.Like,
        "!~" => JqlOperator.NotLike,
        ">" => JqlOperator.Greater,
        ">=" => JqlOperator.GreaterOrEqual,
        "<" => JqlOperator.Less,
        "<=" => JqlOperator.LessOrEqual,
        _ => null,
    };

    private List<OrderKey>? Order()
    {
        _cursor.Next();
        if (!_cursor.Require(_cursor.TakeWord("by"), "'by'"))
        {
            return null;
        }

        List<OrderKey> keys = [];
        do
        {
            if (FieldNames.Read(_cursor) is not { } field)
            {
                return null;
            }

            var descending = _cursor.TakeWord("desc");
            var directed = descending || _cursor.TakeWord("asc");
            keys.Add(new(field, descending));
            if (!_cursor.Now.IsEnd && !_cursor.Now.IsSign(","))
            {
                return _cursor.Fail<List<OrderKey>>(problems => directed ? problems.Expected("','", _cursor.Now) : problems.Direction(_cursor.Now));
            }
        }
        while (_cursor.TakeSign(","));
        return keys;
    }
}
