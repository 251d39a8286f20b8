using System.Collections.Concurrent;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>
/// What a server says of requests that failed inside it. A template that cannot be used fails its requests by design, as in WireMock.Net: with our exception,
/// or with the one that Handlebars.Net has at run time for a name that it does not know. Behind ours may stand a slip of Handlebars.Net's own; what our functions throw under it is found.
/// </summary>
internal sealed class FailureLog
{
    private static readonly string[] Unusable = [" failed: FakeJira.Stubs.Responding.Templates.TemplateException: ", " failed: HandlebarsDotNet.HandlebarsRuntimeException: Template references a helper that cannot be resolved."];

    /// <summary>How an exception that stands behind another is written.</summary>
    private const string Behind = "\n ---> ";

    private const string OurFrame = "   at FakeJira.";
    private const string RenderFrame = "   at FakeJira.Stubs.Responding.Templates.Template.";

    private readonly ConcurrentQueue<string> _failures = [];

    public void Note(string line)
    {
        if (line.Contains(" failed: ", StringComparison.Ordinal) && (!Array.Exists(Unusable, line.Contains) || IsOursBehind(line)))
        {
            _failures.Enqueue(line);
        }
    }

    /// <summary>Whether another exception stands behind, and comes from our code or from what it calls: the first frame of ours is not the one that renders.</summary>
    private static bool IsOursBehind(string line)
    {
        var behind = line.LastIndexOf(Behind, StringComparison.Ordinal);
        var frame = behind < 0 ? -1 : line.IndexOf(OurFrame, behind, StringComparison.Ordinal);
        return behind >= 0 && (frame < 0 || string.CompareOrdinal(line, frame, RenderFrame, 0, RenderFrame.Length) != 0);
    }

    /// <summary>What came since the last time, or null.</summary>
    public string? Take()
    {
        List<string> taken = [];
        while (_failures.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken.Count == 0 ? null : string.Join('\n', taken);
    }
}
