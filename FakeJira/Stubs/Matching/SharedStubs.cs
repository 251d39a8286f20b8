namespace FakeJira.Stubs.Matching;

/// <summary>
/// What all sites of a server share: the mappings of its folder and the built-in ones. Every site looks here at each request, so a reload of the folder
/// reaches all of them in one step and leaves alone what each added, removed or disabled.
/// </summary>
internal sealed class SharedStubs
{
    private static readonly Func<Operation, IReadOnlyList<Stub>> None = _ => [];
    private volatile StubIndex _index = StubIndex.Empty;

    /// <summary>The folder's mappings, without those that are disabled.</summary>
    public StubIndex Index
    {
        get => _index;
        set => _index = value;
    }

    /// <summary>The built-in mappings of an operation in the order in which they are asked. They are read when the first request reaches it.</summary>
    public Func<Operation, IReadOnlyList<Stub>> BuiltIn { get; set; } = None;
}
