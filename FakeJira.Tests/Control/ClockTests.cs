using System.Text;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>The time of a site, over the control API, and what passes by it.</summary>
public sealed class ClockTests
{
    private const string Clock = "__fakejira/sites/default/clock";

    [Test]
    public async Task The_clock_is_frozen_set_advanced_run_and_reset([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Changed("""{"freeze": "2026-01-31T12:00:00Z"}""")).ShouldBe(("2026-01-31T12:00:00.0000000Z", true));
        (await Changed("""{"advance": "00:05:00"}""")).ShouldBe(("2026-01-31T12:05:00.0000000Z", true));
        (await Changed("""{"advance": "PT1H"}""")).ShouldBe(("2026-01-31T13:05:00.0000000Z", true));
        (await Changed("""{"advance": -1.5}""")).ShouldBe(("2026-01-31T13:04:58.5000000Z", true));
        (await Changed("""{"set": "2027-01-31T12:00:00+02:00", "advance": 60}""")).ShouldBe(("2027-01-31T10:01:00.0000000Z", true));
        (await Changed("""{"run": true}""")).Frozen.ShouldBeFalse();
        (await Changed("""{"freeze": true}""")).Frozen.ShouldBeTrue();
        fake.Clock.Now.Year.ShouldBe(2027);
        (await Changed("""{"reset": true}""")).Frozen.ShouldBeFalse();
        fake.Clock.Offset.ShouldBe(TimeSpan.Zero);
        (await Changed("""{"reset": true, "advance": -60}""")).Frozen.ShouldBeFalse();
        fake.Clock.Offset.ShouldBe(TimeSpan.FromMinutes(-1));

        async Task<(string Now, bool Frozen)> Changed(string body)
        {
            var answer = await Patch(client, body);
            answer.Status.ShouldBe(200, answer.Body);
            (await Answer.Of(client, "GET", Clock)).Status.ShouldBe(200);
            using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(answer.Body)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
            var shown = JObject.Load(reader);
            return ((string)shown["now"]!, (bool)shown["frozen"]!);
        }
    }

    [Test]
    public async Task A_state_brings_back_a_clock_however_far_ahead_it_is()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        await Patch(client, """{"set": "8999-12-01T00:00:00Z"}""");
        var state = await client.GetStringAsync("__fakejira/sites/default/state");
        fake.Clock.Reset();

        (await Answer.Of(client, "PUT", "__fakejira/sites/default/state", new StringContent(state, Encoding.UTF8, "application/json"))).Status.ShouldBe(204);
        fake.Clock.Now.Year.ShouldBe(8999);

