using System.Globalization;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>How much of one text is read as mappings; asked before anything is compiled, which can take a thousand times the memory of what was written.</summary>
internal sealed class MappingRoom
{
    /// <summary>As many as have a place between two files.</summary>
    public const int MappingsOfFile = 1 << 16;

    private const long BytesOfFile = 512 * 1024 * 1024;

    private readonly string _full;
    private long _mappings;
    private long _bytes;

    private MappingRoom(long mappings, long bytes, string full) => (_mappings, _bytes, _full) = (mappings, bytes, full);

    /// <summary>Whether more was wanted than there is; nothing has room after that.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>For one file of the folder.</summary>
    public static MappingRoom OfFile() => new(MappingsOfFile, BytesOfFile,
        string.Create(CultureInfo.InvariantCulture, $"A file takes no more than {MappingsOfFile} mappings, and about {BytesOfFile} bytes of them with all that is compiled; make more files of it, or fewer templates."));

    /// <summary>For what is added to a site at run time.</summary>
    public static MappingRoom OfSite(ServerLimits limits) => new(limits.Mappings, limits.MappingBytes, FullOf(limits));

    /// <summary>For what has been weighed before.</summary>
    public static MappingRoom Endless() => new(long.MaxValue, long.MaxValue, "");

    /// <summary>What to say where a site has no room.</summary>
    public static string FullOf(ServerLimits limits) =>
        string.Create(CultureInfo.InvariantCulture, $"A site takes no more than {limits.Mappings} mappings beside the files, and about {limits.MappingBytes} bytes of them; remove some.");

    /// <summary>Takes the room of a mapping; false, with an error in the document, when there is not as much.</summary>
    public bool TryTake(long bytes, JsonNodeAt at) => TryTake(1, bytes, at);

    /// <summary>Takes the room of a file that belongs to a mapping; with no bytes, asks whether there is room for more.</summary>
    public bool TryTakeFile(long bytes, JsonNodeAt at) => TryTake(0, bytes, at);

    private bool TryTake(int mappings, long bytes, JsonNodeAt at)
    {
        (_mappings, _bytes) = (_mappings - mappings, _bytes - bytes);
        var wasExceeded = IsExceeded;
        IsExceeded |= _mappings < 0 || _bytes < 0;
        if (IsExceeded && !(wasExceeded && at.HasErrors))
        {
            at.Error(_full);
        }

        return !IsExceeded;
    }
}
