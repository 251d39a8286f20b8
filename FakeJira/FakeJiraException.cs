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

    /// <summary>The setting that is to blame, by its name among those of <c>fakejira.json</c>, or <c>set:</c> and a switch; null where it is none alone.</summary>
    internal string? Setting { get; init; }

    /// <summary>Without an explanation; use another.</summary>
    public FakeJiraException()
    {
    }
}
