using System.Globalization;
using static FakeJira.Jira.Search.Jql.JqlProblemKind;

namespace FakeJira.Jira.Search.Jql;

/// <summary>What the vendor says of a query that is not JQL.</summary>
/// <param name="query">The query, to count lines in.</param>
internal sealed class SyntaxProblems(string query)
{
    private const string Error = "Error in the JQL Query: ";

    // The vendor writes it without "the" here: an old slip of its own.
    private const string ValueError = "Error in JQL Query: ";
    private const string Operators = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";
    private const string Escapes = """The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX.""";

    public JqlProblem ReservedCharacter(char character, int at) =>
        Problem($"The character '{character}' is a reserved JQL character. You must enclose it in a string or use the escape '{Code(character)}' instead.", at);

    public JqlProblem IllegalCharacter(char character, int at)
    {
        var place = Place.Of(query, at);
        return Problem($"The character 'U+{(int)character:X4}' on line {place.Line} at position {place.Character} must be escaped. Use the escape '{Code(character)}' instead.", at);
    }

    public JqlProblem UnfinishedString(string text, int at) =>
        Problem(text.Length == 0 ? "The quoted string has not been completed." : $"The quoted string '{OneLine(text)}' has not been completed.", at);

    public JqlProblem IllegalEscape(string escape, int at) => Problem($"'{OneLine(escape)}' is an illegal JQL escape sequence. {Escapes}", at);

    public JqlProblem UnfinishedEscape(int at) => Problem($"The escape sequence has not been completed. {Escapes}", at);

    public JqlProblem IllegalNumber(Token token) =>
        Problem($"'{token.Text}' is not a valid number. Numbers must be between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807.", token.At);

    public JqlProblem ReservedWord(Token token) => Problem($"'{token.Text}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.", token.At);

    public JqlProblem FieldName(Token token) => token switch
    {
        { IsEnd: true } => new(Syntax, Error + "Expecting a field name at the end of the query."),
        { Kind: TokenKind.Quoted or TokenKind.Word, Text: "" } => Problem("A field name cannot be empty.", token.At),
        { Kind: TokenKind.Sign, Text: "[" } => Problem("Expecting a field name but got '['. Did you mean 'cf['?", token.At),
        _ => Problem($"Expecting a field name but got '{Shown(token)}'. You must surround '{Shown(token)}' in quotation marks to use it as a field name.", token.At),
    };

    public JqlProblem CustomFieldId(Token token) => Expected("a custom field id (a positive number)", token);

    public JqlProblem Operator(Token token) => token.IsEnd
        ? new(Syntax, $"{Error}Expecting operator before the end of the query. {Operators}")
        : Problem($"Expecting operator but got '{Shown(token)}'. {Operators}", token.At);

    public JqlProblem Value(Token token) => token.IsEnd
        ? new(Syntax, ValueError + "Expecting either a value, list or function before the end of the query.")
        : new(Syntax, $"{ValueError}Expecting either a value, list or function but got '{Shown(token)}'. You must surround '{Shown(token)}' in quotation marks to use it as a value. {Place.Of(query, token.At)}");

    public JqlProblem FunctionName(Token token) => Problem("A function name cannot be empty.", token.At);

    public JqlProblem FunctionArgument(Token token) => token switch
    {
        { IsEnd: true } => new(Syntax, Error + "Expecting a function argument at the end of the query."),
        { Kind: TokenKind.Sign, Text: ")" } => Problem("Function argument must be specified.", token.At),
        _ => Problem($"Expecting a function argument but got '{Shown(token)}'. You must surround '{Shown(token)}' in quotation marks to use it as an argument.", token.At),
    };

    public JqlProblem Logical(Token token) => Expected("either 'OR' or 'AND'", token);

    public JqlProblem Direction(Token token) => Expected("either 'ASC' or 'DESC'", token);

    /// <summary>What was expected, quotes and all, and what came instead.</summary>
    public JqlProblem Expected(string what, Token token) => token.IsEnd
        ? new(Syntax, $"{Error}Expecting {what} before the end of the query.")
        : Problem($"Expecting {what} but got '{Shown(token)}'.", token.At);

    public JqlProblem History(Token token) =>
        new(NotSimulated, $"{Error}The operator '{token.Text.ToUpperInvariant()}' searches the history of issues, which is not simulated. {Place.Of(query, token.At)}");

    public JqlProblem TooDeep(Token token) => new(TooLarge, $"{Error}The query is nested too deeply. {Place.Of(query, token.At)}");

    public JqlProblem TooManyClauses(Token token) => new(TooLarge, $"{Error}The query has too many clauses. {Place.Of(query, token.At)}");

    private static string Shown(Token token) => OneLine(token.Text);

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    private static string Code(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");

    private JqlProblem Problem(string text, int at) => new(Syntax, $"{Error}{text} {Place.Of(query, at)}");
}
