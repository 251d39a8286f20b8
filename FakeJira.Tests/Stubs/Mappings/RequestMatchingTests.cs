using System.Text;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>Paths, headers and operations, where the recorded cases do not show it.</summary>
public class RequestMatchingTests
{
    [TestCase("GET", "/rest/api/3/issue/MKY-1/votes", true)]
    [TestCase("GET", "/rest/api/2/issue/MKY-1/votes/", true)]
    [TestCase("GET", "/rest//api/latest/issue/10001/votes", true)]
    [TestCase("HEAD", "/rest/api/3/issue/MKY-1/votes", true)]
    [TestCase("POST", "/rest/api/3/issue/MKY-1/votes", false)]
    [TestCase("GET", "/rest/api/3/issue/MKY-1", false)]
    public async Task An_operation_is_named_in_all_its_spellings(string method, string path, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Map("""{ "Request": { "Operation": "JIRA.votes.get" }, "Response": { "StatusCode": 299 } }""");

        ((await Ask(fake, method, path)).Status == 299).ShouldBe(isAnswered);
    }

    [Test]
    public async Task An_operation_with_a_path_beside_it_wants_both()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        fake.Map("""{ "Request": { "Operation": "jira.votes.get", "Path": "/rest/api/3/*" }, "Response": { "StatusCode": 299 } }""");

        (await Ask(fake, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(299);
        (await Ask(fake, "GET", "/rest/api/2/issue/MKY-1/votes")).Status.ShouldNotBe(299);
    }

    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true } ] }""", "/x", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true } ] }""", "/x?a=1", false)]
    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true, "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?a=2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "RejectOnMatch": true, "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?a=1", false)]
    [TestCase("""{ "Params": [ { "Name": "A", "IgnoreCase": true, "Matchers": [ { "Name": "ExactMatcher", "Patterns": [ "1", "2" ] } ] } ] }""", "/x?a=2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1,2" } ] } ] }""", "/x?a=1%2C2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?b=2;a=1", true)]
    [TestCase("""{ "Url": "http://fake/x?a=*" }""", "/x?a=1", true)]
    [TestCase("""{ "Url": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "a=\\d" } ] } }""", "/x?a=b", false)]
    [TestCase("""{ "ClientIP": "127.*", "HttpVersion": "1.1" }""", "/x", true)]
    [TestCase("""{ "HttpVersion": "2" }""", "/x", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidd$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDD$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "ExactMatcher", "Pattern": "/X", "IgnoreCase": true } ] } }""", "/x", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "" } ] } ] }""", "/x?a", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "" } ] } ] }""", "/x?a=", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Patterns": [ "1", "2" ] } ] } ] }""", "/x?a=1,2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1 2" } ] } ] }""", "/x?a=1+2", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "2" } ] } ] }""", "/x?a=1&a=2", false)]
    [TestCase("""{ "Params": [ { "Name": "A", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "1" } ] } ] }""", "/x?a=1", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidb$" } ] } }""", "/{0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11}", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidb$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidp$" } ] } }""", "/(0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11)", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidn$" } ] } }""", "/0b1f3f396d3b4c059c4e8d1f6f0a7b11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidn$" } ] } }""", "/0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidx$" } ] } }""", "/{0x0b1f3f39,0x6d3b,0x4c05,{0x9c,0x4e,0x8d,0x1f,0x6f,0x0a,0x7b,0x11}}", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\guidd$" } ] } }""", "/0B1F3F39-6D3B-4C05-9C4E-8D1F6F0A7B11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDD$" } ] } }""", "/0B1F3F39-6D3B-4C05-9C4E-8D1F6F0A7B11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDN$" } ] } }""", "/0B1F3F396D3B4C059C4E8D1F6F0A7B11", true)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/\\GUIDN$" } ] } }""", "/0b1f3f396d3b4c059c4e8d1f6f0a7b11", false)]
    [TestCase("""{ "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^*/x" } ] } }""", "/x", true)]
    [TestCase("""{ "Params": [ { "Name": "=x", "Matchers": [ { "Name": "WildcardMatcher", "Pattern": "*" } ] } ] }""", "/x?=x", false)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "NotNullOrEmptyMatcher" } ] } ] }""", "/x?a=1", true)]
    [TestCase("""{ "Params": [ { "Name": "a", "Matchers": [ { "Name": "NotNullOrEmptyMatcher" } ] } ] }""", "/x?a=", false)]
    public async Task Path_and_query(string request, string path, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": {{request}}, "Response": {} }""");

        (await Ask(fake, "GET", path)).Status.ShouldBe(isAnswered ? 200 : 404);
    }

    [TestCase("""{ "Headers": [ { "Name": "x-tenant", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "blue" } ] } ] }""", true)]
    [TestCase("""{ "Cookies": [ { "Name": "a", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "0" }, { "Name": "ExactMatcher", "Pattern": "1 2" } ] } ] }""", true)]
    [TestCase("""{ "Cookies": [ { "Name": "A", "IgnoreCase": true } ] }""", true)]
    [TestCase("""{ "Cookies": [ { "Name": "a", "RejectOnMatch": true } ] }""", false)]
    [TestCase("""{ "Headers": [ { "Name": "X-Tenant", "Matchers": [ { "Name": "JsonPathMatcher", "Pattern": "$.a" } ] } ] }""", false)]
    [TestCase("""{ "Headers": [ { "Name": "X-Json", "Matchers": [ { "Name": "JsonPathMatcher", "Pattern": "$.a" } ] } ] }""", true)]
    [TestCase("""{ "Cookies": [ { "Name": "flag", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "" } ] } ] }""", true)]
    public async Task Headers_and_cookies(string request, bool isAnswered)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Map($$"""{ "Request": {{request}}, "Response": {} }""");

        var answer = await Answer.Of(Client(fake), "GET", "/", null, ("X-Tenant", "blue"), ("X-Json", """{"a":1}"""), ("Cookie", "b=2; a=1%202; flag"));

        answer.Status.ShouldBe(isAnswered ? 200 : 404);
    }

    [Test]
    public async Task Comparing_path_method_and_header_allocates_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        var pattern = ((MappingStub)fake.Map("""{ "Request": { "Path": "/rest/*/votes", "Methods": [ "GET" ], "Headers": [ { "Name": "X-A", "Matchers": [ { "Name": "ExactMatcher", "Patterns": [ "1", "2" ] } ] } ] }, "Response": {} }""")).Mapping.Request;
        var request = new StubRequest { Method = "GET", RawPath = "/rest/a/votes", Headers = [new("x-a", "2")], Site = fake.Site.Site };
        pattern.Matches(request).ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            pattern.Matches(request);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }

    private static Task<Answer> Ask(FakeJiraServer fake, string method, string path, string? body = null) =>
        Answer.Of(Client(fake), method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "text/plain"));

    private static HttpClient Client(FakeJiraServer fake) => new(fake.CreateHandler()) { BaseAddress = new("http://fake") };
}
