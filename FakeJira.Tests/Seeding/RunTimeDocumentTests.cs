using System.Text;
using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Admin;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Seeding;

/// <summary>Mappings, scenarios and faults of the run time in a state document.</summary>
public sealed class RunTimeDocumentTests
{
    private const string State = "__fakejira/sites/default/state";

    [Test]
    public async Task Mappings_scenarios_and_faults_come_back_with_what_is_left_of_them([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);
        using var admin = new AdminClient(fake);
        await Send(client, "POST", "__admin/mappings", """[{"Times": 2, "Request": {"Path": "/a"}, "Response": {"Body": "a"}}, {"Request": {"Path": "/b"}, "Response": {"Body": "b"}}]""");
        await Send(client, "POST", "__admin/mappings", """{"Scenario": "s", "SetStateTo": "two", "Request": {"Path": "/s"}, "Response": {"Body": "one"}}""");
        await Send(client, "POST", "__admin/mappings", """{"Scenario": "s", "WhenStateIs": "two", "SetStateTo": "three", "Request": {"Path": "/s"}, "Response": {"Body": "two"}}""");
        var mappings = await admin.Done("GET", "mappings");
        await admin.Done("PUT", $"mappings/{mappings.Single(each => (string?)each["Request"]?["Path"]?["Matchers"]?[0]?["Pattern"] == "/b")["Guid"]}/disable");
        await admin.Done("PUT", $"mappings/{mappings.Single(each => (string?)each["Title"] == "ideabank.busy")["Guid"]}/enable");
        await admin.Done("DELETE", $"mappings/{mappings.Single(each => (string?)each["Title"] == "jira.slow")["Guid"]}");
        fake.Clock.Freeze();
        fake.Faults.Add(new Fault { Name = "twice", Path = "/x", Status = 500, Times = 2, For = TimeSpan.FromHours(1) });
        fake.Faults.Use("failed-dependency");
        foreach (var path in (string[])["/a", "/s", "/x", "/public/ideabank/p-1"])
        {
            await Answer.Of(client, "GET", path);
        }

        var written = (await Answer.Of(client, "GET", State)).Body;
        fake.Reset();
        (await Send(client, "PUT", State, written)).ShouldBe(new(204, "", ""));

        (await Answer.Of(client, "GET", State)).Body.ShouldBe(written);
        (await Answer.Of(client, "GET", "/a")).ShouldBe(new(200, "MAPPING", "a"));
        (await Answer.Of(client, "GET", "/a")).Status.ShouldBe(404);
        (await Answer.Of(client, "GET", "/b")).Status.ShouldBe(404);
        (await Answer.Of(client, "GET", "/s")).Body.ShouldBe("two");
        fake.Faults.All.Select(fault => (fault.Name[..5], fault.TimesLeft)).ShouldBe([("twice", 1), ("fault", null)]);
        (await Answer.Of(client, "GET", "/x")).Status.ShouldBe(500);
        (await Answer.Of(client, "GET", "/x")).Status.ShouldBe(404);
        JObject.Parse((await Answer.Of(client, "GET", State)).Body)["mappings"]!.Children<JProperty>().Select(part => part.Name).ShouldBe(["added", "enabled", "disabled", "removed", "timesLeft"]);
    }

    [Test]
    public async Task Where_the_folder_has_the_Guid_of_a_built_in_mapping_the_one_of_the_folder_is_meant()
    {
        using var folder = new TemporaryFolder();
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path });
        using var client = fake.Client(Door.Handler);
        using var admin = new AdminClient(fake);
        var guid = (await admin.Done("GET", "mappings")).Single(each => (string?)each["Title"] == "jira.slow")["Guid"];
        await admin.Done("PUT", $"mappings/{guid}", TemporaryFolder.Answering("/x", "x"));
        await admin.Done("POST", "mappings/save");

        (await Send(client, "PUT", State, (await Answer.Of(client, "GET", State)).Body)).ShouldBe(new(204, "", ""));
        (await admin.Ask("/x")).ShouldBe("x");
        await admin.Done("PUT", $"mappings/{guid}", """{"IsDisabled": true, "Request": {"Path": "/x"}, "Response": {"Body": "disabled"}}""");
        await admin.Done("POST", "mappings/save");
        (await Send(client, "PUT", State, $$$"""{"mappings": {"enabled": ["{{{guid}}}"]}}""")).ShouldBe(new(204, "", ""));
        (await admin.Ask("/x")).ShouldBe("disabled");
    }

    [Test]
    public async Task Mappings_without_a_Guid_have_one_by_their_place()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        var (x, y) = (TemporaryFolder.Answering("/x", "x"), TemporaryFolder.Answering("/y", "y"));

        (await Send(client, "PUT", State, $$$"""{"mappings": {"added": [{"mapping": {{{x}}} }, {"mapping": {{{y}}} }]}}""")).ShouldBe(new(204, "", ""));

        (await Answer.Of(client, "GET", "/x")).Body.ShouldBe("x");
        (await Answer.Of(client, "GET", "/y")).Body.ShouldBe("y");
    }

    [Test]
    public async Task A_site_without_changes_of_its_own_has_none_of_the_sections()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        var state = JObject.Parse((await Answer.Of(fake.Client(Door.Handler), "GET", State)).Body);

        state.Properties().Select(section => section.Name).ShouldBe(["jira", "polls", "ideabank", "clock", "random"]);
    }

    [TestCase("""{"mappings": {"added": [{"mapping": {"Request": {}}}]}}""", "mappings.added[0].mapping", "A mapping needs a Response")]
    [TestCase("""{"mappings": {"added": [{"guid": "x"}]}}""", "mappings.added[0].guid", "Expected a GUID such as")]
    [TestCase("""{"mappings": {"added": [{"guid": "0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", "mapping": {"Request": {}, "Response": {}}}, {"guid": "0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", "mapping": {"Request": {}, "Response": {}}}]}}""", "mappings.added[1]", "A mapping before it has the Guid 0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11, too; each needs one of its own.")]
    [TestCase("""{"mappings": {"enabled": ["0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11"]}}""", "mappings.enabled[0]", "There is no mapping of this Guid")]
    [TestCase("""{"mappings": {"timesLeft": {"x": 1}}}""", "mappings.timesLeft.x", "Expected the Guid of a mapping")]
    [TestCase("""{"scenarios": [{"state": "x"}]}""", "scenarios[0]", "A scenario has a 'name'.")]
    [TestCase("""{"faults": [{"name": "a", "status": 500}, {"name": "a", "status": 500}]}""", "faults[1].name", "There is a fault 'a' already")]
    public async Task A_mistake_is_named_at_its_place(string state, string path, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Send(fake.Client(Door.Handler), "PUT", State, state);

        answer.Status.ShouldBe(400);
        var error = JObject.Parse(answer.Body)["errors"]![0]!;
        ((string?)error["path"]).ShouldBe(path);
        ((string?)error["message"]).ShouldStartWith(message);
    }

    private static async Task<Answer> Send(HttpClient client, string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, path, content);
    }
}
