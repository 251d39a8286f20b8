using System.Diagnostics;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Commands;

/// <summary>How the standalone program ends, and what does not end it.</summary>
[Platform(Exclude = "Win", Reason = "Signals are those of Unix.")]
public sealed class EndingTests
{
    private const string Dripping = """{ "Request": { "Path": "/slow" }, "Response": { "Body": "all of it, to the end", "Drip": DRIP } }""";

    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task A_signal_ends_it_after_the_requests_in_flight(string signal)
    {
        using var folder = new TemporaryFolder(("slow.json", Dripping.Replace("DRIP", "3000", StringComparison.Ordinal)));
        using var program = await RunningProgram.StartAsync("--mappings", folder.Path);
        using var client = new HttpClient { BaseAddress = program.Address };
        using var answer = await client.GetAsync("slow", HttpCompletionOption.ResponseHeadersRead);

        await program.SignalAsync(signal);

        (await answer.Content.ReadAsStringAsync()).ShouldBe("all of it, to the end");
        (await program.EndAsync()).ShouldBe((0, "FakeJira ends.\n"));
    }

    [Test]
    public async Task A_request_that_takes_longer_than_the_limit_is_cut()
    {
        using var folder = new TemporaryFolder(("slow.json", Dripping.Replace("DRIP", "600000", StringComparison.Ordinal)));
        using var program = await RunningProgram.StartAsync("--mappings", folder.Path, "--end-time", "0");
        using var client = new HttpClient { BaseAddress = program.Address };
        using var answer = await client.GetAsync("slow", HttpCompletionOption.ResponseHeadersRead);

        await program.SignalAsync("TERM");

        await Should.ThrowAsync<HttpRequestException>(() => answer.Content.ReadAsStringAsync());
        (await program.EndAsync()).ShouldBe((0, "FakeJira ends.\n"));
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public async Task A_second_signal_ends_it_at_once(string signal, int exitCode)
    {
        using var folder = new TemporaryFolder(("slow.json", Dripping.Replace("DRIP", "600000", StringComparison.Ordinal)));
        using var program = await RunningProgram.StartAsync("--mappings", folder.Path, "--end-time", "600");
        using var client = new HttpClient { BaseAddress = program.Address };
        using var answer = await client.GetAsync("slow", HttpCompletionOption.ResponseHeadersRead);

        await program.SignalAsync(signal);
        (await program.LineAsync("FakeJira ends.")).ShouldBe("FakeJira ends.");
        await program.SignalAsync(signal);

        (await program.EndAsync()).ShouldBe((exitCode, ""));
    }

    [Test]
    public async Task A_start_that_waits_for_a_disk_for_ever_can_be_ended()
    {
        using var folder = new TemporaryFolder(("ready", ""));
        var pipe = await folder.PipeAsync("journal");
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(folder.Path, "ready") { EnableRaisingEvents = true };
        watcher.Deleted += (_, _) => begun.TrySetResult();

        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(FakeJiraServer).Assembly.Location, "--port", "0", "--ready-file", Path.Combine(folder.Path, "ready"), "--journal-file", pipe]) { RedirectStandardOutput = true })!;

        // A start removes what an earlier server has left as ready, then opens the journal; and that takes for ever, as nobody reads the pipe.
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        using (var kill = Process.Start("kill", ["-TERM", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        try
        {
            await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            program.Kill();
        }

        program.ExitCode.ShouldBe(143);
    }

    [Test]
    public async Task A_folder_that_vanishes_is_told_and_answers_until_it_is_back()
    {
        using var folder = new TemporaryFolder(("a.json", TemporaryFolder.Answering("/a", "one")));
        using var program = await RunningProgram.StartAsync("--mappings", folder.Path);
        using var client = new HttpClient { BaseAddress = program.Address };

        Directory.Delete(folder.Path, recursive: true);

        (await program.LineAsync("The mapping folder cannot be read")).ShouldEndWith("Its mappings stay in service until it is back.");
        (await Answer.Of(client, "GET", "a")).Body.ShouldBe("one");
        folder.Write("a.json", TemporaryFolder.Answering("/a", "two"));
        (await program.LineAsync(": 1 mapping.")).ShouldBe($"{folder.Path}: 1 mapping.");
        (await Answer.Of(client, "GET", "a")).Body.ShouldBe("two");
        (await program.InterruptAsync()).ExitCode.ShouldBe(0);
    }

    [Test]
    [Platform(Include = "Linux", Reason = "/dev/full is a disk without room.")]
    public async Task A_coverage_that_cannot_be_written_is_told_and_the_end_is_the_same()
    {
        using var program = await RunningProgram.StartAsync("--coverage", "/dev/full");

        (await program.InterruptAsync()).ShouldBe((0, "FakeJira ends.\n"));
        (await program.ErrorsAsync()).Split('\n').ShouldSatisfyAllConditions(lines => lines.Length.ShouldBe(2), lines => lines[0].ShouldContain("/dev/full"));
    }

    [Test]
    public async Task Two_programs_on_one_port_are_one_line_and_exit_code_2()
    {
        using var first = await RunningProgram.StartAsync();
        var port = first.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var second = await RunningProgram.RunAsync("--port", port);

        second.ShouldBe((2, "", $"Cannot listen on 127.0.0.1:{port}: Address already in use. Choose another port, or 0 for any free one.\n"));
        using var client = new HttpClient { BaseAddress = first.Address };
        (await Answer.Of(client, "GET", "__fakejira/ready")).Status.ShouldBe(200);
    }
}
