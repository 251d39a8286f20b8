using FakeJira.Jira.Search.Jql;

namespace FakeJira.Tests.Jira.Search.Jql;

public sealed class ParserTests
{
    private const string Operators = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";
    private const string Escapes = """The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX.""";

    [TestCase("project = MKY", "project = \"MKY\"")]
    [TestCase("PROJECT=MKY", "PROJECT = \"MKY\"")]
    [TestCase("key in (MKY-1,'MKY-2' , 10003)", "key in (\"MKY-1\", \"MKY-2\", 10003)")]
    [TestCase("votes>=5 and votes<9", "(votes >= 5 and votes < 9)")]
    [TestCase("a=1 or b=2 and c=3", "(a = 1 or (b = 2 and c = 3))")]
    [TestCase("(a=1 or b=2) && c=3", "((a = 1 or b = 2) and c = 3)")]
    [TestCase("a=1 | b=2 || c=3 & d=4", "(a = 1 or b = 2 or (c = 3 and d = 4))")]
    [TestCase("not a=1 and !b=2", "(not a = 1 and not b = 2)")]
    [TestCase("NOT (a=1 OR b!=2)", "not (a = 1 or b != 2)")]
    [TestCase("assignee is empty or assignee IS NOT null", "(assignee is EMPTY or assignee is not EMPTY)")]
    [TestCase("summary ~ 'two words' and summary !~ x", "(summary ~ \"two words\" and summary !~ \"x\")")]
    [TestCase("'my field' = \"a \\\"quoted\\\" word\"", "my field = \"a \"quoted\" word\"")]
    [TestCase("a = caf\\u00e9\\ au\\ lait", "a = \"café au lait\"")]
    [TestCase("created >= -30m", "created >= \"-30m\"")]
    [TestCase("created > startOfDay(-1d) and issue in votedIssues ( )", "(created > startOfDay(-1d) and issue in votedIssues())")]
    [TestCase("a in (x, (y, EMPTY), f(1, 'two'))", "a in (\"x\", (\"y\", EMPTY), f(1, two))")]
    [TestCase("cf[10020] = 3", "cf[10020] = 3")]
    [TestCase("a not in (b)\n\tand c = d", "(a not in (\"b\") and c = \"d\")")]
    [TestCase("a = b order by c, d DESC,e asc", "a = \"b\" order by c, d desc, e")]
    [TestCase("ORDER BY created DESC", " order by created desc")]
    [TestCase("", "")]
    [TestCase("  \n ", "")]
    public void A_query_is_read_as_people_mean_it(string jql, string meaning)
    {
        var (query, problem) = Parser.Parse(jql);

        problem.ShouldBeNull();
        Written(query!).ShouldBe(meaning);
    }

    [TestCase("foo", "Expecting operator before the end of the query. " + Operators)]
    [TestCase("foo bar", "Expecting operator but got 'bar'. " + Operators + " (line 1, character 5)")]
    [TestCase("a = b and c ! in (d)", "Expecting operator but got '!'. " + Operators + " (line 1, character 13)")]
    [TestCase("a not = b", "Expecting 'IN' but got '='. (line 1, character 7)")]
    [TestCase("a not", "Expecting 'IN' before the end of the query.")]
    [TestCase("a is ! empty", "Expecting 'NOT' but got '!'. (line 1, character 6)")]
    [TestCase("a = b c = d", "Expecting either 'OR' or 'AND' but got 'c'. (line 1, character 7)")]
    [TestCase("a = b)", "Expecting either 'OR' or 'AND' but got ')'. (line 1, character 6)")]
    [TestCase("a = b and", "Expecting a field name at the end of the query.")]
    [TestCase("not", "Expecting a field name at the end of the query.")]
    [TestCase("and a = b", "Expecting a field name but got 'and'. You must surround 'and' in quotation marks to use it as a field name. (line 1, character 1)")]
    [TestCase(", a = b", "Expecting a field name but got ','. You must surround ',' in quotation marks to use it as a field name. (line 1, character 1)")]
    [TestCase("[a] = b", "Expecting a field name but got '['. Did you mean 'cf['? (line 1, character 1)")]
    [TestCase("'' = b", "A field name cannot be empty. (line 1, character 1)")]
    [TestCase("(a = b", "Expecting ')' before the end of the query.")]
    [TestCase("(a = b\nc", "Expecting ')' but got 'c'. (line 2, character 1)")]
    [TestCase("a in (b", "Expecting ')' before the end of the query.")]
    [TestCase("a in (b c)", "Expecting ')' but got 'c'. (line 1, character 9)")]
    [TestCase("cf = 6", "Expecting '[' but got '='. (line 1, character 4)")]
    [TestCase("cf[x] = 6", "Expecting a custom field id (a positive number) but got 'x'. (line 1, character 4)")]
    [TestCase("cf[6 = x", "Expecting ']' but got '='. (line 1, character 6)")]
    [TestCase("a = f(", "Expecting ')' before the end of the query.")]
    [TestCase("a = f(,b)", "Expecting ')' but got ','. (line 1, character 7)")]
    [TestCase("a = f(b", "Expecting ')' before the end of the query.")]
    [TestCase("a = f(b,", "Expecting a function argument at the end of the query.")]
    [TestCase("a = f(b,)", "Function argument must be specified. (line 1, character 9)")]
    [TestCase("a = f(!)", "Expecting a function argument but got '!'. You must surround '!' in quotation marks to use it as an argument. (line 1, character 7)")]
    [TestCase("a = f(b, c!)", "Expecting ')' or ',' but got '!'. (line 1, character 11)")]
    [TestCase("a = ''()", "A function name cannot be empty. (line 1, character 5)")]
    [TestCase("a = b order", "Expecting 'by' before the end of the query.")]
    [TestCase("a = b order c", "Expecting 'by' but got 'c'. (line 1, character 13)")]
    [TestCase("a = b order by", "Expecting a field name at the end of the query.")]
    [TestCase("a = b order by c,", "Expecting a field name at the end of the query.")]
    [TestCase("order by desc", "Expecting a field name but got 'desc'. You must surround 'desc' in quotation marks to use it as a field name. (line 1, character 10)")]
    [TestCase("order by a down", "Expecting either 'ASC' or 'DESC' but got 'down'. (line 1, character 12)")]
    [TestCase("order by a desc b", "Expecting ',' but got 'b'. (line 1, character 17)")]
    [TestCase("summary ~ select", "'select' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 11)")]
    [TestCase("Field = a", "'Field' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 1)")]
    [TestCase("summary ~ 'abc", "The quoted string 'abc' has not been completed. (line 1, character 11)")]
    [TestCase("summary ~ \"", "The quoted string has not been completed. (line 1, character 11)")]
    [TestCase("a = b and\n\n  email = x@y", "The character '@' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0040' instead. (line 3, character 12)")]
    [TestCase("a = {", "The character '{' is a reserved JQL character. You must enclose it in a string or use the escape '\\u007b' instead. (line 1, character 5)")]
    [TestCase("a = \u0001", "The character 'U+0001' on line 1 at position 5 must be escaped. Use the escape '\\u0001' instead. (line 1, character 5)", TestName = "What_is_not_JQL_is_said_with_its_place(a control character)")]
    [TestCase("a = b\\c", "'\\c' is an illegal JQL escape sequence. " + Escapes + " (line 1, character 6)")]
    [TestCase("a = '\\u12q4'", "'\\u12q' is an illegal JQL escape sequence. " + Escapes + " (line 1, character 6)")]
    [TestCase("a = b\\", "The escape sequence has not been completed. " + Escapes + " (line 1, character 6)")]
    [TestCase("a = 9223372036854775808", "'9223372036854775808' is not a valid number. Numbers must be between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807. (line 1, character 5)")]
    public void What_is_not_JQL_is_said_with_its_place(string jql, string expected) =>
        Parser.Parse(jql).ShouldBe((null, new JqlProblem(JqlProblemKind.Syntax, "Error in the JQL Query: " + expected)));

