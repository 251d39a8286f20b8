using System.Diagnostics;

namespace FakeJira.Benchmarks.Soak;

/// <summary>What a process holds, once what it no longer needs is gone.</summary>
/// <param name="Heap">Managed bytes.</param>
/// <param name="Handles">Files and sockets.</param>
/// <param name="Threads">Threads.</param>
internal sealed record Footprint(long Heap, int Handles, int Threads)
{
    // The pool has up to its minimum of 96 threads as work comes and goes, and each keeps buffers, measured: 40 threads more are 6 MB more.
    private const long HeapRoom = 12 * 1024 * 1024;
    private const int HandleRoom = 32;
    private const int ThreadRoom = 64;

    public static Footprint Now()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return new(heap, Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount, process.Threads.Count);
    }

    /// <summary>What has grown since, or null.</summary>
    public string? GrownSince(Footprint before) =>
        Heap > before.Heap + HeapRoom || Handles > before.Handles + HandleRoom || Threads > before.Threads + ThreadRoom ? $"grown from {before} to {this}" : null;

    public override string ToString() => FormattableString.Invariant($"{Heap / 1048576.0:F1} MB, {Handles} handles, {Threads} threads");
}
