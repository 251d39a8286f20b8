using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace FakeJira.Stubs.Covering;

/// <summary>
/// Where servers leave their coverage as they end, a file each: named by process and a number that counts up, and there only once it is whole, so that
/// processes need not know of each other and none can spoil what is there.
/// </summary>
internal static class CoverageFolder
{
    private static int _last;

    /// <summary>Adds a file; returns what went wrong, or null. A test run is never failed by it.</summary>
    public static string? Write(string folder, Coverage coverage)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var text = CoverageDocument.WriteShown(coverage).ToString(Formatting.None) + "\n";
            var unfinished = Path.Combine(folder, NextName() + ".tmp");
            WholeFile.Write(unfinished, unfinished + "0", Encoding.UTF8.GetBytes(text));
            for (var file = Path.ChangeExtension(unfinished, null); !TryMove(unfinished, file); file = Path.Combine(folder, NextName()))
            {
                // Another process of the same id has been here: an earlier run, or another container.
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"Cannot write the coverage to '{folder}': {exception.Message}";
        }
    }

    private static string NextName() => string.Create(CultureInfo.InvariantCulture, $"coverage-{Environment.ProcessId}-{Interlocked.Increment(ref _last)}.json");

    private static bool TryMove(string unfinished, string file)
    {
        if (File.Exists(file))
        {
            return false;
        }

        try
        {
            File.Move(unfinished, file);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }
}
