namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>Math.*</c>: whole numbers stay whole, anything else is a double. Texts that are numbers count as numbers.</summary>
internal static class MathFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        Two("Add", (a, b) => checked(a + b), (a, b) => a + b),
        Two("Plus", (a, b) => checked(a + b), (a, b) => a + b),
        Two("Subtract", (a, b) => checked(a - b), (a, b) => a - b),
        Two("Minus", (a, b) => checked(a - b), (a, b) => a - b),
        Two("Multiply", (a, b) => checked(a * b), (a, b) => a * b),
        Two("Times", (a, b) => checked(a * b), (a, b) => a * b),
        Two("Modulo", (a, b) => b == 0 ? throw new TemplateException("Math.Modulo by 0.") : b == -1 ? 0 : a % b, (a, b) => a % b),
        Two("Min", Math.Min, Math.Min),
        Two("Max", Math.Max, Math.Max),
        new("Math.Divide", 2, 2, with => with.Double(0) / with.Double(1)),
        new("Math.Floor", 1, 1, with => Math.Floor(with.Double(0))),
        new("Math.Ceiling", 1, 1, with => Math.Ceiling(with.Double(0))),
        new("Math.Round", 1, 1, with => Math.Round(with.Double(0))),
        new("Math.Avg", 2, 2, with => (with.Double(0) + with.Double(1)) / 2),
        new("Math.Power", 2, 2, with => Math.Pow(with.Double(0), with.Double(1))),
        new("Math.Sqrt", 1, 1, with => Math.Sqrt(with.Double(0))),
        new("Math.Sign", 1, 1, with => (long)Math.Sign(with.Double(0))),
        new("Math.Abs", 1, 1, with => with.Number(0) is long whole and > long.MinValue ? Math.Abs(whole) : (object)Math.Abs(with.Double(0))),
        Test("Equal", order => order == 0),
        Test("NotEqual", order => order != 0),
        Test("LessThan", order => order < 0),
        Test("LessThanEqual", order => order <= 0),
        Test("GreaterThan", order => order > 0),
        Test("GreaterThanEqual", order => order >= 0),
    ];

    private static Function Two(string name, Func<long, long, long> whole, Func<double, double, double> real) => new("Math." + name, 2, 2, with =>
    {
        try
        {
            return with.Number(0) is long a && with.Number(1) is long b ? whole(a, b) : real(with.Double(0), with.Double(1));
        }
        catch (OverflowException)
        {
            return real(with.Double(0), with.Double(1));
        }
    });

    private static Function Test(string name, Func<int, bool> holds) => new("Math." + name, 2, 2, with =>
        holds(with.Number(0) is long a && with.Number(1) is long b ? a.CompareTo(b) : with.Double(0).CompareTo(with.Double(1))));
}
