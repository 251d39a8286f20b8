namespace FakeJira.Stubs.Responding;

/// <summary>Reads a file that a mapping names: from the mapping folder and nowhere else, whatever the name or a link in it says.</summary>
internal static class ConfinedFile
{
    /// <summary>Where such files usually are; some servers add it to the name, here it is a part of it.</summary>
    private const string UsualFolder = "__files";

    private const int Limit = 64 * 1024 * 1024;

    /// <summary>The content; null, and <paramref name="refuse"/> is told why, when there is no such file in the folder.</summary>
    public static byte[]? Read(string? folder, string name, Action<string> refuse, int limit = Limit)
    {
        var path = name.Replace('\\', '/');
        if (folder is null)
        {
            refuse($"'{name}' cannot be read: files are read from the mapping folder, and there is none here.");
        }
        else if (path.Length == 0 || Path.IsPathRooted(path) || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || path.Split('/').Contains(".."))
        {
            refuse($"'{name}' leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.");
        }
        else
        {
            return Read(Path.Combine(Path.GetFullPath(folder), path), Path.GetFullPath(folder), name, refuse, limit);
        }

        return null;
    }

    private static byte[]? Read(string full, string folder, string name, Action<string> refuse, int limit)
    {
        try
        {
            var file = new FileInfo(full);
            if (!file.Exists)
            {
                var usual = $"{UsualFolder}/{name.Replace('\\', '/')}";
                refuse($"There is no file '{name}' in the mapping folder" + (File.Exists(Path.Combine(folder, usual)) ? $"; did you mean '{usual}'?" : "."));
            }
            else if (!RealPath.IsInside(full, folder))
            {
                refuse($"'{name}' is a link that leads out of the mapping folder.");
            }
            else if (RegularFile.LengthOf(full) > limit)
            {
                refuse($"'{name}' is larger than {limit / 1024 / 1024} MB.");
            }
            else
            {
                return RegularFile.ReadAllBytes(full);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The words of the system have the whole path, and this goes into answers.
            refuse($"'{name}' cannot be read: {(exception is UnauthorizedAccessException ? "access is denied" : "it cannot be opened")}.");
        }

        return null;
    }
}
