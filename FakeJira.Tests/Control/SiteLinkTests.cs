using System.Text;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>Where the links of a site lead that is reached without its name: on a port of its own, and through its handler.</summary>
public sealed class SiteLinkTests
{
    private const string Votes = "rest/api/3/issue/MKY-1/votes";
    private const string Named = "/__sites/team%20a";

    private static readonly (string, string) Mia = ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("mia@example.com:mia-token")));
    private static readonly (string, string) Browser = ("Accept", "text/html");

    [Test]
    public async Task Links_begin_with_the_address_that_the_client_has_of_its_site([Values] Door door)
    {
        await using var fake = await Started();
        using var client = NamelessClient(fake, door);
        var url = client.BaseAddress!.ToString().TrimEnd('/');
        fake.Sites["team a"].Clock.Freeze(new(2026, 3, 4, 12, 0, 0, 120, TimeSpan.Zero));

        (await Answer.Of(client, "GET", "rest/api/3/serverInfo")).Body.ShouldBe($$"""{"baseUrl":"{{url}}","version":"1001.0.0-SNAPSHOT","versionNumbers":[1001,0,0],"deploymentType":"Cloud","buildNumber":100300,"buildDate":"2026-03-02T09:41:12.000+0000","serverTime":"2026-03-04T12:00:00.120+0000","scmInfo":"0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c","serverTitle":"Jira","serverTimeZone":"Etc/UTC"}""");
        (await Answer.Of(client, "GET", Votes)).Body.ShouldBe(VotesAt(url));
        using var issue = new StringContent("""{"fields":{"project":{"key":"MKY"},"summary":"New","issuetype":{"name":"Task"}}}""", Encoding.UTF8, "application/json");
        var made = await Answer.Of(client, "POST", "rest/api/3/issue", issue, Mia);
        made.Body.ShouldBe($$"""{"id":"{{(string?)JObject.Parse(made.Body)["id"]}}","key":"MKY-4","self":"{{url}}/rest/api/3/issue/{{(string?)JObject.Parse(made.Body)["id"]}}"}""");
        using var refused = await client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        refused.Headers.NonValidated["WWW-Authenticate"].ToString().ShouldBe($"OAuth realm=\"{Uri.EscapeDataString(url)}\"");
    }

    [TestCase("rest/api/3/issue/MKY-1")]
    [TestCase("rest/api/3/project/search?maxResults=1")]
    [TestCase("rest/api/3/search/jql?jql=project=MKY&fields=*all")]
    [TestCase("rest/api/3/myself")]
    public async Task Nothing_but_the_name_of_the_site_is_missing_in_them(string path)
    {
        await using var fake = await Started();
        using var main = fake.CreateClient();

        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = NamelessClient(fake, door);
            var named = await Answer.Of(main, "GET", $"{Named}/{path}", null, Mia, ("Host", client.BaseAddress!.Authority));

            named.Body.ShouldContain($"http://{client.BaseAddress.Authority}{Named}/");
            (await Answer.Of(client, "GET", path, null, Mia)).ShouldBe(named with { Body = named.Body.Replace(Named, "", StringComparison.Ordinal) });
        }
    }

    [Test]
    public async Task Who_follows_a_link_stays_on_the_site([Values("port", "handler", "client")] string reached)
    {
        await using var fake = await Started();
        using var client = reached == "client" ? fake.Sites["team a"].CreateClient() : NamelessClient(fake, reached == "port" ? Door.Loopback : Door.Handler);
        client.DefaultRequestHeaders.TryAddWithoutValidation(Mia.Item1, Mia.Item2);
        var votes = await Answer.Of(client, "GET", Votes);
        var page = await Answer.Of(client, "GET", "rest/api/3/project/search?maxResults=1");

        (votes.Status, page.Status).ShouldBe((200, 200));
        (await Answer.Of(client, "GET", (string)JObject.Parse(votes.Body)["self"]!)).ShouldBe(votes);
        (await Answer.Of(client, "GET", (string)JObject.Parse(page.Body)["self"]!)).ShouldBe(page);
        (await Answer.Of(client, "GET", (string)JObject.Parse(page.Body)["nextPage"]!)).ShouldBe(await Answer.Of(client, "GET", "rest/api/3/project/search?maxResults=1&startAt=1"));
        fake.Requests.Entries.ShouldBeEmpty();
    }

    [Test]
    public async Task Who_names_the_site_all_the_same_is_given_links_that_name_it([Values] Door door)
    {
        await using var fake = await Started();
        using var client = NamelessClient(fake, door);
        var url = client.BaseAddress!.ToString().TrimEnd('/');
        var token = fake.Sites["team a"].Jira.AddAccessToken(fake.Sites["team a"].Jira.User("mia@example.com"), "read:jira-work");
        var gateway = fake.Sites["team a"].Jira.GatewayPath;

        (await Answer.Of(client, "GET", $"{Named}/{Votes}")).Body.ShouldBe(VotesAt(url + Named));
        (await Answer.Of(client, "GET", $"{gateway}/rest/api/3/serverInfo", null, ("Authorization", token.Authorization))).Body.ShouldStartWith($"{{\"baseUrl\":\"{url}{gateway}\",");
        (await Answer.Of(client, "GET", "oauth/token/accessible-resources", null, ("Authorization", token.Authorization))).Body.ShouldBe(
            $$"""[{"id":"{{fake.Sites["team a"].Site.Id}}","url":"{{url}}","name":"team a","scopes":["read:jira-work"],"avatarUrl":"https://site-admin-avatar-cdn.prod.public.atl-paas.net/avatars/240/site.png"}]""");
        (await Answer.Of(client, "GET", $"/__sites/default/{Votes}")).Status.ShouldBe(404);
    }

    [Test]
    public async Task A_public_URL_leads_to_the_main_port_so_its_links_name_the_site([Values] Door door)
    {
        await using var fake = await Started(new() { PublicUrl = "https://acme.atlassian.net" });
        using var client = NamelessClient(fake, door);

        (await Answer.Of(client, "GET", Votes)).Body.ShouldBe(VotesAt("https://acme.atlassian.net" + Named));
        (await Answer.Of(client, "GET", $"{Named}/{Votes}")).Body.ShouldBe(VotesAt("https://acme.atlassian.net" + Named));
    }

    [Test]
    public async Task Templates_and_journals_show_the_address_that_was_asked_and_the_log_names_the_site([Values] Door door)
    {
        var log = new List<string>();
        await using var fake = await Started(new() { Log = log.Add });
        using var client = NamelessClient(fake, door);
        var url = client.BaseAddress!.ToString().TrimEnd('/');
        using var mapping = new StringContent("""{"Request":{"Path":"/links"},"Response":{"Body":"{{{request.BaseUrl}}} {{{request.AbsoluteUrl}}} {{{request.AbsolutePath}}}","UseTransformer":true}}""", Encoding.UTF8, "application/json");
        (await Answer.Of(client, "POST", "__admin/mappings", mapping)).Status.ShouldBe(201);

        (await Answer.Of(client, "GET", "links?x=1")).Body.ShouldBe($"{url} {url}/links?x=1 /links");

        var noted = JArray.Parse((await Answer.Of(client, "GET", "__admin/requests")).Body).ShouldHaveSingleItem()["Request"]!;
        ((string?)noted["AbsoluteUrl"], (string?)noted["AbsolutePath"]).ShouldBe((url + "/links?x=1", "/links"));
        var shown = JObject.Parse((await Answer.Of(client, "GET", "__fakejira/sites/team%20a/requests/1")).Body);
        ((string?)shown["url"], (string?)shown["path"]).ShouldBe((url + "/links?x=1", "/links"));
        log.ShouldContain(line => line.StartsWith($"GET {Named}/links?x=1 -> 200", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_addresses_of_the_other_sites_lead_there_from_the_port_of_one()
    {
        await using var fake = await Started();
        fake.Jira.AddIssue("ABC-1");
        fake.Sites["b"].Jira.AddIssue("BCD-1");
        using var client = NamelessClient(fake, Door.Loopback);
        var (url, user) = (client.BaseAddress!.ToString().TrimEnd('/'), fake.Jira.AddUser());

        var sites = JArray.Parse((await Answer.Of(client, "GET", "__fakejira/sites")).Body).ToDictionary(site => (string)site["name"]!, site => (string)site["baseUrl"]!);

        sites.ShouldBe(new Dictionary<string, string> { ["default"] = url + "/__sites/default", ["team a"] = url, ["b"] = url + "/__sites/b" }, ignoreOrder: true);
        (await Answer.Of(client, "GET", sites["default"] + "/rest/api/3/issue/ABC-1/votes", null, ("Authorization", user.Authorization))).Body.ShouldBe($$"""{"self":"{{url}}/__sites/default/rest/api/3/issue/ABC-1/votes","votes":0,"hasVoted":false,"voters":[]}""");
    }

    [Test]
    public async Task A_browser_is_led_to_the_dashboard_of_the_site([Values] Door door, [Values("__fakejira", "__fakejira/")] string path)
    {
        await using var fake = await Started();
        using var client = door == Door.Handler ? NamelessClient(fake, door) : new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = fake.Sites["team a"].OwnAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(Browser.Item1, Browser.Item2);

        using var led = await client.SendAsync(request);

        ((int)led.StatusCode, led.Headers.Location!.OriginalString).ShouldBe((302, Named + "/__fakejira/"));
        (await Answer.Of(client, "GET", led.Headers.Location.OriginalString, null, Browser)).Body.ShouldBe(RepositoryFiles.Read("FakeJira/Control/Dashboard/files/index.html"));
    }

    private static string VotesAt(string url) => $$"""{"self":"{{url}}/rest/api/3/issue/MKY-1/votes","votes":24,"hasVoted":false,"voters":[]}""";

    /// <summary>With a site that has everything, on a port of its own, beside an empty default one.</summary>
    private static async Task<FakeJiraServer> Started(FakeJiraOptions? options = null)
    {
        var fake = await FakeJiraServer.StartAsync(options);
        using var client = fake.CreateClient();
        using var wanted = new StringContent("""{"name": "team a", "seed": "vendor", "port": 0}""", Encoding.UTF8, "application/json");
        (await Answer.Of(client, "POST", "__fakejira/sites", wanted)).Status.ShouldBe(201);
        return fake;
    }

    /// <summary>A client that has a host of the site and no path.</summary>
    private static HttpClient NamelessClient(FakeJiraServer fake, Door door) => door switch
    {
        Door.Handler => new(fake.Sites["team a"].CreateHandler()) { BaseAddress = new("http://jira.test") },
        Door.Loopback => new() { BaseAddress = fake.Sites["team a"].OwnAddress },
    };
}
