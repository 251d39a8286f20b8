using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Stubs.Admin;

/// <summary>Mappings that the disk does not take all.</summary>
public class MappingsSaveTests
{
    private static readonly string[] Guids = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];

    [Test]
    public async Task What_was_saved_before_one_that_cannot_be_is_in_service_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder(("a.json", TemporaryFolder.Answering("/a", "file")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        foreach (var guid in Guids)
        {
            await admin.Done("PUT", "mappings/" + guid, TemporaryFolder.Answering("/" + guid, guid));
        }

        // Where the second is to be.
        var obstacle = Path.Combine(folder.Path, Guids[1] + ".json");
        Directory.CreateDirectory(obstacle);

        var (status, body) = await admin.Send("POST", "mappings/save");

        status.ShouldBe(500);
        $"{body["Status"]}".ShouldStartWith("The mapping folder cannot be written: ");
        var saved = Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order().ToList();
        saved.ShouldBe([Guids[0] + ".json", Guids[1] + ".json", "a.json"]);
        fake.Universe.Library.Folder!.Content.Mappings.Select(mapping => mapping.Id.ToString()).ShouldContain(Guids[0]);
        Directory.Delete(obstacle);
        await admin.Done("POST", "mappings/save");
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().ShouldBe([.. Guids.Select(guid => guid + ".json"), "a.json"]);
        foreach (var guid in Guids)
        {
            (await admin.Ask("/" + guid)).ShouldBe(guid);
        }
    }

    [Test]
    public void Of_several_files_none_is_there_when_one_cannot_be_written()
    {
        using var folder = new TemporaryFolder(("a", "old"));

        Should.Throw<IOException>(() => WholeFile.WriteAll([(Path.Combine(folder.Path, "a"), new byte[10]), (Path.Combine(folder.Path, "b"), new byte[10]), (Path.Combine(folder.Path, "none/c"), new byte[10])]));

        Directory.GetFileSystemEntries(folder.Path).ShouldBe([Path.Combine(folder.Path, "a")]);
        File.ReadAllText(Path.Combine(folder.Path, "a")).ShouldBe("old");
    }
}
