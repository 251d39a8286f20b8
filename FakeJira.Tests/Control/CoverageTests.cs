using System.Globalization;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Which answers of the contracts clients were shown, and which never.</summary>
public sealed class CoverageTests
{
    private const string Votes = "rest/api/3/issue/MKY-1/votes";

    [Test]
    public async Task The_rules_of_an_answer_are_counted_for_its_operation([Values] Door door)
    {
        await using var fake = await Started();
        using var anybody = fake.Client(door);

        await Answer.Of(anybody, "GET", Votes);
        await Answer.Of(anybody, "GET", Votes);
        await Answer.Of(anybody, "POST", Votes);
        await Answer.Of(anybody, "GET", "rest/api/3/nothing");

        Shown(fake.Coverage).ShouldBe(["jira.votes.get JIRA-VOTES-GET-NO-VOTERS-200 2", "jira.votes.get JIRA-AUTH-ANONYMOUS 2", "jira.votes.add JIRA-VOTES-ANONYMOUS-401 1", "jira.votes.add JIRA-AUTH-ANONYMOUS 1", "jira.unserved JIRA-NO-ENDPOINT-404 1"]);
        fake.Coverage.CountOf("JIRA-AUTH-ANONYMOUS").ShouldBe(3);
        fake.Coverage.CountOf("JIRA-AUTH-ANONYMOUS", "jira.votes.get").ShouldBe(2);
        fake.Coverage.IsShown("JIRA-VOTES-DISABLED-404").ShouldBeFalse();
        fake.Coverage.Of("jira.votes.delete").Missing.Count.ShouldBe(fake.Coverage.Of("jira.votes.delete").Rules.Count);
        fake.Coverage.Of("jira.votes.get").Shown.ShouldBe(2);
    }

    [Test]
    public async Task Every_rule_of_every_contract_that_is_served_is_known()
    {
        await using var all = await FakeJiraServer.StartAsync();
        await using var polls = await FakeJiraServer.StartAsync(new() { Contracts = ["polls"] });
        await using var none = await FakeJiraServer.StartAsync(new() { Contracts = [] });

        all.Coverage.Rules.Select(rule => rule.Rule).Distinct().ShouldBe(Catalog.Contracts.SelectMany(contract => contract.Rules), ignoreOrder: true);
        polls.Coverage.Rules.Select(rule => rule.Contract).Distinct().ShouldBe(["polls"]);
        (none.Coverage.Rules.Count, none.Coverage.Percent).ShouldBe((0, 100));
    }

    [Test]
    public async Task A_site_counts_since_its_reset_and_the_server_since_its_start()
    {
        await using var fake = await Started();
        await Answer.Of(fake.Client(Door.Handler), "GET", Votes);
        var fork = fake.Fork("fork");
        await Answer.Of(fork.Client(Door.Handler), "GET", Votes);

        fake.Site.Coverage.CountOf("JIRA-VOTES-GET-NO-VOTERS-200").ShouldBe(1);
        fork.Coverage.CountOf("JIRA-VOTES-GET-NO-VOTERS-200").ShouldBe(1);
        fake.Reset();
        fake.Sites.Remove("fork").ShouldBeTrue();
        fake.Restore(fake.Capture());

        fake.Site.Coverage.Shown.ShouldBe(0);
        fake.Coverage.CountOf("JIRA-VOTES-GET-NO-VOTERS-200").ShouldBe(2);
    }

