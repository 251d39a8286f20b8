using System.Globalization;
using System.Net;
using System.Text;
using FakeJira.IdeaBank;
using FakeJira.Polls;
using FakeJira.Stubs;

namespace FakeJira.Tests.Docs;

/// <summary>The C# of docs/recipes.md.</summary>
public sealed class Recipes
{
    [Test]
    public async Task Voting_is_switched_off_in_the_middle()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.CreateClient(mia);
        var button = new Button(client);

        // example: switched-off
        await button.ClickAsync("MKY-1");                     // 204
        fake.Jira.VotingEnabled = false;                      // an administrator switches voting off
        await button.ClickAsync("MKY-1");                     // 404: what does your client say now?

        button.Message.ShouldBe("Voting is switched off.");
        fake.Coverage.IsShown("JIRA-VOTES-DISABLED-404").ShouldBeTrue();
        // end
    }

    [Test]
    public async Task A_client_waits_as_long_as_it_is_told_to()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.CreateClient(mia);
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        var button = new Button(client);

        // example: retry-after
        fake.Clock.Freeze();
        using var limited = fake.Faults.Add(new Fault { Operation = "jira.votes.add", Error = "jira.rate-limited", Times = 2 });

        await button.ClickPatientlyAsync("MKY-1", wait: seconds => fake.Clock.Advance(seconds));

        fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.add", times: 3);
        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
        fake.Findings.ShouldBeEmpty();                        // one would say: repeated at once in spite of Retry-After
        // end
    }

    [Test]
    public async Task A_lost_answer_makes_a_second_poll()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();

        // example: lost-answer
        var endpoint = fake.Polls.AddEndpoint();
        using (fake.Faults.Add(new Fault { Operation = "polls.create", Error = "polls.failed-dependency", AfterWrite = true, Times = 1 }))
        {
            (await CreateAsync(endpoint)).ShouldBe(424);      // the poll is there, the answer is not
            (await CreateAsync(endpoint)).ShouldBe(200);      // so this is the second one
        }

        endpoint.PollsOf("PLAT-1").Count.ShouldBe(2);         // a client that looks first makes one
        // end

        async Task<int> CreateAsync(PollEndpoint at)
        {
            using var poll = new StringContent("""{"title": "Stars", "options": []}""", Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(at.Query("PLAT-1"), UriKind.Relative), poll);
            return (int)answer.StatusCode;
        }
    }

    [Test]
    public async Task A_panelist_whose_token_has_expired_is_refused()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        // example: expired-token
        var ann = fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1");
        (await VoteAsync(ann, "p-1")).ShouldBe(200);

        fake.IdeaBank.Expire(ann);
        (await VoteAsync(ann, "p-1")).ShouldBe(403);          // get another key from the researcher's server, then try again
        // end

        async Task<int> VoteAsync(Panelist panelist, string proposal)
        {
            using var client = fake.CreateClient(panelist);
            using var vote = new StringContent("""{"vote": 1}""", Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri($"public/ideabank/proposals/{proposal}/vote", UriKind.Relative), vote);
            return (int)answer.StatusCode;
        }
    }

    [Test]
    public async Task Parallel_tests_take_a_site_each()
    {
        // example: parallel
        await using var fake = await FakeJiraServer.StartAsync();          // once
        await Parallel.ForAsync(0, 20, async (number, ended) =>
        {
            var site = fake.Sites.Create($"test-{number}");                // a copy of the default site as it is now
            var user = site.Jira.AddUser();
            site.Jira.AddIssue("MKY-1");
            using var client = site.CreateClient(user);
            using var vote = await client.PostAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative), null, ended);
            site.Jira.VotersOf("MKY-1").ShouldBe([user]);                  // nobody else's votes
        });
        // end
    }

    /// <summary>A client as it should be.</summary>
    private sealed class Button(HttpClient client)
    {
        public string Message { get; private set; } = "";

        public async Task ClickAsync(string key)
        {
            using var answer = await client.PostAsync(Votes(key), null);
            Message = answer.StatusCode == HttpStatusCode.NotFound && (await answer.Content.ReadAsStringAsync()).Contains("not enabled", StringComparison.Ordinal) ? "Voting is switched off." : "";
        }

        public async Task ClickPatientlyAsync(string key, Action<TimeSpan> wait)
        {
            for (var answer = await client.PostAsync(Votes(key), null); answer.StatusCode == HttpStatusCode.TooManyRequests; answer = await client.PostAsync(Votes(key), null))
            {
                wait(TimeSpan.FromSeconds(int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture)));
                answer.Dispose();
            }
        }

        private static Uri Votes(string key) => new($"rest/api/3/issue/{key}/votes", UriKind.Relative);
    }
}
