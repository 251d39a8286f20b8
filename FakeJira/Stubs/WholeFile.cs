namespace FakeJira.Stubs;

/// <summary>Writes files whole or not at all: nobody reads half of one, and what a full disk did not take leaves nothing behind.</summary>
internal static class WholeFile
{
    private static int _writes;

    /// <summary>Until it is all there, what is written has a hidden name beside the target, of its own for every write of every process: two that write the same file at once would finish each other's.</summary>
    /// <param name="target">The file; what it held stays until the new content is all there. Its folder is not made.</param>
    /// <param name="content">What it is to hold.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string target, ReadOnlyMemory<byte> content) =>
        Write(target, Unfinished(target), content);

    /// <summary>Writes several, and puts them in place once all are written: a full disk takes none of them.</summary>
    /// <param name="files">Each with what it is to hold.</param>
    /// <exception cref="IOException">A file cannot be written, or one cannot take its place; those before that one have taken theirs.</exception>
    public static void WriteAll(IEnumerable<(string Target, ReadOnlyMemory<byte> Content)> files) =>
        WriteAll(files.Select(file => (file.Target, Unfinished(file.Target), file.Content)).ToList());

    /// <param name="target">The file; what it held stays until the new content is all there.</param>
    /// <param name="unfinished">What it is called until then, in the same folder.</param>
    /// <param name="content">What it is to hold.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string target, string unfinished, ReadOnlyMemory<byte> content) =>
        WriteAll([(target, unfinished, content)]);

    private static void WriteAll(List<(string Target, string Unfinished, ReadOnlyMemory<byte> Content)> files)
    {
        try
        {
            foreach (var file in files)
            {
                File.WriteAllBytes(file.Unfinished, file.Content.Span);
            }

            foreach (var file in files)
            {
                File.Move(file.Unfinished, file.Target, overwrite: true);
            }
        }
        catch
        {
            foreach (var file in files.Where(file => File.Exists(file.Unfinished)))
            {
                File.Delete(file.Unfinished);
            }

            throw;
        }
    }

    private static string Unfinished(string target) => Path.Combine(Path.GetDirectoryName(target) ?? "", $".{Environment.ProcessId}-{Interlocked.Increment(ref _writes)}.unfinished");
}
