using System.Text;
using FakeJira.IdeaBank;
using FakeJira.Jira;
using FakeJira.Polls;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>
/// Follows a site for one reader. What happens while the reader is slow is kept up to a limit; of requests beyond it only the number is told. Nobody who changes the site waits.
/// </summary>
internal sealed class SiteEvents : IDisposable
{
    /// <summary>How many requests are told in one event at the most.</summary>
    public const int Kept = 200;

    /// <summary>Events come in bundles, so that a busy server is not slowed down by who looks on.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Queue<JournalEntry> _requests = [];
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Site _site;
    private long _missed;

    public SiteEvents(Site site)
    {
        _site = site;
        site.Journal.Added += Add;
        site.Journal.Cleared += Cleared;
        site.Changed += Changed;
        site.Clock.Changed += ClockChanged;
        site.Sites.Changed += SitesChanged;
        if (site.Sites.Library.Folder is { } folder)
        {
            folder.Changed += FolderChanged;
        }
    }

    public void Dispose()
    {
        _site.Journal.Added -= Add;
        _site.Journal.Cleared -= Cleared;
        _site.Changed -= Changed;
        _site.Clock.Changed -= ClockChanged;
        _site.Sites.Changed -= SitesChanged;
        if (_site.Sites.Library.Folder is { } folder)
        {
            folder.Changed -= FolderChanged;
        }
    }

    /// <summary>Writes until the site is removed or it is cancelled.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        await SendAsync(stream, Event("hello", new JObject { ["site"] = _site.Name, ["requests"] = _site.Journal.Count }), cancellation).ConfigureAwait(false);
        while (_site.Sites.Has(_site))
        {
            var text = await _wake.WaitAsync(SignOfLife, cancellation).ConfigureAwait(false) ? Take() : ":\n\n";
            await SendAsync(stream, text, cancellation).ConfigureAwait(false);
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }

        await SendAsync(stream, Event("gone", new JObject { ["site"] = _site.Name }), cancellation).ConfigureAwait(false);
    }

    private static string Event(string name, JToken data) => $"event: {name}\ndata: {data.ToString(Formatting.None)}\n\n";

    private static async Task SendAsync(Stream stream, string text, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false);
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private string Take()
    {
        JournalEntry[] requests;
        string[] changed;
        long missed;
        lock (_gate)
        {
            (requests, changed, missed) = ([.. _requests], [.. _changed], _missed);
            _requests.Clear();
            _changed.Clear();
            _missed = 0;
        }

        return (requests.Length > 0 ? Event("requests", new JObject { ["missed"] = missed, ["requests"] = new JArray(requests.Select(RequestShapes.Line)) }) : "")
            + (changed.Length > 0 ? Event("changed", new JArray(changed)) : "");
    }

    private void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            if (_requests.Count == Kept)
            {
                _requests.Dequeue();
                _missed++;
            }

            _requests.Enqueue(entry);
            Wake();
        }
    }

    private void Note(string part)
    {
        lock (_gate)
        {
            _changed.Add(part);
            Wake();
        }
    }

    /// <summary>Under the gate, so that the semaphore never holds more than one.</summary>
    private void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            _wake.Release();
        }
    }

    private void Changed(Slot? slot) => Note(
        slot is null ? "state"
        : ReferenceEquals(slot, JiraContract.World) ? "jira"
        : ReferenceEquals(slot, PollsContract.World) ? "polls"
        : ReferenceEquals(slot, IdeaBankContract.World) ? "ideabank"
        : ReferenceEquals(slot, StubOverlay.Slot) ? "mappings"
        : "scenarios");

    private void Cleared()
    {
        lock (_gate)
        {
            _requests.Clear();
            _missed = 0;
        }

        Note("requests");
    }

    private void ClockChanged() => Note("clock");

    private void SitesChanged() => Note("sites");

    private void FolderChanged(FolderContent content) => Note("mappings");
}
