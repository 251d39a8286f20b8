using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Stubs.Admin;

public class FilesAdminTests
{
    [Test]
    public async Task A_file_is_written_read_replaced_and_deleted()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        (await admin.Send("GET", "files/a.txt")).Status.ShouldBe(404);
        (await admin.Send("PUT", "files/a.txt", "one")).Status.ShouldBe(404);
        (await admin.Done("POST", "files/a.txt", "one"))["Status"].ShouldBe("File created");
        (await admin.Done("PUT", "files/a.txt", "two"))["Status"].ShouldBe("File updated");
        ((string?)await admin.Done("GET", "files/a.txt")).ShouldBe("two");
        (await admin.Send("HEAD", "files/a.txt")).Status.ShouldBe(204);
        await admin.Done("DELETE", "files/a.txt");
        (await admin.Send("GET", "files/a.txt")).Status.ShouldBe(404);
    }

    [TestCase("..%2Foutside.txt")]
    [TestCase("%2E%2E")]
    [TestCase(".hidden")]
    [TestCase("a%5Cb.txt")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        (await admin.Send("POST", "files/" + name, "x")).Status.ShouldBeOneOf(400, 404);

        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task A_link_in_the_folder_leads_nobody_out()
    {
        using var outside = new TemporaryFolder(("outside.txt", "secret"));
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.txt"), Path.Combine(outside.Path, "outside.txt"));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        (await admin.Send("GET", "files/link.txt")).Status.ShouldBe(404);
        (await admin.Send("PUT", "files/link.txt", "changed")).Status.ShouldBe(404);
        (await admin.Send("DELETE", "files/link.txt")).Status.ShouldBe(404);
        (await admin.Send("POST", "files/link.txt", "changed")).Status.ShouldBe(400);

        File.ReadAllText(Path.Combine(outside.Path, "outside.txt")).ShouldBe("secret");
    }

    [Test]
    public async Task A_mapping_that_is_written_as_a_file_answers_at_once()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        await admin.Done("POST", "files/a.json", TemporaryFolder.Answering("/x", "yes"));

        (await admin.Ask("/x")).ShouldBe("yes");
    }
}
