using System.Text;
using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests;

/// <summary>What a server leaves in files: that it is ready, and what it was asked.</summary>
public sealed class ServerFilesTests
{
    [Test]
    public async Task The_ready_file_is_there_while_the_server_answers_and_says_where()
    {
        using var folder = new TemporaryFolder(("ready.json", """{"url": "http://of.a.server/that/was/killed"}"""));
        var file = Path.Combine(folder.Path, "ready.json");
        await using (var fake = await FakeJiraServer.StartAsync(new() { ReadyFile = file, HttpsPort = 0 }))
        {
            JObject.Parse(await File.ReadAllTextAsync(file)).ToString().ShouldBe(new JObject { ["url"] = fake.BaseAddress.ToString().TrimEnd('/'), ["httpsUrl"] = fake.HttpsAddress!.ToString().TrimEnd('/'), ["pid"] = Environment.ProcessId }.ToString());
        }

        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task A_server_that_does_not_start_is_not_ready()
    {
        using var folder = new TemporaryFolder(("ready.json", "{}"));
        await using var first = await FakeJiraServer.StartAsync();

        await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(new() { Port = first.BaseAddress.Port, ReadyFile = Path.Combine(folder.Path, "ready.json"), CoverageFolder = folder.Path }));

        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task A_ready_file_that_another_server_has_taken_over_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "ready.json");
        var first = await FakeJiraServer.StartAsync(new() { ReadyFile = file });
        await using var second = await FakeJiraServer.StartAsync(new() { ReadyFile = file });

        await first.DisposeAsync();

        ((string?)JObject.Parse(await File.ReadAllTextAsync(file))["url"] + "/").ShouldBe(second.BaseAddress.ToString());
    }

    [Test]
    public async Task Files_that_cannot_be_written_are_a_mistake()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "none", "file");

        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(new() { ReadyFile = file }))).Message.ShouldStartWith($"Cannot write the ready file '{file}': ");
        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(new() { JournalFile = file }))).Message.ShouldStartWith($"Cannot write the journal to '{file}': ");
    }

    [Test]
    [Platform(Include = "Linux", Reason = "/dev/full is a disk without room.")]
    public void Nothing_is_left_of_a_file_that_the_disk_does_not_take()
    {
        using var folder = new TemporaryFolder(("there", "old"));
        var (there, unfinished) = (Path.Combine(folder.Path, "there"), Path.Combine(folder.Path, "unfinished"));
        File.CreateSymbolicLink(unfinished, "/dev/full");

        Should.Throw<IOException>(() => WholeFile.Write(there, unfinished, new byte[10]));

        Directory.GetFileSystemEntries(folder.Path).ShouldBe([there]);
        File.ReadAllText(there).ShouldBe("old");
    }

    [Test]
    public async Task The_journal_file_has_a_line_for_every_request_on_every_site_in_their_order([Values] Door door)
    {
        using var folder = new TemporaryFolder(("journal.jsonl", "what was there\n"));
        var file = Path.Combine(folder.Path, "journal.jsonl");
        await using (var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", JournalFile = file, JournalCapacity = 0 }))
        {
            fake.Clock.Freeze(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
            using var client = fake.Client(door);
            await Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes?x=1", new StringContent("body", Encoding.UTF8, "text/plain"), ("X-Test", "a"));
            await Answer.Of(fake.Sites["other"].Client(door), "GET", "rest/api/3/issue/MKY-1/votes");
            await Answer.Of(client, "GET", "__fakejira/ready");
        }

        var lines = await File.ReadAllLinesAsync(file);
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe("what was there");
        var first = JObject.Parse(lines[1]);
        ((double)first["milliseconds"]!).ShouldBeGreaterThan(0);
        ((string?)first["headers"]!["X-Test"], (string?)first["answerHeaders"]!["Content-Type"]).ShouldBe(("a", "application/json;charset=UTF-8"));
        first.Remove("milliseconds");
        first.Remove("headers");
        first.Remove("answerHeaders");
        first.ToString().ShouldBe(JObject.Parse("""
            {
              "site": "default", "number": 1, "at": "2026-01-02T03:04:05Z", "method": "POST", "path": "/rest/api/3/issue/MKY-1/votes", "query": "x=1", "body": "body", "operation": "jira.votes.add",
              "status": 401, "rules": "JIRA-VOTES-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS", "stub": "jira.votes.add",
              "answer": "{\"errorMessages\":[\"You are not authenticated. Authentication required to perform this operation.\"],\"errors\":{}}"
            }
            """).ToString());
        JObject.Parse(lines[2])["path"]!.ToString().ShouldBe("/__sites/other/rest/api/3/issue/MKY-1/votes");
    }

    [Test]
    public async Task Nobody_gets_in_by_what_the_journal_file_says()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "journal.jsonl");
        await using (var fake = await FakeJiraServer.StartAsync(new() { JournalFile = file }))
        {
            fake.Stubs.Add("POST", "/answer", _ => StubResponse.Text(200, """{"apiToken": "s3cret-1", "name": "x"}""", "application/json").With(headers: [new("Content-Type", "application/json"), new("Location", "/next?page=2&access_token=s3cret-9")]));
            fake.Stubs.Add("GET", "/told", _ => StubResponse.Text(200, "<p>Your password: s3cret-0</p>", "text/html"));
            using var client = fake.CreateClient(fake.Jira.AddUser("Mia", apiToken: "s3cret-2"));
            await Answer.Of(client, "GET", "told");
            await Answer.Of(client, "GET", "x1/e?type=polls&token=s3cret-3&workspace=W");
            await Answer.Of(client, "POST", "answer", new StringContent("""{"user": "u", "Password" : "s3cret-\"4", "token":"s3cret-5"}"""), ("Cookie", "session=s3cret-6"), ("X-FakeJira-Key", "s3cret-7"));
            await Answer.Of(client, "POST", "answer", new StringContent("grant_type=x&client_secret=s3cret-8&y=1"));
        }

        var text = await File.ReadAllTextAsync(file);
        text.ShouldNotContain("s3cret");
        text.ShouldNotContain(Convert.ToBase64String("s3cret-2"u8)[..8]);
        text.ShouldContain("\"query\":\"type=polls&token=***&workspace=W\"");
        text.ShouldContain("\"Authorization\":\"Basic ***\"");
        text.ShouldContain("""{\"user\": \"u\", \"Password\" : \"***\", \"token\":\"***\"}""");
        text.ShouldContain("""{\"apiToken\": \"***\", \"name\": \"x\"}""");
        text.ShouldContain("\"Location\":\"/next?page=2&access_token=***\"");
        text.ShouldContain("grant_type=x&client_secret=***&y=1");
    }

    [Test]
    public async Task Every_request_is_in_the_journal_file_or_said_to_be_lost()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "journal.jsonl");
        await using (var fake = await FakeJiraServer.StartAsync(new() { JournalFile = file }))
        {
            using var client = fake.Client(Door.Handler);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                for (var i = 0; i < 2000; i++)
                {
                    await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes");
                }
            })));
        }

        (await File.ReadAllLinesAsync(file)).Select(JObject.Parse).Sum(line => (long?)line["lost"] ?? 1).ShouldBe(8000);
    }
}
