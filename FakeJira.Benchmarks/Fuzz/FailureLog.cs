using System.Collections.Concurrent;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>
/// What a server says of requests that failed inside it. A template that cannot be used fails its requests by design, as in WireMock.Net: with our exception,
/// or with the one that Handlebars.Net has at run time for a name that it does not know, or for one of its own helpers with too few arguments or too many.
/// Behind ours may stand one more of ours, or a slip of Handlebars.Net's own over what it compiles
/// or renders; what our code throws under it is found.
/// </summary>
internal sealed class FailureLog
{
    private const string Ours = "FakeJira.Stubs.Responding.Templates.TemplateException: ";
    private static readonly string[] Unusable = [" failed: " + Ours, " failed: HandlebarsDotNet.HandlebarsRuntimeException: Template references a helper that cannot be resolved.", " failed: HandlebarsDotNet.HandlebarsException: {{"];

    /// <summary>How an exception that stands behind another is written.</summary>
    private const string Behind = "\n ---> ";

    private const string OurFrame = "   at FakeJira.";

    /// <summary>Where Handlebars.Net is called.</summary>
    private static readonly string[] CallingFrames = ["   at FakeJira.Stubs.Responding.Templates.Template.", "   at FakeJira.Stubs.Responding.Templates.TemplateLanguage.Compile("];

    private readonly ConcurrentQueue<string> _failures = [];

    public void Note(string line)
    {
        if (line.Contains(" failed: ", StringComparison.Ordinal) && (!Array.Exists(Unusable, line.Contains) || IsOursBehind(line)))
        {
            _failures.Enqueue(line);
        }
    }

    /// <summary>Whether another exception stands behind, and comes from our code or from what it calls: the first frame of ours is not one that calls Handlebars.Net.</summary>
    private static bool IsOursBehind(string line)
    {
        var behind = line.LastIndexOf(Behind, StringComparison.Ordinal);
        if (behind < 0 || line.AsSpan(behind + Behind.Length).StartsWith(Ours))
        {
            return false;
        }

        var frame = line.IndexOf(OurFrame, behind, StringComparison.Ordinal);
        return frame < 0 || !Array.Exists(CallingFrames, calling => line.AsSpan(frame).StartsWith(calling));
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
