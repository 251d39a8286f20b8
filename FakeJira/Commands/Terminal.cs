using FakeJira.Stubs.Reading;
using Spectre.Console;

namespace FakeJira.Commands;

/// <summary>Colours and progress for a person who looks; a file or a pipe gets neither, nor does a terminal with NO_COLOR colours.</summary>
internal static class Terminal
{
    private const int NeverWrapped = 100_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Waits for work, and says on the error output what is being done when it takes longer than a second.</summary>
    public static async Task<T> WhileAsync<T>(string what, Func<Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return await work().ConfigureAwait(false);
        }

        var done = Task.Run(work);
        using var quick = new CancellationTokenSource();
        if (await Task.WhenAny(done, Task.Delay(Patience, quick.Token)).ConfigureAwait(false) != done)
        {
            await ShowAsync(what, done).ConfigureAwait(false);
        }

        await quick.CancelAsync().ConfigureAwait(false);
        return await done.ConfigureAwait(false);
    }

    /// <summary>Apart, so that what is quick does not load what draws.</summary>
    private static Task ShowAsync(string what, Task done) => On(Console.Error).Status().StartAsync(Markup.Escape(what), _ => done);

    /// <summary>A problem on a line, with its severity in colour.</summary>
    public static void Write(TextWriter output, Problem problem)
    {
        var line = problem.ToString();
        if (output != Console.Out || Console.IsOutputRedirected)
        {
            output.WriteLine(line);
            return;
        }

        var word = problem.Severity == Severity.Error ? ": error: " : ": warning: ";
        var at = line.IndexOf(word, StringComparison.Ordinal) + 2;
        var console = On(output);
        console.MarkupLineInterpolated($"{line[..at]}[{(problem.Severity == Severity.Error ? "red" : "yellow")}]{line[at..(at + word.Length - 4)]}[/]{line[(at + word.Length - 4)..]}");
    }

    private static IAnsiConsole On(TextWriter output)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = NeverWrapped;
        return console;
    }
}
