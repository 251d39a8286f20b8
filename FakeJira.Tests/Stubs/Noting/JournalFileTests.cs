using System.Threading.Channels;
using FakeJira.Stubs;
using FakeJira.Stubs.Noting;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Noting;

/// <summary>Nothing that happens to the file of the journal goes unsaid, and nothing of it ends the writing.</summary>
public sealed class JournalFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    [Platform(Exclude = "Win", Reason = "An open file cannot be taken away there.")]
    public async Task A_file_whose_folder_vanishes_is_told_once_and_written_to_again_when_it_is_back()
    {
        var told = Channel.CreateUnbounded<string>();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal.jsonl");
        var entry = await EntryAsync();
        await using (var file = JournalFile.Open(path, Patience, line => told.Writer.TryWrite(line)))
        {
            Directory.Delete(folder.Path, recursive: true);
            file.Note(entry);
            (await NextAsync(told)).ShouldSatisfyAllConditions(line => line.ShouldStartWith($"Cannot write the journal to '{path}': "), line => line.ShouldEndWith(" Requests are answered all the same."));
            Directory.CreateDirectory(folder.Path);
            file.Note(entry);
            (await NextAsync(told)).ShouldBe($"The journal is written to '{path}' again.");
        }

        told.Reader.Count.ShouldBe(0);
        (await LinesAsync(path)).ShouldBe(["GET /x", "1 lost"]);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "An open file cannot be taken away there.")]
    public async Task A_file_that_vanishes_is_told_and_begun_anew()
    {
        var told = Channel.CreateUnbounded<string>();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal.jsonl");
        await using (var file = JournalFile.Open(path, Patience, line => told.Writer.TryWrite(line)))
        {
            folder.Delete("journal.jsonl");
            file.Note(await EntryAsync());
            (await NextAsync(told)).ShouldBe($"The journal '{path}' was gone, with what it held; it is begun anew.");
        }

        (await LinesAsync(path)).ShouldBe(["GET /x"]);
    }

    [Test]
    public async Task A_request_of_which_no_line_can_be_made_is_counted_and_the_others_are_there()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal.jsonl");
        var broken = await EntryAsync();
        broken.Request.Headers[0] = default;
        await using (var file = JournalFile.Open(path, Patience, _ => { }))
        {
            file.Note(broken);
            file.Note(await EntryAsync());
        }

        (await LinesAsync(path)).Order().ShouldBe(["1 lost", "GET /x"]);
    }

    [Test]
    [Platform(Include = "Linux", Reason = "Named pipes are those of Unix.")]
    public async Task A_reader_that_stalls_does_not_hold_up_the_end()
    {
        using var folder = new TemporaryFolder();
        var path = await folder.PipeAsync("journal.jsonl");
        await using var reader = await Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.ReadWrite)).WaitAsync(Patience);
        var coverage = Path.Combine(folder.Path, "coverage");
        var fake = await FakeJiraServer.StartAsync(new() { JournalFile = path, Listens = false, CoverageFolder = coverage, Limits = new() { EndTime = TimeSpan.Zero } });
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        for (var i = 0; i < 5; i++)
        {
            await Answer.Of(client, "POST", "/x", new StringContent(new string('x', 60_000)));
        }

        await fake.DisposeAsync().AsTask().WaitAsync(Patience);

        Directory.GetFiles(coverage).Length.ShouldBe(1);
    }

    private static async Task<JournalEntry> EntryAsync()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        await Answer.Of(client, "GET", "/x");
        return fake.Requests.Entries[0];
    }

    private static Task<string> NextAsync(Channel<string> told) => told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private static async Task<string[]> LinesAsync(string path) =>
        [.. (await File.ReadAllLinesAsync(path)).Select(JObject.Parse).Select(line => line["lost"] is { } lost ? $"{lost} lost" : $"{line["method"]} {line["path"]}")];
}
