using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>What a site changed of its stubs at run time. Part of its state: captured, restored and reset with it.</summary>
/// <param name="Added">Mappings that were posted, oldest first.</param>
internal sealed record StubOverlay(ImmutableArray<Stub> Added)
{
    /// <summary>Where it stands in the state of a site.</summary>
    public static Slot<StubOverlay> Slot { get; } = new(new([]));

    /// <summary>Ids of shared mappings that are gone for this site.</summary>
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

    /// <summary>Takes a stub away, added or shared.</summary>
    public StubOverlay Without(Guid id) => this with
    {
        Added = Added.RemoveAll(each => each.Id == id),
        Removed = Removed.Add(id),
        Disabled = Disabled.Remove(id),
    };
}
