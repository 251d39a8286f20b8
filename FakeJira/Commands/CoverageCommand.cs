using System.CommandLine;
using System.Globalization;
using FakeJira.Stubs;
using FakeJira.Stubs.Covering;
using Newtonsoft.Json;

namespace FakeJira.Commands;

/// <summary>Prints what the clients of a test run were shown, merged over its servers and processes, and fails where that is too little.</summary>
internal static class CoverageCommand
{
    private const int TooLittle = 1;
    private const int Named = 3;

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var paths = new Argument<string[]>("files") { Description = "Files of coverage, or folders of them: what FAKEJIRA_COVERAGE named, or what GET /__fakejira/coverage answered.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "JSON instead of a table." };
        var parts = new Option<string[]>("--of") { Description = "Only this contract (jira), resource (jira.votes) or operation (jira.votes.add); can be given more than once.", HelpName = "NAME" };
        var threshold = new Option<string>("--threshold") { Description = "Exit code 1 where less than so many percent of the answers were shown.", HelpName = "PERCENT" };
        var command = new Command("coverage", "Prints which answers of the contracts the clients of a test run were shown, and which never.") { paths, json, parts, threshold };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(parts) ?? [], parsed.GetValue(json), parsed.GetValue(threshold), output, errors));
        return command;
    }

    private static int Run(string[] paths, string[] parts, bool isJson, string? threshold, TextWriter output, TextWriter errors)
    {
        var least = Percent(threshold);
        var files = new CoverageFiles(errors.WriteLine);
        foreach (var path in paths)
        {
            files.Add(path);
        }

        var coverage = parts.Length == 0 ? files.Sum : parts.Select(files.Sum.Of).Aggregate(Together);
        output.WriteLine(isJson ? CoverageDocument.Write(coverage).ToString(Formatting.Indented) : coverage.ToString());
        if (coverage.Percent >= least)
        {
            return 0;
        }

        var missing = coverage.Missing;
        errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Coverage is {coverage.Percent:0.##} %, less than {least:0.##} %: {missing.Count} of {coverage.Rules.Count} answers were never shown, {string.Join(", ", missing.Take(Named))}{(missing.Count > Named ? " …" : "")}."));
        return TooLittle;
    }

    /// <summary>Parts may overlap; what is in both counts once.</summary>
    private static Coverage Together(Coverage a, Coverage b) => new([.. a.Rules.Union(b.Rules)]);

    private static double Percent(string? text) => text is null ? 0
        : double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100 ? number
        : throw new FakeJiraException($"--threshold takes a percentage from 0 to 100, not '{text}'.");
}
