using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>The misbehaviours that come with the server: its disabled mapping files in the folder scenarios, or those of the user's folder that stand for them, found by their titles.</summary>
internal static class ReadyMade
{
    private const string Folder = "scenarios/";

    public static IReadOnlyList<ReadyMadeFault> All(Site site) => [.. Mappings(site).Select(mapping => new ReadyMadeFault(mapping.Title ?? mapping.Name, mapping.Description ?? ""))];

    /// <summary>The mappings that a name means, as documents; an error at the place of the name when there are none.</summary>
    public static IReadOnlyList<JObject> Find(Site site, JsonNodeAt node)
    {
        if (node.AsText() is not { } name)
        {
            return [];
        }

        var found = Mappings(site).Where(mapping => IsMeant(mapping.Title ?? mapping.Name, name)).Select(mapping => (JObject)mapping.Document.DeepClone()).ToList();
        if (found.Count == 0)
        {
            var names = All(site).Select(fault => fault.Name.Split(' ')[0]).Distinct().ToList();
            node.Error(() => $"There is no misbehaviour '{name}'; " + (Suggestion.For(name, names.Concat(names.Select(Short))) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", names)}."));
        }

        return found;
    }

    private static IEnumerable<Mapping> Mappings(Site site) => site.Sites.Library.Mappings.Where(mapping => mapping.IsDisabled && (mapping.IsBuiltIn || mapping.File.StartsWith(Folder, StringComparison.Ordinal)));

    /// <summary>By its whole title, by the first word of it, and by either without the contract.</summary>
    private static bool IsMeant(string title, string name) =>
        new[] { title, title.Split(' ')[0], Short(title), Short(title.Split(' ')[0]) }.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Short(string title) => title[(title.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
