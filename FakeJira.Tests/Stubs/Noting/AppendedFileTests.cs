using System.Text;
using FakeJira.Stubs.Noting;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Stubs.Noting;

/// <summary>Whatever others do with a file, what is appended to it spoils nothing.</summary>
public sealed class AppendedFileTests
{
    [Test]
    public async Task What_others_append_stays_and_what_they_cut_leaves_no_hole()
    {
        using var folder = new TemporaryFolder(("journal", "there\n"));
        var path = Path.Combine(folder.Path, "journal");
        await using var file = new AppendedFile(path);

        await file.WriteAsync("one\n"u8.ToArray());
        await File.AppendAllTextAsync(path, "of another\n");
        await file.WriteAsync("two\n"u8.ToArray());
        (await File.ReadAllTextAsync(path)).ShouldBe("there\none\nof another\ntwo\n");

        await File.WriteAllTextAsync(path, "");
        (await file.WriteAsync("three\n"u8.ToArray())).ShouldBeFalse();
        (await File.ReadAllTextAsync(path)).ShouldBe("three\n");
    }

    [Test]
    [Platform(Include = "Linux", Reason = "Elsewhere the system does not find the end itself.")]
    public async Task Two_that_write_at_once_do_not_write_over_each_other()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal");

        await Task.WhenAll("abcd".Select(letter => Task.Run(async () =>
        {
            await using var file = new AppendedFile(path);
            for (var i = 0; i < 2000; i++)
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(new string(letter, 20) + "\n"));
            }
        })));

        (await File.ReadAllLinesAsync(path)).CountBy(line => line).OrderBy(line => line.Key, StringComparer.Ordinal).ShouldBe("abcd".Select(letter => KeyValuePair.Create(new string(letter, 20), 2000)));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "An open file cannot be taken away there.")]
    public async Task A_file_that_was_moved_away_or_deleted_is_begun_anew()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal");
        await using var file = new AppendedFile(path);

        (await file.WriteAsync("one\n"u8.ToArray())).ShouldBeFalse();
        folder.Rename("journal", "old");
        (await file.WriteAsync("two\n"u8.ToArray())).ShouldBeTrue();
        folder.Rename("journal", "older");
        folder.Write("journal", "");
        (await file.WriteAsync("three\n"u8.ToArray())).ShouldBeFalse();

        string[] texts = [.. from name in (string[])["old", "older", "journal"] select File.ReadAllText(Path.Combine(folder.Path, name))];
        texts.ShouldBe(["one\n", "two\n", "three\n"]);
    }
}
