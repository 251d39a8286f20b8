using FakeJira.Stubs.Mappings;

namespace FakeJira.Stubs.Matching;

/// <summary>
/// The stubs of one site: what it shares with the others, what was added, removed or disabled at run time, and the callbacks of a test. Thread-safe.
/// Callbacks stay when the site is reset; their owner removes them.
/// </summary>
internal sealed class SiteStubs(Site site)
{
    private StubIndex _callbacks = StubIndex.Empty;
    private StubOverlay _shown = StubOverlay.Slot.Empty;

    /// <summary>Which stub answers what.</summary>
    public StubTable Table { get; private set; } = new(site.Sites.Shared, StubOverlay.Slot.Empty, StubIndex.Empty);

    /// <summary>What was changed at run time.</summary>
    public StubOverlay Overlay => site.Read(StubOverlay.Slot);

    /// <summary>Whether a test has callbacks, which answer what they like.</summary>
    public bool HasCallbacks => _callbacks.Count > 0;

    /// <summary>What to say where there is no room.</summary>
    public string Full => MappingRoom.FullOf(Limits);

    private ServerLimits Limits => site.Sites.Limits;

    /// <summary>Whether that is within the limits.</summary>
    public bool HasRoomFor(StubOverlay overlay) => overlay.Own.Count <= Limits.Mappings && overlay.Size <= Limits.MappingBytes;

    /// <summary>Adds stubs, each in the place of the one with its id if there is one; all of them in one step.</summary>
    public void Put(params IReadOnlyCollection<Stub> stubs) => Change(overlay => overlay.With(stubs));

    /// <summary>Does the same where there is room, and false where there is none; asked and done in one step, so that many at once do not pass the limit together.</summary>
    /// <param name="stubs">The stubs.</param>
    /// <param name="disabled">Which of them do not answer for now.</param>
    public bool TryPut(IReadOnlyCollection<Stub> stubs, params IEnumerable<Guid> disabled) => site.Locked(() =>
    {
        var put = Overlay.With(stubs);
        return HasRoomFor(put) && Change(_ => put with { Disabled = put.Disabled.Union(disabled) });
    });

    /// <summary>Lets a stub answer or not, also one that is disabled in its file; false when there is none of that id.</summary>
    public bool Enable(Guid id, bool enabled) => site.Locked(() =>
        (Overlay.Own.Has(id) || (IsShared(id) && !Overlay.Removed.Contains(id)))
        && Change(overlay => (overlay with
        {
            Disabled = enabled ? overlay.Disabled.Remove(id) : overlay.Disabled.Add(id),
            Enabled = !enabled ? overlay.Enabled.Remove(id) : IsDisabledInFile(id) ? overlay.Enabled.Add(id) : overlay.Enabled,
        }).Kept(site.Sites.Library.Count, IsShared)));

    /// <summary>Removes what was added and brings back what was removed or disabled.</summary>
    public void Clear() => Change(_ => StubOverlay.Slot.Empty);

    /// <summary>Brings back the shared ones that were removed or disabled; what was added stays, in the place of the shared one with its id, and what was enabled stays so.</summary>
    public void BringBack() => Change(overlay => overlay with
    {
        Removed = [.. overlay.Removed.Where(overlay.Own.Has)],
        Disabled = [.. overlay.Disabled.Where(overlay.Own.Has)],
    });

    /// <summary>Removes stubs for this site, whether they were added or are shared.</summary>
    public void Remove(params IReadOnlyCollection<Guid> ids) => Change(overlay => overlay.Without(ids, IsShared).Kept(site.Sites.Library.Count, IsShared));

    /// <summary>Takes back what was added, as if it had never been.</summary>
    public void Withdraw(params IReadOnlyCollection<Guid> ids) => Change(overlay => overlay.Undone(ids));

    /// <summary>Adds a callback of a test.</summary>
    public void Add(Stub callback) => site.Locked(() => Show(_callbacks.With(callback)));

    /// <summary>Removes a callback of a test.</summary>
    public void Drop(Stub callback) => site.Locked(() => Show(_callbacks.Without(callback.Id)));

    /// <summary>Makes the table again after the state of the site was replaced. Called under its lock.</summary>
    public void Refresh()
    {
        if (!ReferenceEquals(_shown, Overlay))
        {
            Show(_callbacks);
        }
    }

    /// <summary>Of the table, or of a file that is disabled or inside the program.</summary>
    private bool IsShared(Guid id) => site.Sites.Shared.Files.Index.Has(id) || site.Sites.Library.Find(id) is not null;

    private bool IsDisabledInFile(Guid id) => !Overlay.Own.Has(id) && site.Sites.Shared.Files.Disabled(id) is not null;

    private bool Change(Func<StubOverlay, StubOverlay> next) => site.Locked(() =>
    {
        site.Replace(StubOverlay.Slot, next);
        return Show(_callbacks);
    });

    private bool Show(StubIndex callbacks)
    {
        (_callbacks, _shown) = (callbacks, Overlay);
        Table = new StubTable(site.Sites.Shared, _shown, callbacks);
        return true;
    }
}
