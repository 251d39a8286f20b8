using System.Text.Json;

namespace FakeJira.Benchmarks.Falsify;

/// <summary>A copy of the repository in a folder of its own, built once, in which one edit after the other is tried and taken back.</summary>
internal sealed class WorkCopy : IDisposable
{
    private const string Output = "bin/Debug/net10.0";
    private const string Product = "FakeJira";
    private const string Compiled = $"{Product}/obj/Debug/net10.0/FakeJira.dll";
    private const string Arguments = $"{Product}/obj/compiler.rsp";
    private const string NoOtherArguments = "/noconfig";
    private const string Tests = $"FakeJira.Tests/{Output}/FakeJira.Tests.dll";

    private static readonly HashSet<string> NotCopied = new(["bin", "obj", "node_modules", ".git", "artifacts", "TestResults"], StringComparer.Ordinal);

    /// <summary>Nothing is asked of an edited file but that it compiles; a compiler that stays and is warm takes a third of the time, so it is used where the machine would not.</summary>
    private static readonly string[] Plainly = ["-nologo", "-v:q", "-clp:ErrorsOnly", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false", "-p:UseSharedCompilation=true"];

    /// <summary>Of an edited product only its code counts; without the rest compiling takes a quarter less.</summary>
    private static readonly string[] CodeAlone = ["-p:GenerateDocumentationFile=false", "-p:ProduceReferenceAssembly=false", "-p:EnableNETAnalyzers=false", "-p:Nullable=annotations", "-p:WarningLevel=0"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>An edit can make a test wait for what never comes; the tests that are named take seconds.</summary>
    private static readonly TimeSpan PatienceWithATest = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("falsify-").FullName;
    private string _compiler = "";

    /// <summary>Null with what the compiler says when it does not build as it is.</summary>
    public static async Task<(WorkCopy? Copy, string Said)> MakeAsync(string root)
    {
        var copy = new WorkCopy();
        Copy(root, copy._folder);
        if ((Errors(await copy.BuildAsync("FakeJira.Tests").ConfigureAwait(false)) ?? await copy.LearnToCompileAsync().ConfigureAwait(false) ?? await copy.CompileAsync().ConfigureAwait(false)) is not { } wrong)
        {
            return (copy, "");
        }

        copy.Dispose();
        return (null, wrong);
    }

    /// <summary>The tests that are red without any edit, compiled as an edit is, as the test runner prints them; empty when all are green.</summary>
    public async Task<string> RedNowAsync(IEnumerable<Falsification> all)
    {
        var where = string.Join(" or ", all.Select(each => each.Red).Distinct().Select(Where));
        return await Shell.RunAsync(_folder, Patience, "vstest", Tests, "--", $"NUnit.Where={where}").ConfigureAwait(false) is not { } run ? "They do not end." : run.Exit == 0 ? "" : run.Said;
    }

    /// <summary>Null when the test goes red, or what is wrong.</summary>
    public async Task<string?> TryAsync(Falsification falsification)
    {
        var file = Path.Combine(_folder, falsification.File);
        var text = await File.ReadAllTextAsync(file).ConfigureAwait(false);
        if (falsification.Edited(text) is not { } edited)
        {
            return "what is to be found does not stand there exactly once";
        }

        try
        {
            await File.WriteAllTextAsync(file, edited).ConfigureAwait(false);

            if (await CompileAsync().ConfigureAwait(false) is { } wrong)
            {
                return "does not compile\n" + wrong;
            }

            var run = await Shell.RunAsync(_folder, PatienceWithATest, "vstest", Tests, "--", $"NUnit.Where={Where(falsification.Red)}").ConfigureAwait(false);
            return run switch
            {
                null => "the test does not end",
                { Exit: 0, Said: var said } when !said.Contains("Passed!", StringComparison.Ordinal) => "there is no such test",
                { Exit: 0 } => "STAYS GREEN",
                { Said: var said } when said.Contains("Failed!", StringComparison.Ordinal) => null,
                { Said: var said } => "the test run breaks off\n" + said,
            };
        }
        finally
        {
            await File.WriteAllTextAsync(file, text).ConfigureAwait(false);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Exit, string Said)?> BuildAsync(string project, params string[] options) => await Shell.RunAsync(_folder, Patience, ["build", project, .. Plainly, .. options]).ConfigureAwait(false);

    /// <summary>Asks a build of the product how it calls the compiler: an edit needs nothing else of it, and takes half the time without.</summary>
    private async Task<string?> LearnToCompileAsync()
    {
        var build = await BuildAsync(Product, ["--no-restore", "--no-dependencies", .. CodeAlone, "-t:Rebuild", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs", "-getProperty:RoslynAssembliesPath"]).ConfigureAwait(false);
        if (Errors(build) is { } wrong)
        {
            return wrong;
        }

        using var said = JsonDocument.Parse(build!.Value.Said);
        _compiler = Path.Combine(said.RootElement.GetProperty("Properties").GetProperty("RoslynAssembliesPath").GetString()!, "csc.dll");
        var arguments = said.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(each => each.GetProperty("Identity").GetString()!).Where(each => each != NoOtherArguments);
        await File.WriteAllLinesAsync(Path.Combine(_folder, Arguments), arguments.Select(each => each.Contains('"', StringComparison.Ordinal) ? each : $"\"{each}\"")).ConfigureAwait(false);
        return null;
    }

    /// <summary>Puts the product as it stands now beside the tests.</summary>
    private async Task<string?> CompileAsync()
    {
        if (Errors(await Shell.RunAsync(Path.Combine(_folder, Product), Patience, "exec", _compiler, "/shared", NoOtherArguments, "@" + Path.Combine(_folder, Arguments)).ConfigureAwait(false)) is { } wrong)
        {
            return wrong;
        }

        File.Copy(Path.Combine(_folder, Compiled), Path.Combine(_folder, Path.GetDirectoryName(Tests)!, "FakeJira.dll"), overwrite: true);
        return null;
    }

    /// <summary>Null when there are none, or what the compiler says.</summary>
    private static string? Errors((int Exit, string Said)? run) => run switch
    {
        null => "The build does not end.",
        { Exit: 0 } => null,
        { Said: var said } => string.Join('\n', said.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(3)),
    };

    private static string Where(string test) => test.Split('.') is [var type, var method] ? $"(method == '{method}' and class =~ '[.]{type}$')" : throw new InvalidDataException($"'{test}' is not Class.Method.");

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !NotCopied.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
