using System.Diagnostics;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Commands;

/// <summary>What the standalone program does for those who start it from any language.</summary>
public sealed class AroundTheProgramTests
{
    [Test]
    public async Task The_ready_file_says_where_it_listens_and_is_gone_with_it()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "ready.json");
        using var program = await RunningProgram.StartAsync("--ready-file", file);

        var ready = JObject.Parse(await File.ReadAllTextAsync(file));

        (new Uri((string)ready["url"]!), ready["httpsUrl"]!.Type, (int)ready["pid"]!).ShouldBe((program.Address, JTokenType.Null, program.Id));
        (await program.InterruptAsync()).ExitCode.ShouldBe(0);
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "The shell is one of Unix.")]
    public async Task It_ends_when_the_process_that_started_it_is_killed()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "ready.json");
        var start = new ProcessStartInfo("sh", ["-c", "\"$@\" & read line", "sh", "dotnet", typeof(FakeJiraServer).Assembly.Location, "--port", "0", "--exit-with-parent", "--ready-file", file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
        };
        using var shell = Process.Start(start)!;
        while (await shell.StandardOutput.ReadLineAsync() is { } line && line != "Ctrl+C ends it.")
        {
            // Until it answers.
        }

        File.Exists(file).ShouldBeTrue();
        shell.Kill();

        // The end of its output is the end of the program: it holds the other side.
        (await shell.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30))).ReplaceLineEndings("\n").ShouldBe("FakeJira ends.\n");
        File.Exists(file).ShouldBeFalse();
    }

    [Test]
    public async Task It_stays_while_the_process_that_started_it_does()
    {
        using var program = await RunningProgram.StartAsync("--exit-with-parent");
        using var client = new HttpClient { BaseAddress = program.Address };

        (await Answer.Of(client, "GET", "__fakejira/ready")).Status.ShouldBe(200);

        (await program.InterruptAsync()).ShouldBe((0, "FakeJira ends.\n"));
    }

    [Test]
    [Platform(Include = "Linux", Reason = "/dev/full is a disk without room.")]
    public async Task A_full_disk_is_told_once_and_stops_nobody()
    {
        using var program = await RunningProgram.StartAsync("--journal-file", "/dev/full");
        using var client = new HttpClient { BaseAddress = program.Address };

        for (var i = 0; i < 20; i++)
        {
            (await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);
        }

        (await program.InterruptAsync()).ShouldBe((0, "FakeJira ends.\n"));
        (await program.ErrorsAsync()).ShouldBe("Cannot write the journal to '/dev/full': No space left on device : '/dev/full' Requests are answered all the same.\n");
    }
}