    [TestCase("a =", "Expecting either a value, list or function before the end of the query.")]
    [TestCase("a = = b", "Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as a value. (line 1, character 5)")]
    [TestCase("project = IN", "Expecting either a value, list or function but got 'IN'. You must surround 'IN' in quotation marks to use it as a value. (line 1, character 11)")]
    [TestCase("a in (b, )", "Expecting either a value, list or function but got ')'. You must surround ')' in quotation marks to use it as a value. (line 1, character 10)")]
    public void A_missing_value_is_said_in_the_vendors_other_words(string jql, string expected) =>
        Parser.Parse(jql).ShouldBe((null, new JqlProblem(JqlProblemKind.Syntax, "Error in JQL Query: " + expected)));

    [TestCase("status was Open", "The operator 'WAS' searches the history of issues, which is not simulated. (line 1, character 8)")]
    [TestCase("status CHANGED", "The operator 'CHANGED' searches the history of issues, which is not simulated. (line 1, character 8)")]
    public void History_is_not_simulated_and_said_so(string jql, string expected) =>
        Parser.Parse(jql).ShouldBe((null, new JqlProblem(JqlProblemKind.NotSimulated, "Error in the JQL Query: " + expected)));

    [Test]
    public void What_is_too_long_or_too_deep_is_refused_and_nothing_worse_happens()
    {
        Parser.Parse(new string('(', 60_000)).Problem!.Value.Kind.ShouldBe(JqlProblemKind.TooLarge);
        Parser.Parse("a in " + new string('(', 60_000)).Problem!.Value.Kind.ShouldBe(JqlProblemKind.TooLarge);
        Parser.Parse(string.Concat(Enumerable.Repeat("not ", 15_000))).Problem!.Value.Kind.ShouldBe(JqlProblemKind.TooLarge);
        Parser.Parse("a = b" + string.Concat(Enumerable.Repeat(" or a = b", 5000))).Problem!.Value.Kind.ShouldBe(JqlProblemKind.TooLarge);
        Parser.Parse(new string(' ', 70_000)).Problem!.Value.Kind.ShouldBe(JqlProblemKind.TooLarge);
        Parser.Parse(new string('(', 90) + "a = b" + new string(')', 90)).Problem.ShouldBeNull();
    }

    private static string Written(JqlQuery query) =>
        (query.Clause is { } clause ? Written(clause) : "")
        + (query.Order.Count > 0 ? " order by " + string.Join(", ", query.Order.Select(key => key.Descending ? key.Field + " desc" : key.Field)) : "");

    private static string Written(Clause clause) => clause switch
    {
        AllOf all => $"({string.Join(" and ", all.Parts.Select(Written))})",
        AnyOf any => $"({string.Join(" or ", any.Parts.Select(Written))})",
        Negation not => $"not {Written(not.Inner)}",
        Condition condition => $"{condition.Field} {condition.Operator.Sign()} {condition.Operand}",
        _ => "?",
    };
}
