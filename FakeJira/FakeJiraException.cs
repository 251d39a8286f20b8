namespace FakeJira;

/// <summary>A mistake of whoever starts or arranges the server: what, where, what was expected and what to do, in <see cref="Exception.Message"/>.</summary>
public sealed class FakeJiraException : Exception
{
    /// <summary>With what is wrong.</summary>
    public FakeJiraException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong, and what it came from.</summary>
    public FakeJiraException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Without an explanation; use another.</summary>
    public FakeJiraException()
    {
    }
}
