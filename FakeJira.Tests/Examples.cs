using System.Text;
using System.Text.RegularExpressions;
using FakeJira.Stubs;

namespace FakeJira.Tests;

/// <summary>The C# of README.md, compiled and run; a test compares the two texts, and those of other pages.</summary>
public sealed partial class Examples
{
    // example: a-button
    [Test]
    public async Task The_button_shows_one_vote_after_two_clicks()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        var issue = fake.Jira.AddIssue("MKY-1");
        var button = new VoteButton(fake.CreateClient(mia));      // the code under test

        await button.ClickAsync(issue.Key);
        await button.ClickAsync(issue.Key);

        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
    }
    // end

    [Test]
    public async Task Every_door_opens()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");

        // example: doors
        fake.Jira.VotingEnabled = false;                          // every votes operation is now 404
        fake.Settings["removeMissingVote"] = "204";               // one switch; docs/contract.md lists them
        fake.Settings.UseProfile("observed");                     // as the live service, where it differs from the vendor's page
        fake.Jira.Grant("MKY", "VIEW_VOTERS_AND_WATCHERS", mia);  // nobody else sees who has voted
        fake.Clock.Freeze();                                      // time is the test's
        fake.Stubs.Add("GET", "/health", _ => new StubResponse()); // an answer of your own
        var handler = fake.CreateHandler(mia);                    // the same server without a socket
        fake.Sites["team-a"].Jira.AddIssue("MKY-1");              // a site of its own, with the same doors
        Console.WriteLine(fake.Requests);                         // what was asked and answered, by which rule
        fake.Reset();                                             // back to the start
        // end

        handler.Dispose();
        fake.Jira.World.Issues.ShouldBeEmpty();
    }

    [Test]
    public async Task Plausible_data_is_made_up()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        // example: generate
        fake.Generate(new() { Users = 50, Issues = 500, Votes = 2000 }); // plausible, and the same in every run
        // end

        (fake.Jira.World.Users.Count, fake.Jira.World.Issues.Count, fake.Jira.World.Issues.Values.Sum(issue => issue.Voters.Count)).ShouldBe((50, 500, 2000));
    }

    [Test]
    public async Task Polls_are_arranged_and_looked_at()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();

        // example: polls
        var endpoint = fake.Polls.AddEndpoint();                         // of a Jira installation, with a token for every workspace
        var lunch = endpoint.AddPoll("PLAT-1", title: "Lunch?", options: ["Pizza", "Salad"]);
        endpoint.SetResults(lunch.Id, participants: 5, 3, 2);            // nobody votes through this API
        var polls = await client.GetStringAsync(new Uri(endpoint.Query("PLAT-1", expand: "results"), UriKind.Relative));
        endpoint.PollsOf("PLAT-1").Single().Title.ShouldBe("Lunch?");    // what your client has left there
        endpoint.RevokeToken();                                          // 403 from now on
        // end

        polls.ShouldEndWith(""","results":{"participants":5,"votes":5,"average":1.4,"options":[{"id":"1","votes":3,"percentage":60},{"id":"2","votes":2,"percentage":40}]}}]""");
    }

    [Test]
    public async Task Idea_banks_are_arranged_and_looked_at()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        // example: idea-bank
        var ann = fake.IdeaBank.AddPanelist();                           // makes the bank, open for voting, and a token
        fake.IdeaBank.AddProposal("p-1", title: "Dark mode");
        fake.IdeaBank.AddProposal("p-2", title: "Night mode");
        fake.IdeaBank.Merge("p-2", "p-1");                               // votes on p-2 count for p-1
        using var client = fake.CreateClient(ann);
        using var vote = new StringContent("""{"voteType":"for"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("public/ideabank/proposals/p-2/vote", UriKind.Relative), vote);
        fake.IdeaBank.VotesOn("p-1")[ann].ShouldBe(1);
        fake.IdeaBank.Expire(ann);                                       // 403 from now on
        // end

        answer.Headers.GetValues("X-FakeJira-Rule").ShouldBe(["IDEA-MERGED-200"]);
    }

    [Test]
    public async Task Things_go_wrong_when_they_are_told_to()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.CreateClient(mia);

        // example: faults
        using (fake.Faults.Add(new Fault { Operation = "jira.votes.add", Error = "jira.rate-limited", Times = 2 }))
        {
            await Click();                                        // 429 with Retry-After, twice; then 204
        }

        using (fake.Faults.Add(new Fault { Operation = "jira.votes.add", Status = 504, AfterWrite = true }))
        {
            await Click();                                        // the vote is cast, and the answer lost
        }

        using (fake.Faults.Use("outage"))                         // fake.Faults.ReadyMade lists what comes with the server
        {
            await Click();                                        // 503
        }

        fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.add", times: 3);
        // end

        fake.Requests.Entries.Select(entry => entry.Response.Status).ShouldBe([429, 504, 503]);
        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);

        async Task Click() => (await client.PostAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative), null)).Dispose();
    }

    [Test]
    public async Task A_client_sends_what_nobody_documents()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient(fake.Jira.AddUser("Mia Krystof"));
        fake.Jira.AddIssue("MKY-1");

        async Task RunAsync() => (await client.GetAsync(new Uri("rest/api/3/issue/MKY-1?expnd=names", UriKind.Relative))).Dispose();

        // example: findings
        await RunAsync();                                         // the code under test

        var warning = fake.Findings.Warnings.Single();            // jira.issues.get has no query parameter 'expnd'; did you mean 'expand'?
        warning.Kind.ShouldBe(FindingKind.UndocumentedParameter);
        fake.Findings.Clear();
        fake.Findings.ShouldBeEmpty();                            // throws and lists the warnings, if there are any
        // end
    }

    [Test]
    public async Task A_client_was_never_shown_that_voting_is_off()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        var issue = fake.Jira.AddIssue("MKY-1");
        var button = new VoteButton(fake.CreateClient(mia));

        // example: coverage
        await button.ClickAsync(issue.Key);                                             // the code under test

        fake.Coverage.IsShown("JIRA-VOTES-ADD-204").ShouldBeTrue();
        fake.Coverage.IsShown("JIRA-VOTES-DISABLED-404").ShouldBeFalse();               // nobody has tried it where voting is off
        var missing = fake.Coverage.Of("jira.votes.add").Missing;                       // each with its rule and how that is known
        Console.WriteLine(fake.Coverage.Of("jira.votes"));                              // a table; docs/contract.md has every rule
        // end

        missing.Select(each => each.Rule.Id).ShouldContain("JIRA-VOTES-DISABLED-404");
        missing.Count.ShouldBe(fake.Coverage.Of("jira.votes.add").Rules.Count - 2);
    }

    [TestCase("README.md", "FakeJira.Tests/Examples.cs")]
    [TestCase("docs/recipes.md", "FakeJira.Tests/Docs/Recipes.cs")]
    [TestCase("docs/packages.md", "FakeJira.Tests/Hosting/HostingTests.cs")]
    public void The_examples_of_a_page_are_compiled(string page, string code)
    {
        var blocks = Blocks(page);

        blocks.ShouldNotBeEmpty();
        blocks.ShouldBe(Blocks(code));
    }

    private static List<(string Name, string Text)> Blocks(string file) =>
        [.. Block().Matches(RepositoryFiles.Read(file)).Select(match => (match.Groups["name"].Value, Undented(match.Groups["text"].Value)))];

    private static string Undented(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }

    [GeneratedRegex(@"^ *(//|<!--) example: (?<name>\S+).*\n(```csharp\n)?(?<text>[\s\S]*?)^ *(// end|```)", RegexOptions.Multiline)]
    private static partial Regex Block();

    private sealed class VoteButton(HttpClient client)
    {
        public async Task ClickAsync(string key)
        {
            using var response = await client.PostAsync(new Uri($"rest/api/3/issue/{key}/votes", UriKind.Relative), null);
            response.EnsureSuccessStatusCode();
        }
    }
}
