using System.CommandLine;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Commands;

/// <summary>Reads a mapping folder and says what is wrong with it, a line each, as compilers do.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output)
    {
        var folder = new Argument<string>("folder") { Description = "The folder of mapping files.", DefaultValueFactory = _ => "mappings" };
        var strict = new Option<bool>("--strict") { Description = "Warnings count as errors." };
        var command = new Command("check", "Reads mapping files and names every mistake with its line and column; exit code 1 when there is an error.") { folder, strict };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(strict), output));
        return command;
    }

    /// <summary>0 when nothing is wrong, 1 when something is, 2 when there is no such folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isStrict">Whether warnings count.</param>
    /// <param name="output">Told the problems.</param>
    public static int Run(string folder, bool isStrict, TextWriter output)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"There is no mapping folder '{folder}'.");
            return 2;
        }

        using var library = new Library(new SharedStubs(), Catalog.Contracts);
        var content = library.Open(folder, false).Content;
        var problems = library.AllProblems();
        foreach (var problem in problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line))
        {
            output.WriteLine(problem with { File = Path.Combine(folder, problem.File) });
        }

        foreach (var file in content.Skipped)
        {
            output.WriteLine($"{Path.Combine(folder, file)}: skipped: {(file.EndsWith(ListedFile.LinkedFolder) ? "it is a link to a folder; only links to files are followed" : "it is no .json file, and no mapping names it")}.");
        }

        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        output.WriteLine($"{Count(content.Mappings.Count, "mapping")}, {Count(errors, "error")}, {Count(problems.Count - errors, "warning")}.");
        return errors > 0 || (isStrict && problems.Count > 0) ? 1 : 0;
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
