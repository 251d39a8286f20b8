using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Where the mappings come from that all sites of a server share: its folder, and the built-in ones of its contracts.</summary>
internal sealed class Library(SharedStubs shared, IReadOnlyList<Contract> contracts, ServerLimits limits) : IDisposable
{
    private readonly Lazy<IReadOnlyDictionary<string, Operation>> _operations = new(() => OperationsOf(contracts));
    private readonly Lazy<Dictionary<Guid, Operation>> _operationsById = new(() => contracts.SelectMany(contract => contract.Operations).ToDictionary(operation => NameGuid.Of(operation.Name)));
    private readonly Lazy<IReadOnlyDictionary<string, NamedError>> _errors = new(() => contracts.SelectMany(contract => contract.Errors).ToDictionary(error => error.Name, StringComparer.OrdinalIgnoreCase));
    private BuiltInMappings? _builtIn;
    private Lazy<Dictionary<Guid, (string File, Mapping Mapping)>> _builtInById = new(() => []);
    private FolderWatcher? _watcher;

    /// <summary>The folder; null when there is none.</summary>
    public MappingFolder? Folder { get; private set; }

    /// <summary>Whether changes in the folder are taken over by themselves.</summary>
    public bool IsWatched => _watcher is not null;

    /// <summary>Whether unknown members of mappings are errors.</summary>
    public bool IsStrict { get; private set; }

    /// <summary>Every operation by its name.</summary>
    public IReadOnlyDictionary<string, Operation> Operations => _operations.Value;

    /// <summary>The vendors' errors that have a name, by it.</summary>
    public IReadOnlyDictionary<string, NamedError> Errors => _errors.Value;

    /// <summary>What mappings are read with that are added at run time.</summary>
    public MappingContext ContextOf(Func<long> nextOrder) => ContextOf(Folder?.Path, nextOrder) with { Room = MappingRoom.OfSite(limits) };

    /// <summary>The operation that has this Guid in the admin API, or null.</summary>
    public Operation? OperationOf(Guid id) => _operationsById.Value.GetValueOrDefault(id);

    /// <summary>Everything that is shared, in the order of the files, disabled ones too: the built-in ones first.</summary>
    public IReadOnlyList<Mapping> Mappings => [.. BuiltIn, .. Folder?.Content.Mappings ?? []];

    /// <summary>How many these are at most: files of the folder may stand for built-in ones.</summary>
    public int Count => _builtInById.Value.Count + (Folder?.Content.Mappings.Count ?? 0);

    /// <summary>The one of that Guid, or null: one of the folder comes after a built-in one, and may have its Guid.</summary>
    public Mapping? Find(Guid id) => Find(id, Folder?.Content);

    /// <summary>What is wrong with the folder's files.</summary>
    public IReadOnlyList<Problem> Problems => Folder?.Content.Problems ?? [];

    /// <summary>That, and what is wrong with the folder's mappings as a whole; looked for at every call.</summary>
    public IReadOnlyList<Problem> AllProblems() => Folder?.Content is { } content ? [.. content.Problems, .. MappingReview.Of(content.Mappings, contracts)] : [];

    /// <summary>A file of the folder stands for the built-in one of its name.</summary>
    private IEnumerable<Mapping> BuiltIn => _builtIn is { } builtIn
        ? contracts.SelectMany(contract => builtIn.FilesOf(contract.Name)).Where(file => Folder?.Content.Files.Contains(file) != true).SelectMany(builtIn.Read)
        : [];

    /// <summary>Takes the built-in mappings into service. Nothing is read.</summary>
    public void Use(BuiltInMappings builtIn)
    {
        _builtIn = builtIn;
        _builtInById = new(() => contracts.SelectMany(contract => builtIn.FilesOf(contract.Name)).SelectMany(builtIn.Read, (file, mapping) => (file, mapping)).ToDictionary(each => each.mapping.Id));
        shared.Files = Said(Folder?.Content);
        shared.BuiltIn = operation => builtIn.StubsOf(operation, Folder?.Content.Files);
    }

    /// <summary>Reads a folder and takes its mappings into service.</summary>
    public MappingFolder Open(string path, bool strict)
    {
        IsStrict = strict;
        var full = Path.GetFullPath(path);
        Folder = new MappingFolder(full, ContextOf(full, () => 0));
        Folder.Changed += content => shared.Files = Said(content);
        Folder.Scan();
        return Folder;
    }

    /// <summary>From now on changes in the folder are taken over by themselves.</summary>
    /// <param name="log">Told when watching meets a difficulty.</param>
    public void Watch(Action<string> log)
    {
        if (Folder is { } folder)
        {
            _watcher ??= new FolderWatcher(folder, log);
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _watcher = null;
        Folder?.Close();
    }

    /// <summary>Every operation of these contracts by its name, in any case.</summary>
    public static IReadOnlyDictionary<string, Operation> OperationsOf(IEnumerable<Contract> contracts) =>
        contracts.SelectMany(contract => contract.Operations).ToDictionary(operation => operation.Name, StringComparer.OrdinalIgnoreCase);

    private MappingContext ContextOf(string? folder, Func<long> nextOrder) => new(Operations, folder, 0, nextOrder, IsStrict) { Errors = Errors, RegexTime = limits.RegexTime };

    private FileStubs Said(FolderContent? content) => new(content?.Index ?? StubIndex.Empty, id => Find(id, content) is { IsDisabled: true } mapping ? mapping.Stub : null);

    private Mapping? Find(Guid id, FolderContent? content) => content?.Find(id) ?? FindBuiltIn(id, content);

    private Mapping? FindBuiltIn(Guid id, FolderContent? content) => _builtInById.Value.TryGetValue(id, out var builtIn) && content?.Files.Contains(builtIn.File) != true ? builtIn.Mapping : null;
}
