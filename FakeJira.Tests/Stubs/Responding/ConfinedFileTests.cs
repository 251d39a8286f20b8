using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Stubs.Responding;

public class ConfinedFileTests
{
    [Test]
    public async Task A_file_of_the_folder_is_the_body_as_it_was_when_the_mapping_was_loaded()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bodies/a.txt", "line one\nlïne {{request.method}}");
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"BodyAsFile": "bodies/a.txt"}}""", folder.Path);
        fake.Map("""{"Request": {"Path": "/y"}, "Response": {"BodyAsFile": "bodies\\a.txt", "UseTransformer": true, "UseTransformerForBodyAsFile": true}}""", folder.Path);
        folder.Write("bodies/a.txt", "changed");

        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Body.ShouldBe("line one\nlïne {{request.method}}");
        (await Answer.Of(fake.CreateClient(), "GET", "/y")).Body.ShouldBe("line one\nlïne GET");
    }

    [TestCase("../outside.txt", "leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    [TestCase("a/../../outside.txt", "leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    [TestCase("..\\outside.txt", "leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    [TestCase("/etc/hostname", "leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    [TestCase("C:\\x", "leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    [TestCase("link.txt", "is a link that leads out of the mapping folder.")]
    [TestCase("linked/outside.txt", "is a link that leads out of the mapping folder.")]
    [TestCase("through.txt", "is a link that leads out of the mapping folder.")]
    [TestCase("inner/back.txt", "is a link that leads out of the mapping folder.")]
    [TestCase("circle.txt", "is a link that leads out of the mapping folder.")]
    public void What_is_outside_of_the_folder_cannot_be_named(string name, string expected)
    {
        using var outside = new TemporaryFolder();
        outside.Write("outside.txt", "secret");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "link.txt"), System.IO.Path.Combine(outside.Path, "outside.txt"));
        Directory.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "linked"), outside.Path);
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "through.txt"), "linked/outside.txt");
        Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "inner"));
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "inner/back.txt"), "../inner/../through.txt");
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "circle.txt"), "round.txt");
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "round.txt"), "circle.txt");

        Mapped.Problems($$"""{"BodyAsFile": {{Newtonsoft.Json.JsonConvert.ToString(name)}} }""", folder.Path).ShouldHaveSingleItem().ShouldEndWith($"error: '{name}' {expected} [Response.BodyAsFile]");
    }

    /// <summary>As containers mount them: a file is a link into a folder that is one too, and the mapping folder itself is reached through one.</summary>
    [Test]
    public async Task A_link_that_stays_in_the_folder_is_followed()
    {
        using var mount = new TemporaryFolder(("mounted/..data-1/a.txt", "a"));
        Directory.CreateSymbolicLink(System.IO.Path.Combine(mount.Path, "mounted/..data"), "..data-1");
        File.CreateSymbolicLink(System.IO.Path.Combine(mount.Path, "mounted/a.txt"), "..data/a.txt");
        Directory.CreateSymbolicLink(System.IO.Path.Combine(mount.Path, "mappings"), "mounted/");
        await using var fake = await FakeJiraServer.StartAsync();

        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"BodyAsFile": "a.txt"}}""", System.IO.Path.Combine(mount.Path, "mappings") + "/");

        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Body.ShouldBe("a");
    }

    [TestCase("none.txt", "There is no file 'none.txt' in the mapping folder.")]
    [TestCase("b/a.txt", "There is no file 'b/a.txt' in the mapping folder; did you mean '__files/b/a.txt'?")]
    [TestCase("", "'' leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    public void A_file_that_is_not_there_is_named(string name, string expected)
    {
        using var folder = new TemporaryFolder(("__files/b/a.txt", "a"));

        Mapped.Problems($$"""{"BodyAsFile": "{{name}}"}""", folder.Path).ShouldHaveSingleItem().ShouldEndWith($"error: {expected} [Response.BodyAsFile]");
    }

    [Test]
    public void The_name_cannot_be_a_template()
    {
        using var folder = new TemporaryFolder();

        Mapped.Problems("""{"UseTransformer": true, "BodyAsFile": "{{request.query.f}}"}""", folder.Path).ShouldHaveSingleItem()
            .ShouldEndWith("error: BodyAsFile cannot be a template: files are read when the mapping is loaded. Use one mapping for each file. [Response.BodyAsFile]");
    }
}
