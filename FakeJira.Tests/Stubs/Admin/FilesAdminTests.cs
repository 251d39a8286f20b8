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

    [Test]
    public async Task A_folder_that_is_gone_is_told_and_not_made_again_by_a_file()
    {
        using var folder = new TemporaryFolder(("a.json", TemporaryFolder.Answering("/a", "one")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done("POST", "mappings", """{"Request": {"Path": "/b"}, "Response": {"Body": "two"}}""");
        Directory.Delete(folder.Path, recursive: true);

        var (status, body) = await admin.Send("POST", "files/a.txt", "one");
        var (saved, said) = await admin.Send("POST", "mappings/save");

        status.ShouldBe(500);
        $"{body["Status"]}".ShouldStartWith($"The mapping folder cannot be written: Could not find a part of the path '{folder.Path}");
        saved.ShouldBe(500);
        $"{said["Status"]}".ShouldStartWith($"The mapping folder cannot be written: Could not find a part of the path '{folder.Path}");
        Directory.Exists(folder.Path).ShouldBeFalse();
        (await admin.Ask("/a")).ShouldBe("one");
        (await admin.Ask("/b")).ShouldBe("two");
    }

    [TestCase("..%2Foutside.txt")]
    [TestCase("%2E%2E")]
    [TestCase(".hidden")]
    [TestCase("a%5Cb.txt")]
    [TestCase("inner%2Finside.txt")]
    [TestCase("inner%2F..%2F..%2Foutside.txt")]
    [TestCase("inner/../../outside.txt")]
    [TestCase("c%3Ainside.txt")]
    [TestCase("a%00b.txt")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        using var outside = new TemporaryFolder(("outside.txt", "secret"), ("mappings/inner/inside.txt", "secret"), ("mappings/.hidden", "secret"));
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = Path.Combine(outside.Path, "mappings"), Contracts = [], Listens = false });
        using var admin = new AdminClient(fake);
        var before = Directory.GetFileSystemEntries(outside.Path, "*", SearchOption.AllDirectories).Order().ToList();

        foreach (var method in (string[])["POST", "PUT", "GET", "DELETE"])
        {
            (await admin.Send(method, "files/" + name, method is "POST" or "PUT" ? "x" : null)).Status.ShouldBeOneOf(400, 404);
        }

        Directory.GetFileSystemEntries(outside.Path, "*", SearchOption.AllDirectories).Order().ShouldBe(before);
        before.Where(File.Exists).ShouldAllBe(file => File.ReadAllText(file) == "secret");
    }

    [TestCase("link.txt")]
    [TestCase("through.txt")]
    [TestCase("linked")]
    [TestCase("circle.txt")]
    public async Task A_link_in_the_folder_leads_nobody_out(string name)
    {
        using var outside = new TemporaryFolder(("outside.txt", "secret"));
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.txt"), Path.Combine(outside.Path, "outside.txt"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "linked"), outside.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "through.txt"), "linked/outside.txt");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "circle.txt"), "circle.txt");
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        (await admin.Send("GET", "files/" + name)).Status.ShouldBe(404);
        (await admin.Send("PUT", "files/" + name, "changed")).Status.ShouldBe(404);
        (await admin.Send("DELETE", "files/" + name)).Status.ShouldBe(404);
        (await admin.Send("POST", "files/" + name, "changed")).Status.ShouldBe(400);

        Directory.GetFileSystemEntries(outside.Path).ShouldBe([Path.Combine(outside.Path, "outside.txt")]);
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

    [Test]
    public async Task Files_and_mappings_that_many_write_and_delete_at_once_are_whole_or_not_there()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done("POST", "mappings", TemporaryFolder.Answering("/x", "yes"));
        var content = new string('x', 100_000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(number => Task.Run(() => (number % 4) switch
        {
            0 => admin.Send("POST", "mappings/save"),
            1 => admin.Send("GET", "files/a.txt"),
            2 => admin.Send("DELETE", "files/a.txt"),
            _ => admin.Send("POST", "files/a.txt", content),
        })));

        answers.Where(answer => answer.Status is not (200 or 404)).ShouldBeEmpty();
        answers.Where((answer, number) => number % 4 == 1 && answer.Status == 200 && (string?)answer.Body != content).ShouldBeEmpty();
        Directory.GetFiles(folder.Path, "*.unfinished").ShouldBeEmpty();
    }

    [Test]
    public async Task What_the_file_system_does_not_take_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "sub"));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        (await admin.Send("POST", "files/sub", "x")).Status.ShouldBe(400);
        (await admin.Send("POST", "files/" + new string('a', 300), "x")).Status.ShouldBe(400);
        (await admin.Done("POST", "files/" + new string('a', 250), "x"))["Status"].ShouldBe("File created");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(2);
    }

    [Test]
    public async Task One_file_too_many_in_the_mapping_folder_is_refused([Values] Door door)
    {
        var mapping = TemporaryFolder.Answering("/x", "x");
        using var folder = new TemporaryFolder(("a.json", mapping));
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Limits = new() { Files = 2 } });
        using var client = fake.Client(door);
        (await Answer.Of(client, "POST", "/__admin/files/b.txt", new StringContent("b"))).Status.ShouldBe(200);
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(mapping))).Status.ShouldBe(201);
        var full = new Answer(413, "", "{\n  \"Status\": \"The mapping folder takes no more than 2 files; delete some, or start with a higher --file-limit.\"\n}");

        (await Answer.Of(client, "POST", "/__admin/files/c.txt", new StringContent("c"))).ShouldBe(full);
        (await Answer.Of(client, "POST", "/__admin/mappings/save")).ShouldBe(full);

        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().ShouldBe(["a.json", "b.txt"]);
        (await Answer.Of(client, "POST", "/__admin/files/b.txt", new StringContent("other"))).Status.ShouldBe(200);
        folder.Write("of-somebody-else.txt", "c");
        (await Answer.Of(client, "PUT", "/__admin/files/b.txt", new StringContent("another"))).Status.ShouldBe(200);
        folder.Delete("of-somebody-else.txt");
        (await Answer.Of(client, "DELETE", "/__admin/files/b.txt")).Status.ShouldBe(200);
        (await Answer.Of(client, "POST", "/__admin/mappings/save")).Status.ShouldBe(200);
        Directory.GetFiles(folder.Path).Length.ShouldBe(2);
    }
}
