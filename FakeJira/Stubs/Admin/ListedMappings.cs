using FakeJira.Stubs.Mappings;

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
        var enabled = overlay.Added.Where(isShared.Contains).Select(stub => stub.Id).ToHashSet();
        foreach (var mapping in shared)
        {
            if (enabled.Contains(mapping.Id))
            {
                yield return new(mapping, overlay.Disabled.Contains(mapping.Id), false, Turns.Left(mapping, site));
            }
            else if (!overlay.Removed.Contains(mapping.Id))
            {
                yield return new(mapping, mapping.IsDisabled || overlay.Disabled.Contains(mapping.Id), false, Turns.Left(mapping, site));
            }
        }

        foreach (var stub in overlay.Added.OfType<MappingStub>().Where(stub => !isShared.Contains(stub)))
        {
            yield return new(stub.Mapping, overlay.Disabled.Contains(stub.Id), true, Turns.Left(stub.Mapping, site));
        }
    }

    /// <summary>The mapping of that id, or null.</summary>
    public static ListedMapping? Find(Site site, Guid id) => Of(site).Cast<ListedMapping?>().FirstOrDefault(listed => listed!.Value.Mapping.Id == id);

    /// <summary>Adds mappings to this site; those that are disabled in what was posted do not answer for now. False when there is no room for all of them.</summary>
    public static bool Add(Site site, IReadOnlyList<Mapping> mappings) =>
        site.Stubs.TryPut([.. mappings.Select(mapping => mapping.Stub)], mappings.Where(mapping => mapping.IsDisabled).Select(mapping => mapping.Id));

    /// <summary>Lets a mapping answer on this site, or not. One that is disabled in its file is added to the site to be enabled.</summary>
    public static void Enable(Site site, ListedMapping listed, bool enabled)
    {
        var stub = listed.Mapping.Stub;
        if (enabled && listed is { Mapping.IsDisabled: true, IsDisabled: true } && !site.Stubs.Overlay.Added.Contains(stub))
        {
            site.Stubs.Put(stub);
        }
        else
        {
            site.Stubs.Enable(stub.Id, enabled);
        }
    }
}
