using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>What a site changed of its stubs at run time. Part of its state: captured, restored and reset with it.</summary>
/// <param name="Added">Mappings that were posted, oldest first.</param>
internal sealed record StubOverlay(ImmutableArray<Stub> Added)
{
    /// <summary>Where it stands in the state of a site.</summary>
    public static Slot<StubOverlay> Slot { get; } = new(new([]));

    /// <summary>Ids of shared mappings that are gone for this site, and those of the added ones, each in the place of the shared one of its id.</summary>
    public ImmutableHashSet<Guid> Removed { get => field ?? []; init; }

    /// <summary>Ids of mappings, shared or added, that do not answer for now.</summary>
    public ImmutableHashSet<Guid> Disabled { get => field ?? []; init; }

    /// <summary>Both of them.</summary>
    public ImmutableHashSet<Guid> Hidden => Removed.Union(Disabled);

    /// <summary>Adds a stub, in the place of the one with its id if there is one.</summary>
    public StubOverlay With(Stub stub) => this with
    {
        Added = Added.RemoveAll(each => each.Id == stub.Id).Add(stub),
        Removed = Removed.Add(stub.Id),
        Disabled = Disabled.Remove(stub.Id),
    };

    /// <summary>As if a stub had never been added: a shared one of its id answers again.</summary>
    public StubOverlay Undone(Guid id) => new(Added.RemoveAll(each => each.Id == id)) { Removed = Removed.Remove(id), Disabled = Disabled.Remove(id) };

    /// <summary>Takes stubs away, added or shared; only the shared ones are remembered, as the others are gone.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="shared">The ids of all that are shared.</param>
    public StubOverlay Without(IReadOnlySet<Guid> ids, IReadOnlySet<Guid> shared) => new StubOverlay(Added.RemoveAll(each => ids.Contains(each.Id)))
    {
        Removed = Removed.Except(ids).Union(ids.Where(shared.Contains)),
        Disabled = Disabled.Except(ids),
    }.Kept(shared);

    /// <summary>Without the ids of shared stubs that are not there any more, looked for when there are more ids than stubs: files come and go.</summary>
    public StubOverlay Kept(IReadOnlySet<Guid> shared)
    {
        var most = shared.Count + Added.Length;
        return Removed.Count <= most && Disabled.Count <= most ? this : this with { Removed = There(Removed), Disabled = There(Disabled) };

        ImmutableHashSet<Guid> There(ImmutableHashSet<Guid> ids) => ids.Intersect(shared.Concat(Added.Select(stub => stub.Id)));
    }
}
