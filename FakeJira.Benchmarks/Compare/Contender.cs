using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace FakeJira.Benchmarks.Compare;

/// <summary>A server that takes part: what it is called, how it is started, and where it answers.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Address">Where it answers.</param>
internal sealed record Contender(string Name, IReadOnlyList<string> Command, Uri Address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The standalone program with nothing to read: its built-in mappings and the vendors' examples.</summary>
    public static Contender OfFakeJira() => OfProgram();

    /// <summary>The standalone program, with a folder of mappings and a site of one issue with one voter.</summary>
    public static Contender OfFakeJira(string mappings, string seed) => OfProgram("--mappings", mappings, "--seed", seed);

    /// <summary>The yardstick, writing the answer that stands in a file.</summary>
    public static Contender OfBare(string answer)
    {
        var port = FreePort();
        return new("bare Kestrel", ["dotnet", typeof(Contender).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture), answer], new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <exception cref="IOException">It does not.</exception>
    public RunningContender Start()
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo(Command[0], Command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        var process = Process.Start(start)!;
        // Nobody reads what it prints; a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        var complaint = "";
        process.ErrorDataReceived += (_, line) => complaint = line.Data ?? complaint;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!Listens())
        {
            if (process.HasExited || watch.Elapsed > Patience)
            {
                throw new IOException($"{Name} does not answer at {Address}: {string.Join(' ', Command)}: {complaint}");
            }

            Thread.Sleep(1);
        }

        return new(this, process, watch.Elapsed.TotalMilliseconds);
    }

    private static Contender OfProgram(params string[] more)
    {
        var port = FreePort();
        return new("FakeJira", ["dotnet", typeof(FakeJiraServer).Assembly.Location, "--port", port.ToString(CultureInfo.InvariantCulture), .. more], new Uri($"http://127.0.0.1:{port}"));
    }

    private bool Listens()
    {
        try
        {
            using var client = new TcpClient(Address.Host, Address.Port);
            client.GetStream().Write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8);
            return client.GetStream().Read(new byte[1]) == 1;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A server that runs.</summary>
internal sealed class RunningContender(Contender contender, Process process, double coldStart) : IDisposable
{
    public Contender Contender => contender;

    /// <summary>From the start of the process to its first answer, in milliseconds.</summary>
    public double ColdStart => coldStart;

    /// <summary>What it has of the machine's memory, in megabytes.</summary>
    public double Memory => MegabytesOf(process);

    /// <summary>The same when it had just answered for the first time.</summary>
    public double MemoryAtStart { get; } = MegabytesOf(process);

    /// <summary>Asks it a number of times; null when it has no good answer to the request.</summary>
    public async Task<Round?> AskAsync(Comparison comparison, int connections, int requests)
    {
        if (!await HasAnswerAsync(comparison).ConfigureAwait(false))
        {
            return null;
        }

        process.Refresh();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var times = await Load.RunAsync(contender.Address, comparison, connections, requests).ConfigureAwait(false);
        var elapsed = watch.Elapsed;
        process.Refresh();
        return Round.Of((process.TotalProcessorTime - before).TotalMicroseconds, elapsed, times);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static double MegabytesOf(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / (1024.0 * 1024);
    }

    private async Task<bool> HasAnswerAsync(Comparison comparison)
    {
        try
        {
            await comparison.AnswerOfAsync(contender.Address).ConfigureAwait(false);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
