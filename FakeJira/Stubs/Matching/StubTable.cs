namespace FakeJira.Stubs.Matching;

/// <summary>
/// The one table that picks the stub of a request: the shared mappings, the mappings a site added, and the operations, in WireMock.Net's order.
/// Immutable but for the shared part, which a reload replaces.
/// </summary>
/// <param name="shared">What all sites share.</param>
/// <param name="overlay">What the site changed of it at run time.</param>
/// <param name="callbacks">Answers of a test's own.</param>
internal sealed class StubTable(SharedStubs shared, StubOverlay overlay, StubIndex callbacks)
{
    [ThreadStatic]
    private static List<Cursor>? _scratch;

    private AwakeStubs? _awake;

    /// <summary>Whether the site removed, replaced or disabled something shared.</summary>
    public bool Hides(Stub stub) => overlay.Hidden.Has(stub);

    /// <summary>The first that matches and is asked before or after <paramref name="operation"/>; null when the operation, or nothing, answers. Those up to <paramref name="after"/> are passed over.</summary>
    public Stub? Pick(StubRequest request, Stub? operation, Stub? after = null)
    {
        var said = shared.Files;
        var (files, awake) = (said.Index, Awake(said));
        var builtIn = request.Route is { } route ? shared.BuiltIn(route.Operation) : [];
        if (files.Count + awake.Count + overlay.Own.Count + callbacks.Count + builtIn.Count == 0)
        {
            return null;
        }

        var cursors = Interlocked.Exchange(ref _scratch, null) ?? [];
        files.Candidates(request, overlay.Hidden, cursors);
        awake.Candidates(request, overlay.Hidden, cursors);
        overlay.Own.Candidates(request, HiddenOwn, cursors);
        callbacks.Candidates(request, HiddenStubs.None, cursors);
        if (builtIn.Count > 0)
        {
            cursors.Add(new(builtIn, overlay.Hidden));
        }

        var found = First(request, cursors, operation, after);
        cursors.Clear();
        _scratch = cursors;
        return found;
    }

    /// <summary>Every stub of the table, in no order; operations and built-in mappings left out.</summary>
    public IEnumerable<Stub> All()
    {
        var files = shared.Files;
        return files.Index.Stubs.Concat(Awake(files).Stubs).Where(stub => !Hides(stub)).Concat(overlay.Own.Stubs.Where(stub => !HiddenOwn.Has(stub))).Concat(callbacks.Stubs);
    }

    /// <summary>Of those that were added none is hidden for standing in the place of a shared one.</summary>
    private HiddenStubs HiddenOwn => HiddenStubs.None with { Disabled = overlay.Disabled };

    /// <summary>Those that are disabled in their files and enabled on the site, as the files are now; put together again only when these have changed.</summary>
    private StubIndex Awake(FileStubs files)
    {
        if (overlay.Enabled.IsEmpty)
        {
            return StubIndex.Empty;
        }

        var awake = _awake;
        if (awake is null || !ReferenceEquals(awake.Of, files))
        {
            _awake = awake = new(files, StubIndex.Empty.With([.. overlay.Enabled.Select(files.Disabled).OfType<Stub>()]));
        }

        return awake.Stubs;
    }

    private static Stub? First(StubRequest request, List<Cursor> cursors, Stub? operation, Stub? after)
    {
        while (Next(cursors) is { } stub)
        {
            if (operation is not null && Stub.Compare(operation, stub) < 0)
            {
                return null;
            }

            if (after is not null && Stub.Compare(stub, after) <= 0)
            {
                continue;
            }

            if (!request.HasTimeToCompare())
            {
                return null;
            }

            if (stub.Matches(request))
            {
                return stub;
            }
        }

        return null;
    }

    private static Stub? Next(List<Cursor> cursors)
    {
        Stub? best = null;
        var at = -1;
        for (var i = 0; i < cursors.Count; i++)
        {
            if (cursors[i].Current is { } stub && (best is null || Stub.Compare(stub, best) < 0))
            {
                (best, at) = (stub, i);
            }
        }

        if (best is not null)
        {
            var cursor = cursors[at];
            cursor.Advance();
            cursors[at] = cursor;
        }

        return best;
    }

    /// <summary>What is enabled on the site of the files as they were.</summary>
    private sealed record AwakeStubs(FileStubs Of, StubIndex Stubs);
}
