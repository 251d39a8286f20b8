using System.Text.Json;
using FakeJira.Jira;

namespace FakeJira.Tests.Jira.Search;

/// <summary>A small site to search in, and how a test searches it.</summary>
internal sealed class SearchSite(FakeJiraServer fake) : IAsyncDisposable
{
    public const string NoIssues = """{"issues":[],"isLast":true}""";

    public FakeJiraServer Fake => fake;

    public JiraUser Mia { get; } = fake.Jira.AddUser("Mia Krystof", "mia@example.com", accountId: "mia-id", groups: "readers");

    public JiraUser Emma { get; } = fake.Jira.AddUser("Emma Richards", "emma@example.com", accountId: "emma-id");

    public JiraUser Rob { get; } = fake.Jira.AddUser("Rob Reader", "rob@example.com", accountId: "rob-id", groups: "readers");

    /// <summary>MKY is public, in PLAT only Mia sees voters, SECRET is Emma's.</summary>
    public static async Task<SearchSite> StartAsync()
    {
        var site = new SearchSite(await FakeJiraServer.StartAsync());
        var jira = site.Fake.Jira;
        jira.AddProject("MKY", "Monkey", anonymousBrowse: true);
        jira.AddProject("PLAT", "Platform team");
        jira.Grant("PLAT", "VIEW_VOTERS_AND_WATCHERS", site.Mia);
        jira.AddProject("SECRET");
        jira.Grant("SECRET", "BROWSE_PROJECTS", site.Emma);
        jira.AddIssue("MKY-1", site.Mia, "Bananas ripen too fast", voters: [site.Emma, site.Rob]);
        jira.AddIssue("MKY-2", site.Emma, "Peel opens from the wrong end", voters: [site.Mia]);
        jira.AddIssue("MKY-3", site.Mia, "Bunch is one short", resolution: "Done");
        jira.AddIssue("PLAT-1", site.Rob, "Rate the new platform, please", voters: [site.Mia, site.Emma, site.Rob]);
        jira.AddIssue("PLAT-2", site.Emma, "Banana-bread for the platform team");
        jira.AddIssue("SECRET-1", site.Emma, "Known to Emma only", voters: [site.Emma]);
        return site;
    }

    public Task<Answer> Search(string jql, JiraUser? caller = null, string more = "", Door door = Door.Handler) => Get($"/rest/api/3/search/jql?jql={Uri.EscapeDataString(jql)}{more}", caller, door);

    public async Task<Answer> Get(string path, JiraUser? caller = null, Door door = Door.Handler)
    {
        using var client = fake.Client(door, caller);
        return await Answer.Of(client, "GET", path);
    }

    public async Task<Answer> Post(string path, string body, JiraUser? caller = null, Door door = Door.Handler)
    {
        using var client = fake.Client(door, caller);
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        return await Answer.Of(client, "POST", path, content);
    }

    /// <summary>The keys of what was found, in order.</summary>
    public string Keys(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Body);
        using var json = JsonDocument.Parse(answer.Body);
        return string.Join(" ", json.RootElement.GetProperty("issues").EnumerateArray().Select(issue => fake.Jira.World.Issues[long.Parse(issue.GetProperty("id").GetString()!)].Key));
    }

    /// <summary>A member of an answer, as text; empty when it is not there.</summary>
    public static string Member(Answer answer, string name)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.TryGetProperty(name, out var member) ? member.ToString() : "";
    }

    public ValueTask DisposeAsync() => fake.DisposeAsync();
}
