using System.Text;
using FakeJira.Control;
using FakeJira.Stubs;
using FakeJira.Stubs.Admin;
using FakeJira.Tests.Stubs.Mappings;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Control;

/// <summary>A server that has one of everything that the routes of control and admin can name, so that whatever they do is seen.</summary>
internal sealed class ArrangedServer : IAsyncDisposable
{
    private const string Site = "/__fakejira/sites/default";
    private const string Endpoint = "xs2i4ODeo611kO2x4adU6sCYcqM";
    private const string OfFolder = "11111111-1111-4111-8111-111111111111";
    private const string OfRunTime = "22222222-2222-4222-8222-222222222222";

    private const string AMapping = """{"Request": {"Path": "/y"}, "Response": {}}""";

    private static readonly string[] Shown =
    [
        Site + "/state", Site + "/settings", Site + "/requests?limit=1000", Site + "/findings", Site + "/faults", Site + "/clock", Site + "/mappings?limit=1000",
        "/__fakejira/sites", "/__admin/settings", "/__admin/scenarios", "/__admin/requests",
    ];

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["control.sites.create"] = """{"name": "third"}""",
        ["control.settings.change"] = """{"jira.votingEnabled": false}""",
        ["control.explain"] = """{"method": "GET", "path": "/x"}""",
        ["control.polls.add"] = """{"workspace": "MKY", "content": "MKY-1", "poll": {"title": "t", "options": []}}""",
        ["control.polls.tokens.put"] = """{"scope": ["OTHER"]}""",
        ["control.jira.add"] = """{"users": [{"accountId": "x", "displayName": "X"}]}""",
        ["control.jira.permissions.change"] = """{"VIEW_VOTERS_AND_WATCHERS": []}""",
        ["control.jira.users.put"] = """{"displayName": "Other"}""",
        ["control.ideabank.merge"] = """{"into": "p-whole"}""",
        ["control.ideabank.status"] = """{"status": "closed"}""",
        ["control.ideabank.votes.put"] = """{"vote": -1}""",
        ["control.ideabank.apiKeys.put"] = """{"tenant": "other"}""",
        ["control.ideabank.proposals.add"] = """{"id": "p-1", "title": "t"}""",
        ["control.mappings.add"] = AMapping,
        ["control.mappings.change"] = """{"enabled": false}""",
        ["control.faults.add"] = """{"operation": "jira.votes.add", "status": 500}""",
        ["control.clock.change"] = """{"freeze": "2026-01-31T12:00:00Z"}""",
        ["control.providerStates.change"] = """{"state": "empty"}""",
        ["control.sites.providerStates.change"] = """{"state": "empty"}""",
        ["admin.settings.put"] = """{"GlobalProcessingDelay": 5}""",
        ["admin.settings.update"] = """{"GlobalProcessingDelay": 5}""",
        ["admin.mappings.add"] = AMapping,
        ["admin.mappings.put"] = AMapping,
        ["admin.mappings.clear"] = $$"""[{"Guid": "{{OfRunTime}}"}]""",
    };

    private readonly TemporaryFolder _folder;
    private readonly HttpClient _inside;

    private ArrangedServer(TemporaryFolder folder, FakeJiraServer fake)
    {
        (_folder, Fake, _inside) = (folder, fake, fake.Client(Door.Handler));
        Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{fake.BaseAddress.Port}") };
    }

    /// <summary>What control and admin can do.</summary>
    public static IReadOnlyList<Operation> Operations { get; } = [.. ControlContract.Contract.Operations, .. AdminContract.Contract.Operations];

    public FakeJiraServer Fake { get; }

    /// <summary>A caller on this machine.</summary>
    public HttpClient Client { get; }

    public static async Task<ArrangedServer> StartAsync(string listen = "127.0.0.1", string? key = null, int bodyLimit = 1000)
    {
        var folder = new TemporaryFolder(("text.txt", "a text"), (OfFolder + ".json", """{ "Scenario": "a scenario", "Request": { "Path": "/folder" }, "Response": {} }"""));
        var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Listen = listen, ControlKey = key, BodyLimit = bodyLimit, Mappings = folder.Path });
        var arranged = new ArrangedServer(folder, fake);
        fake.Sites.Create("another");
        fake.IdeaBank.AddProposal("p-whole");
        fake.Jira.AddUser(accountId: "who-did-nothing");
        fake.Clock.Freeze();
        fake.Faults.Add(new() { Operation = "jira.votes.add", Status = 500, Name = "a-fault" });
        fake.Site.Site.Scenarios.Set("a scenario", "begun").ShouldBeTrue();
        fake.Map($$"""{ "Guid": "{{OfRunTime}}", "Request": { "Path": "/added" }, "Response": {} }""");
        (await Answer.Of(arranged._inside, "GET", "/rest/api/3/myself?expnd=x")).Status.ShouldBe(401);
        (await Answer.Of(arranged._inside, "GET", "/nothing")).Status.ShouldBe(404);
        fake.Findings.All.ShouldNotBeEmpty();
        return arranged;
    }

    /// <summary>All that there is, as the server itself shows it from inside, and the files of the mapping folder.</summary>
    public async Task<string> EverythingAsync()
    {
        var everything = new StringBuilder();
        foreach (var path in Shown)
        {
            var answer = await Answer.Of(_inside, "GET", path);
            answer.Status.ShouldBe(200, path);
            everything.AppendLine(path).AppendLine(answer.Body);
        }

        // As the server counts, not as it shows it: that is long.
        everything.AppendJoin(' ', Fake.Coverage.Rules.Select(rule => rule.Count)).AppendLine().AppendJoin(' ', Fake.Site.Coverage.Rules.Select(rule => rule.Count)).AppendLine();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            everything.AppendLine(file).AppendLine(await File.ReadAllTextAsync(file));
        }

        return everything.ToString();
    }

    /// <summary>What a reset goes back to.</summary>
    public async Task<string> SeedAsync()
    {
        Fake.Site.Reset();
        Fake.Clock.Freeze(DateTimeOffset.UnixEpoch);
        return (await Answer.Of(_inside, "GET", Site + "/state")).Body;
    }

    /// <summary>Sends it with one header, and where it takes a body with one that changes something, or with this one.</summary>
    public async Task<HttpResponseMessage> SendAsync(Operation operation, string prefix, string header, string value, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), prefix + PathOf(operation));
        request.Headers.TryAddWithoutValidation(header, value);
        if (TakesBody(operation))
        {
            request.Content = new StringContent(body ?? Bodies.GetValueOrDefault(operation.Name, "{}"), Encoding.UTF8, "application/json");
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Whether what is sent with it means something.</summary>
    public static bool TakesBody(Operation operation) => operation.Method is "POST" or "PUT" or "PATCH" || operation.Name == "admin.mappings.clear";

    /// <summary>The path of an operation with the names of what is there; a name that is not known here is an exception.</summary>
    public string PathOf(Operation operation) =>
        string.Join('/', operation.Path.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(Named(operation.Name, part.Trim('{', '}', '*'))) : part));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _inside.Dispose();
        await Fake.DisposeAsync();
        _folder.Dispose();
    }

    private string Named(string operation, string name) => name switch
    {
        "site" => operation == "control.sites.delete" ? "another" : "default",
        "issue" => "MKY-1",
        "accountId" => operation is "control.jira.users.delete" or "control.jira.votes.put" ? "who-did-nothing" : "5b10a2844c20165700ede21g",
        "project" => "MKY",
        "endpointId" => Endpoint,
        "pollId" => "ee9107b5-5041-4c15-8c76-f14404fa1fad",
        "token" => Fake.Polls.Endpoints.First(endpoint => endpoint.Id == Endpoint).Token,
        "bankId" => "xyz789",
        "panelistId" => "customer-456",
        "proposalId" => "p-abc123",
        "key" => Fake.IdeaBank.World.ApiKeys.Keys.First(),
        "file" => "index.html",
        "number" => $"{Fake.Requests.Entries[0].Number}",
        "guid" => operation.StartsWith("admin.requests.", StringComparison.Ordinal) ? Fake.Requests.Entries[0].Id.ToString() : OfRunTime,
        "name" => operation.Split('.')[1] switch
        {
            "files" => "text.txt",
            "scenario" => "a scenario",
            _ => "a-fault",
        },
        _ => throw new ArgumentException($"{operation}: nothing is arranged that is a {name}."),
    };
}