        foreach (var seconds in new[] { "1e300", "-1e12", "3e11", "-5e9" })
        {
            var answer = await Answer.Of(client, "PUT", "__fakejira/sites/default/state", new StringContent($$"""{"clock": {"offsetSeconds": {{seconds}}} }""", Encoding.UTF8, "application/json"));
            (answer.Status, (string?)JObject.Parse(answer.Body)["errors"]![0]!["message"]).ShouldBe((400, "The clock goes from 1900 to 9000."));
            fake.Clock.Now.Year.ShouldBe(8999);
        }
    }

    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("1899-12-31T23:59:59Z")]
    [TestCase("9000-01-01T00:00:00.0000001Z")]
    [TestCase("9999-12-31T23:59:59Z")]
    public async Task A_state_with_a_clock_frozen_where_no_clock_comes_is_refused(string moment)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        using var content = new StringContent($$"""{"clock": {"frozenAt": "{{moment}}", "rulesDelays": true} }""", Encoding.UTF8, "application/json");

        var answer = await Answer.Of(fake.Client(Door.Handler), "PUT", "__fakejira/sites/default/state", content);

        answer.Status.ShouldBe(400);
        JObject.Parse(answer.Body)["errors"]!.Select(error => ((string)error["path"]!, (string)error["message"]!)).ShouldBe([("clock.frozenAt", "The clock goes from 1900 to 9000.")]);
        (fake.Clock.Now.Year, fake.Clock.RulesDelays).ShouldBe((2026, false));
    }

    [TestCase("{}", "Expected an object with one of reset, run, set, freeze, advance, rulesDelays, found an object.")]
    [TestCase("""{"advance": "soon"}""", "Expected a time such as 90 (seconds)")]
    [TestCase("""{"advance": "-10675199.02:48:05.4775808"}""", "Expected a time such as 90 (seconds), \"00:05:00\" or \"PT5M\", found \"-10675199.02:48:05.4775808\".")]
    [TestCase("""{"advance": "36525.00:00:00.0000001"}""", "Expected a time such as 90 (seconds)")]
    [TestCase("""{"set": "1950-01-01T00:00:00Z", "advance": "-36525.00:00:00"}""", "The clock goes from 1900 to 9000.")]
    [TestCase("""{"set": "8999-12-31T23:59:59Z", "advance": "PT5M"}""", "The clock goes from 1900 to 9000.")]
    [TestCase("""{"freeze": "9999-12-31T23:59:59Z"}""", "The clock goes from 1900 to 9000.")]
    [TestCase("""{"freeze": false}""", "Expected true or a date and time, found false.")]
    [TestCase("""{"freeze": "noon"}""", "Expected a date and time such as")]
    [TestCase("""{"set": "0001-01-01T00:00:00Z"}""", "The clock goes from 1900 to 9000.")]
    [TestCase("""{"run": true, "freeze": true}""", "A clock either runs or is frozen: say one of the two.")]
    [TestCase("""{"advance": 5, "freze": true}""", "Unknown member 'freze'; did you mean 'freeze'?")]
    public async Task A_mistake_is_told_and_the_clock_stays_as_it_is(string body, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

        var answer = await Patch(fake.Client(Door.Handler), body);

        answer.Status.ShouldBe(400);
        ((string)JObject.Parse(answer.Body)["errors"]![0]!["message"]!).ShouldContain(message);
        fake.Clock.Now.ShouldBe(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        fake.Clock.IsFrozen.ShouldBeTrue();
    }

    [Test]
    public async Task A_delay_on_the_clock_of_the_site_ends_when_it_is_advanced([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        fake.Clock.Freeze();
        fake.Clock.RulesDelays = true;
        fake.Faults.Add(new Fault { Status = 200, Body = "late", Delay = TimeSpan.FromHours(1) });

        var asked = Answer.Of(client, "GET", "any");
        await fake.Requests.WaitForAsync(path: "/any");
        fake.Clock.Advance(TimeSpan.FromMinutes(59));
        asked.IsCompleted.ShouldBeFalse();
        fake.Clock.Advance(TimeSpan.FromMinutes(1));

        (await asked).ShouldBe(new(200, "MAPPING", "late"));
    }

    [Test]
    public async Task One_advance_ends_a_delay_and_the_drip_after_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        fake.Clock.Freeze();
        fake.Clock.RulesDelays = true;
        fake.Faults.Add(new Fault { Status = 200, Body = "piece by piece", Delay = TimeSpan.FromHours(1), Drip = TimeSpan.FromSeconds(5) });

        var asked = Answer.Of(client, "GET", "any");
        await fake.Requests.WaitForAsync(path: "/any");
        fake.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(4.9));
        asked.IsCompleted.ShouldBeFalse();
        fake.Clock.Advance(TimeSpan.FromSeconds(0.1));

        (await asked.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(new(200, "MAPPING", "piece by piece"));
    }

    [Test]
    public async Task A_delay_on_a_clock_that_stands_where_dates_end_is_waited_for([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Time = new LastMoment() });
        using var client = fake.Client(door);
        fake.Clock.Freeze();
        fake.Clock.RulesDelays = true;
        fake.Faults.Add(new Fault { Status = 200, Body = "late", Delay = TimeSpan.FromHours(1) });

        var asked = Answer.Of(client, "GET", "any");
        await fake.Requests.WaitForAsync(path: "/any");
        fake.Clock.Freeze();
        asked.IsCompleted.ShouldBeFalse();
        fake.Clock.RulesDelays = false;

        (await asked).ShouldBe(new(200, "MAPPING", "late"));
    }

    [Test]
    public async Task A_delay_ends_when_its_clock_no_longer_rules_it()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        fake.Clock.Freeze();
        fake.Clock.RulesDelays = true;
        fake.Faults.Add(new Fault { Status = 200, Delay = TimeSpan.FromHours(1) });
        var asked = Answer.Of(client, "GET", "any");
        await fake.Requests.WaitForAsync(path: "/any");

        fake.Reset();

        (await asked).Status.ShouldBe(200);
    }

    private static async Task<Answer> Patch(HttpClient client, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, "PATCH", Clock, content);
    }

    private sealed class LastMoment : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.MaxValue;
    }
}
