using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Tests.Control;

/// <summary>Sites that start as another one is, and states that are put back.</summary>
public sealed class ForkTests
{
    private const string Votes = "rest/api/3/issue/MKY-1/votes";

    [Test]
    public async Task A_fork_starts_as_its_origin_is_and_shares_nothing_from_then_on([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", voters: [mia]);
        fake.Jira.VotingEnabled = false;
        fake.Clock.Freeze(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        var fault = fake.Faults.Add(new Fault { Name = "twice", Operation = "jira.votes.delete", Error = "jira.rate-limited", Times = 2 });
        using var origin = fake.Client(door, mia);
        (await Answer.Of(origin, "DELETE", Votes)).Status.ShouldBe(429);

        var fork = fake.Fork();
        fake.Jira.VotingEnabled = true;
        using var forked = fork.Client(door, mia);

        (await Answer.Of(forked, "DELETE", Votes)).Status.ShouldBe(429);
        (await Answer.Of(forked, "DELETE", Votes)).Rule.ShouldStartWith("JIRA-VOTES-DISABLED-404");
        fault.TimesLeft.ShouldBe(1);
        fork.Clock.Now.ShouldBe(fake.Clock.Now);
        fork.Jira.VotingEnabled = true;
        (await Answer.Of(forked, "DELETE", Votes)).Status.ShouldBe(204);
        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
        fork.Reset();
        fork.Jira.VotersOf("MKY-1").ShouldBe([mia]);
        fork.Faults.All.Single().TimesLeft.ShouldBe(1);
    }

    [Test]
    public async Task A_site_is_forked_over_the_control_api([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);
        fake.Jira.Vote("MKY-2", fake.Jira.User("mia@example.com"));

        (await Post("""{"name": "x", "from": "default"}""")).Status.ShouldBe(201);

        fake.Sites["x"].Jira.VotersOf("MKY-2").Count.ShouldBe(1);
        (await Post("""{"name": "y", "from": "defalt", "seed": "vendor"}""")).Body.ShouldContain("There is no site 'defalt'; did you mean 'default'?");
        (await Post("""{"name": "y", "from": "x", "seed": "vendor"}""")).Body.ShouldContain("say one of the two.");
        (await Post("""{"name": "x", "from": "default"}""")).Status.ShouldBe(409);
        fake.Sites.Names.ShouldBe(["default", "x"]);

        async Task<Answer> Post(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            return await Answer.Of(client, "POST", "__fakejira/sites", content);
        }
    }

    [Test]
    public async Task A_state_is_put_back_as_it_was([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door, fake.Jira.User("emma@example.com"));
        var state = fake.Capture();
        await Answer.Of(client, "POST", Votes);
        fake.Faults.Use("outage");
        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(503);

        fake.Restore(state);

        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(200);
        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
        fake.Faults.All.ShouldBeEmpty();
    }

    [Test]
    public async Task Two_hundred_sites_of_two_hundred_clients_at_once_never_see_each_other()
    {
        const int Count = 200;
        await using var fake = await FakeJiraServer.StartAsync(new() { JournalCapacity = 16 });
        var voters = Enumerable.Range(0, Count).Select(number => fake.Jira.AddUser($"Voter {number}")).ToList();
        fake.Jira.AddIssue("MKY-1", fake.Jira.AddUser("Rita Reporter"));

        await Task.WhenAll(voters.Select((voter, number) => Task.Run(async () =>
        {
            var site = fake.Sites.Create($"site-{number}");
            using var client = site.Client(number % 2 == 0 ? Door.Handler : Door.Loopback, voter);
            using var fault = site.Faults.Add(new Fault { Operation = "jira.votes.add", Status = 500 + (number % 90), Times = 1 });
            (await Answer.Of(client, "POST", Votes)).Status.ShouldBe(500 + (number % 90));
            (await Answer.Of(client, "POST", Votes)).Status.ShouldBe(204);
            (await Answer.Of(client, "GET", Votes)).Body.ShouldContain($"\"votes\":1,\"hasVoted\":true");
            site.Jira.VotersOf("MKY-1").ShouldBe([voter]);
            site.Requests.Entries.Count.ShouldBe(3);
        })));

        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
        fake.Requests.Entries.ShouldBeEmpty();
        fake.Sites.Names.Count.ShouldBe(Count + 1);
    }

    [Test]
    public async Task The_number_of_sites_is_bounded_and_who_is_one_too_many_is_told()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false, JournalCapacity = 0 });
        for (var number = fake.Sites.Names.Count; number < fake.Options.Limits.Sites; number++)
        {
            fake.Fork();
        }

        Should.Throw<FakeJiraException>(() => fake.Fork()).Message.ShouldBe("There are 1000 sites already; remove one with Remove.");
        Should.Throw<FakeJiraException>(() => fake.Fork("default")).Message.ShouldBe("There is a site 'default' already; choose another name.");
        fake.Sites.Remove(fake.Sites.Names[1]).ShouldBeTrue();
        fake.Fork("again").Name.ShouldBe("again");
    }
}
