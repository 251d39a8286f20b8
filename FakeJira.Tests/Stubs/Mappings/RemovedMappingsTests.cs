using FakeJira.Stubs.Mappings;
using FakeJira.Tests.Stubs.Admin;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What a site remembers of mappings that it removed or disabled.</summary>
public sealed class RemovedMappingsTests
{
    private const string State = "/__fakejira/sites/default/";

    [Test]
    public async Task Mappings_that_were_added_and_removed_leave_nothing_behind([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        var before = (await Answer.Of(client, "GET", State + "state")).Body;

        foreach (var one in (string[])["/__admin/mappings/", State + "mappings/"])
        {
            for (var i = 0; i < 20; i++)
            {
                var guid = $"00000000-0000-4000-8000-{i:x12}";
                await Added(client, $$"""{"Guid": "{{guid}}", "Request": {"Path": "/x"}, "Response": {"Body": "x"} }""");
                (await Answer.Of(client, "DELETE", one + guid)).Status.ShouldBeOneOf(200, 204);
            }
        }

        await Added(client, TemporaryFolder.Answering("/x", "x"));
        await Answer.Of(client, "DELETE", "/__admin/mappings");
        fake.Site.Site.Stubs.Overlay.Removed.ShouldBeEmpty();
        (await Answer.Of(client, "GET", State + "state")).Body.ShouldBe(before);
    }

    [TestCase("DELETE", "")]
    [TestCase("PUT", "/disable")]
    public async Task Mappings_of_files_that_come_and_go_are_not_remembered_for_ever(string method, string path)
    {
        using var folder = new TemporaryFolder(("stays.json", """{ "Guid": "11111111-1111-4111-8111-111111111111", "Request": { "Path": "/stays" }, "Response": { "Body": "stays" } }"""));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done(method, "mappings/11111111-1111-4111-8111-111111111111" + path);

        for (var i = 0; i < 20; i++)
        {
            var guid = $"00000000-0000-4000-8000-{i:x12}";
            await admin.Done("POST", $"files/{guid}.json", TemporaryFolder.Answering("/goes", "goes"));
            (await admin.Ask("/goes")).ShouldBe("goes");
            await admin.Done(method, $"mappings/{guid}{path}");
            (await admin.Ask("/goes")).ShouldNotBe("goes");
            await admin.Done("DELETE", $"files/{guid}.json");
        }

        var overlay = fake.Site.Site.Stubs.Overlay;
        (overlay.Removed.Count + overlay.Disabled.Count).ShouldBeLessThanOrEqualTo(2);
        (await admin.Ask("/stays")).ShouldNotBe("stays");
    }

    [Test]
    public async Task One_of_a_file_that_was_replaced_and_removed_stays_away_until_the_site_is_reset()
    {
        using var folder = new TemporaryFolder(("11111111-1111-4111-8111-111111111111.json", TemporaryFolder.Answering("/x", "file")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);

        await admin.Done("PUT", "mappings/11111111-1111-4111-8111-111111111111", TemporaryFolder.Answering("/x", "own"));
        (await admin.Ask("/x")).ShouldBe("own");
        await admin.Done("DELETE", "mappings/11111111-1111-4111-8111-111111111111");
        (await admin.Ask("/x")).ShouldNotBe("file");

        fake.Reset();
        (await admin.Ask("/x")).ShouldBe("file");
    }

    [Test]
    public async Task Where_the_folder_has_the_Guid_of_a_built_in_mapping_the_admin_API_means_the_one_of_the_folder()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path });
        using var admin = new AdminClient(fake);
        var guid = (string)(await admin.Done("GET", "mappings")).Single(each => (string?)each["Title"] == "jira.slow")["Guid"]!;
        await admin.Done("POST", $"files/{guid}.json", TemporaryFolder.Answering("/x", "x"));

        ((string?)(await admin.Done("GET", $"mappings/{guid}")).SelectToken("Request.Path.Matchers[0].Pattern")).ShouldBe("/x");
        await admin.Done("PUT", $"mappings/{guid}/disable");
        (await admin.Ask("/x")).ShouldNotBe("x");
        await admin.Done("PUT", $"mappings/{guid}/enable");
        (await admin.Ask("/x")).ShouldBe("x");
    }

    [Test]
    public async Task A_mapping_keeps_nothing_of_the_others_that_were_posted_with_it()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var admin = new AdminClient(fake);
        var state = fake.Client(Door.Handler);

        await admin.Done("POST", "mappings", $"[{TemporaryFolder.Answering("/x", "x")}, {TemporaryFolder.Answering("/y", "y")}]");
        Documents().ShouldAllBe(document => document.Parent == null);
        (await Answer.Of(state, "PUT", State + "state", new StringContent((await Answer.Of(state, "GET", State + "state")).Body))).Status.ShouldBe(204);
        Documents().ShouldAllBe(document => document.Parent == null);
        (await admin.Ask("/x")).ShouldBe("x");

        List<JObject> Documents() => [.. fake.Site.Site.Stubs.Overlay.Own.Stubs.OfType<MappingStub>().Select(stub => stub.Mapping.Document)];
    }

    [Test]
    public async Task Many_who_add_mappings_at_once_do_not_pass_the_limit_together()
    {
        const int Each = 500;
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false, Contracts = [], Limits = new() { Mappings = 10 * Each } });
        using var admin = new AdminClient(fake);
        var many = new JArray(Enumerable.Repeat(JToken.Parse(TemporaryFolder.Answering("/x", "x")), Each)).ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => admin.Send("POST", "mappings", many))));

        fake.Site.Site.Stubs.Overlay.Own.Count.ShouldBe(10 * Each);
        answers.Select(answer => answer.Status).Order().ShouldBe([.. Enumerable.Repeat(201, 10), .. Enumerable.Repeat(413, 20)]);
    }

    private static async Task Added(HttpClient client, string mapping)
    {
        using var content = new StringContent(mapping);
        (await Answer.Of(client, "POST", "/__admin/mappings", content)).Status.ShouldBe(201);
    }
}
