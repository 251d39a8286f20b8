using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>
/// Stubs by their ids, filed by path and method. Immutable: one more or one fewer is another index, which shares what stays the same. A request looks at those
/// whose literal path or path prefix is its own, and at those without one; entries of another path or method cost it nothing.
/// </summary>
internal sealed class StubIndex
{
    public static readonly StubIndex Empty = new(ImmutableDictionary<Guid, Stub>.Empty, ImmutableDictionary.Create<ShelfKey, Stub[]>(ShelfKey.Comparer), []);

    private readonly ImmutableDictionary<Guid, Stub> _stubs;
    private readonly ImmutableDictionary<ShelfKey, Stub[]> _shelves;

    /// <summary>How long the beginnings are that stubs are filed by, or were, shortest first.</summary>
    private readonly int[] _lengths;

    private StubIndex(ImmutableDictionary<Guid, Stub> stubs, ImmutableDictionary<ShelfKey, Stub[]> shelves, int[] lengths) => (_stubs, _shelves, _lengths) = (stubs, shelves, lengths);

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
        var shelves = _shelves.ToBuilder();
        var lengths = _lengths.ToHashSet();
        foreach (var shelf in stubs.SelectMany(stub => ShelfKey.Of(stub), (Stub, Key) => (Stub, Key)).GroupBy(filed => filed.Key, filed => filed.Stub, ShelfKey.Comparer))
        {
            shelves[shelf.Key] = Sorted(shelves.GetValueOrDefault(shelf.Key) ?? [], shelf);
            if (shelf.Key.Kind == ShelfKind.Beginning)
            {
                lengths.Add(shelf.Key.Length);
            }
        }

        return new(_stubs.AddRange(stubs.Select(stub => KeyValuePair.Create(stub.Id, stub))), shelves.ToImmutable(), lengths.Count == _lengths.Length ? _lengths : [.. lengths.Order()]);
    }

    /// <summary>Without those of these ids.</summary>
    public StubIndex Without(params IEnumerable<Guid> ids)
    {
        var gone = ids.Select(Find).OfType<Stub>().ToHashSet();
        if (gone.Count == 0)
        {
            return this;
        }

        var shelves = _shelves.ToBuilder();
        foreach (var key in gone.SelectMany(ShelfKey.Of).Distinct(ShelfKey.Comparer))
        {
            Stub[] left = [.. shelves[key].Where(stub => !gone.Contains(stub))];
            if (left.Length > 0)
            {
                shelves[key] = left;
            }
            else
            {
                shelves.Remove(key);
            }
        }

        return new(_stubs.RemoveRange(gone.Select(stub => stub.Id)), shelves.ToImmutable(), _lengths);
    }

    /// <summary>Adds the lists that can hold a match for the request, without what is hidden; each is in the order in which its stubs are asked.</summary>
    public void Candidates(StubRequest request, HiddenStubs hidden, List<Cursor> into)
    {
        if (_stubs.IsEmpty)
        {
            return;
        }

        var (path, method) = (request.Path, request.Method);
        Take(ShelfKind.Path, path, path.Length);
        foreach (var length in _lengths)
        {
            if (length > path.Length)
            {
                break;
            }

            Take(ShelfKind.Beginning, path, length);
        }

        if (request.Route is { } route)
        {
            Take(ShelfKind.Operation, route.Operation.Name, route.Operation.Name.Length);
        }

        void Take(ShelfKind kind, string text, int length)
        {
            TakeOf(new(kind, text, length, null));
            TakeOf(new(kind, text, length, method));
        }

        void TakeOf(ShelfKey key)
        {
            if (_shelves.TryGetValue(key, out var shelf))
            {
                into.Add(new(shelf, hidden));
            }
        }
    }

    /// <summary>One more needs no sorting: it is put where it belongs.</summary>
    private static Stub[] Sorted(Stub[] before, IEnumerable<Stub> more)
    {
        if (more.Take(2).ToList() is not [var one])
        {
            return [.. before.Concat(more).Order(Stub.Asked)];
        }

        var at = Array.BinarySearch(before, one, Stub.Asked);
        at = at < 0 ? ~at : at;
        return [.. before.AsSpan(0, at), one, .. before.AsSpan(at)];
    }
}
