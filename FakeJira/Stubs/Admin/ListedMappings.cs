using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Admin;

/// <summary>A mapping as a site has it.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="IsDisabled">Whether it does not answer on this site for now.</param>
/// <param name="IsOwn">Whether the site added it at run time.</param>
/// <param name="TimesLeft">How many requests it still answers there; null for any number.</param>
internal readonly record struct ListedMapping(Mapping Mapping, bool IsDisabled, bool IsOwn, int? TimesLeft);

/// <summary>The mappings of a site: built-in, of the folder, and added at run time, the disabled ones among them.</summary>
internal static class ListedMappings
{
    public static IEnumerable<ListedMapping> Of(Site site)
    {
        var overlay = site.Stubs.Overlay;
        return site.Sites.Library.Mappings.Select(mapping => OfShared(site, overlay, mapping)).OfType<ListedMapping>()
            .Concat(overlay.Added.OfType<MappingStub>().Select(stub => OfOwn(site, overlay, stub)));
    }

    /// <summary>The mapping of that id, or null.</summary>
    public static ListedMapping? Find(Site site, Guid id)
    {
        var (overlay, shared) = (site.Stubs.Overlay, site.Sites.Library.Find(id));
        return overlay.Own.Find(id) is MappingStub own ? OfOwn(site, overlay, own)
            : shared is null ? null
            : OfShared(site, overlay, shared);
    }

    /// <summary>Adds mappings to this site; those that are disabled in what was posted do not answer for now. False when there is no room for all of them.</summary>
    public static bool Add(Site site, IReadOnlyList<Mapping> mappings) =>
        site.Stubs.TryPut([.. mappings.Select(mapping => mapping.Stub)], mappings.Where(mapping => mapping.IsDisabled).Select(mapping => mapping.Id));

    private static ListedMapping OfOwn(Site site, StubOverlay overlay, MappingStub stub) => new(stub.Mapping, overlay.Disabled.Contains(stub.Id), true, Turns.Left(stub.Mapping, site));

    /// <summary>Null where it was removed, or another one stands in its place.</summary>
    private static ListedMapping? OfShared(Site site, StubOverlay overlay, Mapping mapping) => overlay.Removed.Contains(mapping.Id) ? null
        : new(mapping, overlay.Disabled.Contains(mapping.Id) || (mapping.IsDisabled && !IsEnabled(site, overlay, mapping)), false, Turns.Left(mapping, site));

    /// <summary>A file of the folder can have the Guid of a built-in one: then that alone is meant.</summary>
    private static bool IsEnabled(Site site, StubOverlay overlay, Mapping mapping) => overlay.Enabled.Contains(mapping.Id) && ReferenceEquals(site.Sites.Library.Find(mapping.Id), mapping);
}
