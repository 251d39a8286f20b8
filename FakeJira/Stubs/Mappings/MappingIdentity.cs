using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>The Guid of a mapping. One that says none has one that follows from its place, so a file that is read again replaces what it was.</summary>
internal static class MappingIdentity
{
    /// <summary>Its Guid field, or a function of file and index.</summary>
    public static Guid Of(string file, int index, JsonNodeAt node)
    {
        if (node["Guid"] is not { } at)
        {
            return NameGuid.Of($"mapping {file}#{index}");
        }

        if (Guid.TryParse(at.Token.Type == JTokenType.String ? (string?)at.Token : null, out var id))
        {
            return id;
        }

        at.Expected<string>("a GUID such as \"0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11\"");
        return Guid.Empty;
    }

    /// <summary>The GUID that the name of a file is; it goes before the field of its only mapping.</summary>
    public static Guid? OfFileName(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return Guid.TryParseExact(dot < 0 ? name : name[..dot], "D", out var id) ? id : null;
    }

    /// <summary>Reports mappings of one file that say the same Guid.</summary>
    public static void CheckDistinct(IReadOnlyList<JsonNodeAt> mappings)
    {
        var seen = new Dictionary<Guid, int>();
        for (var i = 0; i < mappings.Count; i++)
        {
            if (mappings[i].IsObject && mappings[i]["Guid"] is { Token.Type: JTokenType.String } at && Guid.TryParse((string?)at.Token, out var id) && !seen.TryAdd(id, i))
            {
                at.Error($"The mapping at index {seen[id]} has the same Guid; every mapping of a file needs its own.");
            }
        }
    }
}
