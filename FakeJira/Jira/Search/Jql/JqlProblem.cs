namespace FakeJira.Jira.Search.Jql;

internal enum JqlProblemKind
{
    /// <summary>It is not JQL.</summary>
    Syntax,

    /// <summary>It is JQL, but names what is not there or uses it as it cannot be used.</summary>
    Meaning,

    /// <summary>The vendor knows it, this server does not.</summary>
    NotSimulated,

    /// <summary>Longer or deeper than this server takes.</summary>
    TooLarge,
}

/// <summary>What is wrong with a query.</summary>
/// <param name="Kind">Which kind of mistake.</param>
/// <param name="Text">As the vendor says it, where that is known.</param>
internal readonly record struct JqlProblem(JqlProblemKind Kind, string Text);

/// <summary>A place in a query, as people count it.</summary>
internal readonly record struct Place(int Line, int Character)
{
    public static Place Of(string query, int at)
    {
        var (line, start) = (1, 0);
        for (var index = 0; index < at; index++)
        {
            if (query[index] == '\n' || (query[index] == '\r' && !(index + 1 < query.Length && query[index + 1] == '\n')))
            {
                (line, start) = (line + 1, index + 1);
            }
        }

        return new(line, at - start + 1);
    }

    public override string ToString() => $"(line {Line}, character {Character})";
}
