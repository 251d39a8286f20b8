using System.Diagnostics;

namespace FakeJira.Tests.Commands;

/// <summary>The standalone program as a process of its own.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;

    private RunningProgram(Process process, Uri address, IReadOnlyList<string> greeting) => (_process, Address, Greeting) = (process, address, greeting);

    /// <summary>Where it said that it listens.</summary>
    public Uri Address { get; }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>What it printed before it waited.</summary>
    public IReadOnlyList<string> Greeting { get; }

    /// <summary>Starts it on a free port and waits for its line.</summary>
    public static Task<RunningProgram> StartAsync(params string[] args) => StartAsync(new Dictionary<string, string>(), args);

    /// <inheritdoc cref="StartAsync(string[])"/>
    public static async Task<RunningProgram> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var process = Start(["--port", "0", .. args], environment);
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line == "Ctrl+C ends it.")
            {
                return new(process, new Uri(lines[0]["FakeJira listens on ".Length..]), lines);
            }
        }

        throw new InvalidOperationException($"It ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Starts it, and ends it as Ctrl+C does.</summary>
    public static async Task StartAndStopAsync(params string[] args)
    {
        using var program = await StartAsync(args);
        await program.InterruptAsync();
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }

    /// <summary>Asks it to end, as Ctrl+C does, and returns its exit code and last line.</summary>
    public async Task<(int ExitCode, string Output)> InterruptAsync()
    {
        await SignalAsync("TERM");
        return await EndAsync();
    }

    /// <summary>Sends it a signal by its name.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The next line of its output with this text.</summary>
    public async Task<string> LineAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended without saying '{text}'.");
    }

    /// <summary>Waits for its end; its exit code and what it has said since.</summary>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        var rest = await _process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync();
        return (_process.ExitCode, rest.ReplaceLineEndings("\n"));
    }

    /// <summary>Waits for its end while nobody reads what it says.</summary>
    public Task ExitAsync() => _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>What it said on the error output until its end.</summary>
    public async Task<string> ErrorsAsync() => (await _process.StandardError.ReadToEndAsync()).ReplaceLineEndings("\n");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Start(string[] args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FakeJiraServer).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
