namespace FakeJira.Jira.Search.Jql;

/// <summary>Reads what stands on the right of an operator.</summary>
internal sealed class OperandParser(TokenCursor cursor, int maxDepth)
{
    private int _depth;

    public Operand? Read()
    {
        if (cursor.TakeWord("empty") || cursor.TakeWord("null"))
        {
            return new EmptyOperand();
        }

        var token = cursor.Now;
        if (cursor.TakeSign("("))
        {
            return List(token);
        }

        if (token.IsEnd || token.Kind == TokenKind.Sign || token.IsKeyword)
        {
            return cursor.Fail<Operand>(problems => problems.Value(token));
        }

        if (token.IsReserved)
        {
            return cursor.Fail<Operand>(problems => problems.ReservedWord(token));
        }

        cursor.Next();
        if (cursor.Now.IsSign("("))
        {
            return Function(token);
        }

        return !token.IsNumber || cursor.IsInRange(token) ? new ValueOperand(token.Text, token.IsNumber) : null;
    }

    private ListOperand? List(Token open)
    {
        if (++_depth > maxDepth)
        {
            return cursor.Fail<ListOperand>(problems => problems.TooDeep(open));
        }

        List<Operand> items = [];
        do
        {
            if (Read() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (cursor.TakeSign(","));
        _depth--;
        return cursor.Require(cursor.TakeSign(")"), "')'") ? new ListOperand(items) : null;
    }

    private FunctionOperand? Function(Token name)
    {
        if (name.Text.Length == 0)
        {
            return cursor.Fail<FunctionOperand>(problems => problems.FunctionName(name));
        }

        cursor.Next();
        List<string> arguments = [];
        if (cursor.TakeSign(")"))
        {
            return new(name.Text, arguments);
        }

        if (cursor.Now.IsEnd || cursor.Now.IsSign(","))
        {
            cursor.Require(false, "')'");
            return null;
        }

        do
        {
            if (Argument() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (cursor.TakeSign(","));
        return cursor.Require(cursor.TakeSign(")"), cursor.Now.IsEnd ? "')'" : "')' or ','") ? new(name.Text, arguments) : null;
    }

    private string? Argument()
    {
        var token = cursor.Now;
        if (token.IsEnd || token.Kind == TokenKind.Sign)
        {
            return cursor.Fail<string>(problems => problems.FunctionArgument(token));
        }

        return token.IsReserved ? cursor.Fail<string>(problems => problems.ReservedWord(token)) : cursor.Next().Text;
    }
}
