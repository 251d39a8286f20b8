using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Benchmarks;

/// <summary>A server in a process of its own, so that its CPU time is its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static ServerProcess Start(string kind, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, kind, "0", .. more]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start)!;
        return new ServerProcess(process, new Uri(process.StandardOutput.ReadLine() ?? throw new IOException($"{kind} has not started.")));
    }

    /// <summary>Bare Kestrel, with the answer that another server gives to a request.</summary>
    public static async Task<ServerProcess> StartBareAsync(Uri like, Comparison comparison)
    {
        var file = Path.GetTempFileName();
        try
        {
            (await comparison.AnswerOfAsync(like).ConfigureAwait(false)).Write(file);
            return Start("bare", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>FakeJira with what a comparison needs. The program keeps the thread pool as it is; a server in the process of a test raises it.</summary>
    public static async Task<int> RunFakeAsync(string port, Action<FakeJiraServer> arrange, bool keepThreadPool = true)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { KeepThreadPool = keepThreadPool, Port = int.Parse(port, CultureInfo.InvariantCulture) }).ConfigureAwait(false);
        arrange(fake);
        return Wait(fake.BaseAddress);
    }

    /// <summary>FakeJira with a folder of mapping files and nothing else.</summary>
    public static async Task<int> RunMappedAsync(string port, string folder)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { KeepThreadPool = true, Port = int.Parse(port, CultureInfo.InvariantCulture), Mappings = folder, Contracts = [] }).ConfigureAwait(false);
        return Wait(fake.BaseAddress);
    }

    /// <summary>Bare Kestrel, with the answer that stands in a file.</summary>
    public static async Task<int> RunBareAsync(string port, string answer)
    {
        await using var bare = await BareServer.StartAsync(CannedAnswer.Read(answer), int.Parse(port, CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return Wait(bare.Address);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Says where it listens, and ends with the process that started it.</summary>
    private static int Wait(Uri address)
    {
        Console.WriteLine(address);
        while (Console.ReadLine() is not null)
        {
        }

        return 0;
    }
}
