using System.Collections.Concurrent;
using System.Reflection;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>
/// The mapping files inside the program, which are those of the repository's folder mappings. The file <c>jira/fields.list.json</c> belongs to the operation
/// <c>jira.fields.list</c>: it is read when the first request of the process reaches that operation, so a server's start does not pay for it.
/// <c>scenarios/jira.outage.json</c> belongs to the contract jira and is disabled until somebody enables it.
/// </summary>
internal sealed class BuiltInMappings
{
    /// <summary>Behind the mappings of users, before the operations.</summary>
    public const int Priority = 900;

    private const string Root = "mappings/";
    private const string ScenarioFolder = "scenarios";
    private readonly Assembly _assembly;
    private readonly Lazy<IReadOnlyDictionary<string, Operation>> _operations;
    private readonly Lazy<string[]> _files;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Mapping>> _mappings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OfOperation> _stubs = new(StringComparer.Ordinal);
    private long _order;

    /// <param name="assembly">Has them as resources.</param>
    /// <param name="operations">Every operation of every contract.</param>
    public BuiltInMappings(Assembly assembly, Func<IReadOnlyDictionary<string, Operation>> operations)
    {
        (_assembly, _operations) = (assembly, new(operations));
        _files = new(() => [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Select(name => name[Root.Length..]).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The names of all files, relative to mappings.</summary>
    public IReadOnlyList<string> Files => _files.Value;

    /// <summary>What answers instead of an operation, in the order in which it is asked; nothing where its file is among <paramref name="replaced"/>.</summary>
    public IReadOnlyList<Stub> StubsOf(Operation operation, IReadOnlySet<string>? replaced)
    {
        var own = _stubs.TryGetValue(operation.Name, out var known) ? known : _stubs.GetOrAdd(operation.Name, Find);
        return own.Stubs is { } stubs && replaced?.Contains(own.File) != true ? stubs.Value : [];
    }

    /// <summary>The files that belong to a contract, those of the disabled scenarios too.</summary>
    public IEnumerable<string> FilesOf(string contract) => Files.Where(file => ContractOf(file) == contract);

    /// <summary>The mappings of a file.</summary>
    /// <exception cref="InvalidOperationException">It is broken: a mistake of ours, which a test finds.</exception>
    public IReadOnlyList<Mapping> Read(string file) => _mappings.GetOrAdd(file, _ =>
    {
        using var stream = _assembly.GetManifestResourceStream(Root + file) ?? throw new InvalidOperationException($"There is no built-in mapping file {file}.");
        using var reader = new StreamReader(stream);
        var problems = new ProblemList();
        var mappings = MappingFile.Read(Root + file, reader.ReadToEnd(), new(_operations.Value, null, Priority, () => Interlocked.Increment(ref _order), true), problems);
        return problems.All.Count == 0 ? mappings : throw new InvalidOperationException(string.Join(Environment.NewLine, problems.All));
    });

    /// <summary>The contract that a file belongs to: the first word of its operation, or of its name among the scenarios.</summary>
    public static string ContractOf(string file) => IsScenario(file) ? Path.GetFileName(file).Split('.')[0] : file.Split('/')[0];

    private static bool IsScenario(string file) => file.StartsWith(ScenarioFolder + "/", StringComparison.Ordinal);

    /// <summary>The file of an operation stands in the folder of its contract.</summary>
    private OfOperation Find(string operation)
    {
        var dot = operation.IndexOf('.', StringComparison.Ordinal);
        var file = $"{operation[..dot]}/{operation[(dot + 1)..]}.json";
        return new(file, _assembly.GetManifestResourceInfo(Root + file) is null ? null : new(() => [.. Read(file).Where(mapping => !mapping.IsDisabled).Select(mapping => mapping.Stub).Order(Stub.Asked)]));
    }

    /// <summary>The file of an operation, and what is in it; null where there is no such file.</summary>
    private sealed record OfOperation(string File, Lazy<IReadOnlyList<Stub>>? Stubs);
}
