using System.IO.Enumeration;

namespace FakeJira.Stubs.Mappings;

/// <summary>What a file is to the mapping folder.</summary>
internal enum FileKind
{
    /// <summary>A file of mappings, unless a mapping names it as its body or pattern.</summary>
    Mapping,

    /// <summary>Under <c>__files</c>, or a JSON schema: there on purpose, and no mapping.</summary>
    Aside,

    /// <summary>Not read; a mapping may name it as its body or pattern.</summary>
    Other,
}

/// <summary>A file of the folder as the file system shows it.</summary>
/// <param name="Name">Relative to the folder, with slashes.</param>
/// <param name="Path">The whole path.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Written">When it was last written, in UTC.</param>
internal readonly record struct ListedFile(string Name, string Path, long Length, DateTime Written)
{
    /// <summary>How the name of a folder ends that is a link: it is not followed, because a chain of links can lead back to where it began.</summary>
    public const char LinkedFolder = '/';

    public FileKind Kind =>
        Name.StartsWith("__files/", StringComparison.Ordinal) || Name.Contains("/__files/", StringComparison.Ordinal) || Name.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase) ? FileKind.Aside
        : Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? FileKind.Mapping
        : FileKind.Other;
}

/// <summary>Lists a folder and its sub-folders; folders that are links are named and not entered. What begins with a dot is left out: it belongs to an editor or to version control.</summary>
internal static class FolderListing
{
    private static readonly EnumerationOptions Options = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32, IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>Every file, in the ordinal order of the names: the order in which WireMock.Net reads them, so that of two equal mappings the same one wins.</summary>
    /// <exception cref="IOException">The folder cannot be listed, for example because it is gone.</exception>
    public static List<ListedFile> Of(string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(folder);
        var found = new FileSystemEnumerable<ListedFile>(root, (ref entry) => Listed(ref entry, root), Options)
        {
            ShouldIncludePredicate = static (ref entry) => entry.FileName[0] != '.' && (!entry.IsDirectory || IsLink(ref entry)),
            ShouldRecursePredicate = static (ref entry) => entry.FileName[0] != '.' && !IsLink(ref entry),
        };
        List<ListedFile> files = [.. found];
        files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.ToFileSystemInfo().LinkTarget is not null;

    private static ListedFile Listed(ref FileSystemEntry entry, string root)
    {
        var path = entry.ToFullPath();
        var name = path[(root.Length + 1)..].Replace('\\', '/');
        if (entry.IsDirectory)
        {
            return new(name + ListedFile.LinkedFolder, path, 0, default);
        }

        if ((entry.Attributes & FileAttributes.ReparsePoint) != 0 && Target(path) is { Exists: true } target)
        {
            return new(name, path, target.Length, target.LastWriteTimeUtc);
        }

        return new(name, path, entry.Length, entry.LastWriteTimeUtc.UtcDateTime);
    }

    private static FileInfo? Target(string link)
    {
        try
        {
            return new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Links in a circle: whoever reads the file is told so, and the others are read all the same.
            return null;
        }
    }
}
