namespace FakeJira.Stubs;

/// <summary>Reads files, and no pipes or devices, which would be waited for or read for ever. They have no length; nor do empty files, of which nothing is missed.</summary>
internal static class RegularFile
{
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static byte[] ReadAllBytes(string path) => HasLength(path) ? File.ReadAllBytes(path) : [];

    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static string ReadAllText(string path) => HasLength(path) ? File.ReadAllText(path) : "";

    /// <summary>How long it is, or what a link leads to; 0 for what has no length.</summary>
    /// <exception cref="IOException">The file is not there.</exception>
    public static long LengthOf(string path)
    {
        FileSystemInfo file = new FileInfo(path);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)) is FileInfo { Length: var length } ? length : 1;
    }

    private static bool HasLength(string path) => LengthOf(path) > 0;
}
