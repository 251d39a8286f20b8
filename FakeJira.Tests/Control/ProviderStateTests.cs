using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>The states that pacts name.</summary>
public sealed class ProviderStateTests
{
    private const string States = "__fakejira/provider-states";
    private const string Votes = "rest/api/3/issue/MKY-1/votes";

    private const string Document = """
        {"jira": {"users": [{"accountId": "rita", "displayName": "Rita"}],
                  "projects": [{"key": "MKY", "anonymousBrowse": true}],
                  "issues": [{"key": "${key}", "summary": "The issue ${key} of ${who}", "reporter": "rita", "voters": "${voters}"}]}}
        """;

    [Test]
    public async Task A_state_is_set_up_by_the_name_of_its_document_and_torn_down_by_a_reset([Values] Door door)
    {
        using var folder = new TemporaryFolder(("an issue with votes.json", Document));
        await using var fake = await FakeJiraServer.StartAsync(new() { ProviderStates = folder.Path });
        using var client = fake.Client(door);

        var answer = await Post(client, """{"consumer": "button", "state": "An issue, with votes!", "states": [], "params": {"key": "MKY-1", "who": 7, "voters": ["rita"]}, "action": "setup"}""");

        answer.ShouldBe(new(200, "", """
            {
              "site": "default",
              "state": "An issue, with votes!",
              "action": "setup"
            }

            """.ReplaceLineEndings("\n")));
        fake.Jira.World.FindIssue("MKY-1")!.Summary.ShouldBe("The issue MKY-1 of 7");
        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(1);
        (await Post(client, """{"state": "an issue with votes", "action": "teardown"}""")).Status.ShouldBe(200);
        fake.Jira.World.Issues.ShouldBeEmpty();
    }

    [Test]
    public async Task Seeds_replace_the_state_and_misbehaviours_and_switches_add_to_it()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        await Expect("vendor", "JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS");
        await Expect("jira.votingEnabled = false", "JIRA-VOTES-DISABLED-404, JIRA-AUTH-ANONYMOUS");
        await Expect("jira outage", "MAPPING");
        await Expect("VENDOR", "JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS");
        await Expect("scope missing", "JIRA-SCOPE-401");
        await Expect("", "JIRA-VOTES-GET-ANONYMOUS-404, JIRA-AUTH-ANONYMOUS");

