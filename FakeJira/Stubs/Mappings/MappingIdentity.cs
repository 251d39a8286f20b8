using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>The Guid of a mapping. One that says none has one that follows from its place, so a file that is read again replaces what it was.</summary>
internal static class MappingIdentity
{
    /// <summary>The name of its file where that is a GUID and the file holds nothing else, as in WireMock.Net; else its Guid field, or a function of file and index.</summary>
    public static Guid Of(string file, int index, bool isAlone, JsonNodeAt node)
    {
        var text = node.Text("Guid");
        if (isAlone && Guid.TryParse(Path.GetFileNameWithoutExtension(file), out var named))
        {
            return named;
        }

        if (text is null)
        {
            return NameGuid.Of($"mapping {file}#{index}");
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        node["Guid"]!.Expected<string>("a GUID such as \"0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11\"");
        return Guid.Empty;
    }
}
