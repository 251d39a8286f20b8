using System.Text;
using FakeJira.Control;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Whatever is sent to the control API: what is wrong is told, all of it and where, and the site is as before.</summary>
public sealed class BadInputTests
{
    private const string Mia = "5b10a2844c20165700ede21g";
    private const string State = "__fakejira/sites/default/state";

    /// <summary>They take no body.</summary>
    private static readonly string[] WithoutBody = ["control.reset", "control.jira.votes.put"];

    private static readonly Dictionary<string, string> There = new()
    {
        ["site"] = "default",
        ["issue"] = "MKY-1",
        ["accountId"] = Mia,
        ["project"] = "MKY",
        ["endpointId"] = "xs2i4ODeo611kO2x4adU6sCYcqM",
        ["pollId"] = "ee9107b5-5041-4c15-8c76-f14404fa1fad",
        ["token"] = "another",
        ["bankId"] = "xyz789",
        ["panelistId"] = "panelist-1",
        ["proposalId"] = "p-abc123",
        ["key"] = "vtt_x",
        ["name"] = "some",
        ["id"] = "0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11",
        ["number"] = "1",
        ["file"] = "x",
    };

    private static IEnumerable<TestCaseData> Routes =>
        from operation in ControlContract.Contract.Operations
        where operation.Method is "POST" or "PUT" or "PATCH" && !WithoutBody.Contains(operation.Name)
        from body in (string[])["", "{", "[1]", "\"x\"", "7", "null", """{"nonsense": 1, "nothing": []}""", """{"name": {}, "seed": 1, "users": 1, "title": [], "freeze": 5, "Request": 3}"""]
        select new TestCaseData(operation, body).SetArgDisplayNames(operation.Name, body);

    private static IEnumerable<TestCaseData> Missing =>
        from operation in ControlContract.Contract.Operations
        where operation.Method == "DELETE" && operation.Path.Count(letter => letter == '{') > 1
        select new TestCaseData(operation).SetArgDisplayNames(operation.Name);

