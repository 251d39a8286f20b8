namespace FakeJira.Stubs.Mappings;

/// <summary>Writes files into the mapping folder, whole or not at all: nobody reads half of one.</summary>
internal static class MappingFolderWriter
{
    private static int _writes;

    /// <summary>A folder that is gone is not made again: it would hold this one file, and the mappings that stay in service until it is back would be gone.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string folder, string name, ReadOnlyMemory<byte> content)
    {
        // Of its own for every write, also of other processes: two that write the same file at once would finish each other's.
        var unfinished = $".{Environment.ProcessId}-{Interlocked.Increment(ref _writes)}.unfinished";
        WholeFile.Write(Path.Combine(folder, name), Path.Combine(folder, unfinished), content.Span);
    }
}
