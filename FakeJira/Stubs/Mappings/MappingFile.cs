using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads the text of a mapping file: one mapping or an array of them.</summary>
internal static class MappingFile
{
    /// <summary>
    /// The mappings of a text, or none when there is an error in any of them. Warnings keep nothing from loading, unless the context is strict: then they are errors.
    /// </summary>
    /// <param name="file">Relative to the folder, with forward slashes; what a posted text is to be called otherwise.</param>
    /// <param name="text">The text.</param>
    /// <param name="context">What else the reader has to know.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public static IReadOnlyList<Mapping> Read(string file, string text, MappingContext context, ProblemList problems)
    {
        var found = new ProblemList();
        var root = JsonText.Parse(file, text, found);
        if (root is not null)
        {
            RepeatedNames.Report(file, text, found);
        }

        var mappings = root is null ? [] : ReadAll(file, root, context);
        problems.Add(found, context.Strict);
        return found.HasErrors || (context.Strict && found.All.Count > 0) ? [] : [.. mappings.OfType<Mapping>().Select(mapping => mapping.Registered(context.NextOrder()))];
    }

    private static List<Mapping?> ReadAll(string file, JsonNodeAt root, MappingContext context)
    {
        if (!root.IsObject && !root.IsArray)
        {
            root.Expected<string>("a mapping, or an array of mappings");
            return [];
        }

        IReadOnlyList<JsonNodeAt> nodes = root.IsArray ? root.Children() : [root];
        MappingIdentity.CheckDistinct(nodes);
        var id = nodes.Count == 1 ? MappingIdentity.OfFileName(file) : null;
        List<Mapping?> mappings = [.. nodes.Select((node, index) => MappingReader.Read(file, index, node, context, id))];

        // Each for itself, so that one which stays does not keep those in memory that have gone.
        (root.Token as JArray)?.RemoveAll();
        return mappings;
    }
}
