using System.Collections.Frozen;

namespace FakeJira.Stubs.Mappings;

/// <summary>What the reader of a mapping has to know.</summary>
/// <param name="Operations">Every operation by its name.</param>
/// <param name="Folder">Where body and pattern files are; null when there is none.</param>
/// <param name="DefaultPriority">The priority of a mapping that says none.</param>
/// <param name="NextOrder">The next number of registration.</param>
/// <param name="Strict">Whether unknown members are errors.</param>
internal sealed record MappingContext(IReadOnlyDictionary<string, Operation> Operations, string? Folder, int DefaultPriority, Func<long> NextOrder, bool Strict)
{
    /// <summary>The vendors' errors that have a name.</summary>
    public IReadOnlyDictionary<string, NamedError> Errors { get; init; } = FrozenDictionary<string, NamedError>.Empty;
}
