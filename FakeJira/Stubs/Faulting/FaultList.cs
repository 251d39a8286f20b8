using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>The faults of a site: those of its mappings that were made of one.</summary>
internal static class FaultList
{
    /// <summary>The faults, oldest first.</summary>
    public static IReadOnlyList<FaultNote> Of(Site site) => [.. ByNote(site).Select(fault => fault.Key)];

    /// <summary>The fault of that name, or null.</summary>
    public static FaultNote? Find(Site site, string name) => Of(site).FirstOrDefault(note => note.Name == name);

    /// <summary>Adds the fault that a document describes; null when it has mistakes, all of which are noted at their places.</summary>
    public static FaultNote? Add(Site site, JsonNodeAt node) =>
        FaultReader.Read(node, site) is { } plan ? site.Locked(() => Add(site, node, plan)) : null;

    /// <summary>Removes a fault; false when it is not there any more.</summary>
    public static bool Remove(Site site, FaultNote note) => site.Locked(() =>
    {
        var ids = ByNote(site)[note].Select(mapping => mapping.Id).ToList();
        site.Stubs.Withdraw(ids);
        return ids.Count > 0;
    });

    /// <summary>Removes all of them.</summary>
    public static void Clear(Site site) => site.Stubs.Withdraw([.. ByNote(site).SelectMany(fault => fault).Select(mapping => mapping.Id)]);

    /// <summary>How many requests a fault still meets; null for any number.</summary>
    public static int? TimesLeft(Site site, FaultNote note) => TimesLeft(site, ByNote(site)[note]);

    /// <summary>A fault with what is left of it.</summary>
    public static JObject Show(Site site, FaultNote note) => Show(note, TimesLeft(site, note));

    /// <summary>All faults with what is left of them, oldest first.</summary>
    public static JArray ShowAll(Site site) => new(ByNote(site).Select(fault => Show(fault.Key, TimesLeft(site, fault))));

    private static FaultNote? Add(Site site, JsonNodeAt node, FaultPlan plan)
    {
        if (Of(site) is var known && known.Count >= site.Sites.Limits.Faults)
        {
            node.Error($"There are {known.Count} faults already; remove some.");
            return null;
        }

        if (known.Any(note => note.Name == plan.Note.Name))
        {
            node.PlaceOf("name").Error($"There is a fault '{plan.Note.Name}' already; remove it or choose another name.");
            return null;
        }

        if (!site.Stubs.TryPut([.. plan.Mappings.Select(mapping => mapping.Stub)]))
        {
            node.Error(site.Stubs.Full);
            return null;
        }

        if (plan.TimesLeft is { } left && plan.Mappings.Where(mapping => mapping.Times is not null).ToList() is [var limited])
        {
            Turns.SetLeft(limited, site, left);
        }

        return plan.Note;
    }

    private static int? TimesLeft(Site site, IEnumerable<Mapping> mappings) => mappings.Any(mapping => mapping.Times is null) ? null : mappings.Sum(mapping => Turns.Left(mapping, site) ?? 0);

    private static JObject Show(FaultNote note, int? timesLeft)
    {
        var shown = (JObject)note.Document.DeepClone();
        if (timesLeft is { } left)
        {
            shown["timesLeft"] = left;
        }

        return shown;
    }

    /// <summary>Sorted are only those that were made of a fault, however many others there are.</summary>
    private static ILookup<FaultNote, Mapping> ByNote(Site site) =>
        site.Stubs.Overlay.Own.Stubs.OfType<MappingStub>().Where(stub => stub.Mapping.Fault is not null).OrderBy(stub => stub.Order).ToLookup(stub => stub.Mapping.Fault!, stub => stub.Mapping);
}
