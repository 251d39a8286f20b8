using System.Collections.Concurrent;
using System.Text;
using FakeJira.Tests.Stubs.Mappings;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests;

/// <summary>Wherever a credential stands in a request, nothing that is logged, written or told of it has it in the clear.</summary>
public sealed class SecretTests
{
    private const string Secret = "s3cret-Value";
    private static readonly string Basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("mia@example.com:" + Secret));

    private static IEnumerable<TestCaseData> Places =>
        from request in (string[])["GET rest/api/3/issue/MKY-1/votes", "GET rest/api/3/nothing", "GET rest/api/3/myself?expnd=x", "POST rest/api/3/issue/MKY-1/votes", "GET x1/e?type=polls", "POST public/ideabank/proposals/p-abc123/vote", "GET near", "POST late", "GET __sites/none/x", "GET __fakejira/sites"]
        from place in (string[])["basic", "Authorization: Bearer", "Authorization:", "authorization: bearer", "Cookie: session=", "Proxy-Authorization: Basic", "X-FakeJira-Key:", "X-Api-Key:", "X-Auth-Token:", "?token=", "?%74oken=", "?jwt=", "?access_token=", "?os_password=", "json", "form"]
        select new TestCaseData(request, place).SetArgDisplayNames(request, place);

    [TestCaseSource(nameof(Places))]
    public async Task Nothing_tells_it(string asked, string place)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "journal.jsonl");
        var lines = new ConcurrentQueue<string>();
        var told = new StringBuilder();
        await using (var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", JournalFile = file, Log = lines.Enqueue, ControlKey = "another" }))
        {
            fake.Map("""{ "Request": { "Path": "/near", "Headers": [ { "Name": "Authorization", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "Basic none" } ] }, { "Name": "Cookie", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "none" } ] } ], "Params": [ { "Name": "token", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "none" } ] } ] }, "Response": {} }""");
            fake.Map("""{ "Request": { "Path": "/late", "Body": { "Matcher": { "Name": "RegexMatcher", "Pattern": "^(.|.|.)*!$" } } }, "Response": {} }""");
            using var client = fake.Client(Door.Handler);
            using var request = Request(asked, place);

            using var answer = await client.SendAsync(request);

            told.AppendJoin('\n', fake.Findings).Append(fake.Requests).Append((fake.Requests.Entries is [var first, ..] ? first.Request : null)).Append(fake.Options);
            told.AppendJoin('\n', answer.Headers.Select(header => string.Join(',', header.Value)));
        }

        told.AppendJoin('\n', lines).Append(await File.ReadAllTextAsync(file));
        told.ToString().ShouldNotContain(Secret, Case.Insensitive);
        told.ToString().ShouldNotContain(Basic[^12..], Case.Sensitive);
        told.ToString().ShouldNotContain("another");
    }

    [Test]
    public async Task Neither_do_handles_and_mistakes()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var mia = fake.Jira.AddUser("Mia", email: "mia@example.com", apiToken: Secret);
        var ann = fake.IdeaBank.AddPanelist(session: Secret);
        var endpoint = fake.Polls.AddEndpoint(token: Secret);
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        string[] told =
        [
            mia.ToString(), ann.ToString(), fake.Jira.AddAccessToken(mia).ToString(),
            Should.Throw<FakeJiraException>(() => fake.Jira.AddUser(apiToken: Secret)).Message,
            Should.Throw<FakeJiraException>(() => endpoint.AddToken(Secret)).Message,
            (await Answer.Of(client, "PUT", "/__fakejira/sites/default/state", new StringContent($$$"""
                {"jira": {"users": [{"accountId": "a", "apiToken": "{{{Secret}}}"}, {"accountId": "b", "apiToken": "{{{Secret}}}"}]},
                 "ideabank": {"apiKeys": [{"key": "{{{Secret}}}", "tenant": "t"}, {"key": "{{{Secret}}}", "tenant": "t"}],
                   "banks": [{"id": "b", "panelists": [{"id": "p", "sessions": [{"session": "{{{Secret}}}"}]}, {"id": "q", "sessions": [{"session": "{{{Secret}}}"}]}]}]}}
                """))).Body,
        ];

        told.ShouldAllBe(text => text.Length > 0 && !text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        foreach (var mistake in (string[])["The same token is used twice.", "The same key is there twice.", "The same token is there twice."])
        {
            told[^1].ShouldContain(mistake);
        }
    }

    private static HttpRequestMessage Request(string asked, string place)
    {
        var (method, path) = (new HttpMethod(asked.Split(' ')[0]), asked.Split(' ')[1]);
        var request = new HttpRequestMessage(method, place[0] == '?' ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{place[1..]}{Secret}" : path);
        if (place == "basic")
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Basic);
        }
        else if (place is "json" or "form")
        {
            request.Method = HttpMethod.Post;
            request.Content = place == "json" ? new StringContent($$"""{"apiToken": "{{Secret}}", "x": 1}""", Encoding.UTF8, "application/json") : new StringContent($"a=b&password={Secret}", Encoding.UTF8, "application/x-www-form-urlencoded");
        }
        else if (place[0] != '?')
        {
            var colon = place.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(place[..colon], $"{place[(colon + 1)..].Trim()}{(place[^1] == '=' ? "" : " ")}{Secret}".Trim());
        }

        return request;
    }
}
