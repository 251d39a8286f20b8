using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>
/// The folder of mapping files. A scan reads what has changed since the last one and puts the whole in place in one step; a file that has become
/// broken stays in service as it last was. The order of the files is that of their names, whichever was written last, so that a restart changes nothing.
/// </summary>
/// <param name="path">The folder, absolute.</param>
/// <param name="context">What mappings are read with.</param>
internal sealed class MappingFolder(string path, MappingContext context)
{
    /// <summary>Room between the places of two files, for those that are put between them later.</summary>
    private const long Gap = 1L << 32;

    /// <summary>Before everything that is added at run time, which counts from 1.</summary>
    private const long Start = -(1L << 62);

    private readonly Lock _gate = new();
    private readonly Lock _changing = new();
    private Dictionary<string, FolderFile> _files = new(StringComparer.Ordinal);
    private HashSet<ListedFile> _others = [];
    private bool _unlisted;
    private volatile bool _isClosed;
    private volatile FolderContent _content = FolderContent.Empty;

    /// <summary>Told after what it holds has changed.</summary>
    public event Action<FolderContent>? Changed;

    /// <summary>The folder, absolute.</summary>
    public string Path => path;

    /// <summary>What it holds.</summary>
    public FolderContent Content => _content;

    /// <summary>Brings <see cref="Content"/> up to date; true when something has changed.</summary>
    public bool Scan()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            var before = _content;
            var now = Next(before);
            lock (_changing)
            {
                if (_isClosed || ReferenceEquals(before, now))
                {
                    return false;
                }

                _content = now;
                Changed?.Invoke(now);
                return true;
            }
        }
    }

    /// <summary>From now on nothing changes any more, not even by a scan that is under way; nobody waits for that, as it may wait for a disk.</summary>
    public void Close()
    {
        lock (_changing)
        {
            _isClosed = true;
        }
    }

    /// <summary>Writes files into the folder, each whole and none where the disk has no room for all, and reads it again; false, and nothing is written, when it would have more than so many then.</summary>
    /// <exception cref="IOException">A file cannot be written, or the folder is gone. It is not made again: it would hold these files alone, and the mappings that stay in service until it is back would be gone.</exception>
    public bool TryWrite(IReadOnlyCollection<(string Path, ReadOnlyMemory<byte> Content)> files, int most)
    {
        lock (_gate)
        {
            var more = files.Count(file => !File.Exists(file.Path));
            if (more > 0 && Directory.EnumerateFiles(path).Count() + more > most)
            {
                return false;
            }

            try
            {
                WholeFile.WriteAll(files);
            }
            finally
            {
                // Also where one of several could not take its place: what is there by then is in service.
                Scan();
            }

            return true;
        }
    }

    private FolderContent Next(FolderContent before)
    {
        List<ListedFile> listed;
        try
        {
            listed = FolderListing.Of(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unlisted(before, exception);
        }

        var others = listed.Where(file => file.Kind != FileKind.Mapping).ToHashSet();
        var othersChanged = !others.SetEquals(_others);
        var files = new List<FolderFile>();
        var changed = othersChanged || _unlisted;
        foreach (var (file, place) in Places([.. listed.Where(file => file.Kind == FileKind.Mapping)]))
        {
            var old = _files.GetValueOrDefault(file.Name);
            var isCurrent = old is not null && old.FirstOrder == place && old.IsCurrent(file) && !(othersChanged && old.Uses.Count > 0);
            var now = isCurrent ? old! : FolderFile.Read(file, old, place, context, othersChanged);
            changed |= old is null || !ReferenceEquals(now.Mappings, old.Mappings) || !now.Problems.SequenceEqual(old.Problems);
            files.Add(now);
        }

        changed |= files.Count != _files.Count;
        (_files, _others, _unlisted) = (files.ToDictionary(file => file.Listed.Name, StringComparer.Ordinal), others, false);
        return changed ? before.Next(listed, files) : before;
    }

    /// <summary>Each file with its place: those already there keep theirs, unless there is no room left between two of them.</summary>
    private List<(ListedFile File, long Place)> Places(List<ListedFile> files)
    {
        var places = new List<(ListedFile File, long Place)>(files.Count);
        var last = Start;
        for (var i = 0; i < files.Count; i++)
        {
            var place = _files.TryGetValue(files[i].Name, out var known) ? known.FirstOrder : Between(last, NextKnown(files, i + 1));
            if (place <= last + MappingRoom.MappingsOfFile)
            {
                return [.. files.Select((file, at) => (file, Start + ((at + 1) * Gap)))];
            }

            places.Add((files[i], place));
            last = place;
        }

        return places;
    }

    private long? NextKnown(List<ListedFile> files, int from)
    {
        for (var i = from; i < files.Count; i++)
        {
            if (_files.TryGetValue(files[i].Name, out var known))
            {
                return known.FirstOrder;
            }
        }

        return null;
    }

    private static long Between(long last, long? next) => next is { } limit ? last + ((limit - last) / 2) : last + Gap;

    private FolderContent Unlisted(FolderContent before, Exception exception)
    {
        if (_unlisted)
        {
            return before;
        }

        _unlisted = true;
        var note = before.Mappings.Count > 0 ? " Its mappings stay in service until it is back." : "";
        return before with { Problems = [new(Severity.Error, path, 0, 0, "", $"The mapping folder cannot be read: {exception.Message}{note}")] };
    }
}
