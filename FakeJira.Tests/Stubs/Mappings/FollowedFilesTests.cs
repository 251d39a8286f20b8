using FakeJira.Tests.Stubs.Admin;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What was changed of a file's mapping at run time, and then the file.</summary>
public sealed class FollowedFilesTests : IDisposable
{
    private const string Guid = "11111111-1111-4111-8111-111111111111";
    private const string State = "/__fakejira/sites/default/state";

    private readonly TemporaryFolder _folder = new(("m.json", Disabled("/a", "first")));

    [Test]
    public async Task A_mapping_that_is_enabled_on_a_site_follows_its_file()
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done("PUT", $"mappings/{Guid}/enable");
        (await admin.Ask("/a")).ShouldBe("first");

        Write(fake, Disabled("/b", "the second"));
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");
        (await admin.Ask("/b")).ShouldBe("the second");
        var listed = (await admin.Done("GET", "mappings")).ShouldHaveSingleItem();
        ((string?)listed["Response"]!["Body"], listed["IsDisabled"]).ShouldBe(("the second", null));
        (await admin.Done("GET", $"mappings/{Guid}"))["Response"]!["Body"].ShouldBe("the second");

        await Delete(admin);
        (await admin.Ask("/b")).ShouldContain("No matching mapping found");
        (await admin.Done("GET", "mappings")).ShouldBeEmpty();
        (await admin.Send("PUT", $"mappings/{Guid}/enable")).Status.ShouldBe(404);
    }

    [Test]
    public async Task It_is_enabled_for_one_site_until_it_is_disabled_there_or_the_site_is_reset()
    {
        await using var fake = await _folder.ServeAsync();
        fake.Universe.Create("x");
        using var admin = new AdminClient(fake);
        using var other = new AdminClient(fake, "/__sites/x");
        await admin.Done("PUT", $"mappings/{Guid}/enable");
        Write(fake, Disabled("/a", "the second"));
        (await other.Ask("/a")).ShouldContain("No matching mapping found");

        await admin.Done("POST", "mappings/reloadStaticMappings");
        (await admin.Ask("/a")).ShouldBe("the second");
        await admin.Done("PUT", $"mappings/{Guid}/disable");
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");
        await admin.Done("POST", "mappings/reloadStaticMappings");
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");
        await admin.Done("PUT", $"mappings/{Guid}/enable");
        (await admin.Ask("/a")).ShouldBe("the second");
        await admin.Done("POST", "mappings/reset");
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");
    }

    [Test]
    public async Task A_state_that_is_put_back_and_a_fork_have_it_enabled_as_its_file_is_then()
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        await admin.Done("PUT", $"mappings/{Guid}/enable");
        var (captured, written) = (fake.Capture(), (await Answer.Of(client, "GET", State)).Body);
        using var fork = new AdminClient(fake, $"/__sites/{fake.Fork().Name}");

        fake.Reset();
        Write(fake, Disabled("/a", "the second"));
        (await fork.Ask("/a")).ShouldBe("the second");
        fake.Restore(captured);
        (await admin.Ask("/a")).ShouldBe("the second");

        fake.Reset();
        (await Answer.Of(client, "PUT", State, new StringContent(written))).Status.ShouldBe(204);
        (await admin.Ask("/a")).ShouldBe("the second");
        (await Answer.Of(client, "GET", State)).Body.ShouldBe(written);
    }

    [Test]
    public async Task A_state_is_written_without_what_is_enabled_of_files_that_are_gone()
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        var before = (await Answer.Of(client, "GET", State)).Body;
        await admin.Done("PUT", $"mappings/{Guid}/enable");

        await Delete(admin);

        (await Answer.Of(client, "GET", State)).Body.ShouldBe(before);
    }

    [Test]
    public async Task One_whose_file_did_not_disable_it_is_disabled_by_an_edit_whoever_enabled_it()
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);
        Write(fake, Enabled("the file's"));
        await admin.Done("PUT", $"mappings/{Guid}/enable");

        Write(fake, Disabled("/a", "disabled"));

        (await admin.Ask("/a")).ShouldContain("No matching mapping found");
    }

    [Test]
    public async Task What_is_put_in_its_place_or_deletes_it_ends_that_it_is_enabled()
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Done("PUT", $"mappings/{Guid}/enable");
        await admin.Done("DELETE", $"mappings/{Guid}");
        await admin.Done("POST", "mappings/reloadStaticMappings");
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");

        await admin.Done("PUT", $"mappings/{Guid}/enable");
        await admin.Done("PUT", $"mappings/{Guid}", TemporaryFolder.Answering("/a", "own"));
        (await admin.Ask("/a")).ShouldBe("own");
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") };
        JObject.Parse((await Answer.Of(client, "GET", State)).Body)["mappings"]!.Children<JProperty>().Select(part => part.Name).ShouldBe(["added"]);
    }

    [Test]
    public async Task Where_the_folder_has_the_Guid_of_a_built_in_mapping_that_of_the_folder_is_enabled()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = _folder.Path, Listens = false });
        using var admin = new AdminClient(fake);
        var guid = (string)(await admin.Done("GET", "mappings")).Single(each => (string?)each["Title"] == "jira.slow")["Guid"]!;
        Write(fake, Disabled("/a", "of the folder").Replace(Guid, guid, StringComparison.Ordinal));

        await admin.Done("PUT", $"mappings/{guid}/enable");

        (await admin.Ask("/a")).ShouldBe("of the folder");
        (await admin.Done("GET", "mappings")).Where(each => (string?)each["Guid"] == guid).Select(each => ((string?)each["Title"], (bool?)each["IsDisabled"])).ShouldBe([("jira.slow", true), (null, null)]);
    }

    [Test]
    public async Task An_enabled_mapping_keeps_the_place_of_its_file_and_its_priority()
    {
        _folder.Write("n.json", TemporaryFolder.Answering("/a", "later"));
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);

        await admin.Done("PUT", $"mappings/{Guid}/enable");
        (await admin.Ask("/a")).ShouldBe("later");
        Write(fake, Disabled("/a", "the second"));
        (await admin.Ask("/a")).ShouldBe("later");
        Write(fake, Disabled("/a", "the third one").Insert(1, "\"Priority\": -1, "));
        (await admin.Ask("/a")).ShouldBe("the third one");
    }

    [Test]
    public async Task Mappings_that_were_enabled_and_whose_files_are_gone_are_not_remembered_for_ever()
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);

        for (var i = 0; i < 20; i++)
        {
            var guid = $"00000000-0000-4000-8000-{i:x12}";
            await admin.Done("POST", $"files/{guid}.json", """{"IsDisabled": true, "Request": {}, "Response": {} }""");
            await admin.Done("PUT", $"mappings/{guid}/enable");
            await admin.Done("DELETE", $"files/{guid}.json");
        }

        fake.Site.Site.Stubs.Overlay.Enabled.Count.ShouldBeLessThanOrEqualTo(2);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(FakeJiraServer fake, string text)
    {
        _folder.Write("m.json", text);
        fake.Universe.Library.Folder!.Scan();
    }

    private async Task Delete(AdminClient admin)
    {
        _folder.Delete("m.json");
        await admin.Done("POST", "mappings/reloadStaticMappings");
    }

    private static string Enabled(string body) => TemporaryFolder.Answering("/a", body).Insert(1, $"\"Guid\": \"{Guid}\", ");

    private static string Disabled(string path, string body) => TemporaryFolder.Answering(path, body).Insert(1, $"\"Guid\": \"{Guid}\", \"IsDisabled\": true, ");
}