    [TestCaseSource(nameof(Routes))]
    public async Task A_body_that_says_nothing_of_use_is_refused_and_changes_nothing(Operation operation, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(Door.Handler);
        var before = (await Answer.Of(client, "GET", State)).Body;

        var answer = await Send(client, operation.Method, PathOf(operation, new(There) { ["guid"] = fake.Universe.Library.Mappings[0].Id.ToString() }), body);

        answer.Status.ShouldBeInRange(400, 499, answer.Body);
        var errors = (JArray)JObject.Parse(answer.Body)["errors"]!;
        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => ((string)error["message"]!).Length > 0);
        (await Answer.Of(client, "GET", State)).Body.ShouldBe(before);
        fake.Sites.Names.ShouldBe(["default"]);
    }

    [TestCaseSource(nameof(Missing))]
    public async Task What_is_not_there_cannot_be_deleted(Operation operation)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(Door.Handler);
        var before = (await Answer.Of(client, "GET", State)).Body;

        (await Send(client, "DELETE", PathOf(operation, There.Keys.Append("guid").ToDictionary(name => name, name => name == "site" ? "default" : "nowhere")), "")).Status.ShouldBe(404);

        (await Answer.Of(client, "GET", State)).Body.ShouldBe(before);
    }

    [TestCase("PUT", "jira/users/nia", """{"displayName": 5, "email": "MIA@example.com", "groops": [], "tokens": [{"value": "emma-token", "kind": "x"}]}""",
        "displayName: Expected a text, found 5.", "email: The email MIA@example.com is used twice.", "tokens[0].kind: Expected \"api\" or \"oauth\", found \"x\".", "tokens[0]: The same token is used twice.", "groops: Unknown member 'groops'; did you mean 'groups'?")]
    [TestCase("PUT", "jira/users/nia", """{"accountId": "mia", "displayName": "Nia"}""", "accountId: The address says 'nia'; leave it out here, or say the same.")]
    [TestCase("PUT", "jira/projects/NEW", """{"lead": "nobody", "permissions": {"BROWSE_PROJECTS": ["user:nobody"]}, "id": 10000}""",
        "permissions.BROWSE_PROJECTS[0]: There is no user nobody; the account id is meant.", "lead: There is no user nobody; the account id is meant.", "id: The id 10000 is that of another project.")]
    [TestCase("PATCH", "jira/projects/MKY/permissions", """{"VIEW_VOTRS": ["anyone"], "BROWSE_PROJECT": []}""",
        "VIEW_VOTRS: There is no permission 'VIEW_VOTRS' in projects; GET /rest/api/3/permissions lists those there are, as PROJECT.", "BROWSE_PROJECT: There is no permission 'BROWSE_PROJECT' in projects; did you mean 'BROWSE_PROJECTS'?")]
    [TestCase("PUT", "state", """{"jira": {"projects": [{"key": "MKY", "permissions": {"EDIT_ISUES": ["anyone"]}}]}}""",
        "jira.projects[0].permissions.EDIT_ISUES: There is no permission 'EDIT_ISUES' in projects; did you mean 'EDIT_ISSUES'?")]
    [TestCase("PUT", "polls/new", """{"product": "trello", "tokens": [{"scope": 5}], "polls": [{"workspace": "A", "content": "A-1"}]}""",
        "product: Expected \"jira\" or \"confluence\", found \"trello\".", "tokens[0]: A token needs a value that is not blank.", "tokens[0].scope: Expected \"any\" or an array of workspaces, found 5.", "polls[0]: A poll needs a member \"poll\": the object as clients get it, at least {\"title\", \"options\"}.")]
    [TestCase("PUT", "ideabank/banks/second", """{"proposals": [{"id": "p-abc123"}, {"id": "p-2", "votes": [{"panelist": "nobody", "vote": 2}]}, {"id": "p-3", "mergedInto": "p-9"}]}""",
        "proposals[0].id: The proposal p-abc123 is there twice.", "proposals[1].votes[0].vote: Expected a whole number from -1 to 1, found 2.", "proposals[1].votes[0].vote: Expected a 'vote' of 1 or -1.", "proposals[1].votes[0].panelist: There is no panelist nobody in this bank.", "proposals[2].mergedInto: There is no proposal p-9 in this bank.")]
    [TestCase("PUT", "ideabank/proposals/p-abc123/votes/panelist-1", """{"vote": 0}""", "vote: Expected 1 or -1 as vote: {\"vote\": 1}, found 0.")]
    [TestCase("POST", "jira", """{"issues": [{"key": "MKY-91", "voters": ["nobody", "5b10a2844c20165700ede21"], "status": "Open", "parent": "MKY-404"}, {"key": "lower-1"}]}""",
        "issues[0].voters[0]: There is no user nobody; the account id is meant.", "issues[0].voters[1]: There is no user 5b10a2844c20165700ede21; did you mean 5b10a2844c20165700ede21g?", "issues[0].status: Expected To Do, In Progress, Done, found \"Open\".", "issues[1].key: Expected an issue key such as \"MKY-1\", found \"lower-1\".", "issues[0].parent: Expected the key of another issue of this document that is no subtask, found \"MKY-404\".")]
    [TestCase("PATCH", "settings", """{"jira.votingEnabled": 5, "jira.voting": true, "profile": "both"}""",
        "['jira.votingEnabled']: The switch jira.votingEnabled takes true or false, not '5'.", "['jira.voting']: There is no switch 'jira.voting'", "profile: The profile is 'documented' or 'observed', not 'both'.")]
    public async Task Every_mistake_of_a_body_is_told_with_its_path(string method, string path, string body, params string[] mistakes)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(Door.Handler);
        var before = (await Answer.Of(client, "GET", State)).Body;

        var answer = await Send(client, method, "__fakejira/sites/default/" + path, body);

        answer.Status.ShouldBe(400);
        var told = JObject.Parse(answer.Body)["errors"]!.Select(error => $"{error["path"]}: {error["message"]}").ToList();
        told.Count.ShouldBe(mistakes.Length, answer.Body);
        foreach (var (said, expected) in told.Zip(mistakes))
        {
            said.ShouldStartWith(expected);
        }

        (await Answer.Of(client, "GET", State)).Body.ShouldBe(before);
    }

    [Test]
    public void Every_route_and_every_name_is_there_once()
    {
        ControlContract.Contract.Operations.Select(operation => operation.Method + " " + operation.Path).ShouldBeUnique();
        ControlContract.Contract.Operations.Select(operation => operation.Name).ShouldBeUnique();
    }

    private static string PathOf(Operation operation, Dictionary<string, string> values) =>
        string.Join('/', operation.Path.Split('/').Select(part => part.StartsWith('{') ? values[part.Trim('{', '}', '*')] : part)).TrimStart('/');

    private static async Task<Answer> Send(HttpClient client, string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.Of(client, method, path, content);
    }
}
