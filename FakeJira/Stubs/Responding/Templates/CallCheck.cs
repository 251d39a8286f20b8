using System.Linq.Expressions;
using System.Reflection;
using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.Helpers.BlockHelpers;
using HandlebarsDotNet.PathStructure;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>
/// Looks through what Handlebars.Net makes of a template for calls that can only fail: it compiles them all the same and leaves it to each request to find that out.
/// The expressions are given back as they came, so no answer depends on it.
/// </summary>
internal sealed class CallCheck(IReadOnlyDictionary<string, Function> functions) : ExpressionVisitor, IExpressionMiddleware
{
    private readonly List<WrongCall> _found = [];
    private readonly HashSet<string> _blockParameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Forgets the last template.</summary>
    public void Begin()
    {
        _found.Clear();
        _blockParameters.Clear();
    }

    /// <summary>What was found since then, each mistake once.</summary>
    public IReadOnlyList<WrongCall> End() => [.. _found.Where(call => call.Why is not null || call.IsBlock || !IsPath(call.Name)).Distinct()];

    public Expression<T> Invoke<T>(Expression<T> expression)
        where T : Delegate
    {
        Visit(expression);
        return expression;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Arguments.OfType<NewExpression>().FirstOrDefault(made => made.Type == typeof(Arguments)) is { } arguments)
        {
            Check(ValueOf(node.Object), CountOf(arguments), arguments);
        }

        return base.VisitMethodCall(node);
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (node.Value is ChainSegment[] names)
        {
            _blockParameters.UnionWith(names.Select(name => name.ToString()));
        }

        return node;
    }

    /// <summary>What Handlebars.Net leaves in the place of a value when there is none; it cannot compile that, and would only say that it could not.</summary>
    protected override Expression VisitExtension(Expression node) =>
        node.CanReduce ? base.VisitExtension(node) : throw new TemplateException("An argument cannot be compiled; where it has a name, its value has to stand right behind the =, as in Min=5.");

    /// <summary>What is bound late is a path or, with arguments, a call of what there is not. A block with arguments never is a path.</summary>
    private void Check(object? called, int count, NewExpression arguments)
    {
        switch (called)
        {
            case LateBindHelperDescriptor late when count > 0:
                _found.Add(new(late.Name.Path, IsBlock: false));
                break;
            case LateBindBlockHelperDescriptor late when count > 0:
                _found.Add(new(late.Name.Path.TrimStart('#', '^'), IsBlock: true));
                break;
            case IHelperDescriptor known when functions.GetValueOrDefault(known.Name.Path) is { } function && !function.Takes(count):
                _found.Add(new(function.Name, IsBlock: false) { Why = function.WrongCount(count) });
                break;
            case IHelperDescriptor known when functions.GetValueOrDefault(known.Name.Path) is { WrongType: { } wrong } function && LiteralTypeIn(arguments) is { } type && wrong(type) is { } why:
                _found.Add(new(function.Name, IsBlock: false) { Why = why });
                break;
        }
    }

    /// <summary>The named argument Type where it is written out, empty where it is missing; null where only a request tells it.</summary>
    private static string? LiteralTypeIn(NewExpression arguments) => arguments.Arguments is not [ListInitExpression named] ? null
        : named.Initializers.FirstOrDefault(member => "Type".Equals(ValueOf(member.Arguments[0]) as string, StringComparison.OrdinalIgnoreCase)) is not { } type ? ""
        : ValueOf(type.Arguments[1]) as string;

    /// <summary>Whether a name leads into what every template sees: what stands behind it is ignored, and it is answered.</summary>
    private bool IsPath(string name)
    {
        var first = name.Split('.', '/')[0].Trim('[', ']');
        return first is "" or ['@', ..] || first.Equals("this", StringComparison.OrdinalIgnoreCase) || TemplateModel.Has(first) || _blockParameters.Contains(first);
    }

    /// <summary>None are made with a number for their room, many with an array.</summary>
    private static int CountOf(NewExpression arguments) => arguments.Arguments switch
    {
        [var room] when room.Type == typeof(int) => 0,
        [NewArrayExpression { Expressions.Count: var count }] => count,
        var one => one.Count,
    };

    /// <summary>The value of an expression that has nothing to compute: a constant, or what one holds.</summary>
    private static object? ValueOf(Expression? expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        UnaryExpression { NodeType: ExpressionType.Convert } cast => ValueOf(cast.Operand),
        MemberExpression { Member: FieldInfo field } of when ValueOf(of.Expression) is { } holder => field.GetValue(holder),
        MemberExpression { Member: PropertyInfo property } of when ValueOf(of.Expression) is { } holder => property.GetValue(holder),
        _ => null,
    };
}
