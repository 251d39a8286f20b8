namespace FakeJira.Jira.Search.Jql;

/// <summary>Reads the name of a field: a word, a quoted text, or cf and the number of a custom field.</summary>
internal static class FieldNames
{
    public static string? Read(TokenCursor cursor)
    {
        var token = cursor.Now;
        if (token.IsWord("cf"))
        {
            cursor.Next();
            return CustomField(cursor);
        }

        if (token.IsEnd || token.Kind == TokenKind.Sign || token.IsKeyword || token.Text.Length == 0)
        {
            return cursor.Fail<string>(problems => problems.FieldName(token));
        }

        return token.IsReserved ? cursor.Fail<string>(problems => problems.ReservedWord(token)) : cursor.Next().Text;
    }

    private static string? CustomField(TokenCursor cursor)
    {
        if (!cursor.Require(cursor.TakeSign("["), "'['"))
        {
            return null;
        }

        var id = cursor.Now;
        if (!id.IsNumber || id.Text.StartsWith('-'))
        {
            return cursor.Fail<string>(problems => problems.CustomFieldId(id));
        }

        cursor.Next();
        return cursor.IsInRange(id) && cursor.Require(cursor.TakeSign("]"), "']'") ? $"cf[{id.Text}]" : null;
    }
}