        async Task Expect(string state, string rule)
        {
            (await Post(client, new JObject { ["state"] = state }.ToString())).Status.ShouldBe(200, state);
            (await Answer.Of(client, "GET", Votes)).Rule.ShouldBe(rule, state);
        }
    }

    [Test]
    public async Task A_site_of_its_own_has_its_own_states()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (a, b) = (fake.Sites["a"], fake.Sites["b"]);

        (await Post(fake.Client(Door.Handler), """{"state": "vendor"}""", "__fakejira/sites/a/provider-states")).Status.ShouldBe(200);
        (await Post(b.Client(Door.Handler), """{"state": "vendor"}""")).Status.ShouldBe(200);

        (fake.Jira.World.Issues.Count, a.Jira.World.Issues.Count > 0, b.Jira.World.Issues.Count > 0).ShouldBe((0, true, true));
    }

    [Test]
    public async Task The_names_are_listed()
    {
        using var folder = new TemporaryFolder(("b.json", "{}"), ("a b.json", "{}"), ("c.txt", ""));
        await using var fake = await FakeJiraServer.StartAsync(new() { ProviderStates = folder.Path });

        var names = JObject.Parse((await Answer.Of(fake.Client(Door.Handler), "GET", States)).Body)["states"]!.Select(name => (string?)name).ToList();

        names[..4].ShouldBe(["a b", "b", "vendor", "empty"]);
        names.ShouldContain("jira.outage");
        names.ShouldContain("outage");
    }

    [TestCase("""{"state": "vender"}""", "state", "There is no state 'vender'; did you mean 'vendor'? There are: vendor, empty, ")]
    [TestCase("""{"state": "nope"}""", "state", "There is no state 'nope'; there are: vendor, empty, ")]
    [TestCase("""{"state": "jira.votingEnabld=false"}""", "state", "There is no switch 'jira.votingEnabld'; did you mean 'jira.votingEnabled'?")]
    [TestCase("""{"state": 1}""", "state", "Expected a text, found 1.")]
    [TestCase("""{"stat": "vendor"}""", "", "Expected an object such as")]
    [TestCase("""{"state": "vendor", "action": "set up"}""", "action", "Expected \"setup\" or \"teardown\", found \"set up\".")]
    [TestCase("""{"state": "vendor", "params": []}""", "params", "Expected an object, found an array.")]
    [TestCase("[", "", "Not valid JSON")]
    public async Task A_mistake_is_told_and_nothing_is_done(string body, string path, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");

        var answer = await Post(fake.Client(Door.Handler), body);

        var error = JObject.Parse(answer.Body)["errors"]!.Single();
        (answer.Status, (string?)error["path"], error["file"]).ShouldBe((400, path, null));
        ((string?)error["message"])!.ShouldStartWith(message, Case.Sensitive);
        fake.Jira.World.Issues.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_mistake_in_a_document_is_told_with_its_file_and_nothing_is_done()
    {
        using var folder = new TemporaryFolder(("s.json", Document), ("broken.json", "{\"jira\": {\n  \"isues\": []}}"));
        await using var fake = await FakeJiraServer.StartAsync(new() { ProviderStates = folder.Path });
        fake.Jira.AddIssue("MKY-1");

        (await Post(fake.Client(Door.Handler), """{"state": "broken"}""")).ShouldBe(new(400, "", $$"""
            {
              "errors": [
                {
                  "file": "{{Path.Combine(folder.Path, "broken.json")}}",
                  "path": "jira.isues",
                  "line": 2,
                  "column": 3,
                  "message": "Unknown member 'isues'; did you mean 'issues'?"
                }
              ]
            }

            """.ReplaceLineEndings("\n")));
        JObject.Parse((await Post(fake.Client(Door.Handler), """{"state": "s", "params": {"key": "MKY-1", "who": ""}}""")).Body)["errors"]![0]!["message"]!.ToString()
            .ShouldBe("This state needs the parameter 'voters'; there are: key, who.");
        fake.Jira.World.Issues.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_test_sets_a_state_up_too()
    {
        using var folder = new TemporaryFolder(("s.json", Document));
        await using var fake = await FakeJiraServer.StartAsync(new() { ProviderStates = folder.Path });

        fake.Site.SetUp("s", new Dictionary<string, object> { ["key"] = "MKY-5", ["who"] = "nobody", ["voters"] = Array.Empty<string>() });

        fake.Jira.World.FindIssue("MKY-5")!.Summary.ShouldBe("The issue MKY-5 of nobody");
        Should.Throw<FakeJiraException>(() => fake.Site.SetUp("emty")).Message.ShouldStartWith("There is no state 'emty'; did you mean 'empty'? There are: s, vendor, ");
        Should.Throw<FakeJiraException>(() => fake.Site.SetUp("s")).Message.ShouldStartWith(Path.Combine(folder.Path, "s.json") + "(3,");
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_a_mistake() =>
        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(new() { ProviderStates = "/no/such" }))).Message.ShouldBe("The folder of provider states '/no/such' is not there; create it, with a state document NAME.json for each state.");

    [Test]
    public async Task A_folder_that_cannot_be_read_is_a_mistake_whatever_is_named([Values("s", "vendor", "no such")] string state)
    {
        using var folder = new TemporaryFolder(("states/s.json", Document));
        var states = Path.Combine(folder.Path, "states");
        await using var fake = await FakeJiraServer.StartAsync(new() { ProviderStates = states });
        using var client = fake.Client(Door.Handler);
        fake.Jira.AddIssue("MKY-1");
        Directory.Delete(states, recursive: true);
        folder.Write("states", "a file where the folder was");

        Answer[] answers = [await Post(client, new JObject { ["state"] = state }.ToString()), await Answer.Of(client, "GET", States)];

        foreach (var answer in answers)
        {
            var error = JObject.Parse(answer.Body)["errors"]!.Single();
            (answer.Status, (string?)error["file"], (string?)error["path"]).ShouldBe((400, states, ""));
            ((string?)error["message"])!.ShouldStartWith("The folder of provider states cannot be read: ");
        }

        Should.Throw<FakeJiraException>(() => fake.Site.SetUp(state)).Message.ShouldStartWith($"{states}: error: The folder of provider states cannot be read: ");
        fake.Jira.World.Issues.Count.ShouldBe(1);
        (await Post(client, """{"state": ""}""")).Status.ShouldBe(200);
        fake.Jira.World.Issues.ShouldBeEmpty();
    }

    private static Task<Answer> Post(HttpClient client, string body, string path = States) => Answer.Of(client, "POST", path, new StringContent(body));
}
