using System.Diagnostics;

namespace FakeJira.Benchmarks;

/// <summary>A process that ends, with all that it has started, when it is disposed. A server that is started through a shell or a package runner does its work in a process below, so time and memory are those of all together.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo? _folder;

    private MeasuredProcess(Process process, DirectoryInfo? folder) => (Process, _folder) = (process, folder);

    public Process Process { get; }

    /// <summary>CPU time until now.</summary>
    public TimeSpan CpuTime => ProcessTree.Of(Process.Id).Aggregate(TimeSpan.Zero, (sum, id) => sum + CpuClock.Of(id));

    /// <summary>What it has of the machine's memory; what several processes share counts for each.</summary>
    public double Megabytes => ProcessTree.Of(Process.Id).Sum(ProcessTree.BytesOf) / (1024.0 * 1024);

    /// <summary>Ours work in an empty folder of their own: what a host finds in the one in which it was started it reads and, with all that is below, watches.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static MeasuredProcess Start(ProcessStartInfo start, bool inEmptyFolder = true)
    {
        var folder = inEmptyFolder ? Directory.CreateTempSubdirectory("fakejira-") : null;
        try
        {
            start.WorkingDirectory = folder?.FullName ?? start.WorkingDirectory;
            return new(Process.Start(start)!, folder);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            folder?.Delete();
            throw;
        }
    }

    public void Dispose()
    {
        Process.Kill(entireProcessTree: true);
        // With a limit, because without one it would also wait for others that still hold its output.
        Process.WaitForExit(Patience);
        Process.Dispose();
        _folder?.Delete(recursive: true);
    }
}
