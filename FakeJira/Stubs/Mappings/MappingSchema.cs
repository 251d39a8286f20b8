namespace FakeJira.Stubs.Mappings;

/// <summary>The JSON schema of mapping files, for editors: it completes and explains what the reader understands.</summary>
internal static class MappingSchema
{
    /// <summary>What it is called where it is written to a file.</summary>
    public const string FileName = "mapping.schema.json";

    /// <summary>Its text.</summary>
    public static string Read()
    {
        using var stream = typeof(MappingSchema).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
