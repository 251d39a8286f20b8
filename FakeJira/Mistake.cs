using System.Runtime.CompilerServices;

namespace FakeJira;

/// <summary>Says what a test's author got wrong.</summary>
internal static class Mistake
{
    /// <exception cref="FakeJiraException">The condition holds.</exception>
    public static void If(bool condition, string message)
    {
        if (condition)
        {
            throw new FakeJiraException(message);
        }
    }

    /// <summary>A text that may be left out, but not be empty: no state document takes one that is.</summary>
    /// <exception cref="FakeJiraException">It is empty.</exception>
    public static void IfEmpty(string? text, string what) => If(text?.Length == 0, $"{what} cannot be empty; leave it out to have one made.");

    /// <exception cref="FakeJiraException">It is no value of its kind.</exception>
    public static void IfNone<T>(T value, string what)
        where T : struct, Enum => If(!Enum.IsDefined(value), $"There is no {what} {value}; there are: {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>The items, looked at before any state is: what a test enumerates may take its time.</summary>
    /// <exception cref="ArgumentNullException">They are null, or one of them is.</exception>
    public static IReadOnlyList<T> NoNull<T>(IEnumerable<T>? items, [CallerArgumentExpression(nameof(items))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(items, name);
        IReadOnlyList<T> all = [.. items];
        return all.Any(item => item is null) ? throw new ArgumentNullException(name, "One of them is null.") : all;
    }
}
