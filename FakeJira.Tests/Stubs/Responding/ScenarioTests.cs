using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs.Responding;

public class ScenarioTests
{
    private const string First = """{"Scenario": "s", "SetStateTo": "seen", "Request": {"Path": "/x"}, "Response": {"Body": "first"}}""";
    private const string Second = """{"Scenario": "S", "WhenStateIs": "seen", "SetStateTo": "seen", "Request": {"Path": "/x"}, "Response": {"Body": "second"}}""";

    [Test]
    public async Task The_first_state_is_answered_once_however_many_ask_at_once()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map(First);
        fake.Map(Second);
        for (var round = 0; round < 50; round++)
        {
            fake.Site.Site.Scenarios.ResetAll();
            using var start = new Barrier(16);
            using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = fake.BaseAddress };

            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
            {
                start.SignalAndWait();
                return (await Answer.Of(client, "GET", "/x")).Body;
            })));

            answers.Count(body => body == "first").ShouldBe(1);
            answers.Count(body => body == "second").ShouldBe(15);
        }
    }

    [Test]
    public async Task The_mapping_of_the_start_steps_aside_however_late_it_was_added()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map(Second);
        fake.Map(First);

        (await Bodies(fake, 3)).ShouldBe(["first", "second", "second"]);
    }

    [Test]
    public async Task Times_in_the_same_state_are_answered_before_the_next_state_comes()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Scenario": "s", "SetStateTo": "2", "Request": {"Path": "/x"}, "Response": {"Body": "one"}}""");
        fake.Map("""{"Scenario": "s", "WhenStateIs": "2", "SetStateTo": "3", "TimesInSameState": 2, "Request": {"Path": "/x"}, "Response": {"Body": "two"}}""");
        fake.Map("""{"Scenario": "s", "WhenStateIs": "3", "Request": {"Path": "/x"}, "Response": {"Body": "three"}}""");

        (await Bodies(fake, 5)).ShouldBe(["one", "two", "two", "three", "one"]);
    }

    [Test]
    public async Task A_scenario_without_states_is_a_plain_mapping()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Scenario": "s", "Request": {"Path": "/x"}, "Response": {"Body": "plain"}}""");

        (await Bodies(fake, 2)).ShouldBe(["plain", "plain"]);
        fake.Site.Site.Scenarios.All.ShouldBeEmpty();
    }

    [Test]
    public async Task States_can_be_seen_set_and_reset()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var scenarios = fake.Site.Site.Scenarios;
        fake.Map(First);
        fake.Map(Second);

        scenarios.Set("s", "seen").ShouldBeTrue();
        (await Bodies(fake, 1)).ShouldBe(["second"]);
        scenarios.All.ShouldBe([new ScenarioState("s", "seen", 0, true, false)]);
        scenarios.Set("S", null).ShouldBeTrue();
        (await Bodies(fake, 1)).ShouldBe(["first"]);
        scenarios.Set("s", "SEEN").ShouldBeTrue();
        (await Bodies(fake, 1)).ShouldBe([""]);
        scenarios.Reset("S").ShouldBeTrue();
        scenarios.Reset("S").ShouldBeFalse();
        (await Bodies(fake, 1)).ShouldBe(["first"]);
    }

    [Test]
    public async Task Its_state_is_part_of_the_state_of_the_site()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map(First);
        fake.Map(Second);
        var site = fake.Site.Site;
        site.KeepAsSeed();

        (await Bodies(fake, 2)).ShouldBe(["first", "second"]);
        fake.Reset();
        (await Bodies(fake, 1)).ShouldBe(["first"]);
        var captured = site.Capture();
        fake.Reset();
        site.Restore(captured);
        (await Bodies(fake, 1)).ShouldBe(["second"]);
    }

    [Test]
    public async Task A_mapping_with_Times_retires_after_exactly_as_many_answers()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "rest"}}""");
        fake.Map("""{"Times": 5, "Request": {"Path": "/x"}, "Response": {"Body": "limited"}}""");
        fake.Site.Site.KeepAsSeed();
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = fake.BaseAddress };

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => (await Answer.Of(client, "GET", "/x")).Body)));
        answers.Count(body => body == "limited").ShouldBe(5);
        (await client.GetStringAsync("/__admin/mappings")).ShouldContain("\"TimesLeft\": 0");
        (await Bodies(fake, 1)).ShouldBe(["rest"]);

        fake.Reset();
        (await Bodies(fake, 6)).ShouldBe(["limited", "limited", "limited", "limited", "limited", "rest"]);
    }

    [Test]
    public async Task A_time_window_goes_by_the_clock_of_the_site()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"TimeSettings": {"Start": "2030-01-01T00:00:00Z", "End": "2030-01-02T00:00:00Z"}, "Request": {"Path": "/x"}, "Response": {"Body": "open"}}""");
        fake.Map("""{"TimeSettings": {"Start": "2040-01-01T00:00:00Z", "TTL": 60}, "Request": {"Path": "/x"}, "Response": {"Body": "minute"}}""");

        (await Bodies(fake, 1)).ShouldBe([""]);
        fake.Clock.Freeze(DateTimeOffset.Parse("2030-01-01T12:00:00Z"));
        (await Bodies(fake, 1)).ShouldBe(["open"]);
        fake.Clock.Advance(TimeSpan.FromDays(1));
        (await Bodies(fake, 1)).ShouldBe([""]);
        fake.Clock.Set(DateTimeOffset.Parse("2040-01-01T00:01:00Z"));
        (await Bodies(fake, 1)).ShouldBe(["minute"]);
        fake.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Bodies(fake, 1)).ShouldBe([""]);
    }

    [Test]
    public async Task A_time_to_live_without_a_start_counts_from_the_registration()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"TimeSettings": {"TTL": 3600}, "Request": {"Path": "/x"}, "Response": {"Body": "alive"}}""");

        (await Bodies(fake, 1)).ShouldBe(["alive"]);
        fake.Clock.Advance(TimeSpan.FromHours(2));
        (await Bodies(fake, 1)).ShouldBe([""]);
    }

    [Test]
    public async Task Probability_goes_by_the_chance_of_the_site()
    {
        await using var one = await FakeJiraServer.StartAsync();
        await using var two = await FakeJiraServer.StartAsync();
        foreach (var fake in (FakeJiraServer[])[one, two])
        {
            fake.Map("""{"Probability": 0.5, "Request": {"Path": "/x"}, "Response": {"Body": "heads"}}""");
            fake.Map("""{"Probability": 0, "Request": {"Path": "/x"}, "Response": {"Body": "never"}}""");
        }

        var bodies = await Bodies(one, 64);
        bodies.Distinct().Order().ShouldBe(["", "heads"]);
        (await Bodies(two, 64)).ShouldBe(bodies);
    }

    [Test]
    public async Task Of_two_that_fit_the_one_without_a_probability_answers()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "sure"}}""");
        fake.Map("""{"Probability": 0.5, "Request": {"Path": "/x"}, "Response": {"Body": "perhaps"}}""");

        (await Bodies(fake, 32)).Distinct().ShouldBe(["sure"]);
    }

    /// <summary>What the requests got one after another, nothing for a 404.</summary>
    private static async Task<string[]> Bodies(FakeJiraServer fake, int count)
    {
        var bodies = new string[count];
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = fake.BaseAddress };
        for (var i = 0; i < count; i++)
        {
            var answer = await Answer.Of(client, "GET", "/x");
            bodies[i] = answer.Status == 404 ? "" : answer.Body;
        }

        return bodies;
    }
}
