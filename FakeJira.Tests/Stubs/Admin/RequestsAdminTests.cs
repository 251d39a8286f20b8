using FakeJira.Tests.Stubs.Mappings;
using static FakeJira.Tests.Stubs.Mappings.TemporaryFolder;

namespace FakeJira.Tests.Stubs.Admin;

public class RequestsAdminTests
{
    [Test]
    public async Task A_request_is_shown_with_its_answer_and_the_mapping_that_gave_it()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/a", "file")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Ask("/a?x=1&x=2");

        var entry = (await admin.Done("GET", "requests")).Single();

        entry["Request"]!["Path"].ShouldBe("/a");
        entry["Request"]!["Query"]!["x"]!.ToObject<string[]>().ShouldBe(["1", "2"]);
        entry["Response"]!["StatusCode"].ShouldBe(200);
        entry["Response"]!["Body"].ShouldBe("file");
        entry["Response"]!["Stub"].ShouldBe("a.json#0");
        entry["MappingGuid"].ShouldBe((await admin.Done("GET", "mappings"))[0]!["Guid"]);
    }

    [Test]
    public async Task Requests_that_nothing_matched_are_listed_apart_with_the_closest_mapping()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/a", "file")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Ask("/a");
        await admin.Ask("/b");

        (await admin.Done("GET", "requests/unmatched")).Single()["Request"]!["Path"].ShouldBe("/b");
        (await admin.Done("GET", "requests?offset=1")).Single()["Request"]!["Path"].ShouldBe("/b");
    }

    [Test]
    public async Task Requests_of_the_admin_API_are_not_noted_and_the_list_can_be_emptied()
    {
        using var folder = new TemporaryFolder(("a.json", Answering("/a", "file")));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        await admin.Ask("/a");

        (await admin.Done("POST", "requests/reset"))["Status"].ShouldBe("Requests deleted");
        (await admin.Done("GET", "requests")).ShouldBeEmpty();
        await admin.Ask("/a");
        (await admin.Done("DELETE", "requests"))["Status"].ShouldBe("Requests deleted");
        (await admin.Done("GET", "requests")).ShouldBeEmpty();
    }

    [TestCase("""{"a":new ()}""")]
    [TestCase("""{"b":[new Date(1)]}""")]
    [TestCase("""{"b":undefined}""")]
    [TestCase("""{"a":1} {"b":2}""")]
    [TestCase("""{"a":"\x"}""")]
    public async Task A_body_that_nobody_can_read_as_JSON_is_shown_as_text(string body)
    {
        using var folder = new TemporaryFolder(("a.json", """{ "Request": { "Path": "/a" }, "Response": { "Body": "a: {{request.bodyAsJson.a}}", "UseTransformer": true } }"""));
        await using var fake = await folder.ServeAsync();
        using var admin = new AdminClient(fake);
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://localhost") };

        var answer = await Answer.Of(client, "POST", "/a", new StringContent(body));

        answer.ShouldBe(new(200, "MAPPING", "a: "));
        var request = (await admin.Done("GET", "requests")).Single()["Request"]!;
        (request["Body"], request["BodyAsJson"], request["DetectedBodyType"]).ShouldBe((body, null, "String"));
    }

    [Test]
    public async Task A_broken_pattern_is_refused_at_its_own_place()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        using var admin = new AdminClient(fake);

        var (status, body) = await admin.Send("POST", "requests/find", """{ "Path": 5 "x" }""");

        status.ShouldBe(400);
        ((int)body["Problems"]![0]!["Column"]!).ShouldBeInRange(10, 15);
    }
}
