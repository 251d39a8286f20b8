namespace FakeJira.Seeding;

/// <summary>The JSON schema of state documents and seed files, for editors: it completes and explains what the reader understands.</summary>
internal static class StateSchema
{
    /// <summary>What it is called.</summary>
    public const string FileName = "state.schema.json";

    /// <summary>Its text.</summary>
    public static string Read()
    {
        using var stream = typeof(StateSchema).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
