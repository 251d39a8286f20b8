namespace FakeJira.Stubs.Mappings;

/// <summary>Writes files into the mapping folder, whole or not at all: nobody reads half of one.</summary>
internal static class MappingFolderWriter
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string folder, string name, ReadOnlyMemory<byte> content)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, name);
        var unfinished = Path.Combine(folder, $".{name}.unfinished");
        using (var file = File.Create(unfinished))
        {
            file.Write(content.Span);
        }

        File.Move(unfinished, target, overwrite: true);
    }
}
