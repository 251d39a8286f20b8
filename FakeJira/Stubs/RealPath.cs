namespace FakeJira.Stubs;

/// <summary>Where the bytes of a file are: no part of such a path is a link.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows; more are taken for a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>Whether what a path leads to is inside a folder, wherever links on the way to either lead; links in a circle lead nowhere.</summary>
    /// <exception cref="IOException">A link cannot be read.</exception>
    public static bool IsInside(string path, string folder) =>
        Of(path) is { } real && Of(folder) is { } inside && real.StartsWith(Path.EndsInDirectorySeparator(inside) ? inside : inside + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path part by part, as the file system walks it: .NET's own way resolves the last part alone, and not the folders that a link's target goes through.</summary>
    private static string? Of(string path)
    {
        var whole = Path.GetFullPath(path);
        var at = Path.GetPathRoot(whole)!;
        var links = 0;
        var ahead = new Stack<string>();
        Push(ahead, whole[at.Length..]);
        while (ahead.TryPop(out var part))
        {
            if (part == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
            }
            else if (new FileInfo(Path.Combine(at, part)).LinkTarget is not { } target)
            {
                at = Path.Combine(at, part);
            }
            else if (++links > MostLinks)
            {
                return null;
            }
            else
            {
                var root = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
                at = Path.Combine(at, root);
                Push(ahead, target[root.Length..]);
            }
        }

        return at;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        foreach (var part in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse())
        {
            ahead.Push(part);
        }
    }
}
