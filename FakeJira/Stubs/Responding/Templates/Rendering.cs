using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>
/// One answer being made of templates: what they can read, and how much they may still do. Templates see the request, the mapping and its data, and nothing else:
/// no file (a name that they make of a body file is looked for in the mapping folder), no environment, no network.
/// </summary>
internal sealed class Rendering(StubRequest request, Members model)
{
    /// <summary>How many templates, items of all loops and helper calls an answer may have together.</summary>
    public const int StepLimit = 100_000;

    /// <summary>How many characters all templates of an answer may make together, and a value made in one of them.</summary>
    public const int TextLimit = 4 * 1024 * 1024;

    [ThreadStatic]
    private static Rendering? _current;
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _steps;
    private long _characters;

    /// <summary>What is rendered on this thread. Rendering never waits, so it stays on its thread.</summary>
    public static Rendering Current => _current ?? throw new TemplateException("Nothing is rendered here.");

    /// <summary>Where time and chance come from.</summary>
    public Site Site => request.Site;

    /// <summary>How long things may take.</summary>
    public ServerLimits Limits => request.Site.Sites.Limits;

    /// <summary>The names a template starts with: request, mapping, data.</summary>
    public Members Model => model;

    /// <summary>Runs something as this rendering.</summary>
    public T Run<T>(Func<T> action)
    {
        var outer = _current;
        _current = this;
        try
        {
            return action();
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>Counts one template, one item of a loop or one call.</summary>
    public static void Step()
    {
        if (_current is not { } current)
        {
            return;
        }

        if (++current._steps > StepLimit)
        {
            throw new TemplateException($"The template takes more than {StepLimit} steps.");
        }

        // A step can be a regular expression that needs nearly all of its own time.
        if (Stopwatch.GetElapsedTime(current._began) > current.Limits.TemplateTime)
        {
            throw new TemplateException(string.Create(CultureInfo.InvariantCulture, $"The template takes more than {current.Limits.TemplateTime.TotalSeconds} seconds."));
        }
    }

    /// <summary>Counts characters that a template has made for the answer: each text may be short enough, and all of them too much.</summary>
    public void Keep(long length)
    {
        _characters += length;
        if (_characters > TextLimit)
        {
            throw new TemplateException($"The templates of the answer make more than {TextLimit} characters together.");
        }
    }

    /// <summary>Refuses a text that would be too long, before it is made.</summary>
    public static void Reserve(long length)
    {
        if (length > TextLimit)
        {
            throw new TemplateException($"The template makes a text of more than {TextLimit} characters.");
        }
    }
}
