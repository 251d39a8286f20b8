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
    public async Task A_request_can_choose_the_file_which_is_read_for_it()
    {
        using var folder = new TemporaryFolder(("__files/a.json", "{{request.method}} ä"), ("__files/b.json", "b"));
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"UseTransformer": true, "BodyAsFile": "__files/{{request.query.f}}.json"}}""", folder.Path);
        fake.Map("""{"Request": {"Path": "/y"}, "Response": {"UseTransformer": true, "BodyAsFile": "__files/{{request.query.f}}.json", "UseTransformerForBodyAsFile": true}}""", folder.Path);
        var client = fake.CreateClient();

        (await Bodies("/x?f=a", "/y?f=a", "/y?f=a", "/x?f=b", "/y?f=b")).ShouldBe(["{{request.method}} ä", "GET ä", "GET ä", "b", "b"]);
        folder.Write("__files/a.json", "{{request.path}}");
        (await Bodies("/x?f=a", "/y?f=a")).ShouldBe(["{{request.path}}", "/y"]);

        async Task<IReadOnlyList<string>> Bodies(params string[] addresses)
        {
            var bodies = new List<string>();
            foreach (var address in addresses)
            {
                bodies.Add((await Answer.Of(client, "GET", address)).Body);
            }

            return bodies;
        }
    }

    [TestCase("none.txt", "There is no file 'none.txt' in the mapping folder.")]
    [TestCase("b.txt", "There is no file 'b.txt' in the mapping folder; did you mean '__files/b.txt'?")]
    [TestCase("__files", "There is no file '__files' in the mapping folder.")]
    [TestCase("../outside.txt", "'../outside.txt' is not read: no part of a name that a template makes begins with a dot.")]
    [TestCase("__files\\.hidden", "'__files\\.hidden' is not read: no part of a name that a template makes begins with a dot.")]
    [TestCase("/etc/hostname", "'/etc/hostname' leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    [TestCase("a%00", "'a\0' leads out of the mapping folder; name a file inside it, without '..' and without a leading slash.")]
    [TestCase("link.txt", "'link.txt' is a link that leads out of the mapping folder.")]
    [TestCase("long.bin", "'long.bin' is larger than 4 MB.")]
    public async Task A_name_that_a_request_makes_leads_nowhere_else(string name, string expected)
    {
        using var outside = new TemporaryFolder(("outside.txt", "secret"));
        using var folder = new TemporaryFolder(("__files/b.txt", "b"), ("__files/.hidden", "h"));
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "link.txt"), System.IO.Path.Combine(outside.Path, "outside.txt"));
        using (var file = File.Create(System.IO.Path.Combine(folder.Path, "long.bin")))
        {
            file.SetLength((4 * 1024 * 1024) + 1);
        }

        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"UseTransformer": true, "BodyAsFile": "{{{request.query.f}}}"}}""", folder.Path);

        var answer = await Answer.Of(fake.CreateClient(), "GET", "/x?f=" + name);

        (answer.Status, Newtonsoft.Json.Linq.JObject.Parse(answer.Body)["Status"]?.ToString()).ShouldBe((500, expected));
    }

    /// <summary>The characters of the name count, too.</summary>
    [Test]
    public async Task A_file_that_a_request_chooses_counts_among_what_templates_make([Values(0, 1)] int more)
    {
        using var folder = new TemporaryFolder(("a.txt", new string('x', (4 * 1024 * 1024) - 5 + more)));
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"UseTransformer": true, "BodyAsFile": "{{request.query.f}}"}}""", folder.Path);

        var answer = await Answer.Of(fake.CreateClient(), "GET", "/x?f=a.txt");

        (answer.Status, answer.Body.Length > 100 ? "x" : answer.Body).ShouldBe(more == 0 ? (200, "x") : (500, """{"Status":"The templates of the answer make more than 4194304 characters together."}"""));
    }

    [Test]
    public void Without_a_folder_there_is_no_file_to_choose() =>
        Mapped.Problems("""{"UseTransformer": true, "BodyAsFile": "{{request.query.f}}"}""").ShouldHaveSingleItem()
            .ShouldEndWith("error: '{{request.query.f}}' cannot be read: files are read from the mapping folder, and there is none here. [Response.BodyAsFile]");
}
