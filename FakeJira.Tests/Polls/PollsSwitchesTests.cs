using FakeJira.Polls;
using FakeJira.Polls.World;

namespace FakeJira.Tests.Polls;

public sealed class PollsSwitchesTests
{
    [TestCase("""{}""")]
    [TestCase("""{"title":" ","options":[{"id":"1"},{"id":"2"}]}""")]
    [TestCase("""{"title":1,"options":[{"id":"1"},{"id":"2"}]}""")]
    [TestCase("""{"title":"T"}""")]
    [TestCase("""{"title":"T","options":[]}""")]
    [TestCase("""{"title":"T","options":[{"id":"1"}]}""")]
    [TestCase("""{"title":"T","options":{"id":"1"}}""")]
    [TestCase("""{"title":"T","options":[{"id":"1"},{"id":"1"}]}""")]
    [TestCase("""{"title":"T","options":[{"id":"1"},"2"]}""")]
    [TestCase("""{"title":"T","options":[{"id":1},{"id":2}]}""")]
    [TestCase("""{"title":"T","options":[{"id":"1","title":1},{"id":"2"}]}""")]
    [TestCase("""{"title":"T","options":[{"id":"1","order":"0"},{"id":"2"}]}""")]
    [TestCase("""{"title":"T","options":[{"id":"1","order":0.5},{"id":"2"}]}""")]
    [TestCase("""{"title":"T","description":null,"options":[{"id":"1"},{"id":"2"}]}""")]
    [TestCase("""{"title":"T","settings":[],"options":[{"id":"1"},{"id":"2"}]}""")]
    [TestCase("""{"title":"T","settings":{"allowComment":"true"},"options":[{"id":"1"},{"id":"2"}]}""")]
    [TestCase("""{"title":"T","settings":{"endDate":0},"options":[{"id":"1"},{"id":"2"}]}""")]
    public async Task Only_strictPolls_refuses_a_poll_that_makes_no_sense(string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(Door.Handler);

        fake.Settings["strictPolls"] = "true";
        var before = fake.Site.Site.Read(PollsContract.World);
        (await client.Post(endpoint.Query("PLAT-1"), body)).ShouldBe(new(400, "POLLS-INVALID-400", ""));
        (await client.Put(endpoint.Query("PLAT-1", pollId: poll.Id), body)).ShouldBe(new(400, "POLLS-INVALID-400", ""));
        fake.Site.Site.Read(PollsContract.World).ShouldBeSameAs(before);

        fake.Settings["strictPolls"] = "false";
        (await client.Post(endpoint.Query("PLAT-1"), body)).Rule.ShouldBe("POLLS-CREATE-200");
        (await client.Put(endpoint.Query("PLAT-1", pollId: poll.Id), body)).Rule.ShouldBe("POLLS-UPDATE-200");
    }

