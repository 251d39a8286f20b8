using System.Globalization;
using FakeJira.Stubs;

namespace FakeJira.Tests;

/// <summary>Servers begin and end without disturbing each other.</summary>
public sealed class ServerLifeTests
{
    [Test]
    public async Task A_hundred_servers_at_once_have_a_port_and_a_state_each()
    {
        var counts = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Task.Run(async () =>
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var mia = fake.Jira.AddUser();
            fake.Jira.AddIssue(string.Create(CultureInfo.InvariantCulture, $"MKY-{number}"));
            using var client = fake.CreateClient(mia);
            var answer = await Answer.Of(client, "POST", string.Create(CultureInfo.InvariantCulture, $"/rest/api/3/issue/MKY-{number}/votes"));
            return answer.Status == 204 ? fake.Jira.World.Issues.Count : -1;
        })));

        counts.ShouldAllBe(count => count == 1);
    }

    [Test]
    public async Task The_port_is_free_when_disposal_returns_and_its_next_server_answers_the_clients()
    {
        var first = await FakeJiraServer.StartAsync();
        using var before = first.CreateClient();
        (await Answer.Of(before, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(404);
        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var second = await FakeJiraServer.StartAsync(new() { Port = before.BaseAddress!.Port });
        var mia = second.Jira.AddUser();
        second.Jira.AddIssue("MKY-1");
        using var after = second.CreateClient(mia);

        (await Answer.Of(after, "POST", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(204);
        second.Jira.VotersOf("MKY-1").ShouldBe([mia]);
    }

    [Test]
    public async Task A_request_in_flight_is_finished_before_the_end()
    {
        var fake = await FakeJiraServer.StartAsync();
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        fake.Stubs.Add("GET", "/slow", async _ =>
        {
            asked.SetResult();
            await goOn.Task;
            return StubResponse.Text(200, "done", "text/plain");
        });
        using var client = fake.CreateClient();

        var answer = Answer.Of(client, "GET", "/slow");
        await asked.Task;
        var end = fake.DisposeAsync().AsTask();
        end.IsCompleted.ShouldBeFalse();
        goOn.SetResult();
        await end;

        (await answer).ShouldBe(new(200, "", "done"));
    }

    [Test]
    public async Task Everybody_who_disposes_it_waits_for_the_end()
    {
        var fake = await FakeJiraServer.StartAsync();
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        fake.Stubs.Add("GET", "/slow", async _ =>
        {
            asked.SetResult();
            await goOn.Task;
            return StubResponse.Text(200, "done", "text/plain");
        });
        using var client = fake.CreateClient();
        var answer = Answer.Of(client, "GET", "/slow");
        await asked.Task;

        Task[] ends = [fake.DisposeAsync().AsTask(), fake.DisposeAsync().AsTask()];
        ends.ShouldAllBe(end => !end.IsCompleted);
        goOn.SetResult();
        await ends[1];

        ends[0].IsCompleted.ShouldBeTrue();
        (await answer).Body.ShouldBe("done");
        await using var next = await FakeJiraServer.StartAsync(new() { Port = client.BaseAddress!.Port });
    }

    [Test]
    public async Task A_request_that_takes_longer_than_the_end_waits_is_cut()
    {
        var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { EndTime = TimeSpan.Zero } });
        var asked = new TaskCompletionSource();
        fake.Stubs.Add("GET", "/slow", async request =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, request.Aborted);
            return StubResponse.Text(200, "done", "text/plain");
        });
        using var client = fake.CreateClient();
        var answer = Answer.Of(client, "GET", "/slow");
        await asked.Task;

        await fake.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        await Should.ThrowAsync<HttpRequestException>(() => answer);
        await using var next = await FakeJiraServer.StartAsync(new() { Port = client.BaseAddress!.Port });
    }

    [Test]
    public async Task A_port_for_HTTPS_that_is_taken_is_named()
    {
        await using var first = await FakeJiraServer.StartAsync();
        var options = new FakeJiraOptions { HttpsPort = first.BaseAddress.Port };

        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(options))).Message
            .ShouldBe($"Cannot listen on 127.0.0.1:{options.HttpsPort}: Address already in use. Choose another port, or 0 for any free one.");
    }

    [Test]
    public async Task A_certificate_without_HTTPS_is_a_mistake()
    {
        var options = new FakeJiraOptions { CertificateFile = "a.pem" };

        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(options))).Message.ShouldBe("There is no certificate to write to 'a.pem' without HTTPS; add --https-port 0.");
    }

    [TestCase(0, null), TestCase(null, "a.pem"), TestCase(0, "a.pem")]
    public async Task HTTPS_where_nothing_listens_is_a_mistake(int? port, string? file)
    {
        var options = new FakeJiraOptions { Listens = false, HttpsPort = port, CertificateFile = file };

        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(options))).Message
            .ShouldBe("A server that does not listen has no HTTPS and writes no certificate; start it without 'Listens = false', or leave out HttpsPort and CertificateFile.");
        File.Exists("a.pem").ShouldBeFalse();
    }

    [Test]
    public async Task An_option_that_cannot_be_null_is_named()
    {
        foreach (var (name, options) in new (string, FakeJiraOptions)[]
        {
            ("options.Set", new() { Set = null! }),
            ("options.Limits", new() { Limits = null! }),
            ("options.Time", new() { Time = null! }),
            ("options.AllowedHosts", new() { AllowedHosts = null! }),
            ("options.Seed", new() { Seed = null! }),
            ("options.Listen", new() { Listen = null! }),
        })
        {
            (await Should.ThrowAsync<ArgumentNullException>(() => FakeJiraServer.StartAsync(options))).ParamName.ShouldBe(name);
        }
    }

    [Test]
    public async Task A_site_has_the_doors_of_the_server_and_a_state_of_its_own([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Sites["team-a"].Jira.AddUser("Mia Krystof");
        fake.Sites["team-a"].Jira.AddIssue("MKY-1");
        using var client = fake.Sites["team-a"].Client(door, mia);

        (await Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes")).Rule.ShouldBe("JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-1/votes?x=1")).Rule.ShouldBe("JIRA-VOTES-ADD-AGAIN-204, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "GET", fake.Sites["team-a"].Jira.GatewayPath + "/rest/api/3/issue/MKY-1/votes")).Rule.ShouldBe("JIRA-VOTES-GET-200, JIRA-OAUTH");

        fake.Sites["team-a"].Jira.VotersOf("MKY-1").ShouldBe([mia]);
        fake.Jira.World.Issues.ShouldBeEmpty();
        fake.Sites.Names.ShouldBe(["default", "team-a"]);
        fake.Sites.Remove("team-a").ShouldBeTrue();
        (await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes")).Body.ShouldContain("There is no site");
        Should.Throw<FakeJiraException>(() => fake.Sites["a/b"]).Message.ShouldBe("'a/b' is no name for a site; expected 1 to 64 characters without slashes.");
    }
}
