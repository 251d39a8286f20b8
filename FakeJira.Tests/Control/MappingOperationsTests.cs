using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Mappings over the control API: shown, switched, added and removed.</summary>
public sealed class MappingOperationsTests
{
    private const string Mappings = "__fakejira/sites/default/mappings";
    private const string Hello = """{"Title": "Hello", "Request": {"Path": "/hello"}, "Response": {"Body": "hi"}}""";

    [Test]
    public async Task A_mapping_is_added_switched_off_and_on_and_removed()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        var added = await Answer.Of(client, "POST", Mappings + "?file=hello.json", new StringContent(Hello));

        added.Status.ShouldBe(201, added.Body);
        var one = $"{Mappings}/{JObject.Parse(added.Body)["added"]![0]!["guid"]}";
        (await Answer.Of(client, "GET", "hello")).Body.ShouldBe("hi");
        (await Answer.Of(client, "PATCH", one, new StringContent("""{"enabled": false}"""))).Status.ShouldBe(204);
        (await Answer.Of(client, "GET", "hello")).Status.ShouldBe(404);
        var shown = JObject.Parse((await Answer.Of(client, "GET", one)).Body);
        ((string?)shown["title"], (string?)shown["from"], (bool?)shown["enabled"], (string?)shown["mapping"]!["Request"]!["Path"]).ShouldBe(("Hello", "runTime", false, "/hello"));
        (await Answer.Of(client, "PATCH", one, new StringContent("""{"enabled": true}"""))).Status.ShouldBe(204);
        (await Answer.Of(client, "GET", "hello")).Status.ShouldBe(200);
        (await Answer.Of(client, "DELETE", one)).Status.ShouldBe(204);
        (await Answer.Of(client, "GET", one)).Status.ShouldBe(404);
    }

    [Test]
    public async Task Mappings_are_listed_without_faults_those_of_the_run_time_first()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        await Answer.Of(client, "POST", Mappings, new StringContent(Hello));
        fake.Faults.Use("outage");

        var page = JObject.Parse((await Answer.Of(client, "GET", Mappings + "?limit=2")).Body);

        page["mappings"]!.Select(mapping => (string?)mapping["from"]).ShouldBe(["runTime", "builtIn"]);
        ((int)JObject.Parse((await Answer.Of(client, "GET", Mappings + "?search=hello")).Body)["total"]!).ShouldBe(1);
    }

    [TestCase("""{"Request": {"Pth": "/x"}, "Response": {"StatusCode": "many"}}""", 1)]
    [TestCase("{", 1)]
    [TestCase("[1]", 1)]
    public async Task A_broken_mapping_is_refused_with_the_places_of_its_mistakes(string body, int line)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "POST", Mappings, new StringContent(body));

        var error = JObject.Parse(answer.Body)["errors"]!.First!;
        (answer.Status, (int)error["line"]!).ShouldBe((400, line));
        ((string?)error["message"]).ShouldNotBeNullOrEmpty();
    }

    [TestCase("""{"enabld": false}""", "Expected an object: {\"enabled\": false}")]
    [TestCase("""{"enabled": 1}""", "true or false")]
    [TestCase("1", "Expected an object")]
    public async Task A_mistaken_change_is_refused(string body, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "PATCH", Mappings + "/5f6b8d5e-0000-4000-8000-000000000000", new StringContent(body));

        answer.Status.ShouldBe(400);
        string.Join(' ', JObject.Parse(answer.Body)["errors"]!.Select(error => (string?)error["message"])).ShouldContain(message);
    }

    [Test]
    public async Task The_mistakes_of_the_folder_are_listed()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        (await Answer.Of(fake.Client(Door.Handler), "GET", Mappings + "/problems")).Body.ReplaceLineEndings("\n").ShouldBe("{\n  \"problems\": [],\n  \"skipped\": []\n}\n");
    }

    [Test]
    public async Task Every_switch_is_told_with_its_values_and_profiles()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        (await Profile()).ShouldBe("documented");
        fake.Settings["removeMissingVote"] = "204";
        (await Profile()).ShouldBe("mixed");
        fake.Settings.UseProfile("observed");
        (await Profile()).ShouldBe("observed");
        var shown = (await Switches())["switches"]!.Single(each => (string?)each["name"] == "removeMissingVote");
        shown.ToString(Newtonsoft.Json.Formatting.None).ShouldStartWith("""{"name":"removeMissingVote","contract":"jira","summary":""");
        shown.ToString(Newtonsoft.Json.Formatting.None).ShouldEndWith("""
            "value":204,"values":[404,204],"documented":404,"observed":204}
            """);

        async Task<string?> Profile() => (string?)(await Switches())["profile"];
        async Task<JObject> Switches() => JObject.Parse((await Answer.Of(client, "GET", "__fakejira/sites/default/switches")).Body);
    }
}
