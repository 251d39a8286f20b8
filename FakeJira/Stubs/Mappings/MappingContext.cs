using System.Collections.Frozen;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding;

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

    /// <summary>How long each regular expression may take.</summary>
    public TimeSpan RegexTime { get; init; } = ServerLimits.Defaults.RegexTime;

    /// <summary>What an unknown member of a Request is.</summary>
    public Severity Unknown { get; init; } = Severity.Warning;

    /// <summary>How much may be read with it.</summary>
    public MappingRoom Room { get; init; } = MappingRoom.OfFile();

    /// <summary>How long the files are together that were read with it.</summary>
    public long FileBytes { get; private set; }

    /// <summary>The same for one mapping.</summary>
    public MappingContext ForOne() => this with { FileBytes = 0 };

    /// <summary>The content of a file of the folder; null with an error at <paramref name="at"/> when there is no such file in it.</summary>
    public byte[]? ReadFile(string name, JsonNodeAt at)
    {
        if (!Room.TryTakeFile(0, at) || ConfinedFile.Read(Folder, name, at.Error) is not { } bytes)
        {
            return null;
        }

        FileBytes += bytes.Length;
        return Room.TryTakeFile(MappingSize.OfFile(bytes.Length), at) ? bytes : null;
    }
}
