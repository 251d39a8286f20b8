namespace FakeJira.Stubs.Reading;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>What stands there works, but probably not as meant.</summary>
    Warning,

    /// <summary>What stands there cannot be used.</summary>
    Error,
}

/// <summary>One mistake in a file of the user, and what to do about it.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="File">The file as the user named it, or where else the text came from.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">From 1; 0 when the whole file is meant.</param>
/// <param name="JsonPath">Where in the document, for example <c>Request.Path</c>; empty for the root.</param>
/// <param name="Message">What is wrong and what was expected, in one sentence.</param>
public sealed record Problem(Severity Severity, string File, int Line, int Column, string JsonPath, string Message)
{
    /// <summary>As compilers write it: <c>file(line,column): error: message [path]</c>.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $"({Line},{Column})" : "")}: {(Severity == Severity.Error ? "error" : "warning")}: {Message}{(JsonPath.Length > 0 ? $" [{JsonPath}]" : "")}";
}

/// <summary>Collects what is wrong with a document, so that all of it is told at once.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    /// <summary>Everything found so far, in the order it was found.</summary>
    public IReadOnlyList<Problem> All => _problems;

    /// <summary>Whether there is an error among them.</summary>
    public bool HasErrors => _problems.Exists(problem => problem.Severity == Severity.Error);

    /// <summary>Adds one.</summary>
    public void Add(Problem problem) => _problems.Add(problem);
}
