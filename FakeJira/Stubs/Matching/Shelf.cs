using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>Stubs of one path: by method, and those of any method, each list in the order in which its stubs are asked. Immutable.</summary>
internal sealed class Shelf
{
    public static readonly Shelf Empty = new([], ImmutableDictionary.Create<string, Stub[]>(StringComparer.OrdinalIgnoreCase));

    private readonly Stub[] _anyMethod;
    private readonly ImmutableDictionary<string, Stub[]> _byMethod;

    private Shelf(Stub[] anyMethod, ImmutableDictionary<string, Stub[]> byMethod) => (_anyMethod, _byMethod) = (anyMethod, byMethod);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _anyMethod.Length == 0 && _byMethod.IsEmpty;

    /// <summary>With more.</summary>
    public Shelf With(IEnumerable<Stub> more)
    {
        var byMethod = _byMethod.ToBuilder();
        foreach (var method in more.Where(stub => stub.Methods is not null).SelectMany(stub => stub.Methods!.Distinct(StringComparer.OrdinalIgnoreCase), (Stub, Method) => (Stub, Method)).GroupBy(each => each.Method, each => each.Stub, StringComparer.OrdinalIgnoreCase))
        {
            byMethod[method.Key] = Sorted(byMethod.GetValueOrDefault(method.Key) ?? [], [.. method]);
        }

        return new(Sorted(_anyMethod, [.. more.Where(stub => stub.Methods is null)]), byMethod.ToImmutable());
    }

    /// <summary>Without those.</summary>
    public Shelf Without(IReadOnlySet<Stub> gone)
    {
        var byMethod = _byMethod.ToBuilder();
        foreach (var method in gone.SelectMany(stub => stub.Methods ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Where(_byMethod.ContainsKey))
        {
            if (Left(_byMethod[method]) is { Length: > 0 } left)
            {
                byMethod[method] = left;
            }
            else
            {
                byMethod.Remove(method);
            }
        }

        return new(Left(_anyMethod), byMethod.ToImmutable());

        Stub[] Left(Stub[] stubs) => Array.FindAll(stubs, stub => !gone.Contains(stub));
    }

    /// <summary>Adds the lists that can hold a match for a request of that method.</summary>
    public void Candidates(string method, HiddenStubs hidden, List<Cursor> into)
    {
        if (_anyMethod.Length > 0)
        {
            into.Add(new(_anyMethod, hidden));
        }

        if (_byMethod.TryGetValue(method, out var stubs))
        {
            into.Add(new(stubs, hidden));
        }
    }

    /// <summary>One more needs no sorting: it is put where it belongs.</summary>
    private static Stub[] Sorted(Stub[] before, Stub[] more)
    {
        if (more is not [var one])
        {
            return more is [] ? before : [.. before.Concat(more).Order(Stub.Asked)];
        }

        var at = Array.BinarySearch(before, one, Stub.Asked);
        at = at < 0 ? ~at : at;
        return [.. before.AsSpan(0, at), one, .. before.AsSpan(at)];
    }
}
