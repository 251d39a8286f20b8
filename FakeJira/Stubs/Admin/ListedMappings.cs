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
        var shared = site.Sites.Library.Mappings;
        var isShared = shared.Select(mapping => mapping.Stub).ToHashSet<Stub>(ReferenceEqualityComparer.Instance);
        return shared.Select(mapping => OfShared(site, overlay, mapping, isShared.Contains)).OfType<ListedMapping>()
            .Concat(overlay.Added.OfType<MappingStub>().Where(stub => !isShared.Contains(stub)).Select(stub => OfOwn(site, overlay, stub)));
    }

    /// <summary>The mapping of that id, or null.</summary>
    public static ListedMapping? Find(Site site, Guid id)
    {
        var (overlay, shared) = (site.Stubs.Overlay, site.Sites.Library.Find(id));
        return overlay.Own.Find(id) is MappingStub own && !ReferenceEquals(own, shared?.Stub) ? OfOwn(site, overlay, own)
            : shared is null ? null
            : OfShared(site, overlay, shared, stub => ReferenceEquals(stub, shared.Stub));
    }

    /// <summary>Adds mappings to this site; those that are disabled in what was posted do not answer for now. False when there is no room for all of them.</summary>
    public static bool Add(Site site, IReadOnlyList<Mapping> mappings) =>
        site.Stubs.TryPut([.. mappings.Select(mapping => mapping.Stub)], mappings.Where(mapping => mapping.IsDisabled).Select(mapping => mapping.Id));

    /// <summary>Lets a mapping answer on this site, or not. One that is disabled in its file is added to the site to be enabled.</summary>
    public static void Enable(Site site, ListedMapping listed, bool enabled)
    {
        var stub = listed.Mapping.Stub;
        if (enabled && listed is { Mapping.IsDisabled: true, IsDisabled: true } && site.Stubs.Overlay.Own.Find(stub.Id) != stub)
        {
            site.Stubs.Put(stub);
        }
        else
        {
            site.Stubs.Enable(stub.Id, enabled);
        }
    }

    private static ListedMapping OfOwn(Site site, StubOverlay overlay, MappingStub stub) => new(stub.Mapping, overlay.Disabled.Contains(stub.Id), true, Turns.Left(stub.Mapping, site));

    /// <summary>Null where it was removed, or another one stands in its place.</summary>
    private static ListedMapping? OfShared(Site site, StubOverlay overlay, Mapping mapping, Func<Stub, bool> isShared)
    {
        var isEnabled = overlay.Own.Find(mapping.Id) is { } own && isShared(own);
        return isEnabled || !overlay.Removed.Contains(mapping.Id)
            ? new(mapping, (mapping.IsDisabled && !isEnabled) || overlay.Disabled.Contains(mapping.Id), false, Turns.Left(mapping, site))
            : null;
    }
}
