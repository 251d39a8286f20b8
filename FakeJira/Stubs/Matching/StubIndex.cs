namespace FakeJira.Stubs.Matching;

/// <summary>
/// Stubs filed by path and method, built once. A request looks at those whose literal path or path prefix is its own, and at those without one;
/// entries of another path or method cost it nothing.
/// </summary>
internal sealed class StubIndex
{
    public static readonly StubIndex Empty = new();

    private readonly Dictionary<string, Shelf> _whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Shelf> _prefixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Shelf> _operations = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] _prefixLengths;
    private readonly Shelf _any = new();

    private StubIndex() => (Stubs, _prefixLengths) = ([], []);

    public StubIndex(IEnumerable<Stub> stubs)
    {
        Stubs = [.. stubs.Order(Comparer<Stub>.Create(Stub.Compare))];
        foreach (var stub in Stubs)
        {
            foreach (var shelf in ShelvesOf(stub))
            {
                shelf.Add(stub);
            }
        }

        _prefixLengths = [.. _prefixes.Keys.Select(prefix => prefix.Length).Distinct().Order()];
    }

    /// <summary>All of them, in the order in which they are asked.</summary>
    public IReadOnlyList<Stub> Stubs { get; }

    /// <summary>Adds the lists that can hold a match for the request, without what is hidden; each is in the order in which its stubs are asked.</summary>
    public void Candidates(StubRequest request, IReadOnlySet<Guid>? hidden, List<Cursor> into)
    {
        if (Stubs.Count == 0)
        {
            return;
        }

        var path = request.Path;
        _any.Candidates(request.Method, hidden, into);
        if (_whole.TryGetValue(path, out var whole))
        {
            whole.Candidates(request.Method, hidden, into);
        }

        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _prefixLengths)
        {
            if (length > path.Length)
            {
                break;
            }

            if (prefixes.TryGetValue(path.AsSpan(0, length), out var shelf))
            {
                shelf.Candidates(request.Method, hidden, into);
            }
        }

        if (request.Route is { } route && _operations.TryGetValue(route.Operation.Name, out var bound))
        {
            bound.Candidates(request.Method, hidden, into);
        }
    }

    private IEnumerable<Shelf> ShelvesOf(Stub stub)
    {
        if (stub.Operation is { } operation)
        {
            return [Shelf(_operations, operation)];
        }

        return stub.Paths.Select(key => key.IsWhole ? Shelf(_whole, key.Text) : key.Text.Length == 0 ? _any : Shelf(_prefixes, key.Text)).Distinct();
    }

    private static Shelf Shelf(Dictionary<string, Shelf> shelves, string key) =>
        shelves.TryGetValue(key, out var shelf) ? shelf : shelves[key] = new();
}

/// <summary>Stubs of one path: by method, and those of any method.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, List<Stub>> _byMethod = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Stub> _anyMethod = [];

    public void Add(Stub stub)
    {
        foreach (var method in stub.Methods?.Distinct(StringComparer.OrdinalIgnoreCase) ?? [])
        {
            (_byMethod.TryGetValue(method, out var list) ? list : _byMethod[method] = []).Add(stub);
        }

        if (stub.Methods is null)
        {
            _anyMethod.Add(stub);
        }
    }

    public void Candidates(string method, IReadOnlySet<Guid>? hidden, List<Cursor> into)
    {
        if (_anyMethod.Count > 0)
        {
            into.Add(new(_anyMethod, hidden));
        }

        if (_byMethod.TryGetValue(method, out var list))
        {
            into.Add(new(list, hidden));
        }
    }
}

/// <summary>A place in a list of candidates, of which some are hidden.</summary>
internal struct Cursor
{
    private readonly IReadOnlyList<Stub> _stubs;
    private readonly IReadOnlySet<Guid>? _hidden;
    private int _at = -1;

    public Cursor(IReadOnlyList<Stub> stubs, IReadOnlySet<Guid>? hidden)
    {
        (_stubs, _hidden) = (stubs, hidden);
        Advance();
    }

    public readonly Stub? Current => _at < _stubs.Count ? _stubs[_at] : null;

    public void Advance()
    {
        do
        {
            _at++;
        }
        while (_hidden?.Count > 0 && _at < _stubs.Count && _hidden.Contains(_stubs[_at].Id));
    }
}
