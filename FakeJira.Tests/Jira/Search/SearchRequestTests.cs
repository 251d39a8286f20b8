namespace FakeJira.Tests.Jira.Search;

public sealed class SearchRequestTests
{
    private const string Unbounded = """{"errorMessages":["Unbounded JQL queries are not allowed here. Please add a search restriction to your query."],"errors":{}}""";

    [TestCase("?jql=")]
    [TestCase("?jql=order%20by%20key")]
    [TestCase("?maxResults=5")]
    public async Task A_query_that_restricts_nothing_is_refused(string query)
    {
        await using var site = await SearchSite.StartAsync();
        const string Rules = "JIRA-SEARCH-UNBOUNDED-400, JIRA-AUTH-BASIC";

        (await site.Get("/rest/api/3/search/jql" + query, site.Mia)).ShouldBe(new(400, Rules, Unbounded));
        (await site.Post("/rest/api/3/search/jql", """{"jql":null}""", site.Mia)).ShouldBe(new(400, Rules, Unbounded));
        (await site.Post("/rest/api/3/search/approximate-count", "{}", site.Mia)).ShouldBe(new(400, Rules, Unbounded));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("5001")]
    [TestCase("99999999999")]
    public async Task A_page_has_one_to_five_thousand_issues(string size)
    {
        await using var site = await SearchSite.StartAsync();
        var refused = new Answer(400, "JIRA-SEARCH-MAX-RESULTS-400, JIRA-AUTH-BASIC", """{"errorMessages":["The max results parameter has to be between 1 and 5,000."],"errors":{}}""");

        (await site.Get($"/rest/api/3/search/jql?maxResults={size}", site.Mia)).ShouldBe(refused);
        (await site.Post("/rest/api/3/search/jql", $$"""{"jql":"key = MKY-1","maxResults":{{size}}}""", site.Mia)).ShouldBe(refused);
        (await site.Post("/rest/api/3/search/jql", """{"jql":"key = MKY-1","maxResults":null}""", site.Mia)).ShouldBe(refused);
    }

    [TestCase("""{"jql":"key = MKY-1","maxResults":"5"}""", 200)]
    [TestCase("""{"jql":"key = MKY-1","maxResults":1.5,"fieldsByKeys":true,"properties":["a"],"reconcileIssues":[10001]}""", 200)]
    [TestCase("""{"jql":"key = MKY-1","startAt":0}""", 400)]
    [TestCase("""{"jql":"key = MKY-1","maxResults":true}""", 400)]
    [TestCase("""{"jql":["key = MKY-1"]}""", 400)]
    public async Task A_body_is_read_as_the_vendor_reads_it(string body, int status)
    {
        await using var site = await SearchSite.StartAsync();

        var answer = await site.Post("/rest/api/3/search/jql", body, site.Mia);

        answer.Status.ShouldBe(status);
        answer.Rule.ShouldBe((status == 200 ? "JIRA-SEARCH-200" : "JIRA-BODY-INVALID-400") + ", JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task A_query_in_a_body_has_to_be_JSON()
    {
        await using var site = await SearchSite.StartAsync();
        using var client = site.Fake.Client(Door.Handler, site.Mia);
        using var text = new StringContent("jql=key=MKY-1");

        (await Answer.Of(client, "POST", "/rest/api/3/search/jql", text)).Rule.ShouldBe("JIRA-MEDIA-415, JIRA-AUTH-BASIC");
        (await site.Post("/rest/api/3/search/jql", "", site.Mia)).Rule.ShouldBe("JIRA-BODY-EMPTY-400, JIRA-AUTH-BASIC");
        (await site.Post("/rest/api/3/search/jql", "{", site.Mia)).Rule.ShouldBe("JIRA-BODY-BROKEN-400, JIRA-AUTH-BASIC");
    }
}
