using System.Buffers;
using System.Reflection;
using FakeJira.Stubs;
using FakeJira.Stubs.Noting;
using FakeJira.Tests.Stubs.Admin;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs;

/// <summary>What the journal keeps of a request does not grow when somebody reads it.</summary>
public sealed class JournalReadingTests
{
    private const string Find = """
        {"Path": "/a *", "Params": [{"Name": "q", "Matchers": [{"Name": "ExactMatcher", "Pattern": "1"}]}], "Cookies": [{"Name": "c", "Matchers": [{"Name": "ExactMatcher", "Pattern": "2"}]}],
         "Body": {"Matcher": {"Name": "JsonPartialMatcher", "Pattern": {"a": [1]}}}}
        """;

    private const string SlowFind = """{"Body": {"Matcher": {"Name": "RegexMatcher", "Pattern": "(a+)+$"}}}""";

    private const string Control = "/__fakejira/sites/default/";

    /// <summary>Everybody who reads what is kept.</summary>
    private static readonly (string Name, Func<FakeJiraServer, AdminClient, HttpClient, Task> Read)[] Readers =
    [
        ("admin: list", (_, admin, _) => admin.Done("GET", "requests")),
        ("admin: unmatched", (_, admin, _) => admin.Done("GET", "requests/unmatched")),
        ("admin: find", async (_, admin, _) => (await admin.Done("POST", "requests/find", Find)).Count().ShouldBe(1)),
        ("admin: find, too slowly", async (_, admin, _) => (await admin.Done("POST", "requests/find", SlowFind)).ShouldBeEmpty()),
        ("admin: one", (fake, admin, _) => admin.Done("GET", $"requests/{fake.Requests.Entries[0].Id}")),
        ("control: list", (_, _, client) => client.GetStringAsync(new Uri(Control + "requests?path=/a*", UriKind.Relative))),
        ("control: one", (_, _, client) => client.GetStringAsync(new Uri(Control + "requests/1", UriKind.Relative))),
        ("control: unmatched", (_, _, client) => client.GetStringAsync(new Uri(Control + "unmatched", UriKind.Relative))),
        ("control: findings", (_, _, client) => client.GetStringAsync(new Uri(Control + "findings", UriKind.Relative))),
        ("journal file", (fake, _, _) => Task.Run(() => fake.Requests.Entries.ToList().ForEach(entry => JournalLine.Write(new ArrayBufferWriter<byte>(), entry)))),
        ("a test that verifies", (fake, _, _) => Task.Run(() => fake.Requests.ShouldHaveBeenAsked("POST", "/a *"))),
        ("a test that waits", (fake, _, _) => fake.Requests.WaitForAsync(path: "/a *")),
        ("a test that looks", (fake, _, _) => Task.Run(() => fake.Requests.Entries.Select(entry => (entry.Request.Path, entry.Request.BodyText, entry.Request.Query)).First().Path.ShouldBe("/a b"))),
        ("a test that prints", (fake, _, _) => Task.Run(() => fake.Requests.ToString() + fake.Findings)),
    ];

    [Test]
    public async Task Who_reads_what_is_kept_leaves_nothing_behind([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var admin = new AdminClient(fake);
        using var client = fake.Client(door);
        await Ask(client);

        foreach (var (name, read) in Readers)
        {
            await read(fake, admin, client);
            fake.Requests.Entries.SelectMany(entry => Made(entry.Request)).ShouldBeEmpty(name);
        }
    }

    [Test]
    public async Task Many_who_search_at_once_find_what_one_finds()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        await Ask(client);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var admin = new AdminClient(fake);
            for (var i = 0; i < 50; i++)
            {
                ((string?)(await admin.Done("POST", "requests/find", Find)).Single()["Request"]!["Path"]).ShouldBe("/a b");
            }
        })));

        fake.Requests.Entries.SelectMany(entry => Made(entry.Request)).ShouldBeEmpty();
    }

    [Test]
    public async Task What_went_wrong_while_a_request_was_matched_is_told_and_not_kept()
    {
        var lines = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = lines.Add });
        using var admin = new AdminClient(fake);
        using var client = fake.Client(Door.Handler);
        await admin.Done("POST", "mappings", $$"""{"Scenario": "s", "SetStateTo": "s", "Request": {{SlowFind}}, "Response": {} }""");

        await Answer.Of(client, "POST", "/x", new StringContent(new string('a', 40) + "b"));

        lines.ShouldContain(line => line.Contains("took longer", StringComparison.Ordinal));
        var kept = fake.Requests.Entries.Single().Request;
        Made(kept).ShouldBeEmpty();
        kept.ScenariosSeen.ShouldBeNull("it holds all scenarios that there were");
    }

    private static async Task Ask(HttpClient client)
    {
        using var json = new StringContent(new JObject { ["a"] = new JArray(1, 2), ["b"] = new string('b', 1000) }.ToString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/a%20b?q=1") { Content = json };
        request.Headers.Add("Cookie", "c=2");
        (await client.SendAsync(request)).Dispose();
        await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-1/votes?x=1", new StringContent(new string('a', 40) + "b"));
    }

    /// <summary>What a request has made of what was sent, to have it at hand.</summary>
    private static IEnumerable<string> Made(StubRequest request) =>
        typeof(StubRequest).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(field => field.Name.StartsWith('_') && !field.FieldType.IsValueType && field.GetValue(request) is not null).Select(field => field.Name);
}
