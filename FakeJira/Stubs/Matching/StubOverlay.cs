using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>What a site changed of its stubs at run time. Part of its state: captured, restored and reset with it.</summary>
internal sealed record StubOverlay
{
    /// <summary>Where it stands in the state of a site.</summary>
    public static Slot<StubOverlay> Slot { get; } = new(new());

    /// <summary>Mappings that were posted, disabled ones too.</summary>
    public StubIndex Own { get; private init; } = StubIndex.Empty;

    /// <summary>About how many bytes they take.</summary>
    public long Size { get; private init; }

    /// <summary>Ids of shared mappings that are gone for this site, and those of the added ones, each in the place of the shared one of its id.</summary>
    public ImmutableHashSet<Guid> Removed { get; init; } = [];

    /// <summary>Ids of mappings, shared or added, that do not answer for now.</summary>
    public ImmutableHashSet<Guid> Disabled { get; init; } = [];

    /// <summary>Ids of shared mappings that answer though their files say IsDisabled. Only the ids: what they answer is said by the files, however often these change.</summary>
    public ImmutableHashSet<Guid> Enabled { get; init; } = [];

    /// <summary>The added ones, oldest first.</summary>
    public IEnumerable<Stub> Added => Own.Stubs.OrderBy(stub => stub.Order);

    /// <summary>Of the shared ones, those that do not answer.</summary>
    public HiddenStubs Hidden => new(Removed, Disabled);

    /// <summary>Adds stubs, each in the place of the one with its id if there is one.</summary>
    public StubOverlay With(params IReadOnlyCollection<Stub> stubs)
    {
        var added = stubs.GroupBy(stub => stub.Id).ToDictionary(same => same.Key, same => same.Last());
        return Changed(added.Keys, added.Values) with
        {
            Removed = Removed.Union(added.Keys),
            Disabled = Disabled.Except(added.Keys),
            Enabled = Enabled.Except(added.Keys),
        };
    }

    /// <summary>As if stubs had never been added: shared ones of their ids answer again.</summary>
    public StubOverlay Undone(IReadOnlyCollection<Guid> ids) => Changed(ids) with { Removed = Removed.Except(ids), Disabled = Disabled.Except(ids) };

    /// <summary>Takes stubs away, added or shared; only the shared ones are remembered, as the others are gone.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="isShared">Whether an id is that of a shared one.</param>
    public StubOverlay Without(IReadOnlyCollection<Guid> ids, Func<Guid, bool> isShared) => Changed(ids) with
    {
        Removed = Removed.Except(ids).Union(ids.Where(isShared)),
        Disabled = Disabled.Except(ids),
        Enabled = Enabled.Except(ids),
    };

    /// <summary>Without the ids of shared stubs that are not there any more, looked for when there are more ids than stubs: files come and go.</summary>
    /// <param name="shared">How many are shared.</param>
    /// <param name="isShared">Whether an id is that of a shared one.</param>
    public StubOverlay Kept(int shared, Func<Guid, bool> isShared)
    {
        var most = shared + Own.Count;
        return Removed.Count <= most && Disabled.Count <= most && Enabled.Count <= most ? this : this with { Removed = There(Removed), Disabled = There(Disabled), Enabled = There(Enabled) };

        ImmutableHashSet<Guid> There(ImmutableHashSet<Guid> ids) => [.. ids.Where(id => Own.Has(id) || isShared(id))];
    }

    private StubOverlay Changed(IReadOnlyCollection<Guid> gone, params IReadOnlyCollection<Stub> added) => this with
    {
        Own = Own.Without(gone).With(added),
        Size = Size - gone.Distinct().Select(Own.Find).OfType<Stub>().Sum(stub => stub.Size) + added.Sum(stub => stub.Size),
    };
}
