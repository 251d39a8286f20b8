using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Benchmarks;

/// <summary>A process and those that it has started, where the system tells (Linux); elsewhere itself alone.</summary>
internal static class ProcessTree
{
    /// <summary>The ids, its own first.</summary>
    public static IReadOnlyList<int> Of(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [process];
        }

        var children = Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).ToLookup(ParentOf);
        List<int> all = [process];
        for (var at = 0; at < all.Count; at++)
        {
            all.AddRange(children[all[at]]);
        }

        return all;
    }

    /// <summary>What a process has of the machine's memory; none when it has ended.</summary>
    public static long BytesOf(int process)
    {
        try
        {
            using var known = Process.GetProcessById(process);
            return known.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>What stands behind the name, which is in brackets, and the state; 0 when the process has ended meanwhile.</summary>
    private static int ParentOf(int process)
    {
        try
        {
            var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return int.Parse(line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
