using FakeJira.Jira.Search.Jql;

namespace FakeJira.Jira.Search.Fields;

/// <summary>What the vendor says of a query that can be read but not answered.</summary>
internal static class MeaningProblems
{
    private const string DateFormats = "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";

    public static JqlProblem Field(string name) => Problem($"Field '{name}' does not exist or you do not have permission to view it.");

    public static JqlProblem Operator(Condition condition) => Problem($"The operator '{condition.Operator.Sign()}' is not supported by the '{condition.Field}' field.");

    public static JqlProblem NotAList(Condition condition) => Problem($"Operator '{condition.Operator.Sign()}' does not support the non-list value '{condition.Operand}' for field '{condition.Field}'.");

    public static JqlProblem List(Condition condition) => Problem($"Operator '{condition.Operator.Sign()}' does not support the list value '{condition.Operand}' for field '{condition.Field}'.");

    public static JqlProblem NotEmpty(Condition condition) => Problem($"Operator '{condition.Operator.Sign()}' does not support searching for non-empty values for field '{condition.Field}'.");

    public static JqlProblem EmptyWithOperator(Condition condition) => Problem($"Operator '{condition.Operator.Sign()}' does not support the empty value representation 'EMPTY' for field '{condition.Field}'.");

    public static JqlProblem NeverEmpty(Condition condition) => Problem($"The field '{condition.Field}' does not support searching for EMPTY values.");

    public static JqlProblem Value(Condition condition, ValueOperand value) => Problem(value.IsNumber
        ? $"A value with ID '{value.Text}' does not exist for the field '{condition.Field}'."
        : $"The value '{value.Text}' does not exist for the field '{condition.Field}'.");

    public static JqlProblem IssueKey(Condition condition, string key) => Problem($"An issue with key '{key}' does not exist for field '{condition.Field}'.");

    public static JqlProblem IssueKeyForm(Condition condition, string key) => Problem($"The issue key '{key}' for field '{condition.Field}' is invalid.");

    public static JqlProblem MovedKey(Condition condition, string key) => Problem($"Operator '{condition.Operator.Sign()}' cannot be applied to moved issue key '{key}'.");

    public static JqlProblem Count(Condition condition, string value) => Problem($"Value '{value}' is invalid for the '{condition.Field}' field. {Whole(condition)}");

    public static JqlProblem CountFunction(Condition condition, FunctionOperand function) =>
        Problem($"A value provided by the function '{function.Name}' is invalid for the field '{condition.Field}'. {Whole(condition)}");

    public static JqlProblem Date(Condition condition, string value) => Problem($"Date value '{value}' for field '{condition.Field}' is invalid. {DateFormats}");

    public static JqlProblem DateFunction(Condition condition, FunctionOperand function) => Problem($"A date for the field '{condition.Field}' provided by the function '{function.Name}' is not valid.");

    public static JqlProblem FunctionValue(Condition condition, FunctionOperand function) => Problem($"A value provided by the function '{function.Name}' is invalid for the field '{condition.Field}'.");

    public static JqlProblem Function(FunctionOperand function) => Problem($"Unable to find JQL function '{function}'.");

    public static JqlProblem Arguments(FunctionOperand function, int least, int most) => Problem(least == most
        ? $"Function '{function.Name}' expected '{least}' arguments but received '{function.Arguments.Count}'."
        : $"Function '{function.Name}' expected between '{least}' and '{most}' arguments but received '{function.Arguments.Count}'.");

    public static JqlProblem Duration(FunctionOperand function) => Problem($"Duration for function '{function.Name}' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.");

    public static JqlProblem Group(FunctionOperand function, string group) => Problem($"Function '{function.Name}' can not generate a list of usernames for group '{group}'; the group does not exist.");

    public static JqlProblem Anonymous(FunctionOperand function) => Problem($"Function '{function.Name}' cannot be called as anonymous user.");

    public static JqlProblem EmptyText(Condition condition) => Problem($"The field '{condition.Field}' does not support searching for an empty string.");

    public static JqlProblem Text(Condition condition, string text) => Problem($"Unable to parse the text '{text}' for field '{condition.Field}'.");

    public static JqlProblem TextStart(Condition condition, string text) => Problem($"The text query '{text}' for field '{condition.Field}' is not allowed to start with '{text[0]}'.");

    public static JqlProblem WildcardStart(Condition condition, string text) => Problem($"The text query '{text}' for field '{condition.Field}' is not valid: the '*' and '?' are not allowed as first character in wildcard query.");

    public static JqlProblem Sort(string field) => Problem($"Not able to sort using field '{field}'.");

    public static JqlProblem SortKeys(int most) => Problem($"The order by clause can contain a maximum of {most} fields.");

    public static JqlProblem FieldNotSimulated(string name) => new(JqlProblemKind.NotSimulated, $"The field '{name}' is not simulated in JQL.");

    public static JqlProblem FunctionNotSimulated(FunctionOperand function) => new(JqlProblemKind.NotSimulated, $"The JQL function '{function.Name}' is not simulated.");

    public static JqlProblem TextTooLong(Condition condition) => new(JqlProblemKind.TooLarge, $"The text query for field '{condition.Field}' has too many words.");

    public static JqlProblem TextTooWild(Condition condition) => new(JqlProblemKind.TooLarge, $"The text query for field '{condition.Field}' has a word with too many wildcards, or one with wildcards that is too long.");

    private static string Whole(Condition condition) => $"{char.ToUpperInvariant(condition.Field[0])}{condition.Field[1..].ToLowerInvariant()} must be a positive whole number.";

    private static JqlProblem Problem(string text) => new(JqlProblemKind.Meaning, text);
}
