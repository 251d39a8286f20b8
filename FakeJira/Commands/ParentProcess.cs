using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FakeJira.Commands;

/// <summary>The process that started this one.</summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Ends when the parent has ended. A parent that was gone before this is called is not noticed: somebody else is the parent then.</summary>
    public static Task GoneAsync(CancellationToken cancellation) => OperatingSystem.IsWindows() ? GoneOnWindowsAsync(cancellation) : GoneOnUnixAsync(cancellation);

    /// <summary>An orphan has another parent at once, also while its own has ended and nobody has asked how; one cheap call of the system, four times a second.</summary>
    private static async Task GoneOnUnixAsync(CancellationToken cancellation)
    {
        var parent = ParentOfUnix();
        using var timer = new PeriodicTimer(Interval);
        while (ParentOfUnix() == parent)
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task GoneOnWindowsAsync(CancellationToken cancellation)
    {
        using var own = Process.GetCurrentProcess();
        try
        {
            if (ProcessInformation(own.Handle, 0, out var basic, Marshal.SizeOf<BasicInformation>(), out _) != 0)
            {
                throw new FakeJiraException("--exit-with-parent: the system does not tell which process has started this one.");
            }

            using var parent = Process.GetProcessById((int)basic.Parent);
            if (parent.StartTime <= own.StartTime)
            {
                await parent.WaitForExitAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // There is no such process any more.
        }
        catch (Win32Exception exception)
        {
            throw new FakeJiraException($"--exit-with-parent: the process that has started this one cannot be watched: {exception.Message}", exception);
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentOfUnix();

    [DllImport("ntdll", EntryPoint = "NtQueryInformationProcess")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ProcessInformation(nint process, int kind, out BasicInformation information, int size, out int written);

    [StructLayout(LayoutKind.Sequential)]
    private struct BasicInformation
    {
        public nint ExitStatus;
        public nint EnvironmentBlock;
        public nint Affinity;
        public nint Priority;
        public nint Own;
        public nint Parent;
    }
}
