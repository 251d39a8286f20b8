using System.CommandLine;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;

namespace FakeJira.Commands;

/// <summary>Reads a mapping folder and says what is wrong with it, a line each, as compilers do.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output)
    {
        var folder = new Argument<string>("folder") { Description = "The folder of mapping files.", DefaultValueFactory = _ => "mappings" };
        var strict = new Option<bool>("--strict") { Description = "Warnings count as errors." };
        var json = new Option<bool>("--json") { Description = "JSON instead of lines." };
        var command = new Command("check", "Reads mapping files and names every mistake with its line and column; exit code 1 when there is an error.") { folder, strict, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(strict), output, parsed.GetValue(json)));
        return command;
    }

    /// <summary>0 when nothing is wrong, 1 when something is, 2 when there is no such folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isStrict">Whether warnings count.</param>
    /// <param name="output">Told the problems.</param>
    /// <param name="asJson">Whether a program reads them.</param>
    public static int Run(string folder, bool isStrict, TextWriter output, bool asJson = false)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"There is no mapping folder '{folder}'.");
            return 2;
        }

        using var library = new Library(new SharedStubs(), Catalog.Contracts, new());
        var content = library.Open(folder, false).Content;
        List<Problem> problems = [.. library.AllProblems().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line == 0 ? int.MaxValue : problem.Line).Select(problem => problem with { File = Path.Combine(folder, problem.File) })];
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        if (asJson)
        {
            WriteJson(output, content, problems);
        }
        else
        {
            WriteLines(output, folder, content, problems);
            output.WriteLine($"{Count(content.Mappings.Count, "mapping")}, {Count(errors, "error")}, {Count(problems.Count - errors, "warning")}.");
        }

        return errors > 0 || (isStrict && problems.Count > 0) ? 1 : 0;
    }

    private static void WriteLines(TextWriter output, string folder, FolderContent content, List<Problem> problems)
    {
        problems.ForEach(problem => Terminal.Write(output, problem));
        foreach (var file in content.Skipped)
        {
            output.WriteLine($"{Path.Combine(folder, file)}: skipped: {(file.EndsWith(ListedFile.LinkedFolder) ? "it is a link to a folder; only links to files are followed" : "it is no .json file, and no mapping names it")}.");
        }
    }

    private static void WriteJson(TextWriter output, FolderContent content, List<Problem> problems) => output.WriteLine(JsonConvert.SerializeObject(new
    {
        mappings = content.Mappings.Count,
        problems = problems.Select(problem => new { severity = problem.Severity == Severity.Error ? "error" : "warning", file = problem.File, line = problem.Line, column = problem.Column, path = problem.JsonPath, message = problem.Message }),
        skipped = content.Skipped,
    }, Formatting.Indented));

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