    [Test]
    public async Task Nothing_is_lost_when_many_ask_at_once()
    {
        await using var fake = await Started();
        using var client = fake.Client(Door.Handler);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
            {
                await Answer.Of(client, "GET", Votes);
            }
        })));

        fake.Coverage.CountOf("JIRA-VOTES-GET-NO-VOTERS-200", "jira.votes.get").ShouldBe(2000);
        fake.Site.Coverage.CountOf("JIRA-VOTES-GET-NO-VOTERS-200", "jira.votes.get").ShouldBe(2000);
    }

    [TestCase(ConnectionFault.Drop)]
    [TestCase(ConnectionFault.CutBody)]
    [TestCase(ConnectionFault.HalfBody)]
    public async Task An_answer_that_is_cut_off_was_not_shown(ConnectionFault cut)
    {
        await using var fake = await Started();
        using (fake.Faults.Add(new Fault { Operation = "jira.votes.get", Connection = cut }))
        {
            try
            {
                await Answer.Of(fake.Client(Door.Handler), "GET", Votes);
            }
            catch (HttpRequestException)
            {
                // A client notices some of them.
            }
        }

        fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.get", times: 1);
        Shown(fake.Coverage).ShouldBeEmpty();
    }

    [Test]
    public async Task An_answer_that_nobody_waited_for_was_not_shown()
    {
        await using var fake = await Started();
        using var client = fake.Client(Door.Handler);
        using var gone = new CancellationTokenSource();
        using (fake.Faults.Add(new Fault { Operation = "jira.votes.get", Delay = TimeSpan.FromHours(1) }))
        {
            var answer = client.GetAsync(new Uri(Votes, UriKind.Relative), gone.Token);
            await fake.Requests.WaitForAsync(operation: "jira.votes.get");
            await gone.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(answer);
        }

        Shown(fake.Coverage).ShouldBeEmpty();
    }

    [Test]
    public async Task What_a_fault_or_a_mapping_makes_a_client_see_was_shown()
    {
        await using var fake = await Started();
        using var client = fake.Client(Door.Handler);
        using (fake.Faults.Add(new Fault { Operation = "jira.votes.get", Error = "jira.rate-limited" }))
        using (fake.Faults.Add(new Fault { Operation = "jira.votes.delete", Error = "jira.bad-request" }))
        using (fake.Faults.Use("ideabank.busy"))
        {
            await Answer.Of(client, "GET", Votes);
            await Answer.Of(client, "DELETE", Votes);
            await Answer.Of(client, "POST", "public/ideabank/proposals/p-abc123/vote");
        }

        // A bad request is a rule of jira.votes.add alone.
        Shown(fake.Coverage).ShouldBe(["jira.votes.get JIRA-RATE-BURST-429 1", "ideabank.vote.cast IDEA-BUSY-429 1"]);
    }

    [Test]
    public async Task Two_servers_are_merged()
    {
        await using var jira = await FakeJiraServer.StartAsync(new() { Contracts = ["jira"] });
        await using var both = await FakeJiraServer.StartAsync(new() { Contracts = ["jira", "polls"] });
        await Answer.Of(jira.Client(Door.Handler), "GET", Votes);
        await Answer.Of(both.Client(Door.Handler), "GET", Votes);
        await Answer.Of(both.Client(Door.Handler), "GET", "x1/none");

        var merged = jira.Coverage.Merge(both.Coverage);

        Shown(merged).ShouldBe(["jira.votes.get JIRA-VOTES-GET-ANONYMOUS-404 2", "jira.votes.get JIRA-AUTH-ANONYMOUS 2", "polls.list POLLS-ENDPOINT-404 1"]);
        (merged.Rules.Count, merged.Shown).ShouldBe((both.Coverage.Rules.Count, 3));
    }

    [Test]
    public async Task A_name_that_is_wrong_is_a_mistake()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        Should.Throw<FakeJiraException>(() => fake.Coverage.Of("jira.vote")).Message.ShouldBe("Nothing is called 'jira.vote'; did you mean 'jira.votes'?");
        Should.Throw<FakeJiraException>(() => fake.Coverage.Of("x")).Message.ShouldBe("Nothing is called 'x'; there are: jira, polls, ideabank, and their operations.");
        Should.Throw<FakeJiraException>(() => fake.Coverage.CountOf("JIRA-VOTES-AD-204")).Message.ShouldBe("No operation has a rule 'JIRA-VOTES-AD-204'; did you mean 'JIRA-VOTES-ADD-204'?");
        Should.Throw<FakeJiraException>(() => fake.Coverage.IsShown("JIRA-VOTES-ADD-204", "jira.votes.get")).Message.ShouldBe("jira.votes.get has no rule 'JIRA-VOTES-ADD-204'; did you mean 'JIRA-VOTES-GET-200'?");
    }

    [Test]
    public async Task It_is_told_over_HTTP_and_forgotten_there([Values] Door door)
    {
        await using var fake = await Started();
        using var client = fake.Client(door);
        await Answer.Of(client, "GET", Votes);
        await Answer.Of(fake.Sites["other"].Client(door), "GET", Votes);

        (await Shares("__fakejira/coverage?of=jira.votes.get")).ShouldBe((3, 2));
        (await Shares("__fakejira/sites/other/coverage?of=jira.votes.get")).ShouldBe((2, 1));
        (await Answer.Of(client, "DELETE", "__fakejira/sites/default/coverage")).Status.ShouldBe(204);
        fake.Site.Coverage.Shown.ShouldBe(0);
        fake.Coverage.Shown.ShouldBe(3);
        (await Answer.Of(client, "DELETE", "__fakejira/coverage")).Status.ShouldBe(204);
        fake.Coverage.Shown.ShouldBe(0);

        async Task<(int, int)> Shares(string path)
        {
            var document = JObject.Parse((await Answer.Of(client, "GET", path)).Body);
            return ((int)document["shown"]!, (int)document.SelectToken("contracts.jira.operations['jira.votes.get'].rules.JIRA-AUTH-ANONYMOUS")!);
        }
    }

    [TestCase("?format=table", "*/*")]
    [TestCase("", "text/plain, */*")]
    public async Task People_read_a_table(string query, string accept)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = ["polls"] });
        using var client = fake.Client(Door.Loopback);
        await Answer.Of(client, "GET", "x1/none");

        var table = await Answer.Of(client, "GET", "__fakejira/coverage" + query, null, ("Accept", accept));

        (table.Status, table.Body).ShouldBe((200, fake.Coverage + "\n"));
        var known = fake.Coverage.Rules.Count;
        var ofList = fake.Coverage.Of("polls.list").Rules.Count;
        var lines = table.Body.Split('\n');
        lines[..6].ShouldBe(
        [
            string.Create(CultureInfo.InvariantCulture, $"Contract coverage: 1 of {known} answers shown, {100.0 / known:0.0} %."),
            "",
            string.Create(CultureInfo.InvariantCulture, $"polls: 1 of {known} answers shown, {100.0 / known:0.0} %"),
            string.Create(CultureInfo.InvariantCulture, $"  polls.list: 1 of {ofList} answers shown, {100.0 / ofList:0.0} %"),
            "         1  POLLS-ENDPOINT-404       A   No app is reached at this endpoint: 404 without a body.",
            "     never  POLLS-LIST-200           D   The polls of the content in the order they were made; an empty list when there is none.",
        ]);
        lines[(ofList + 4)..].ShouldBe(["  never asked: polls.create polls.update polls.delete polls.unserved polls.errors", ""]);
    }

    [TestCase("?fromat=table", "There is no parameter 'fromat'; did you mean 'format'?")]
    [TestCase("?format=xml", "The format is 'json' or 'table', not 'xml'.")]
    [TestCase("?of=jira.vots", "Nothing is called 'jira.vots'; did you mean 'jira.votes'?")]
    public async Task A_mistake_in_the_query_is_told(string query, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "GET", "__fakejira/coverage" + query);

        (answer.Status, (string?)JObject.Parse(answer.Body)["errors"]![0]!["message"]).ShouldBe((400, message));
    }

    private static Task<FakeJiraServer> Started() => FakeJiraServer.StartAsync(new() { Seed = "vendor" });

    private static IEnumerable<string> Shown(Coverage coverage) => coverage.Rules.Where(rule => rule.IsShown).Select(rule => $"{rule} {rule.Count}");
}
