using FakeJira.Tests.Stubs.Admin;
using Newtonsoft.Json.Linq;
using static FakeJira.Tests.Stubs.Mappings.TemporaryFolder;

namespace FakeJira.Tests.Stubs.Mappings;

public class UnmatchedTests
{
    private const string OnlyPost = """{ "Title": "near", "Request": { "Path": "/votes", "Methods": [ "POST" ] }, "Response": {} }""";

    [Test]
    public async Task Nothing_matched_is_told_with_the_mapping_that_came_closest()
    {
        using var folder = new TemporaryFolder(("a.json", OnlyPost), ("b.json", Answering("/elsewhere", "x")));
        await using var fake = await folder.ServeAsync();
        using var client = new AdminClient(fake);

        var answer = JToken.Parse(await client.Ask("/votes"));

        answer["Status"].ShouldBe("No matching mapping found");
        var closest = answer["ClosestMappings"]!.Single();
        closest["Title"].ShouldBe("near");
        closest["File"].ShouldBe("a.json#0");
        JToken.DeepEquals(closest["Parts"], JToken.Parse("""[ { "Part": "Method", "IsMatch": false, "Expected": "POST", "Actual": "GET" }, { "Part": "Path", "IsMatch": true, "Expected": "/votes", "Actual": "/votes" } ]""")).ShouldBeTrue(closest.ToString());
    }

    [Test]
    public async Task One_that_is_disabled_in_its_file_is_told_once_the_site_has_enabled_it()
    {
        const string Guid = "8c4d4c1e-0f0a-4a5c-9d6e-3b1f6f2f7a10";
        using var folder = new TemporaryFolder(("a.json", OnlyPost.Insert(1, $"\"Guid\": \"{Guid}\", \"IsDisabled\": true,")), ("b.json", Answering("/elsewhere", "x")));
        await using var fake = await folder.ServeAsync();
        using var client = new AdminClient(fake);
        JToken.Parse(await client.Ask("/votes"))["ClosestMappings"].ShouldBeNull();

        await client.Done("PUT", $"mappings/{Guid}/enable");

        ((string?)JToken.Parse(await client.Ask("/votes"))["ClosestMappings"]![0]!["Title"]).ShouldBe("near");
    }

    [TestCase("/rest/votez", "votes")]
    [TestCase("/rest/issue/A-1/vote", "issue")]
    [TestCase("/rest/isue/A-1/votes", "issue")]
    [TestCase("/other", "far")]
    public async Task A_misspelt_path_is_told_with_the_mapping_whose_path_is_nearest(string path, string? title)
    {
        using var folder = new TemporaryFolder(("a.json", """
            [ { "Title": "votes", "Request": { "Path": "/rest/votes" }, "Response": {} }, { "Title": "issue", "Request": { "Path": "/rest/issue/*/votes" }, "Response": {} },
              { "Title": "far", "Request": { "Path": "/elsewhere/altogether", "Methods": [ "GET" ] }, "Response": {} } ]
            """));
        await using var fake = await folder.ServeAsync();
        using var client = new AdminClient(fake);

        var answer = JToken.Parse(await client.Ask(path));

        ((string?)answer["ClosestMappings"]?[0]?["Title"]).ShouldBe(title);
    }

    [Category("Slow")]
    [Test]
    public async Task Of_thousands_of_mappings_the_one_whose_path_is_nearest_is_told_and_only_the_nearest_are_compared()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var admin = new AdminClient(fake);
        var others = Enumerable.Range(0, 2000).Select(i => $$"""{ "Request": { "Path": "/elsewhere/{{i}}", "Body": { "Matcher": { "Name": "RegexMatcher", "Pattern": "(a+)+$" } } }, "Response": {} }""");
        await admin.Done("POST", "mappings", $"[{string.Join(",", others.Take(1000))}, {OnlyPost}, {string.Join(",", others.Skip(1000))}]");

        var slow = new string('a', 40) + "b";
        var answer = JToken.Parse((await Answer.Of(fake.Client(Door.Handler), "PUT", "/vote", new StringContent(slow))).Body);

        answer["ClosestMappings"]![0]!["Title"].ShouldBe("near");
    }

    [Test]
    public async Task Among_many_one_whose_path_is_no_text_is_told_too()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var admin = new AdminClient(fake);
        var others = Enumerable.Range(0, 150).Select(i => Answering($"/rest/api/3/other/{i}", "x"));
        await admin.Done("POST", "mappings", $$"""[{{string.Join(",", others)}}, { "Title": "pattern", "Request": { "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "issue/[A-Z]+-[0-9]+/votes$" } ] }, "Methods": [ "POST" ] }, "Response": {} }]""");

        var answer = JToken.Parse(await admin.Ask("/rest/api/3/issue/DEMO-1/votes"));

        answer["ClosestMappings"]![0]!["Title"].ShouldBe("pattern");
    }

    [Test]
    public async Task A_server_without_mappings_says_no_more_than_WireMock_does()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        using var client = new AdminClient(fake);

        JToken.DeepEquals(JToken.Parse(await client.Ask("/x")), new JObject { ["Status"] = "No matching mapping found" }).ShouldBeTrue();
    }

    [Test]
    public async Task A_broken_file_is_named_beside_the_404()
    {
        using var folder = new TemporaryFolder(("a.json", "{ \"Request\" "));
        await using var fake = await folder.ServeAsync();
        using var client = new AdminClient(fake);

        ((string)JToken.Parse(await client.Ask("/x"))["Problems"]!.Single()!).ShouldStartWith("a.json(1,");
    }

    [Test]
    public async Task A_browser_is_shown_a_page()
    {
        using var folder = new TemporaryFolder(("a.json", OnlyPost.Replace("near", "<near>", StringComparison.Ordinal)));
        await using var fake = await folder.ServeAsync();
        using var client = new AdminClient(fake);

        var page = await client.Ask("/votes", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("<h2>&lt;near&gt;</h2>");
        page.ShouldContain("1 of 2 parts match");
        (await client.Ask("/votes", "application/json, text/html;q=0.5")).ShouldStartWith("{");
    }
}
