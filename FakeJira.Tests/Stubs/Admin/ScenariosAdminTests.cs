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
    public async Task A_name_or_a_state_has_at_most_1000_characters_wherever_it_comes_from([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        var (longest, tooLong, begins) = (new string('x', 1000), new string('x', 1001), new string('x', 60));
        const string State = "/__fakejira/sites/default/state";

        (await Answer.Of(client, "PUT", $"/__admin/scenarios/{longest}/state", new StringContent($$"""{"State": "{{longest}}"}"""))).Status.ShouldBe(200);
        (await Answer.Of(client, "PUT", $"/__admin/scenarios/{tooLong}/state", new StringContent("""{"State": "x"}"""))).ShouldBe(new(400, "", "{\n  \"Status\": \"The name of a scenario has at most 1000 characters.\"\n}"));
        var mistake = JObject.Parse((await Answer.Of(client, "PUT", "/__admin/scenarios/n/state", new StringContent($$"""{"State": "{{tooLong}}"}"""))).Body);
        mistake["Status"].ShouldBe($"body(1,11): error: Expected a text of at most 1000 characters, found \"{begins}…\". [State]");
        foreach (var field in (string[])["Scenario", "WhenStateIs", "SetStateTo"])
        {
            var answer = await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Step(field, tooLong)));
            answer.Status.ShouldBe(400);
            ((string?)JObject.Parse(answer.Body)["Status"]).ShouldEndWith($": error: Expected a text of at most 1000 characters, found \"{begins}…\". [{field}]");
            (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Step(field, longest)))).Status.ShouldBe(201);
        }

        foreach (var (name, state, wrong) in new[] { (tooLong, "x", "name"), ("n", tooLong, "state") })
        {
            var answer = await Answer.Of(client, "PUT", State, new StringContent($$"""{"scenarios": [{"name": "{{name}}", "state": "{{state}}"}]}"""));
            answer.Status.ShouldBe(400);
            JObject.Parse(answer.Body)["errors"]!.Select(error => (string?)error["path"]).ShouldBe([$"scenarios[0].{wrong}"]);
        }

        fake.Site.Site.Scenarios.All.ShouldBe([new(longest, longest, 0, true, false)]);
        (await Answer.Of(client, "PUT", State, new StringContent((await Answer.Of(client, "GET", State)).Body))).Status.ShouldBe(204);

        static string Step(string field, string text) => new JObject { ["Scenario"] = "s", ["WhenStateIs"] = "a", ["SetStateTo"] = "b", [field] = text, ["Request"] = new JObject { ["Path"] = "/s" }, ["Response"] = new JObject() }.ToString();
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