    [Test]
    public async Task Strict_polls_that_make_sense_are_stored([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["strictPolls"] = "true" } });
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        (await client.Post(endpoint.Query("PLAT-1"))).Rule.ShouldBe("POLLS-CREATE-200");
        (await client.Post(endpoint.Query("PLAT-1"), """{"title":"T","options":[{"title":"a"},{"title":"b","order":1.0,"x":1}],"y":null}""")).Rule.ShouldBe("POLLS-CREATE-200");
        (await client.Post(endpoint.Query("PLAT-1"), "[]")).Rule.ShouldBe("POLLS-BODY-400");
        (await client.Post(endpoint.Query("PLAT-1"), "{}")).ShouldBe(new(400, "POLLS-INVALID-400", ""));
    }

    [Test]
    public async Task With_pollsCheckIssues_what_is_no_issue_has_no_polls([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("PLAT-1");
        var endpoint = fake.Polls.AddEndpoint();
        var known = endpoint.AddPoll("PLAT-1");
        var stray = endpoint.AddPoll("PLAT-2");
        using var client = fake.Client(door);
        fake.Polls.Settings = fake.Polls.Settings with { CheckIssues = true };

        (await client.Get(endpoint.Query("PLAT-1"))).ShouldBe(new(200, "POLLS-LIST-200", $"[{known.Json}]"));
        (await client.Post(endpoint.Query("PLAT-1"))).Rule.ShouldBe("POLLS-CREATE-200");
        (await client.Get(endpoint.Query("PLAT-2"))).ShouldBe(new(200, "POLLS-LIST-200, POLLS-ISSUE-UNKNOWN", "[]"));
        (await client.Get(endpoint.Query("PLAT-1", workspace: "MKY", container: "x"))).ShouldBe(new(200, "POLLS-LIST-200, POLLS-CONTAINER-IGNORED, POLLS-ISSUE-UNKNOWN", "[]"));
        (await client.Get(endpoint.Query("PLAT-2", pollId: stray.Id))).ShouldBe(new(404, "POLLS-GET-404, POLLS-ISSUE-UNKNOWN", ""));
        (await client.Post(endpoint.Query("PLAT-2"))).ShouldBe(new(400, "POLLS-ISSUE-400, POLLS-ISSUE-UNKNOWN", ""));
        (await client.Put(endpoint.Query("PLAT-2", pollId: stray.Id))).ShouldBe(new(404, "POLLS-UPDATE-UNKNOWN-404, POLLS-ISSUE-UNKNOWN", ""));
        (await client.Delete(endpoint.Query("PLAT-2", pollId: stray.Id))).ShouldBe(new(404, "POLLS-DELETE-404, POLLS-ISSUE-UNKNOWN", ""));

        fake.Polls.Settings = fake.Polls.Settings with { UpdateUnknown = UnknownPoll.Created };
        (await client.Put(endpoint.Query("PLAT-2", pollId: stray.Id))).ShouldBe(new(400, "POLLS-ISSUE-400, POLLS-ISSUE-UNKNOWN", ""));
        endpoint.PollsOf("PLAT-2").Single().Json.ShouldBe(stray.Json);
    }

    [Test]
    public async Task A_moved_issue_takes_none_of_its_polls_along()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["pollsCheckIssues"] = "true" } });
        fake.Jira.AddIssue("PLAT-1");
        var endpoint = fake.Polls.AddEndpoint();
        endpoint.AddPoll("PLAT-1");
        fake.Jira.MoveIssue("PLAT-1", "MKY-9");
        using var client = fake.Client(Door.Handler);

        (await client.Get(endpoint.Query("PLAT-1"))).ShouldBe(new(200, "POLLS-LIST-200, POLLS-ISSUE-UNKNOWN", "[]"));
        (await client.Get(endpoint.Query("MKY-9"))).ShouldBe(new(200, "POLLS-LIST-200", "[]"));
    }

    [Test]
    public async Task Confluence_and_sites_without_Jira_have_no_issues_to_check()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = ["polls"], Set = new Dictionary<string, string> { ["pollsCheckIssues"] = "true" } });
        var jira = fake.Polls.AddEndpoint();
        var confluence = fake.Polls.AddEndpoint(PollProduct.Confluence);
        using var client = fake.Client(Door.Handler);

        (await client.Post(jira.Query("PLAT-1"))).Rule.ShouldBe("POLLS-CREATE-200");
        (await client.Post(confluence.Query("7", "1", "m"))).Rule.ShouldBe("POLLS-CREATE-200");
    }

    [Test]
    public async Task A_Confluence_endpoint_has_no_issues_to_check_where_there_is_a_Jira([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["pollsCheckIssues"] = "true" } });
        var confluence = fake.Polls.AddEndpoint(PollProduct.Confluence);
        using var client = fake.Client(door);

        (await client.Post(confluence.Query("7", "1", "m"))).Rule.ShouldBe("POLLS-CREATE-200");
        (await client.Get(confluence.Query("7", "1", "m"))).Rule.ShouldBe("POLLS-LIST-200");
    }

    [Test]
    public async Task The_switches_say_what_they_take()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        Should.Throw<FakeJiraException>(() => fake.Settings["pollUpdateUnknown"] = "500").Message.ShouldBe("The switch pollUpdateUnknown takes 404 or 400 or 200 or upsert, not '500'.");
        Should.Throw<FakeJiraException>(() => fake.Settings["pollGetById"] = "list").Message.ShouldBe("The switch pollGetById takes array or object, not 'list'.");
        PollsSwitches.Parts.Select(part => fake.Settings[part.Name]).ShouldBe(["404", "array", "false", "256", "false"]);
    }
}
