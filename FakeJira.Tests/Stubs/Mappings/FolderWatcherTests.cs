using System.Threading.Channels;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using static FakeJira.Tests.Stubs.Mappings.TemporaryFolder;

namespace FakeJira.Tests.Stubs.Mappings;

public class FolderWatcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task A_new_an_edited_a_renamed_and_a_deleted_file_are_noticed()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync(watch: true);
        var content = fake.Universe.Library.Folder!;

        await Until(content, () => folder.Write("a.json", Answering("/x", "one")), now => Names(now) is ["a.json#0"]);
        await Until(content, () => folder.Write("a.json", Answering("/y", "two")), now => now.Mappings is [var mapping] && mapping.Document.ToString().Contains("/y", StringComparison.Ordinal));
        await Until(content, () => folder.Rename("a.json", "b.json"), now => Names(now) is ["b.json#0"]);
        await Until(content, () => folder.Delete("b.json"), now => now.Mappings.Count == 0);
    }

    [Test]
    public async Task A_file_that_is_written_in_steps_is_read_when_it_is_whole()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync(watch: true);
        var content = fake.Universe.Library.Folder!;
        var text = Answering("/x", "whole");

        await Until(content, () => folder.Write("a.json", text[..20]), now => now.Problems.Count > 0);
        await Until(content, () => folder.Write("a.json", text), now => Names(now) is ["a.json#0"] && now.Problems.Count == 0);
    }

    [Test]
    public async Task A_file_in_a_new_sub_folder_is_noticed()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync(watch: true);

        await Until(fake.Universe.Library.Folder!, () => folder.Write("new/sub/a.json", Answering("/x", "one")), now => Names(now) is ["new/sub/a.json#0"]);
    }

    [Test]
    public async Task A_folder_that_is_gone_and_comes_back_is_watched_again()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/x", "one")));
        await using var fake = await folder.ServeAsync(watch: true);
        var content = fake.Universe.Library.Folder!;

        await Until(content, () => Directory.Delete(folder.Path, recursive: true), now => now.Problems.Count == 1 || now.Mappings.Count == 0);
        await Until(content, () => folder.Write("b.json", Answering("/x", "two")), now => Names(now) is ["b.json#0"]);
        await Until(content, () => folder.Write("c.json", Answering("/x", "three")), now => Names(now) is ["b.json#0", "c.json#0"]);
    }

    [Test]
    public async Task Nothing_is_read_any_more_after_the_server_has_ended()
    {
        using var folder = new TemporaryFolder();
        var fake = await folder.ServeAsync(watch: true);
        var library = fake.Universe.Library;

        await fake.DisposeAsync();

        library.IsWatched.ShouldBeFalse();
    }

    [Test]
    public async Task A_scan_that_waits_for_a_disk_holds_up_no_end_and_changes_nothing_after_it()
    {
        using var folder = new TemporaryFolder();
        var disk = new SlowDisk();
        var content = new MappingFolder(folder.Path, new(new Dictionary<string, Operation>(1, disk), folder.Path, 0, () => 0, false));
        content.Scan();
        var watcher = new FolderWatcher(content, _ => { });
        folder.Write("a.json", """{ "Request": { "Operation": "none" }, "Response": {} }""");
        await disk.Asked.Task.WaitAsync(Patience);

        await Task.Run(() =>
        {
            watcher.Dispose();
            content.Close();
        }).WaitAsync(Patience);
        disk.GoOn.Set();

        // Waits for the other scan.
        content.Scan().ShouldBeFalse();
        (content.Content.Mappings.Count, content.Content.Problems.Count).ShouldBe((0, 0));
    }

    [Test]
    public async Task A_change_that_is_due_while_a_scan_is_busy_is_read_right_after_it()
    {
        using var folder = new TemporaryFolder();
        var (disk, timer) = (new SlowDisk(), new HandTimer());
        var content = new MappingFolder(folder.Path, new(new Dictionary<string, Operation>(1, disk), folder.Path, 0, () => 0, false));
        using var watcher = new FolderWatcher(content, _ => { }, timer);
        folder.Write("a.json", """{ "Request": { "Operation": "none" }, "Response": {} }""");
        await timer.Set.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        var scan = Task.Run(timer.Fire);
        await disk.Asked.Task.WaitAsync(Patience);

        folder.Write("b.json", Answering("/x", "one"));
        await timer.Set.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        await Task.Run(timer.Fire).WaitAsync(Patience);
        disk.GoOn.Set();
        await scan.WaitAsync(Patience);

        Names(content.Content).ShouldBe(["b.json#0"]);
    }

    private static string[] Names(FolderContent content) => [.. content.Mappings.Select(mapping => mapping.Name)];

    /// <summary>Does something to the folder and waits for what is to follow from it.</summary>
    private static async Task Until(MappingFolder folder, Action act, Func<FolderContent, bool> reached)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(FolderContent content)
        {
            if (reached(content))
            {
                seen.TrySetResult();
            }
        }

        folder.Changed += Look;
        act();
        Look(folder.Content);
        await seen.Task.WaitAsync(Patience);
        folder.Changed -= Look;
    }

    /// <summary>Fires when it is told to, and says when it was set to be soon.</summary>
    private sealed class HandTimer : TimeProvider, ITimer
    {
        private Action _due = () => { };

        public Channel<TimeSpan> Set { get; } = Channel.CreateUnbounded<TimeSpan>();

        public void Fire() => _due();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _due = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => dueTime == period || Set.Writer.TryWrite(dueTime);

        public void Dispose() => Set.Writer.TryComplete();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }

    /// <summary>Stands for a disk: while a file is read, somebody is asked who does not answer.</summary>
    private sealed class SlowDisk : IEqualityComparer<string>
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim GoOn { get; } = new();

        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string obj)
        {
            Asked.TrySetResult();
            GoOn.Wait();
            return 0;
        }
    }
}
