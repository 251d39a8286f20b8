using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;
using static FakeJira.Tests.Stubs.Mappings.TemporaryFolder;

namespace FakeJira.Tests.Stubs.Admin;

public class MappingsAdminTests
{
    private const string Guid = "c0de0000-0000-4000-8000-000005030001";

    [Test]
    public async Task A_posted_mapping_belongs_to_the_site_it_was_posted_to()
    {
        await using var fake = await Empty();
        fake.Universe.Create("x");
        using var admin = new AdminClient(fake);
        using var other = new AdminClient(fake, "/__sites/x");

        await other.Done("POST", "mappings", Answering("/a", "of x"));

        (await other.Ask("/a")).ShouldBe("of x");
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");
        (await admin.Done("GET", "mappings")).ShouldBeEmpty();
        (await other.Done("GET", "mappings")).Count().ShouldBe(1);
    }

    [Test]
    public async Task A_reset_brings_back_the_folder_and_drops_what_was_posted()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/a", "file").Insert(1, $"\"Guid\": \"{Guid}\",")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done("PUT", "mappings/" + Guid, Answering("/a", "put"));
        (await admin.Ask("/a")).ShouldBe("put");

        (await admin.Done("POST", "mappings/reset"))["Status"].ShouldBe("Mappings reset");

        (await admin.Ask("/a")).ShouldBe("file");
    }

    [Test]
    public async Task All_mappings_can_be_deleted_and_a_reload_brings_back_those_of_the_folder()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/a", "file")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done("POST", "mappings", Answering("/b", "posted"));

        (await admin.Done("DELETE", "mappings"))["Status"].ShouldBe("Mappings deleted");
        (await admin.Done("GET", "mappings")).ShouldBeEmpty();
        (await admin.Done("POST", "mappings/reloadStaticMappings"))["Status"].ShouldBe("Static Mappings reloaded");

        (await admin.Ask("/a")).ShouldBe("file");
        (await admin.Ask("/b")).ShouldContain("No matching mapping found");
    }

    [Test]
    public async Task A_mapping_that_is_disabled_in_its_file_can_be_enabled_on_one_site_and_disabled_again()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/a", "file").Insert(1, $"\"Guid\": \"{Guid}\", \"IsDisabled\": true,")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");

        (await admin.Done("PUT", $"mappings/{Guid}/enable"))["Status"].ShouldBe("Mapping enabled");
        (await admin.Ask("/a")).ShouldBe("file");
        (await admin.Done("GET", "mappings/" + Guid))["IsDisabled"].ShouldBeNull();
        (await admin.Done("GET", "mappings")).Count().ShouldBe(1);

        (await admin.Done("PUT", $"mappings/{Guid}/disable"))["Status"].ShouldBe("Mapping disabled");
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");
        (await admin.Done("GET", "mappings/" + Guid))["IsDisabled"].ShouldBe(true);
    }

    [Test]
    public async Task An_unknown_mapping_is_not_found()
    {
        await using var fake = await Empty();
        using var admin = new AdminClient(fake);

        foreach (var (method, path) in new[] { ("GET", "mappings/" + Guid), ("DELETE", "mappings/" + Guid), ("PUT", $"mappings/{Guid}/enable"), ("PUT", $"mappings/{Guid}/disable"), ("GET", "mappings/x") })
        {
            var (status, body) = await admin.Send(method, path);
            status.ShouldBe(404);
            body["Status"].ShouldBe("Mapping not found");
        }
    }

    [Test]
    public async Task A_broken_mapping_is_refused_with_line_and_column()
    {
        await using var fake = await Empty();
        using var admin = new AdminClient(fake);

        var (status, body) = await admin.Send("POST", "mappings", "{\n  \"Request\": { \"Path\": \"/a\" \"x\" }\n}");

        status.ShouldBe(400);
        ((string)body["Status"]!).ShouldStartWith("body(2,");
        body["Problems"]![0]!["Line"].ShouldBe(2);
        (await admin.Done("GET", "mappings")).ShouldBeEmpty();
    }

    [Test]
    public async Task Operations_are_listed_as_mappings_with_a_callback_and_cannot_be_removed()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var admin = new AdminClient(fake);
        var id = NameGuid.Of("jira.votes.add").ToString();

        var listed = (await admin.Done("GET", "mappings")).Single(mapping => (string?)mapping["Guid"] == id);
        listed["Response"]!["Callback"].ShouldBe("jira.votes.add");
        listed["Request"]!["Operation"].ShouldBe("jira.votes.add");
        listed["Request"]!["Methods"]!.ToObject<string[]>().ShouldBe(["POST"]);

        (await admin.Send("DELETE", "mappings/" + id)).Status.ShouldBe(400);
        await admin.Done("DELETE", "mappings");
        (await admin.Done("GET", "mappings/" + id))["Title"].ShouldBe("jira.votes.add");
    }

    [Test]
    public async Task Only_what_was_added_at_run_time_is_saved_and_it_is_there_after_a_restart()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/a", "file")));
        await using (var fake = await folder.ServeAsync())
        {
            using var admin = new AdminClient(fake);
            await admin.Done("PUT", "mappings/" + Guid, Answering("/b", "posted"));
            fake.Faults.Add(new() { Path = "/b", Status = 503 });
            (await admin.Done("POST", "mappings/save"))["Status"].ShouldBe("Mappings saved to disk");
        }

        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["a.json", Guid + ".json"], ignoreOrder: true);
        await using var again = await folder.ServeAsync();
        using var client = new AdminClient(again);
        (await client.Ask("/b")).ShouldBe("posted");
        again.Universe.Library.Problems.ShouldBeEmpty();
    }

    [Test]
    public async Task The_problems_of_the_folder_are_listed_with_their_places()
    {
        using var folder = new TemporaryFolder(("bad.json", "{ \"Request\": { \"Path\": \"/x\" \"x\" }"), ("notes.txt", ""));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        var answer = await admin.Done("GET", "mappings/problems");

        var problem = answer["Problems"]!.Single();
        problem["File"].ShouldBe("bad.json");
        problem["Severity"].ShouldBe("Error");
        problem["Line"].ShouldBe(1);
        ((int)problem["Column"]!).ShouldBeGreaterThan(20);
        answer["Skipped"]!.ToObject<string[]>().ShouldBe(["notes.txt"]);
    }

    [Test]
    public async Task A_mapping_that_hides_operations_is_told_in_the_log_and_among_the_problems_and_a_strict_server_does_not_start()
    {
        using var folder = new TemporaryFolder(("a.json", """{ "Request": { "Path": "/rest/api/3/issue/*/votes", "Methods": [ "POST" ] }, "Response": {} }"""));
        const string Expected = "This mapping answers before jira.votes.add; say \"Operation\": \"jira.votes.add\" in its Request if that is meant.";
        List<string> lines = [];
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Listens = false, Log = lines.Add });
        using var admin = new AdminClient(fake);

        lines.ShouldContain($"a.json(1,14): warning: {Expected} [Request]");
        (await admin.Done("GET", "mappings/problems"))["Problems"]!.Single()["Message"].ShouldBe(Expected);
        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Listens = false, Strict = true }))).Message.ShouldContain(Expected);
    }

    [TestCase("DELETE", "mappings", """[{ "Guid": "0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11" }, 5]""", "body(1,54): error: Expected an object with a Guid, found 5. [[1]]")]
    [TestCase("DELETE", "mappings", "\"x\"", "body(1,1): error: Expected an object with a Guid, found \"x\".")]
    [TestCase("PUT", "settings", "[]", "body(1,1): error: Expected an object, found an array.")]
    [TestCase("PUT", "scenarios/x/state", "[]", "body(1,1): error: Expected an object, found an array.")]
    public async Task A_body_of_another_kind_is_refused_and_changes_nothing(string method, string path, string body, string expected)
    {
        await using var fake = await Empty();
        using var admin = new AdminClient(fake);
        await admin.Done("POST", "mappings", """{ "Guid": "0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", "Request": {}, "Response": {} }""");

        var (status, answer) = await admin.Send(method, path, body);

        (status, (string?)answer["Status"]).ShouldBe((400, expected));
        ((JArray)await admin.Done("GET", "mappings")).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_part_of_the_list_can_be_asked_for()
    {
        await using var fake = await Empty();
        using var admin = new AdminClient(fake);
        await admin.Done("POST", "mappings", $"[{Answering("/a", "a")},{Answering("/b", "b")},{Answering("/c", "c")}]");

        var page = await admin.Done("GET", "mappings?offset=1&limit=1");

        page.Single()["Response"]!["Body"].ShouldBe("b");
    }

    [Test]
    public async Task Names_are_shown_in_pascal_case_and_a_path_as_matchers()
    {
        await using var fake = await Empty();
        using var admin = new AdminClient(fake);

        var added = await admin.Done("POST", "mappings", """{ "title": "t", "request": { "Path": "/a" }, "response": { "body": "b", "headers": { "x-a": "1" } }, "priority": null }""");

        var shown = (JObject)await admin.Done("GET", "mappings/" + added["Guid"]);
        shown.Remove("Guid");
        JToken.DeepEquals(shown, JToken.Parse("""
            { "Title": "t", "Request": { "Path": { "Matchers": [ { "Name": "WildcardMatcher", "Pattern": "/a" } ] } }, "Response": { "Body": "b", "Headers": { "x-a": "1" } } }
            """)).ShouldBeTrue(shown.ToString());
    }

    [Test]
    public async Task What_is_left_of_its_times_is_shown_and_not_saved()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done("PUT", "mappings/" + Guid, Answering("/a", "a").Insert(1, "\"Times\": 3,"));
        await admin.Ask("/a");

        (await admin.Done("GET", "mappings/" + Guid))["TimesLeft"].ShouldBe(2);
        await admin.Done("POST", "mappings/save");

        File.ReadAllText(Path.Combine(folder.Path, Guid + ".json")).ShouldNotContain("TimesLeft");
    }

    private static Task<FakeJiraServer> Empty() => FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
}
