using System.Text.Json;

namespace FakeJira.Benchmarks.Mutants;

/// <summary>What a report of Stryker says, in the schema that all Strykers share: how many mutants of each fate, and those that no test has noticed.</summary>
/// <param name="Fates">How many were killed, timed out, survived, were covered by no test, could not be compiled.</param>
/// <param name="Survivors">Those that survived or that no test reaches.</param>
/// <param name="Noticed">Those that a test has told from the code, or that took too long.</param>
internal sealed record MutantReport(IReadOnlyDictionary<string, int> Fates, IReadOnlyList<Mutant> Survivors, IReadOnlyList<Mutant> Noticed)
{
    /// <summary>What is put aside before it is tried: outside of the files that were asked for, or in a block that is a mutant as a whole.</summary>
    private const string Ignored = "Ignored";

    /// <summary>A change that is no C#.</summary>
    private const string NotCompiled = "CompileError";

    public static MutantReport Read(string file)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(file));
        List<(string Fate, Mutant Mutant)> all = [.. report.RootElement.GetProperty("files").EnumerateObject().Select(source => MutantsOf(PathOf(source.Name), source.Value)).Where(IsAskedFor).SelectMany(mutants => mutants)];
        return new(
            all.CountBy(mutant => mutant.Fate).ToDictionary(StringComparer.Ordinal),
            [.. all.Where(mutant => mutant.Fate is "Survived" or "NoCoverage").Select(mutant => mutant.Mutant)],
            [.. all.Where(mutant => mutant.Fate is "Killed" or "Timeout").Select(mutant => mutant.Mutant)]);
    }

    /// <summary>Stryker changes every file, tries the changes of some, and tells of all those that are no C#.</summary>
    private static bool IsAskedFor(List<(string Fate, Mutant Mutant)> file) => file.Exists(mutant => mutant.Fate != NotCompiled);

    private static List<(string Fate, Mutant Mutant)> MutantsOf(string path, JsonElement source)
    {
        var lines = source.GetProperty("source").GetString()!.ReplaceLineEndings("\n").Split('\n');
        return
        [
            .. source.GetProperty("mutants").EnumerateArray()
                .Select(mutant => (Fate: Text(mutant, "status"), Mutant: Of(path, lines, mutant)))
                .Where(mutant => mutant.Fate != Ignored),
        ];
    }

    private static Mutant Of(string path, string[] lines, JsonElement mutant)
    {
        var (start, end) = (mutant.GetProperty("location").GetProperty("start"), mutant.GetProperty("location").GetProperty("end"));
        var (first, last) = (Number(start, "line") - 1, Number(end, "line") - 1);
        var text = string.Join('\n', lines[first..(last + 1)]);
        text = text[(Number(start, "column") - 1)..^(lines[last].Length - Number(end, "column") + 1)];
        return new(path, LineOf(lines, first), OneLine(text), OneLine(Text(mutant, "replacement")));
    }

    /// <summary>That of a block is the line above its brace.</summary>
    private static string LineOf(string[] lines, int at) => lines[at].Trim() == "{" && at > 0 ? lines[at - 1].Trim() : lines[at].Trim();

    /// <summary>Reports name files from the project, or by the whole path.</summary>
    private static string PathOf(string name)
    {
        const string Project = "FakeJira/";
        var path = name.Replace('\\', '/');
        return path.LastIndexOf("/" + Project, StringComparison.Ordinal) is >= 0 and var at ? path[(at + 1)..] : Project + path;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
