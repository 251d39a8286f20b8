namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>A named pipe in a folder is waited for by nobody.</summary>
[Platform(Include = "Linux", Reason = "Named pipes are those of Unix.")]
public sealed class PipeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task As_a_mapping_file_it_is_a_problem_that_is_named()
    {
        using var folder = new TemporaryFolder(("a.json", TemporaryFolder.Answering("/a", "one")));
        await folder.PipeAsync("x.json");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "y.json"), Path.Combine(folder.Path, "x.json"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "z.json"), "/dev/zero");

        var fake = await Task.Run(() => folder.ServeAsync(watch: true)).WaitAsync(Patience);
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        (await Answer.Of(client, "GET", "/a")).Body.ShouldBe("one");
        (await Answer.Of(client, "POST", "/__admin/mappings/reloadStaticMappings").WaitAsync(Patience)).Status.ShouldBe(200);
        fake.Universe.Library.Problems.Select(problem => (problem.File, problem.Message)).ShouldBe(from file in (string[])["x.json", "y.json", "z.json"] select (file, "The file is empty, or a pipe or a device, which are not read; expected a JSON document."));
        await fake.DisposeAsync().AsTask().WaitAsync(Patience);
    }

    [Test]
    public async Task As_a_body_file_and_for_the_admin_API_it_is_empty()
    {
        using var folder = new TemporaryFolder(("a.json", """{ "Request": { "Path": "/a" }, "Response": { "BodyAsFile": "pipe" } }"""));
        await folder.PipeAsync("pipe");

        await using var fake = await Task.Run(() => folder.ServeAsync()).WaitAsync(Patience);
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        (await Task.Run(() => Answer.Of(client, "GET", "/a")).WaitAsync(Patience)).ShouldBe(new(200, "MAPPING", ""));
        (await Task.Run(() => Answer.Of(client, "GET", "/__admin/files/pipe")).WaitAsync(Patience)).ShouldBe(new(200, "", ""));
    }

    [Test]
    public async Task As_a_provider_state_it_is_a_mistake()
    {
        using var folder = new TemporaryFolder();
        var file = await folder.PipeAsync("voted.json");
        await using var fake = await FakeJiraServer.StartAsync(new() { ProviderStates = folder.Path, Listens = false });
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        var answer = await Task.Run(() => Answer.Of(client, "POST", "/__fakejira/provider-states", new StringContent("""{"state": "voted"}"""))).WaitAsync(Patience);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("The text is empty; expected a JSON document.");
        answer.Body.ShouldContain(Path.GetFileName(file));
    }
}
