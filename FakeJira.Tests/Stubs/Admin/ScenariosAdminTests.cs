using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Admin;

public class ScenariosAdminTests
{
    private const string TwoSteps = """
        [
          { "Scenario": "s", "SetStateTo": "two", "Request": { "Path": "/s" }, "Response": { "Body": "one" } },
          { "Scenario": "s", "WhenStateIs": "two", "SetStateTo": "two", "Request": { "Path": "/s" }, "Response": { "Body": "two" } }
        ]
        """;

    [Test]
    public async Task A_scenario_is_listed_from_its_start_and_can_be_set_and_reset()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        using var admin = new AdminClient(fake);
        await admin.Done("POST", "mappings", TwoSteps);

        JToken.DeepEquals(await admin.Done("GET", "scenarios"), JToken.Parse("""[ { "Name": "s", "NextState": null, "Started": false, "Finished": false, "Counter": 0 } ]""")).ShouldBeTrue();
        (await admin.Ask("/s")).ShouldBe("one");
        (await admin.Done("GET", "scenarios"))[0]!["NextState"].ShouldBe("two");
        (await admin.Done("POST", "scenarios/s/reset"))["Status"].ShouldBe("Scenario reset");
        (await admin.Ask("/s")).ShouldBe("one");
        (await admin.Done("DELETE", "scenarios/S"))["Status"].ShouldBe("Scenario reset");
        (await admin.Done("PUT", "scenarios/s/state", """{ "State": "two" }"""))["Status"].ShouldBe("Scenario state set to 'two'");
        (await admin.Ask("/s")).ShouldBe("two");
        (await admin.Done("POST", "scenarios/reset"))["Status"].ShouldBe("Scenarios reset");
        (await admin.Ask("/s")).ShouldBe("one");
    }

    [Test]
    public async Task A_scenario_that_nobody_knows_is_not_found()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        using var admin = new AdminClient(fake);

        var (status, body) = await admin.Send("POST", "scenarios/x/reset");

        status.ShouldBe(404);
        body["Status"].ShouldBe("No scenario found by name 'x'.");
    }
}
