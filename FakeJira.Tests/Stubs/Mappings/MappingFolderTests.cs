using static FakeJira.Tests.Stubs.Mappings.TemporaryFolder;

namespace FakeJira.Tests.Stubs.Mappings;

public class MappingFolderTests
{
    [Test]
    public async Task Files_of_sub_folders_are_read_too()
    {
        using var folder = new TemporaryFolder(("a/b/c.json", Answering("/deep", "yes")));
        await using var fake = await folder.ServeAsync();

        (await Ask(fake, "/deep")).ShouldBe("yes");
    }

    [Test]
    public async Task Of_two_equal_mappings_the_one_in_the_later_file_answers()
    {
        using var folder = new TemporaryFolder(("b.json", Answering("/x", "b")), ("a.json", Answering("/x", "a")));
        await using var fake = await folder.ServeAsync();

        (await Ask(fake, "/x")).ShouldBe("b");
    }

    [Test]
    public async Task The_order_of_files_does_not_depend_on_when_they_were_written()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/x", "a")), ("c.json", Answering("/x", "c")));
        await using var fake = await folder.ServeAsync();

        folder.Write("a.json", Answering("/x", "a, edited"));
        fake.Universe.Library.Folder!.Scan();
        (await Ask(fake, "/x")).ShouldBe("c");

        folder.Write("b.json", Answering("/x", "b"));
        fake.Universe.Library.Folder!.Scan();
        (await Ask(fake, "/x")).ShouldBe("c");

