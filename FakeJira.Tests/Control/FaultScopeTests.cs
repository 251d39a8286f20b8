using FakeJira.Stubs;

namespace FakeJira.Tests.Control;

/// <summary>How long a fault lasts, whom it meets, and what stands before it.</summary>
public sealed class FaultScopeTests
{
    private const string Votes = "rest/api/3/issue/MKY-1/votes";
    private const string Busy = """{"error":"resource-busy"}""";

    [Test]
    public async Task Faults_stand_before_mappings_and_let_them_answer()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        fake.Stubs.Add("GET", "/health", _ => new StubResponse { Status = 201, RuleHeader = "MINE" }, priority: -5);
        fake.Faults.Add(new Fault { Path = "/health", Delay = TimeSpan.FromMilliseconds(1) });
        fake.Faults.Add(new Fault { Path = "/health", Error = "ideabank.busy", Times = 1 });

        (await Answer.Of(client, "GET", "health")).ShouldBe(new(429, "IDEA-BUSY-429", Busy));
        (await Answer.Of(client, "GET", "health")).ShouldBe(new(201, "MINE", ""));
    }

    [Test]
    public async Task A_fault_lasts_as_long_as_the_clock_of_the_site_says([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze();
        using var client = Voter(fake, door);
        fake.Faults.Add(new Fault { Operation = "jira.votes.get", Status = 503, For = TimeSpan.FromMinutes(5) });

        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(503);
        fake.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(503);
        fake.Clock.Advance(TimeSpan.FromTicks(1));
        (await Answer.Of(client, "GET", Votes)).Status.ShouldBe(200);
    }

    [Test]
    public async Task Chance_follows_the_random_seed()
    {
        (await Statuses(3)).ShouldBe(await Statuses(3));
        (await Statuses(3)).Distinct().Count().ShouldBe(2);

        static async Task<List<int>> Statuses(int seed)
        {
            await using var fake = await FakeJiraServer.StartAsync(new() { RandomSeed = seed, Listens = false });
            using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://x/") };
            fake.Faults.Add(new Fault { Status = 500, Probability = 0.5 });
            var statuses = new List<int>();
            for (var i = 0; i < 32; i++)
            {
                statuses.Add((await Answer.Of(client, "GET", Votes)).Status);
            }

            return statuses;
        }
    }

    [Test]
    public async Task A_ready_made_misbehaviour_is_used_by_name_and_ends_with_its_scope([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, door);

        using (fake.Faults.Use("rate-limit"))
        {
            (await Answer.Of(client, "POST", Votes)).Status.ShouldBe(429);
        }

        using (fake.Faults.Use("jira.lost-answer"))
        {
            (await Answer.Of(client, "POST", Votes)).Status.ShouldBe(504);
        }

        (await Answer.Of(client, "POST", Votes)).Rule.ShouldBe("JIRA-VOTES-ADD-AGAIN-204, JIRA-AUTH-BASIC");
        Should.Throw<FakeJiraException>(() => fake.Faults.Use("rate-limmit")).Message.ShouldBe("use: There is no misbehaviour 'rate-limmit'; did you mean 'rate-limit'?");
    }

    [Test]
    public async Task Every_ready_made_misbehaviour_can_be_used()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        fake.Faults.ReadyMade.Count.ShouldBeGreaterThan(9);
        foreach (var each in fake.Faults.ReadyMade)
        {
            using var fault = fake.Faults.Use(each.Name);
            each.Description.ShouldEndWith(".");
        }

        fake.Faults.All.ShouldBeEmpty();
    }

    [Test]
    public async Task Of_many_requests_at_once_exactly_as_many_are_met_as_it_says()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = Voter(fake, Door.Handler);
        fake.Faults.Add(new Fault { Operation = "jira.votes.get", Error = "jira.rate-limited", Times = 7 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Answer.Of(client, "GET", Votes))));

        answers.Count(answer => answer.Status == 429).ShouldBe(7);
    }

    [Test]
    public async Task A_reset_ends_all_faults_and_disposing_one_then_does_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var fault = fake.Faults.Add(new Fault { Name = "a", Status = 500 });

        fake.Reset();

        fake.Faults.All.ShouldBeEmpty();
        fault.TimesLeft.ShouldBe(0);
        fake.Faults.Add(new Fault { Name = "a", Status = 500 });
        fault.Dispose();
        fake.Faults.All.Select(each => each.Name).ShouldBe(["a"]);
    }

    [Test]
    public async Task Every_mistake_of_a_fault_is_named()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        Should.Throw<FakeJiraException>(() => fake.Faults.Add(new Fault { Name = "a b", Operation = "jira.vote.add", Error = "jira.rate-limitted", Times = 0, Probability = 2 })).Message.ShouldBe(string.Join(
            Environment.NewLine,
            "name: Expected 1 to 64 letters, digits, hyphens, underscores and points, found \"a b\".",
            "operation: There is no operation 'jira.vote.add'; did you mean 'jira.votes.add'?",
            "probability: Expected a number from 0 to 1, found 2.0.",
            "times: Expected a whole number from 1 to 2147483647, found 0.",
            "error: There is no error 'jira.rate-limitted'; did you mean 'jira.rate-limited'?"));
        Should.Throw<FakeJiraException>(() => fake.Faults.Add(new Fault { Times = 1 })).Message.ShouldBe("A fault needs something to do; expected one of error, status, headers, body, delay, drip, connection.");
        fake.Faults.All.ShouldBeEmpty();
    }

    private static HttpClient Voter(FakeJiraServer fake, Door door)
    {
        var reporter = fake.Jira.AddUser("Rita Reporter");
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", reporter);
        return fake.Client(door, mia);
    }

    [Test]
    public async Task Ready_made_faults_are_there_where_the_users_folder_has_the_same_files()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = RepositoryFiles.At("mappings"), WatchMappings = false });
        await using var plain = await FakeJiraServer.StartAsync();

        fake.Faults.ReadyMade.Select(fault => fault.Name).Order().ShouldBe(plain.Faults.ReadyMade.Select(fault => fault.Name).Order());
        fake.Faults.Use("outage").Name.ShouldNotBeEmpty();
    }
}
