namespace FakeJira.Tests.Jira.Search;

public sealed class LegacySearchTests
{
    private const string Gone = """{"errorMessages":["The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046"],"errors":{}}""";

    [Test]
    public async Task The_removed_search_is_gone_whatever_is_sent([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();

        (await site.Get("/rest/api/2/search?jql=project=MKY", site.Mia, door)).ShouldBe(new(410, "JIRA-LEGACY-SEARCH-410, JIRA-AUTH-BASIC", Gone));
        (await site.Post("/rest/api/3/search", "no json", null, door)).ShouldBe(new(410, "JIRA-LEGACY-SEARCH-410, JIRA-AUTH-ANONYMOUS", Gone));
    }

    [Test]
    public async Task By_switch_it_works_as_it_did([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        site.Fake.Settings["legacySearch"] = "true";

        var page = await site.Get("/rest/api/3/search?jql=project=MKY&startAt=1&maxResults=1&fields=id", site.Mia, door);
        var all = await site.Post("/rest/api/3/search", """{"jql":"","fields":["id"]}""", site.Mia, door);

        page.ShouldBe(new(200, "JIRA-LEGACY-SEARCH-200, JIRA-AUTH-BASIC", """{"expand":"names,schema","startAt":1,"maxResults":1,"total":3,"issues":[{"id":"10002"}]}"""));
        site.Keys(all).ShouldBe("PLAT-2 PLAT-1 MKY-3 MKY-2 MKY-1");
        (SearchSite.Member(all, "total"), SearchSite.Member(all, "maxResults")).ShouldBe(("5", "50"));
        (await site.Get("/rest/api/3/search?maxResults=0", site.Mia, door)).Body.ShouldBe("""{"expand":"names,schema","startAt":0,"maxResults":0,"total":5,"issues":[]}""");
        (await site.Get("/rest/api/3/search?startAt=x", site.Mia, door)).Rule.ShouldBe("JIRA-QUERY-INTEGER-400, JIRA-AUTH-BASIC");
        (await site.Post("/rest/api/3/search", "no json", site.Mia, door)).Rule.ShouldBe("JIRA-BODY-BROKEN-400, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task How_strictly_a_query_is_validated_can_be_chosen()
    {
        await using var site = await SearchSite.StartAsync();
        site.Fake.Settings["legacySearch"] = "true";
        const string Path = "/rest/api/3/search?jql=project=NOPE&validateQuery=";
        const string Warned = "JIRA-LEGACY-SEARCH-WARNING-200, JIRA-AUTH-BASIC";

        (await site.Get(Path + "strict", site.Mia)).ShouldBe(new(400, "JIRA-JQL-MEANING-400, JIRA-AUTH-BASIC", """{"errorMessages":["The value 'NOPE' does not exist for the field 'project'."],"errors":{}}"""));
        (await site.Get(Path + "warn", site.Mia)).ShouldBe(new(200, Warned, """{"expand":"names,schema","startAt":0,"maxResults":50,"total":0,"issues":[],"warningMessages":["The value 'NOPE' does not exist for the field 'project'."]}"""));
        (await site.Get(Path + "none", site.Mia)).ShouldBe(new(200, Warned, """{"expand":"names,schema","startAt":0,"maxResults":50,"total":0,"issues":[]}"""));
        (await site.Get("/rest/api/3/search?jql=project%20MKY&validateQuery=none", site.Mia)).Rule.ShouldBe("JIRA-JQL-SYNTAX-400, JIRA-AUTH-BASIC");
    }
}
