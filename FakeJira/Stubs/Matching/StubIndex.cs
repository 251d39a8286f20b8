using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>
/// Stubs by their ids, filed by path and method. Immutable: one more or one fewer is another index, which shares what stays the same. A request looks at those
/// whose literal path or path prefix is its own, and at those without one; entries of another path or method cost it nothing.
/// </summary>
internal sealed class StubIndex
{
    public static readonly StubIndex Empty = new(ImmutableDictionary<Guid, Stub>.Empty, ImmutableDictionary.Create<ShelfKey, Shelf>(ShelfKey.Comparer), ImmutableSortedDictionary<int, int>.Empty);

    private readonly ImmutableDictionary<Guid, Stub> _stubs;
    private readonly ImmutableDictionary<ShelfKey, Shelf> _shelves;

    /// <summary>How long the beginnings are that stubs are filed by, and on how many shelves each.</summary>
    private readonly ImmutableSortedDictionary<int, int> _beginnings;

    private readonly int[] _lengths;

    /// <summary>An empty one is not gone through: the code for that would be compiled before the first answer of a process, and most never need it.</summary>
    private StubIndex(ImmutableDictionary<Guid, Stub> stubs, ImmutableDictionary<ShelfKey, Shelf> shelves, ImmutableSortedDictionary<int, int> beginnings) =>
        (_stubs, _shelves, _beginnings, _lengths) = (stubs, shelves, beginnings, beginnings.IsEmpty ? [] : [.. beginnings.Keys]);

    /// <summary>How long the beginnings are that stubs are filed by, shortest first.</summary>
    public IReadOnlyList<int> Lengths => _lengths;

    /// <summary>How many there are.</summary>
    public int Count => _stubs.Count;

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<Stub> Stubs => _stubs.Values;

    /// <summary>The one of that id, or null.</summary>
    public Stub? Find(Guid id) => _stubs.GetValueOrDefault(id);

    /// <summary>Whether there is one of that id.</summary>
    public bool Has(Guid id) => _stubs.ContainsKey(id);

    /// <summary>With stubs whose ids none has yet.</summary>
    public StubIndex With(params IReadOnlyCollection<Stub> stubs)
    {
        var (shelves, beginnings) = (_shelves.ToBuilder(), _beginnings.ToBuilder());
        foreach (var shelf in Filed(stubs))
        {
            if (shelves.TryGetValue(shelf.Key, out var before))
            {
                shelves[shelf.Key] = before.With(shelf);
            }
            else
            {
                shelves[shelf.Key] = Shelf.Empty.With(shelf);
                Recount(beginnings, shelf.Key, 1);
            }
        }

        return new(_stubs.AddRange(stubs.Select(stub => KeyValuePair.Create(stub.Id, stub))), shelves.ToImmutable(), beginnings.ToImmutable());
    }

    /// <summary>Without those of these ids.</summary>
    public StubIndex Without(params IEnumerable<Guid> ids)
    {
        var gone = ids.Select(Find).OfType<Stub>().ToHashSet();
        var (shelves, beginnings) = (_shelves.ToBuilder(), _beginnings.ToBuilder());
        foreach (var shelf in Filed(gone))
        {
            if (shelves[shelf.Key].Without(shelf.ToHashSet()) is { IsEmpty: false } left)
            {
                shelves[shelf.Key] = left;
            }
            else
            {
                shelves.Remove(shelf.Key);
                Recount(beginnings, shelf.Key, -1);
            }
        }

        return gone.Count == 0 ? this : new(_stubs.RemoveRange(gone.Select(stub => stub.Id)), shelves.ToImmutable(), beginnings.ToImmutable());
    }

    /// <summary>Adds the lists that can hold a match for the request, without what is hidden; each is in the order in which its stubs are asked.</summary>
    public void Candidates(StubRequest request, HiddenStubs hidden, List<Cursor> into)
    {
        if (_stubs.IsEmpty)
        {
            return;
        }

        var path = request.Path;
        Take(new(ShelfKind.Path, path, path.Length));
        foreach (var length in _lengths)
        {
            if (length > path.Length)
            {
                break;
            }

            Take(new(ShelfKind.Beginning, path, length));
        }

        if (request.Route is { } route)
        {
            Take(new(ShelfKind.Operation, route.Operation.Name, route.Operation.Name.Length));
        }

        void Take(ShelfKey key)
        {
            if (_shelves.TryGetValue(key, out var shelf))
            {
                shelf.Candidates(request.Method, hidden, into);
            }
        }
    }

    private static IEnumerable<IGrouping<ShelfKey, Stub>> Filed(IEnumerable<Stub> stubs) =>
        stubs.SelectMany(ShelfKey.Of, (Stub, Key) => (Stub, Key)).GroupBy(filed => filed.Key, filed => filed.Stub, ShelfKey.Comparer);

    /// <summary>A length goes with the last of its shelves.</summary>
    private static void Recount(ImmutableSortedDictionary<int, int>.Builder beginnings, ShelfKey key, int more)
    {
        if (key.Kind != ShelfKind.Beginning)
        {
            return;
        }

        var count = beginnings.GetValueOrDefault(key.Length) + more;
        if (count > 0)
        {
            beginnings[key.Length] = count;
        }
        else
        {
            beginnings.Remove(key.Length);
        }
    }
}
