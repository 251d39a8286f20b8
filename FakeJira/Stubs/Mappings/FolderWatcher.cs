namespace FakeJira.Stubs.Mappings;

/// <summary>
/// Scans a mapping folder shortly after anything happens in it. What the system reports is only the occasion: the scan looks at all files, so a lost,
/// doubled or early event does no harm. Where the system reports nothing, a look every few seconds finds the change.
/// </summary>
internal sealed class FolderWatcher : IDisposable
{
    /// <summary>Editors write a file in several steps; this long after the latest it is read.</summary>
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(50);

    /// <summary>How often to see whether the folder is still the same one.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    /// <summary>How long to put off a scan at the most while events keep coming.</summary>
    private const long LongestWait = 250;

    /// <summary>How long to trust a system that reports nothing.</summary>
    private const long LongestTrust = 4000;

    private readonly Lock _gate = new();
    private readonly MappingFolder _folder;
    private readonly Action<string> _log;
    private readonly ITimer _timer;
    private FileSystemWatcher? _reports;
    private DateTime _watched;
    private long _firstEvent;
    private long _scanned = Environment.TickCount64;
    private bool _again;
    private bool _toldOfLooking;
    private volatile bool _isLost;
    private int _due;
    private volatile bool _disposed;

    /// <param name="folder">The folder to keep up to date.</param>
    /// <param name="log">Told when watching itself meets a difficulty.</param>
    /// <param name="time">What its timer is from; null for the system's.</param>
    public FolderWatcher(MappingFolder folder, Action<string> log, TimeProvider? time = null)
    {
        (_folder, _log) = (folder, log);

        // First the timer, without a time: what is reported sets it.
        _timer = (time ?? TimeProvider.System).CreateTimer(static self => ((FolderWatcher)self!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Listen();
        _timer.Change(Look, Look);
    }

    /// <summary>Waits for no scan: that may wait for a disk.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _reports?.Dispose();
            _timer.Dispose();
        }
    }

    private void Happened()
    {
        var now = Environment.TickCount64;
        var first = Interlocked.CompareExchange(ref _firstEvent, now, 0);
        if (first == 0 || now - first < LongestWait)
        {
            Later(Debounce);
        }
    }

    private void Later(TimeSpan wait)
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _timer.Change(wait, Look);
            }
        }
    }

    private void Tick()
    {
        // One at a time: reading may take longer than the timer. What is due meanwhile is done right after it; a change would wait for the next look otherwise.
        if (Interlocked.Increment(ref _due) > 1)
        {
            return;
        }

        int done;
        do
        {
            done = Volatile.Read(ref _due);
            TryAct();
        }
        while (Interlocked.CompareExchange(ref _due, 0, done) != done);
    }

    private void TryAct()
    {
        if (_disposed)
        {
            return;
        }

        try
        {
            Act();
        }
        catch (Exception exception)
        {
            // Nothing may end the watching; the next look tries again.
            if (!_disposed)
            {
                _log($"Watching {_folder.Path}: {exception.Message}");
            }
        }
    }

    private void Act()
    {
        var reported = Interlocked.Exchange(ref _firstEvent, 0) != 0;
        var lost = _isLost;
        _isLost = false;
        var moved = lost || _reports is null || Identity() != _watched;
        if (moved)
        {
            Listen();
        }

        if (!reported && !moved && !_again && Environment.TickCount64 - _scanned < LongestTrust)
        {
            return;
        }

        // Once more at the next look: a sub-folder is filled before the system reports from it, a file written twice at once.
        _again = reported || moved && _reports is not null;
        _folder.Scan();
        _scanned = Environment.TickCount64;
    }

    /// <summary>When the folder was made: another time is another folder of the same name.</summary>
    private DateTime Identity() => Directory.GetCreationTimeUtc(_folder.Path);

    private void Listen()
    {
        Interlocked.Exchange(ref _reports, null)?.Dispose();
        if (!Directory.Exists(_folder.Path))
        {
            return;
        }

        var reports = new FileSystemWatcher(_folder.Path) { IncludeSubdirectories = true };
        try
        {
            _watched = Identity();
            reports.Changed += (_, _) => Happened();
            reports.Created += (_, _) => Happened();
            reports.Deleted += (_, _) => Happened();
            reports.Renamed += (_, _) => Happened();
            reports.Error += (_, failure) => Lost(failure.GetException());
            reports.EnableRaisingEvents = true;
            lock (_gate)
            {
                _reports = _disposed ? null : reports;
            }

            if (_disposed)
            {
                reports.Dispose();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // For example no inotify instance left: looking every 0.4 s does instead.
            reports.Dispose();
            if (!_toldOfLooking)
            {
                _toldOfLooking = true;
                _log($"{_folder.Path} is looked at instead of watched: {exception.Message}");
            }
        }
    }

    private void Lost(Exception exception)
    {
        _log($"{_folder.Path}: {exception.Message}");
        _isLost = true;
        Happened();
    }
}
