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

/// <summary>
/// Collects what is wrong with a document, so that it is told at once: a hundred errors, a hundred warnings, and whether there are more.
/// A document of ten megabytes can have millions, which would take gigabytes to tell.
/// </summary>
public sealed class ProblemList
{
    /// <summary>How many errors are told, and how many warnings.</summary>
    public const int Most = 100;

    private readonly List<Problem> _told = [];
    private (int Told, string? MoreIn) _errors;
    private (int Told, string? MoreIn) _warnings;

    /// <summary>What was found so far, in the order it was found.</summary>
    public IReadOnlyList<Problem> All => (_errors.MoreIn ?? _warnings.MoreIn) is null ? _told :
    [
        .. _told,
        .. More(Severity.Error, "There may be more errors; mend those that are told first."),
        .. More(Severity.Warning, "There may be more warnings."),
    ];

    /// <summary>Whether there is an error among them.</summary>
    public bool HasErrors => _errors.Told > 0;

    /// <summary>Adds one.</summary>
    public void Add(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (IsFull(problem.Severity))
        {
            AddUntold(problem.Severity, problem.File);
            return;
        }

        _told.Add(problem);
        Of(problem.Severity).Told++;
    }

    /// <summary>Whether one more would not be told, so that nobody needs to find out where it is.</summary>
    internal bool IsFull(Severity severity) => Of(severity).Told >= Most;

    /// <summary>Notes that there are more than are told.</summary>
    internal void AddUntold(Severity severity, string file) => Of(severity).MoreIn = file;

    /// <summary>Whether something is told of that place.</summary>
    internal bool Tells(string file, string jsonPath) => _told.Exists(problem => problem.JsonPath == jsonPath && problem.File == file);

    /// <summary>Adds those of another list, its warnings as errors where they count as such.</summary>
    internal void Add(ProblemList found, bool strictly)
    {
        foreach (var problem in found.All)
        {
            Add(strictly ? problem with { Severity = Severity.Error } : problem);
        }
    }

    private ref (int Told, string? MoreIn) Of(Severity severity) => ref severity == Severity.Error ? ref _errors : ref _warnings;

    private IEnumerable<Problem> More(Severity severity, string message) => Of(severity).MoreIn is { } file ? [new(severity, file, 0, 0, "", message)] : [];
}
