using System.Diagnostics;
using Microsoft.Playwright;

namespace FakeJira.BrowserTests;

/// <summary>Files and copies: out of the dashboard and into it.</summary>
public sealed class FileTests
{
    private const string Drop = """
        ([name, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], name, { type: 'application/json' }));
          for (const type of ['dragover', 'drop']) {
            window.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
          }
        }
        """;

    [Test]
    public async Task The_state_is_saved_as_a_seed_file_that_a_server_starts_with()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        fake.Jira.AddIssue("MKY-77", summary: "Made by a test");
        await using var dashboard = await Chromium.OpenAsync(fake);

        var download = await dashboard.Page.RunAndWaitForDownloadAsync(() => dashboard.PressAsync("Save state"));

        download.SuggestedFilename.ShouldBe("default.seed.json");
        await using var other = await FakeJiraServer.StartAsync(new() { Seed = await download.PathAsync() });
        other.Jira.World.FindIssue("MKY-77")!.Summary.ShouldBe("Made by a test");
        other.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
    }

    [Test]
    public async Task A_seed_that_is_dropped_becomes_the_state()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues");

        await dashboard.Page.EvaluateAsync(Drop, new[] { "seed.json", """{"jira": {"users": [{"accountId": "a", "displayName": "Ann", "email": "ann@example.com"}], "issues": [{"key": "MKY-5", "summary": "Dropped"}]}}""" });

        await dashboard.SeeAsync("seed.json is the state of the site now.");
        await dashboard.SeeAsync("Dropped");
        fake.Jira.World.FindIssue("MKY-5")!.Summary.ShouldBe("Dropped");
    }

    [Test]
    public async Task A_broken_seed_is_refused_with_every_mistake_and_changes_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.Page.EvaluateAsync(Drop, new[] { "seed.json", "{\"jirra\": {},\n \"jira\": {\"issues\": [{\"key\": \"mky\"}]}}" });

        var alert = dashboard.Page.GetByRole(AriaRole.Alert);
        await Dashboard.See(alert.GetByText("seed.json was not loaded: nothing was changed"));
        await Dashboard.See(alert.GetByText("did you mean 'jira'?"));
        await Dashboard.See(alert.GetByText("Expected an issue key"));
        await Dashboard.See(alert.GetByText("line 2, column").First);
        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
    }

    [Test]
    public async Task A_mapping_file_is_dropped_or_loaded_and_answers()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.Page.EvaluateAsync(Drop, new[] { "hello.json", """{"Request": {"Path": "/hello"}, "Response": {"Body": "hi"}}""" });
        await dashboard.SeeAsync("hello.json: 1 mapping added.");
        (await fake.CreateClient().GetStringAsync(new Uri("hello", UriKind.Relative))).ShouldBe("hi");
        await dashboard.Page.GetByLabel("A seed or mapping file").SetInputFilesAsync(new FilePayload { Name = "two.json", MimeType = "application/json", Buffer = """[{"Request": {"Path": "/a"}, "Response": {"Body": "a"}}, {"Request": {"Path": "/b"}, "Response": {"Body": "b"}}]"""u8.ToArray() });
        await dashboard.SeeAsync("two.json: 2 mappings added.");
        (await fake.CreateClient().GetStringAsync(new Uri("b", UriKind.Relative))).ShouldBe("b");
    }

    [Test]
    public async Task A_broken_mapping_file_is_refused_with_the_places_of_its_mistakes()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.Page.EvaluateAsync(Drop, new[] { "broken.json", "{\"Request\": {\"Path\": \"/x\"},\n \"Response\": {\"StatusCode\": [] }}" });

        var alert = dashboard.Page.GetByRole(AriaRole.Alert);
        await Dashboard.See(alert.GetByText("broken.json was not loaded"));
        await Dashboard.See(alert.GetByText("line 2, column").First);
        (await fake.CreateClient().GetAsync(new Uri("x", UriKind.Relative))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_request_copied_as_curl_asks_the_same_again()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient(fake.Jira.User("emma@example.com"));
        using var body = new StringContent("""{"note": "it's \"quoted\" $HOME"}""", System.Text.Encoding.UTF8, "application/json");
        await client.PostAsync(new Uri("rest/api/3/issue/MKY-1/votes?x=a%20b", UriKind.Relative), body);
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/requests/1");

        var command = await dashboard.CopyAsync("Copy as curl", "The request as curl copied.");

        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        (await shell.StandardOutput.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 204");
        await shell.WaitForExitAsync();
        var (first, second) = (fake.Requests.Entries[0].Request, fake.Requests.Entries[1].Request);
        (second.Method, second.RawPath, second.RawQuery, second.BodyText, second.Header("Authorization")).ShouldBe((first.Method, first.RawPath, first.RawQuery, first.BodyText, first.Header("Authorization")));
    }

    [Test]
    public async Task A_request_copied_as_a_mapping_file_is_answered_the_same_by_a_server_that_knows_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var answered = await fake.CreateClient().GetAsync(new Uri("rest/api/3/issue/MKY-99/votes?x=1", UriKind.Relative));
        var expected = await answered.Content.ReadAsStringAsync();
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/requests/1");

        var mapping = await dashboard.CopyAsync("Copy as mapping", "The request as a mapping file copied.");

        await using var plain = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var content = new StringContent(mapping);
        using var added = await plain.CreateClient().PostAsync(new Uri("__fakejira/sites/default/mappings", UriKind.Relative), content);
        added.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        using var again = await plain.CreateClient().GetAsync(new Uri("rest/api/3/issue/MKY-99/votes?x=1", UriKind.Relative));
        ((int)again.StatusCode, await again.Content.ReadAsStringAsync()).ShouldBe((404, expected));
    }
}