        folder.Delete("c.json");
        fake.Universe.Library.Folder!.Scan();
        (await Ask(fake, "/x")).ShouldBe("b");
    }

    [Test]
    public async Task A_file_that_is_put_between_two_others_again_and_again_finds_its_place()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/x", "a")), ("c.json", Answering("/x", "c")));
        await using var fake = await folder.ServeAsync();
        for (var i = 0; i < 40; i++)
        {
            folder.Write($"b{new string('a', i)}z.json", Answering("/x", $"{i}"));
            fake.Universe.Library.Folder!.Scan();
        }

        folder.Delete("c.json");
        fake.Universe.Library.Folder!.Scan();

        (await Ask(fake, "/x")).ShouldBe("0");
        fake.Universe.Library.Folder!.Content.Mappings.Select(mapping => mapping.Stub.Order).ShouldBeInOrder();
    }

    [Test]
    public async Task A_broken_file_answers_as_it_last_was_and_is_told_of()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/x", "one")));
        await using var fake = await folder.ServeAsync();

        folder.Write("a.json", "{ \"Request\": { \"Path\": \"/x\" broken");
        fake.Universe.Library.Folder!.Scan();

        (await Ask(fake, "/x")).ShouldBe("one");
        var problems = fake.Universe.Library.Problems;
        problems[0].ShouldSatisfyAllConditions(problem => problem.File.ShouldBe("a.json"), problem => problem.Line.ShouldBe(1), problem => problem.Column.ShouldBeGreaterThan(20));
        problems[1].Message.ShouldBe("Until that is mended, its last version without errors stays in service.");

        folder.Write("a.json", Answering("/x", "two"));
        fake.Universe.Library.Folder!.Scan();

        (await Ask(fake, "/x")).ShouldBe("two");
        fake.Universe.Library.Problems.ShouldBeEmpty();
    }

    [Test]
    public async Task A_scan_without_a_change_changes_nothing()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/x", "one")), ("broken.json", "{"));
        await using var fake = await folder.ServeAsync();
        var before = fake.Universe.Library.Folder!.Content;

        fake.Universe.Library.Folder!.Scan().ShouldBeFalse();

        fake.Universe.Library.Folder!.Content.ShouldBeSameAs(before);
    }

    [Test]
    public async Task A_mapping_that_an_edit_left_alone_stays_the_same_object()
    {
        using var folder = new TemporaryFolder(("a.json", $"[{Answering("/x", "x")}, {Answering("/y", "y")}]"));
        await using var fake = await folder.ServeAsync();
        var before = fake.Universe.Library.Folder!.Content.Mappings;

        folder.Write("a.json", $"[{Answering("/x", "x")}, {Answering("/y", "edited")}]");
        fake.Universe.Library.Folder!.Scan().ShouldBeTrue();

        var after = fake.Universe.Library.Folder!.Content.Mappings;
        after[0].ShouldBeSameAs(before[0]);
        after[1].ShouldNotBeSameAs(before[1]);
        after[1].Id.ShouldBe(before[1].Id);
    }

    [Test]
    public async Task A_reload_reaches_all_sites_and_leaves_alone_what_each_has_changed()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/x", "one")));
        await using var fake = await folder.ServeAsync();
        var other = fake.Universe.Create("other")!;
        other.Stubs.Remove(fake.Universe.Library.Folder!.Content.Mappings[0].Id);

        folder.Write("a.json", Answering("/x", "two"));
        folder.Write("b.json", Answering("/y", "new"));
        fake.Universe.Library.Folder!.Scan();

        (await Ask(fake, "/x")).ShouldBe("two");
        (await Ask(fake, "/__sites/other/y")).ShouldBe("new");
        (await Ask(fake, "/__sites/other/x")).ShouldContain("No matching mapping found");
    }

    [Test]
    public async Task Files_that_are_no_mappings_are_listed_once_as_skipped()
    {
        using var folder = new TemporaryFolder(
            ("a.json", Answering("/x", "one")), ("notes.txt", "x"), ("README.md", "x"), ("__files/body.json", "[1]"), ("mapping.schema.json", "{}"), (".idea/x.json", "{"), (".hidden.json", "{"));
        await using var fake = await folder.ServeAsync();

        fake.Universe.Library.Folder!.Content.Skipped.ShouldBe(["README.md", "notes.txt"]);
        fake.Universe.Library.Problems.ShouldBeEmpty();
    }

    [Test]
    public async Task Folders_that_are_links_are_told_and_not_entered_so_that_none_leads_round_in_circles()
    {
        using var folder = new TemporaryFolder(("a/a.json", Answering("/x", "one")));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "again"), folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "a", "up"), folder.Path);
        await using var fake = await folder.ServeAsync();

        fake.Universe.Library.Folder!.Content.Mappings.Count.ShouldBe(1);
        fake.Universe.Library.Folder!.Content.Skipped.ShouldBe(["a/up/", "again/"]);
    }

    [Test]
    public async Task A_json_file_that_a_mapping_names_as_its_body_is_no_mapping()
    {
        using var folder = new TemporaryFolder(("a.json", """{ "Request": { "Path": "/x" }, "Response": { "BodyAsFile": "bodies/votes.json" } }"""), ("bodies/votes.json", """{ "votes": 1 }"""));
        await using var fake = await folder.ServeAsync();

        fake.Universe.Library.Problems.ShouldBeEmpty();
        fake.Universe.Library.Folder!.Content.Mappings.Count.ShouldBe(1);
    }

    [Test]
    public async Task Of_two_mappings_with_one_Guid_the_one_in_the_later_file_stays_and_that_is_told()
    {
        const string Guid = "c0de0000-0000-4000-8000-000005030001";
        using var folder = new TemporaryFolder(
            ("a.json", Answering("/x", "a").Insert(1, $"\"Guid\": \"{Guid}\",")), ("b.json", Answering("/x", "b").Insert(1, $"\"Guid\": \"{Guid}\",")));
        await using var fake = await folder.ServeAsync();

        (await Ask(fake, "/x")).ShouldBe("b");
        fake.Universe.Library.Problems.Select(problem => problem.ToString()).ShouldBe([$"b.json(1,10): warning: b.json#0 has the Guid of a.json#0, {Guid}, and replaces it, because its file comes later. [Guid]"]);
    }

    [Test]
    public async Task Mappings_stay_in_service_while_the_folder_is_gone()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/x", "one")));
        await using var fake = await folder.ServeAsync();

        Directory.Delete(folder.Path, recursive: true);
        fake.Universe.Library.Folder!.Scan();
        (await Ask(fake, "/x")).ShouldBe("one");
        fake.Universe.Library.Problems.Single().Message.ShouldEndWith("Its mappings stay in service until it is back.");

        folder.Write("a.json", Answering("/x", "two"));
        fake.Universe.Library.Folder!.Scan();
        (await Ask(fake, "/x")).ShouldBe("two");
        fake.Universe.Library.Problems.ShouldBeEmpty();
    }

    [Test]
    public async Task A_strict_server_does_not_start_with_a_broken_file()
    {
        using var folder = new TemporaryFolder(("a.json", "{ \"Request\": "), ("b.json", "[ 1, "));

        var refusal = await Should.ThrowAsync<FakeJiraException>(() => folder.ServeAsync(strict: true));

        refusal.Message.ShouldContain("a.json(1,");
        refusal.Message.ShouldContain("b.json(1,");
    }

    [Test]
    public async Task A_file_that_is_a_link_in_a_circle_is_told_and_keeps_no_other_from_being_read()
    {
        using var folder = new TemporaryFolder(("a.json", TemporaryFolder.Answering("/a", "one")));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "circle.json"), "circle.json");
        await using var fake = await folder.ServeAsync();

        (await Ask(fake, "/a")).ShouldBe("one");
        fake.Universe.Library.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("circle.json: error: The file cannot be read: ");
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var refusal = await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(new() { Mappings = "/no/such/folder" }));

        refusal.Message.ShouldContain("'/no/such/folder' is not there");
    }

    private static async Task<string> Ask(FakeJiraServer fake, string path)
    {
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        return await (await client.GetAsync(path)).Content.ReadAsStringAsync();
    }
}
