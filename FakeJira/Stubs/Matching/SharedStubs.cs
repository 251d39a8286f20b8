namespace FakeJira.Stubs.Matching;

/// <summary>
/// What all sites of a server share: the mappings of its folder and the built-in ones. Every site looks here at each request, so a reload of the folder
/// reaches all of them in one step and leaves alone what each added, removed or disabled.
/// </summary>
internal sealed class SharedStubs
{
    private static readonly Func<Operation, IReadOnlyList<Stub>> None = _ => [];
    private volatile FileStubs _files = new(StubIndex.Empty, _ => null);

    /// <summary>What the files say.</summary>
    public FileStubs Files
    {
        get => _files;
        set => _files = value;
    }

    /// <summary>The built-in mappings of an operation in the order in which they are asked. They are read when the first request reaches it.</summary>
    public Func<Operation, IReadOnlyList<Stub>> BuiltIn { get; set; } = None;
}

/// <summary>What the files say at one moment: one object, so that no request meets half of a reload.</summary>
/// <param name="index">The folder's mappings, without those that are disabled.</param>
/// <param name="disabled">Of the folder and the built-in ones, the one of an id that is disabled in its file, or null.</param>
internal sealed class FileStubs(StubIndex index, Func<Guid, Stub?> disabled)
{
    /// <summary>The folder's mappings, without those that are disabled.</summary>
    public StubIndex Index => index;

    /// <summary>The one of that id that is disabled in its file, or null.</summary>
    public Stub? Disabled(Guid id) => disabled(id);
}
