using System.Diagnostics;
using System.Globalization;
using FakeJira.Commands;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Commands;

/// <summary>Whoever does not read what the program prints, or cannot keep it, holds nothing up.</summary>
public sealed class PrintedLinesTests
{
    [Test]
    public async Task A_log_that_nobody_reads_holds_up_neither_requests_nor_the_end()
    {
        using var program = await RunningProgram.StartAsync("--log");
        using var client = new HttpClient { BaseAddress = program.Address };

        for (var i = 0; i < 5000; i++)
        {
            (await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);
        }

        await program.SignalAsync("TERM");
        await program.ExitAsync();
        (await program.EndAsync()).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task What_is_lost_is_counted_and_said_where_it_is_missing()
    {
        using var reader = new SlowReader();
        var printed = new PrintedLines(reader);
        printed.Add("0");
        await reader.HasBegun;
        for (var i = 1; i <= 3000; i++)
        {
            printed.Add(i.ToString(CultureInfo.InvariantCulture));
        }

        reader.Goes.SetResult();
        await printed.DisposeAsync();

        var lines = reader.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ToList();
        lines.Take(1001).ShouldBe(Enumerable.Range(0, 1001).Select(each => each.ToString(CultureInfo.InvariantCulture)));
        lines[^1].ShouldBe("(2000 lines are missing: they could not be written fast enough, or not at all.)");
    }

    [Test]
    public async Task A_disk_that_was_full_gets_the_rest_and_is_told_what_is_missing()
    {
        using var disk = new FullDisk();
        var printed = new PrintedLines(disk);
        printed.Add("one");
        await disk.WasFull;
        printed.Add("two");
        await printed.DisposeAsync();

        disk.ToString().ReplaceLineEndings("\n").ShouldBe("two\n(1 line is missing: they could not be written fast enough, or not at all.)\n");
    }

    [TestCase("> /dev/full 2>&1")]
    [TestCase(">&- 2>&-")]
    [TestCase("| true")]
    [Platform(Include = "Linux", Reason = "/dev/full is a disk without room.")]
    public async Task An_output_that_takes_nothing_ends_nothing(string where)
    {
        using var folder = new TemporaryFolder();
        var ready = Path.Combine(folder.Path, "ready.json");
        using var appears = new FileSystemWatcher(folder.Path, "ready.json") { EnableRaisingEvents = true };
        var there = new TaskCompletionSource();
        appears.Created += (_, _) => there.TrySetResult();
        appears.Renamed += (_, _) => there.TrySetResult();
        using var shell = Process.Start("/bin/sh", ["-c", $"dotnet '{typeof(FakeJiraServer).Assembly.Location}' --port 0 --log --ready-file '{ready}' {where}"]);
        await there.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var said = JObject.Parse(await File.ReadAllTextAsync(ready));
        using var program = Process.GetProcessById((int)said["pid"]!);
        using var client = new HttpClient { BaseAddress = new Uri((string)said["url"]!) };

        for (var i = 0; i < 3; i++)
        {
            (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);
        }

        using var kill = Process.Start("kill", ["-TERM", $"{said["pid"]}"]);
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        shell.ExitCode.ShouldBe(0);
        File.Exists(ready).ShouldBeFalse();
    }

    /// <summary>Takes the first piece only when it is told to.</summary>
    private sealed class SlowReader : StringWriter
    {
        private readonly TaskCompletionSource _begun = new();

        public TaskCompletionSource Goes { get; } = new();

        public Task HasBegun => _begun.Task;

        public string Text => ToString();

        public override void Write(string? value)
        {
            _begun.TrySetResult();
            Goes.Task.Wait();
            base.Write(value);
        }
    }

    /// <summary>Has no room at first.</summary>
    private sealed class FullDisk : StringWriter
    {
        private readonly TaskCompletionSource _full = new();
        private bool _hasRoom;

        public Task WasFull => _full.Task;

        public override void Write(string? value)
        {
            if (_hasRoom)
            {
                base.Write(value);
                return;
            }

            _hasRoom = true;
            _full.SetResult();
            throw new IOException("No space left on device");
        }
    }
}
