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
}
