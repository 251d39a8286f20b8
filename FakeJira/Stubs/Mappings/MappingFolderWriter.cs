namespace FakeJira.Stubs.Mappings;

/// <summary>Writes files into the mapping folder, whole or not at all: nobody reads half of one.</summary>
internal static class MappingFolderWriter
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string folder, string name, ReadOnlyMemory<byte> content)
    {
        Directory.CreateDirectory(folder);
        WholeFile.Write(Path.Combine(folder, name), Path.Combine(folder, $".{name}.unfinished"), content.Span);
    }
}
