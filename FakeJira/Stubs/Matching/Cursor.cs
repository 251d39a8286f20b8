using System.Collections.Immutable;

namespace FakeJira.Stubs.Matching;

/// <summary>Which stubs do not answer for now.</summary>
/// <param name="Removed">Ids of those that are gone, or that another one stands for.</param>
/// <param name="Disabled">Ids of those that are disabled.</param>
internal readonly record struct HiddenStubs(ImmutableHashSet<Guid> Removed, ImmutableHashSet<Guid> Disabled)
{
    /// <summary>None.</summary>
    public static HiddenStubs None { get; } = new([], []);

    /// <summary>Whether a stub is one of them.</summary>
    public bool Has(Stub stub) => (Removed.Count > 0 && Removed.Contains(stub.Id)) || (Disabled.Count > 0 && Disabled.Contains(stub.Id));
}

/// <summary>A place in a list of candidates, of which some are hidden.</summary>
internal struct Cursor
{
    private readonly IReadOnlyList<Stub> _stubs;
    private readonly HiddenStubs _hidden;
    private int _at = -1;

    public Cursor(IReadOnlyList<Stub> stubs, HiddenStubs hidden)
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
        while (_at < _stubs.Count && _hidden.Has(_stubs[_at]));
    }
}
