using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FakeJira.Benchmarks;

/// <summary>The CPU time of another process, ended threads included. Linux has a clock of nanoseconds for it; what <see cref="Process"/> reads there counts ticks of 10 ms, which is a microsecond for each of 10,000 requests.</summary>
internal static class CpuClock
{
    /// <summary>The kernel's CPUCLOCK_SCHED: what the scheduler has counted.</summary>
    private const int Scheduled = 2;

    private const int NanosecondsPerTick = 100;

    /// <summary>Zero when the process has ended.</summary>
    public static TimeSpan Of(int process)
    {
        if (OperatingSystem.IsLinux() && Environment.Is64BitProcess && Read((~process << 3) | Scheduled, out var time) == 0)
        {
            return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / NanosecondsPerTick);
        }

        try
        {
            using var known = Process.GetProcessById(process);
            return known.TotalProcessorTime;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return TimeSpan.Zero;
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
