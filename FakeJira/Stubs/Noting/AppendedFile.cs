using System.Runtime.InteropServices;

namespace FakeJira.Stubs.Noting;

/// <summary>
/// A file to whose end is written, wherever that is by now: others may write to it too, empty it, or take it away. On Linux the system itself finds the
/// end, so not even two processes at once write over each other; Windows refuses the second of them.
/// </summary>
internal sealed class AppendedFile(string path) : IAsyncDisposable
{
    // Of fcntl on Linux.
    private const int GetFlags = 3;
    private const int SetFlags = 4;
    private const int AppendFlag = 0x400;

    private FileStream? _file = Open(path);
    private bool _isTorn;

    /// <summary>Writes whole lines; after one that was written in part they begin a new one.</summary>
    /// <returns>Whether the file had vanished, so that a new one was begun.</returns>
    /// <exception cref="IOException">They could not be written, or not all of them.</exception>
    public async Task<bool> WriteAsync(ReadOnlyMemory<byte> lines)
    {
        var (file, hasVanished) = Current();
        if (_isTorn && !(file.CanSeek && file.Length == 0))
        {
            await file.WriteAsync("\n"u8.ToArray()).ConfigureAwait(false);
        }

        _isTorn = true;
        await file.WriteAsync(lines).ConfigureAwait(false);
        _isTorn = false;
        return hasVanished;
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? default;

    private (FileStream File, bool HasVanished) Current()
    {
        if (_file is { CanSeek: false } pipe)
        {
            return (pipe, false);
        }

        // Another length than that of the file which is open: its name leads to another one by now. To open it once more does no harm.
        var isThere = File.Exists(path);
        if (_file is { } file && isThere && new FileInfo(path).Length == file.Length)
        {
            file.Seek(0, SeekOrigin.End);
            return (file, false);
        }

        var wasOpen = _file is not null;
        _file?.Dispose();
        _file = null;
        _file = Open(path);
        return (_file, wasOpen && !isThere);
    }

    private static FileStream Open(string path)
    {
        var share = OperatingSystem.IsWindows() ? FileShare.Read | FileShare.Delete : FileShare.ReadWrite | FileShare.Delete;
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, share, bufferSize: 0);
        if (file.CanSeek)
        {
            file.Seek(0, SeekOrigin.End);
            if (OperatingSystem.IsLinux())
            {
                Append(file.SafeFileHandle);
            }
        }

        return file;
    }

    /// <summary>The platform's own way to append on Unix is to remember where the end was.</summary>
    private static void Append(SafeHandle file)
    {
        try
        {
            _ = Control(file, SetFlags, Control(file, GetFlags, 0) | AppendFlag);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A libc of another name: the end is looked for before each write, as elsewhere.
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeHandle file, int command, int argument);
}
