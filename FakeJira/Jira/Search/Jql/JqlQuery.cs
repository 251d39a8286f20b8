namespace FakeJira.Jira.Search.Jql;

/// <summary>A query as it was written.</summary>
/// <param name="Clause">What is searched for; null when everything is.</param>
/// <param name="Order">The fields to sort by.</param>
internal sealed record JqlQuery(Clause? Clause, IReadOnlyList<OrderKey> Order);

/// <summary>A field to sort by.</summary>
internal sealed record OrderKey(string Field, bool Descending);

/// <summary>A condition.</summary>
internal abstract record Clause;

/// <summary>All of these conditions.</summary>
internal sealed record AllOf(IReadOnlyList<Clause> Parts) : Clause;

/// <summary>At least one of these conditions.</summary>
internal sealed record AnyOf(IReadOnlyList<Clause> Parts) : Clause;

/// <summary>The opposite of a condition.</summary>
internal sealed record Negation(Clause Inner) : Clause;

/// <summary>A field, an operator and what is compared with.</summary>
internal sealed record Condition(string Field, JqlOperator Operator, Operand Operand) : Clause;

internal enum JqlOperator
{
    Equal,
    NotEqual,
    Like,
    NotLike,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    In,
    NotIn,
    Is,
    IsNot,
}

/// <summary>What a field is compared with.</summary>
internal abstract record Operand;

/// <summary>EMPTY or NULL.</summary>
internal sealed record EmptyOperand : Operand
{
    public override string ToString() => "EMPTY";
}

/// <summary>A word, a number or a quoted text.</summary>
internal sealed record ValueOperand(string Text, bool IsNumber) : Operand
{
    public override string ToString() => IsNumber ? Text : $"\"{Text}\"";
}

/// <summary>Several in brackets.</summary>
internal sealed record ListOperand(IReadOnlyList<Operand> Items) : Operand
{
    public override string ToString() => $"({string.Join(", ", Items)})";
}

/// <summary>A function and its arguments.</summary>
internal sealed record FunctionOperand(string Name, IReadOnlyList<string> Arguments) : Operand
{
    public bool Equals(FunctionOperand? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    public override string ToString() => $"{Name}({string.Join(", ", Arguments)})";
}

internal static class JqlOperators
{
    /// <summary>As the vendor writes it in its errors.</summary>
    public static string Sign(this JqlOperator jql) => jql switch
    {
        JqlOperator.Equal => "=",
        JqlOperator.NotEqual => "!=",
        JqlOperator.Like => "~",
        JqlOperator.NotLike => "!~",
        JqlOperator.Greater => ">",
        JqlOperator.GreaterOrEqual => ">=",
        JqlOperator.Less => "<",
        JqlOperator.LessOrEqual => "<=",
        JqlOperator.In => "in",
        JqlOperator.NotIn => "not in",
        JqlOperator.Is => "is",
        JqlOperator.IsNot => "is not",
    };

    /// <summary>The operator that holds where this one does not, both of them only for issues that have a value.</summary>
    public static JqlOperator Opposite(this JqlOperator jql) => jql switch
    {
        JqlOperator.Equal => JqlOperator.NotEqual,
        JqlOperator.NotEqual => JqlOperator.Equal,
        JqlOperator.Like => JqlOperator.NotLike,
        JqlOperator.NotLike => JqlOperator.Like,
        JqlOperator.Greater => JqlOperator.LessOrEqual,
        JqlOperator.GreaterOrEqual => JqlOperator.Less,
        JqlOperator.Less => JqlOperator.GreaterOrEqual,
        JqlOperator.LessOrEqual => JqlOperator.Greater,
        JqlOperator.In => JqlOperator.NotIn,
        JqlOperator.NotIn => JqlOperator.In,
        JqlOperator.Is => JqlOperator.IsNot,
        JqlOperator.IsNot => JqlOperator.Is,
    };

    public static bool IsNegative(this JqlOperator jql) => jql is JqlOperator.NotEqual or JqlOperator.NotLike or JqlOperator.NotIn or JqlOperator.IsNot;

    public static bool IsRelational(this JqlOperator jql) => jql is JqlOperator.Greater or JqlOperator.GreaterOrEqual or JqlOperator.Less or JqlOperator.LessOrEqual;

    public static bool TakesList(this JqlOperator jql) => jql is JqlOperator.In or JqlOperator.NotIn;
}
