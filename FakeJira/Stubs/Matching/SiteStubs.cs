using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>
/// The stubs of one site: what it shares with the others, what was added, removed or disabled at run time, and the callbacks of a test. Thread-safe.
/// Callbacks stay when the site is reset; their owner removes them.
/// </summary>
internal sealed class SiteStubs(Site site)
{
    private ImmutableArray<Stub> _callbacks = [];
    private StubOverlay _shown = StubOverlay.Slot.Empty;

    /// <summary>Which stub answers what.</summary>
    public StubTable Table { get; private set; } = new(site.Sites.Shared, StubIndex.Empty, null);

    /// <summary>What was changed at run time.</summary>
    public StubOverlay Overlay => site.Read(StubOverlay.Slot);

    /// <summary>The callbacks, oldest first.</summary>
    public IReadOnlyList<Stub> Callbacks => _callbacks;

    /// <summary>What to say where there is no room.</summary>
    public string Full => $"A site takes no more than {site.Sites.Limits.Mappings} mappings beside the files; remove some.";

    /// <summary>Whether so many more can be added.</summary>
    public bool HasRoom(int more) => Overlay.Added.Length + more <= site.Sites.Limits.Mappings;

    /// <summary>Adds stubs, each in the place of the one with its id if there is one; all of them in one step.</summary>
    public void Put(params IEnumerable<Stub> stubs) => Change(overlay => stubs.Aggregate(overlay, (next, stub) => next.With(stub)));

    /// <summary>Does the same where there is room, and false where there is none; asked and done in one step, so that many at once do not pass the limit together.</summary>
    /// <param name="stubs">The stubs.</param>
    /// <param name="disabled">Which of them do not answer for now.</param>
    public bool TryPut(IReadOnlyCollection<Stub> stubs, params IEnumerable<Guid> disabled) => site.Locked(() =>
    {
        var ids = stubs.Select(stub => stub.Id).ToHashSet();
        var more = ids.Count - Overlay.Added.Count(stub => ids.Contains(stub.Id));
        if (more > 0 && !HasRoom(more))
        {
            return false;
        }

        Change(overlay =>
        {
            var put = stubs.Aggregate(overlay, (next, stub) => next.With(stub));
            return put with { Disabled = put.Disabled.Union(disabled) };
        });
        return true;
    });

    /// <summary>Removes a stub for this site, whether it was added or is shared; false when there is none of that id.</summary>
    public bool Remove(Guid id) => site.Locked(() =>
    {
        if (Find(id) is null)
        {
            return false;
        }

        RemoveAll([id]);
        return true;
    });

    /// <summary>Lets a stub answer or not; false when there is none of that id.</summary>
    public bool Enable(Guid id, bool enabled) => site.Locked(() =>
    {
        if (Find(id) is null)
        {
            return false;
        }

        Change(overlay => (overlay with { Disabled = enabled ? overlay.Disabled.Remove(id) : overlay.Disabled.Add(id) }).Kept(SharedIds()));
        return true;
    });

    /// <summary>Removes what was added and brings back what was removed or disabled.</summary>
    public void Clear() => Change(_ => StubOverlay.Slot.Empty);

    /// <summary>Brings back the shared ones that were removed or disabled; what was added stays, in the place of the shared one with its id.</summary>
    public void BringBack() => Change(overlay =>
    {
        var added = overlay.Added.Select(stub => stub.Id).ToHashSet();
        return overlay with { Removed = overlay.Removed.Intersect(added), Disabled = overlay.Disabled.Intersect(added) };
    });

    /// <summary>Removes stubs for this site, whether they were added or are shared.</summary>
    public void RemoveAll(IEnumerable<Guid> ids) => Change(overlay => overlay.Without(ids.ToHashSet(), SharedIds()));

    /// <summary>Takes back what was added, as if it had never been.</summary>
    public void Withdraw(IEnumerable<Guid> ids) => Change(overlay => ids.Aggregate(overlay, (next, id) => next.Undone(id)));

    /// <summary>The stub of that id, added or shared, disabled or not; callbacks are not among them.</summary>
    public Stub? Find(Guid id) => Listed().FirstOrDefault(stub => stub.Id == id);

    /// <summary>Every stub of the folder and of the run time, disabled ones among them.</summary>
    public IEnumerable<Stub> Listed()
    {
        var overlay = Overlay;
        return Table.Shared.Index.Stubs.Where(stub => !overlay.Removed.Contains(stub.Id)).Concat(overlay.Added);
    }

    /// <summary>Adds a callback of a test.</summary>
    public void Add(Stub callback) => site.Locked(() => Show(_callbacks.Add(callback)));

    /// <summary>Removes a callback of a test.</summary>
    public void Drop(Stub callback) => site.Locked(() => Show(_callbacks.Remove(callback)));

    /// <summary>Makes the table again after the state of the site was replaced. Called under its lock.</summary>
    public void Refresh()
    {
        if (!ReferenceEquals(_shown, Overlay))
        {
            Show(_callbacks);
        }
    }

    /// <summary>Those of the table, and of files that are disabled or inside the program.</summary>
    private HashSet<Guid> SharedIds() => [.. Table.Shared.Index.Stubs.Select(stub => stub.Id), .. site.Sites.Library.Mappings.Select(mapping => mapping.Id)];

    private void Change(Func<StubOverlay, StubOverlay> next) => site.Locked(() =>
    {
        site.Replace(StubOverlay.Slot, next);
        return Show(_callbacks);
    });

    /// <summary>An added stub takes the place of the shared one with its id, so the shared one is hidden and the added one must not be.</summary>
    private bool Show(ImmutableArray<Stub> callbacks)
    {
        (_callbacks, _shown) = (callbacks, Overlay);
        var own = _shown.Added.Where(stub => !_shown.Disabled.Contains(stub.Id)).Concat(callbacks);
        Table = new StubTable(site.Sites.Shared, new StubIndex(own), _shown.Hidden);
        return true;
    }
}
