namespace FakeJira.Tests.Jira.Search;

public sealed class SearchTests
{
    [TestCase("project = MKY", "MKY-3 MKY-2 MKY-1")]
    [TestCase("project = mky or project = 'Platform team'", "PLAT-2 PLAT-1 MKY-3 MKY-2 MKY-1")]
    [TestCase("project in (MKY) and key != MKY-2", "MKY-3 MKY-1")]
    [TestCase("project not in (MKY)", "PLAT-2 PLAT-1")]
    [TestCase("project is not empty", "PLAT-2 PLAT-1 MKY-3 MKY-2 MKY-1")]
    [TestCase("project is empty", "")]
    [TestCase("key = MKY-1", "MKY-1")]
    [TestCase("issuekey = mky-1", "MKY-1")]
    [TestCase("id = 10002", "MKY-2")]
    [TestCase("issue in ('MKY-1', 10004)", "PLAT-1 MKY-1")]
    [TestCase("key >= MKY-2", "MKY-3 MKY-2")]
    [TestCase("key < MKY-2", "MKY-1")]
    [TestCase("reporter = currentUser()", "MKY-3 MKY-1")]
    [TestCase("reporter = 'emma-id'", "PLAT-2 MKY-2")]
    [TestCase("reporter = 'EMMA@example.com'", "PLAT-2 MKY-2")]
    [TestCase("reporter = 'rob reader'", "PLAT-1")]
    [TestCase("reporter in membersOf(readers)", "PLAT-1 MKY-3 MKY-1")]
    [TestCase("reporter not in membersOf(readers)", "PLAT-2 MKY-2")]
    [TestCase("resolution = Done", "MKY-3")]
    [TestCase("resolution = Unresolved", "PLAT-2 PLAT-1 MKY-2 MKY-1")]
    [TestCase("resolution is empty and project = MKY", "MKY-2 MKY-1")]
    [TestCase("resolution in (Done, Unresolved) and project = MKY", "MKY-3 MKY-2 MKY-1")]
    [TestCase("resolution != Done", "")]
    [TestCase("not resolution = Done", "")]
    [TestCase("resolution != Unresolved", "MKY-3")]
    [TestCase("voter = currentUser()", "PLAT-1 MKY-2")]
    [TestCase("issue in votedIssues()", "PLAT-1 MKY-2")]
    [TestCase("key not in votedIssues()", "PLAT-2 MKY-3 MKY-1")]
    [TestCase("voter = emma-id", "PLAT-1 MKY-1")]
    [TestCase("voter in (emma-id, mia-id) and votes < 3", "MKY-2 MKY-1")]
    [TestCase("voter is empty", "PLAT-2 MKY-3")]
    [TestCase("voter != emma-id", "MKY-2")]
    [TestCase("not (voter = emma-id or resolution is not empty)", "MKY-2")]
    [TestCase("votes = 2", "MKY-1")]
    [TestCase("votes != 0", "PLAT-1 MKY-2 MKY-1")]
    [TestCase("votes >= 2 and votes <= '3'", "PLAT-1 MKY-1")]
    [TestCase("project = MKY and not votes > 1", "MKY-3 MKY-2")]
    [TestCase("project = MKY and not votes >= 1", "MKY-3")]
    [TestCase("project = MKY and not votes < 1", "MKY-2 MKY-1")]
    [TestCase("project = MKY and not votes <= 1", "MKY-1")]
    [TestCase("votes in (0, 1)", "PLAT-2 MKY-3 MKY-2")]
    [TestCase("summary ~ banana", "PLAT-2")]
    [TestCase("summary ~ 'banana*'", "PLAT-2 MKY-1")]
    [TestCase("summary ~ 'anana*'", "")]
    [TestCase("summary ~ 'banan'", "")]
    [TestCase("summary ~ 'PLATFORM team'", "PLAT-2")]
    [TestCase("summary ~ 'platform -team'", "PLAT-1")]
    [TestCase("summary ~ '\"team platform\"'", "")]
    [TestCase("summary ~ 'bread OR peel'", "PLAT-2 MKY-2")]
    [TestCase("summary !~ platform and project = PLAT", "")]
    [TestCase("text ~ 'b?nch one'", "MKY-3")]
    [TestCase("project = MKY order by votes, key desc", "MKY-3 MKY-2 MKY-1")]
    [TestCase("project in (MKY, PLAT) order by project desc, votes asc", "PLAT-2 PLAT-1 MKY-3 MKY-2 MKY-1")]
    [TestCase("project = MKY order by resolution asc, key asc", "MKY-3 MKY-1 MKY-2")]
    [TestCase("project = MKY order by reporter, summary", "MKY-2 MKY-1 MKY-3")]
    [TestCase("project = MKY and key = PLAT-1", "")]
    public async Task A_query_finds_what_it_means(string jql, string keys)
    {
        await using var site = await SearchSite.StartAsync();

        var answer = await site.Search(jql, site.Mia);

        site.Keys(answer).ShouldBe(keys);
        answer.Rule.ShouldBe("JIRA-SEARCH-200, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Without_fields_there_are_only_ids_and_no_total([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();

        (await site.Search("key in (MKY-1, MKY-2)", site.Mia, door: door)).Body.ShouldBe("""{"issues":[{"id":"10002"},{"id":"10001"}],"isLast":true}""");
        (await site.Post("/rest/api/2/search/jql", """{"jql":"key = MKY-1"}""", site.Mia, door)).ShouldBe(new(200, "JIRA-SEARCH-200, JIRA-AUTH-BASIC", """{"issues":[{"id":"10001"}],"isLast":true}"""));
    }

    [Test]
    public async Task Fields_are_what_they_are_in_an_issue([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        const string Issue = """{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10002","self":"http://localhost/rest/api/3/issue/10002","key":"MKY-2","fields":""";
        var votes = """{"summary":"Peel opens from the wrong end","votes":{"self":"http://localhost/rest/api/3/issue/MKY-2/votes","votes":1,"hasVoted":true}}""";
        var schemas = ""","names":{"summary":"Summary"},"schema":{"summary":{"type":"string","system":"summary"}}""";

        var two = await site.Search("key = MKY-2", site.Mia, "&fields=votes,summary", door);
        var one = await site.Search("key = MKY-2", site.Mia, "&fields=summary&fields=nope&expand=names,schema", door);
        var none = await site.Post("/rest/api/3/search/jql", """{"jql":"key = MKY-2","fields":["key"]}""", site.Mia, door);
        var all = await site.Search("key = MKY-2", site.Mia, "&fields=*all", door);

        Local(site, two).ShouldBe(Page(Issue + votes + "}"));
        Local(site, one).ShouldBe(Page(Issue + """{"summary":"Peel opens from the wrong end"}}""", schemas));
        Local(site, none).ShouldBe(Page(Issue + "{}}"));
        using var client = site.Fake.Client(door, site.Mia);
        all.Body.ShouldBe(Page((await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-2")).Body));
        (await site.Search("key = MKY-2", site.Mia, "&fields=-summary", door)).Body.ShouldNotContain("\"summary\":");
    }

    private static string Page(string issues, string more = "") => $$"""{"issues":[{{issues}}]{{more}},"isLast":true}""";

    private static string Local(SearchSite site, Answer answer) => answer.Body.Replace(site.Fake.BaseAddress.ToString(), "http://localhost/", StringComparison.Ordinal);

    [Test]
    public async Task Everybody_finds_only_what_they_can_see([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        site.Fake.Jira.AddSecurityLevel("MKY", "inner circle", site.Rob);
        site.Fake.Jira.AddIssue("MKY-4", site.Rob, securityLevel: "inner circle");

        site.Keys(await site.Search("votes >= 0", door: door)).ShouldBe("MKY-3 MKY-2 MKY-1");
        site.Keys(await site.Search("votes >= 0", site.Rob, door: door)).ShouldBe("MKY-4 PLAT-2 PLAT-1 MKY-3 MKY-2 MKY-1");
        site.Keys(await site.Search("votes >= 0", site.Emma, door: door)).ShouldBe("SECRET-1 PLAT-2 PLAT-1 MKY-3 MKY-2 MKY-1");
    }

    [Test]
    public async Task Votes_of_others_are_found_only_where_they_may_be_seen_and_ones_own_everywhere()
    {
        await using var site = await SearchSite.StartAsync();

        site.Keys(await site.Search("voter = emma-id", site.Rob)).ShouldBe("MKY-1");
        site.Keys(await site.Search("voter = rob-id", site.Rob)).ShouldBe("PLAT-1 MKY-1");
        site.Keys(await site.Search("voter in (rob-id, emma-id)", site.Rob)).ShouldBe("MKY-1");
    }

    [Test]
    public async Task The_count_is_of_what_would_be_found([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        const string Path = "/rest/api/3/search/approximate-count";

        (await site.Post(Path, """{"jql":"votes > 0"}""", site.Mia, door)).ShouldBe(new(200, "JIRA-SEARCH-COUNT-200, JIRA-AUTH-BASIC", """{"count":3}"""));
        (await site.Post(Path, """{"jql":"votes > 0"}""", null, door)).ShouldBe(new(200, "JIRA-SEARCH-COUNT-200, JIRA-AUTH-ANONYMOUS", """{"count":2}"""));
        (await site.Post(Path, """{"jql":"votes > 0","fields":[]}""", site.Mia, door)).Rule.ShouldBe("JIRA-BODY-INVALID-400, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task A_token_needs_the_scope()
    {
        await using var site = await SearchSite.StartAsync();
        var scoped = site.Fake.Jira.AddScopedToken(site.Mia, "write:jira-work");
        using var client = new HttpClient(site.Fake.CreateHandler(scoped)) { BaseAddress = site.Fake.BaseAddress };

        (await Answer.Of(client, "GET", site.Fake.Jira.GatewayPath + "/rest/api/3/search/jql?jql=key=MKY-1")).Rule.ShouldStartWith("JIRA-SCOPE-401");
    }
}
