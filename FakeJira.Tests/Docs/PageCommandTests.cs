using System.Text.RegularExpressions;
using FakeJira.Tests.Commands;
using static FakeJira.Tests.Interop.ForeignProgram;

namespace FakeJira.Tests.Docs;

/// <summary>What the pages tell people to type is typed here, against a server that was started without arguments.</summary>
public sealed partial class PageCommandTests
{
    private const string Address = "http://127.0.0.1:8377";
    private const string Program = "dotnet run --project FakeJira";

    /// <summary>Commands that something else runs: the file, and the words in it that do so.</summary>
    private static readonly (string Command, string File, string Words)[] RunElsewhere =
    [
        (Program, ".ci/smoke", "dotnet run --no-build --project FakeJira"),
        ("dotnet test", ".ci/run", "dotnet test"),
        ("dotnet add package FakeJira", "samples/dotnet/VoteButton.NUnit/VoteButton.NUnit.csproj", "<PackageReference Include=\"FakeJira\""),
        ("dotnet tool install", ".ci/samples", "dotnet tool install FakeJira.Tool"),
        ("./tools/fakejira", "samples/shell/vote.sh", "fakejira --port 0"),
        ("dotnet publish", ".ci/published", "dotnet publish FakeJira -r linux-x64 -p:PublishSingleFile=true -o artifacts/one-file"),
        ("artifacts/one-file/FakeJira", ".ci/published", "artifacts/one-file/FakeJira"),

        // Of these, docs/packages.md says that nobody has run them.
        ("docker build", "docs/packages.md", "What has not: `docker build`, `docker compose`"),
        ("FAKEJIRA_CONTROL_KEY=a-key-of-yours docker compose", "docs/packages.md", "What has not: `docker build`, `docker compose`"),
    ];

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(RepositoryFiles.At("docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file)).Append("README.md").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public async Task What_a_page_tells_people_to_type_does_something(string page)
    {
        var commands = CommandsOf(page).Where(command => !IsRunElsewhere(command)).ToList();
        if (commands.Count == 0)
        {
            return;
        }

        SkipUnless((await RunAsync("curl", "--version")).Code == 0, "there is no curl on this machine");
        using var server = await RunningProgram.StartAsync();
        var folder = Directory.CreateTempSubdirectory("fakejira-");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "mappings"), RepositoryFiles.At("mappings"));
        await RunningProgram.StartAndStopAsync("--coverage", Path.Combine(folder.FullName, "DIR"));
        try
        {
            foreach (var command in commands)
            {
                var typed = command.Replace(Address, server.Address.ToString().TrimEnd('/'), StringComparison.Ordinal).Replace("curl ", "curl -sS --fail-with-body ", StringComparison.Ordinal)
                    .Replace("--threshold 60", "--threshold 0", StringComparison.Ordinal).Replace($"{Program} --", $"dotnet '{typeof(FakeJiraServer).Assembly.Location}'", StringComparison.Ordinal);
                var (code, output) = await RunAsync("bash", "-c", $"cd '{folder.FullName}' && mkdir -p docs && {typed}");
                code.ShouldBe(0, $"{page}: {command}{Environment.NewLine}{output}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void What_is_said_to_run_elsewhere_does() =>
        RunElsewhere.Where(each => !File.Exists(RepositoryFiles.At(each.File)) || !RepositoryFiles.Read(each.File).Contains(each.Words, StringComparison.Ordinal)).ShouldBeEmpty();

    [Test]
    public void The_worked_example_of_an_operation_is_in_the_code()
    {
        var code = string.Concat(RepositoryFiles.Sources("FakeJira/Jira/Server").Select(RepositoryFiles.Read).Select(Squeezed));

        var blocks = Block().Matches(RepositoryFiles.Read("docs/adding-an-operation.md")).Where(match => match.Groups["language"].Value == "csharp").Select(match => Squeezed(match.Groups["text"].Value)).ToList();

        blocks.Count.ShouldBe(3);
        blocks.ShouldAllBe(block => code.Contains(block, StringComparison.Ordinal));
    }

    private static bool IsRunElsewhere(string command) => Array.Exists(RunElsewhere, each => each.Command == Program ? command == Program : command.StartsWith(each.Command, StringComparison.Ordinal));

    private static IEnumerable<string> CommandsOf(string page) =>
        from block in Block().Matches(RepositoryFiles.Read(page))
        where block.Groups["language"].Value is "" or "sh" or "bash"
        from line in block.Groups["text"].Value.Split('\n')
        let command = line.Split(" #")[0].Trim()
        where command.StartsWith("curl ", StringComparison.Ordinal) || command.StartsWith("dotnet ", StringComparison.Ordinal) || command.StartsWith("./", StringComparison.Ordinal)
            || command.StartsWith("artifacts/", StringComparison.Ordinal) || command.Contains("docker ", StringComparison.Ordinal) || command.StartsWith("npm ", StringComparison.Ordinal)
        select command;

    private static string Squeezed(string text) => White().Replace(text, " ").Trim();

    /// <summary>Of whatever language: the end of one would be taken for the beginning of the next.</summary>
    [GeneratedRegex(@"^ *```(?<language>\w*)\n(?<text>[\s\S]*?)^ *```", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
