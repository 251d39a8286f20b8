using System.Runtime.CompilerServices;

namespace FakeJira.Tests;

/// <summary>Files of the repository, for tests that compare them with the code.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder with FakeJira.sln.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, ".."));

    /// <summary>Where a file or folder of the repository is.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file, lines ending in \n.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>The C# files of a folder, by their path in the repository.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
