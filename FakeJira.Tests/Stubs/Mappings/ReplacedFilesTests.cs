using FakeJira.Tests.Stubs.Admin;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>What was put in the place of a file's mapping, or deleted, at run time, and then the file.</summary>
public sealed class ReplacedFilesTests : IDisposable
{
    private const string Guid = "11111111-1111-4111-8111-111111111111";

    private readonly TemporaryFolder _folder = new();

    [Test]
    public async Task What_was_put_in_the_place_of_a_files_mapping_hides_it_whatever_becomes_of_the_file_until_a_reset()
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);
        Write(fake, Enabled("the file's"));
        await admin.Done("PUT", $"mappings/{Guid}", TemporaryFolder.Answering("/a", "own"));

        Write(fake, Enabled("edited file"));
        (await admin.Ask("/a")).ShouldBe("own");
        _folder.Delete("m.json");
        await admin.Done("POST", "mappings/reloadStaticMappings");
        (await admin.Ask("/a")).ShouldBe("own");

        Write(fake, Enabled("written again"));
        (await admin.Ask("/a")).ShouldBe("own");
        await admin.Done("POST", "mappings/reset");
        (await admin.Ask("/a")).ShouldBe("written again");
    }

    [Test]
    public async Task A_files_mapping_that_was_deleted_stays_away_until_a_reload_or_a_reset([Values("mappings/reloadStaticMappings", "mappings/reset")] string end)
    {
        await using var fake = await _folder.ServeAsync();
        using var admin = new AdminClient(fake);
        Write(fake, Enabled("the file's"));
        await admin.Done("PUT", $"mappings/{Guid}", TemporaryFolder.Answering("/a", "own"));
        await admin.Done("DELETE", $"mappings/{Guid}");

        Write(fake, Enabled("edited file"));
        (await admin.Ask("/a")).ShouldContain("No matching mapping found");

        await admin.Done("POST", end);
        (await admin.Ask("/a")).ShouldBe("edited file");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(FakeJiraServer fake, string text)
    {
        _folder.Write("m.json", text);
        fake.Universe.Library.Folder!.Scan();
    }

    private static string Enabled(string body) => TemporaryFolder.Answering("/a", body).Insert(1, $"\"Guid\": \"{Guid}\", ");
}
