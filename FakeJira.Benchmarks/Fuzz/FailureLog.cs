using System.Collections.Concurrent;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>
/// What a server says of requests that failed inside it. A template that cannot be used fails its requests by design, as in WireMock.Net: with our exception,
/// or with the one that Handlebars.Net has at run time for a name that it does not know; whatever else it throws is found.
/// </summary>
internal sealed class FailureLog
{
    private static readonly string[] Unusable = [" failed: FakeJira.Stubs.Responding.Templates.TemplateException: ", " failed: HandlebarsDotNet.HandlebarsRuntimeException: Template references a helper that cannot be resolved."];

    /// <summary>How an exception that stands behind another is written.</summary>
    private const string Behind = "\n ---> ";

    private readonly ConcurrentQueue<string> _failures = [];

    public void Note(string line)
    {
        if (line.Contains(" failed: ", StringComparison.Ordinal) && (!Array.Exists(Unusable, line.Contains) || line.Contains(Behind, StringComparison.Ordinal)))
        {
            _failures.Enqueue(line);
        }
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
