using System.Diagnostics;
using System.Globalization;
using FakeJira.Benchmarks.Compare;

namespace FakeJira.Benchmarks;

/// <summary>A server in a process of its own, so that its CPU time is its own. Those of FakeJira collect what requests leave behind as often as the program does (FakeJira.csproj); the bare one when the platform thinks it is time.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Bare = "bare";

    /// <summary>System.GC.Gen0MaxBudget of the program; the runtime reads the variable as a hexadecimal number, and looks at the case of its name.</summary>
    private static readonly (string Name, string Value) Budget = ("DOTNET_GCGen0MaxBudget", "0x800000");

    private readonly MeasuredProcess _process;

    private ServerProcess(MeasuredProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan CpuTime => _process.CpuTime;

    public static ServerProcess Start(string kind, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, kind, "0", .. more]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (kind != Bare)
        {
            start.Environment[Budget.Name] = Budget.Value;
        }

        var process = MeasuredProcess.Start(start);
        return new ServerProcess(process, new Uri(process.Process.StandardOutput.ReadLine() ?? throw new IOException($"{kind} has not started.")));
    }

    /// <summary>Bare Kestrel, with the answer that another server gives to a request.</summary>
    public static async Task<ServerProcess> StartBareAsync(Uri like, Comparison comparison)
    {
        var file = Path.GetTempFileName();
        try
        {
            (await comparison.AnswerOfAsync(like).ConfigureAwait(false)).Write(file);
            return Start(Bare, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>FakeJira with what a comparison needs. The program keeps the thread pool as it is; a server in the process of a test raises it.</summary>
    public static async Task<int> RunFakeAsync(string port, Action<FakeJiraServer> arrange, bool keepThreadPool = true, string? mappings = null)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { KeepThreadPool = keepThreadPool, Port = int.Parse(port, CultureInfo.InvariantCulture), Mappings = mappings }).ConfigureAwait(false);
        arrange(fake);
        return Wait(fake.BaseAddress);
    }

    /// <summary>The usual one beside a folder of mappings that mean other requests.</summary>
    public static async Task<int> RunAmongMappingsAsync(string port, int mappings)
    {
        using var workload = new Workload(mappings);
        return await RunFakeAsync(port, ContractRequests.Arrange, mappings: workload.Folder).ConfigureAwait(false);
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

    public void Dispose() => _process.Dispose();

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
