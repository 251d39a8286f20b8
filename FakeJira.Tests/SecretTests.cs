using System.Collections.Concurrent;
using System.Text;
using FakeJira.Tests.Stubs.Mappings;
using FakeJira.Tests.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests;

/// <summary>Wherever a credential stands in a request, nothing that is logged, written or told of it has it in the clear.</summary>
public sealed class SecretTests
{
    private const string Secret = "s3cret-Value";
    private static readonly string Basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("mia@example.com:" + Secret));

    /// <summary>A template that fails and quotes all of a request.</summary>
    private const string Failing = """{ "Request": { "Path": "/fails" }, "Response": { "StatusCode": "{{request.url}} {{#each request.headers}}{{this}} {{/each}}{{request.body}}", "UseTransformer": true } }""";

    /// <summary>Bodies that have it, some of which nobody can take apart.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["json"] = "{\"apiToken\": \"S\", \"x\": 1}",
        ["json with a mark of the byte order"] = "\uFEFF {\"x\": 1, \"refreshToken\": \"S\"}",
        ["json in a list"] = "[{\"tokens\": [{\"x\": [\"S\"]}, 1]}]",
        ["json with escapes"] = "{\"to\\u006ben\": \"S\"}",
        ["json that is cut off"] = "{\"id_token\": \"S",
        ["json that is cut off in a list"] = "{\"client-secret\": [\"x\", \"S",
        ["json with an address"] = "{\"url\": \"http://localhost/a?accessToken=S\"}",
        ["json that is broken"] = "{token: 'S'}",
        ["json that is broken and escaped"] = "{\"to\\u006ben\": \"S\" oh}",
        ["multipart"] = "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nS\r\n--b--\r\n",
        ["xml"] = "<a><api-key>S</api-key></a>",
    };

    private static IEnumerable<TestCaseData> Places =>
        from request in (string[])["GET rest/api/3/issue/MKY-1/votes", "GET rest/api/3/nothing", "GET rest/api/3/myself?expnd=x", "POST rest/api/3/issue/MKY-1/votes", "GET x1/e?type=polls", "POST public/ideabank/proposals/p-abc123/vote", "GET near", "POST late", "GET fails", "GET __sites/none/x", "GET __fakejira/sites"]
        from place in (string[])["basic", "Authorization: Bearer", "Authorization:", "authorization: bearer", "Cookie: session=", "Proxy-Authorization: Basic", "X-FakeJira-Key:", "X-Api-Key:", "X-Auth-Token:", "?token=", "?%74oken=", "?jwt=", "?access_token=", "?os_password=",
            "?accessToken=", "?id-token=", "?client_secret=", "?user[password]=", "Referer: http://localhost/a?x=1&jwt=", "Location: /a#sessionToken=", "X-Forwarded-Uri: /a?authToken=", "form", .. Bodies.Keys]
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
            fake.Map(Failing);
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

    [TestCase("""{"token": 12345, "count": 2345678}""", """{"token": "***", "count": 2345678}""")]
    [TestCase("""{"token": ["one-of-them", {"a": "two-of-them"}], "x": true}""", """{"token": "***", "x": true}""")]
    [TestCase("\uFEFF {\"userPassword\": \"abcd-efgh\", \"x\": \"y\"}", """{"userPassword": "***", "x": "y"}""")]
    [TestCase("""{"nextPageToken": "page-2", "hasPassword": true, "token": null}""", """{"nextPageToken": "page-2", "hasPassword": true, "token": null}""")]
    [TestCase("""{"url": "https://x.example/?a=1&access_token=abcd-efgh"}""", """{"url": "https://x.example/?a=1&access_token=***"}""")]
    [TestCase("""{"a": 1} {"authToken": "abcd-efgh"}""", """{"a": 1} {"authToken": "***"}""")]
    [TestCase("sessionToken=abcd;efgh&pageToken=2&a=b", "sessionToken=***&pageToken=2&a=b")]
    [TestCase("the password is abcd-efgh", "***")]
    [TestCase("the page is 2 and the key MKY-1", "the page is 2 and the key MKY-1")]
    public async Task Of_a_body_that_can_be_read_the_secret_alone_is_missing(string sent, string written)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "journal.jsonl");
        await using (var fake = await FakeJiraServer.StartAsync(new() { JournalFile = file, Listens = false }))
        {
            using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
            await Answer.Of(client, "POST", "/echo", new StringContent(sent));
        }

        ((string?)JObject.Parse((await File.ReadAllLinesAsync(file))[0])["body"]).ShouldBe(written);
    }

    /// <summary>A message quotes so much of a text, and an answer in JSON has escapes in it.</summary>
    [TestCase("?token=", "{{Math.Add request.query.token.[0] 1}}")]
    [TestCase("?token=", "{{request.query.token}}")]
    [TestCase("?token=", "{{Math.Add request.url 1}}")]
    [TestCase("X-Api-Key:", "{{Math.Add request.headers.X-Api-Key.[0] 1}}")]
    [TestCase("Cookie: dark=true; session=", "{{Math.Add request.cookies.session 1}}")]
    [TestCase("json", "{{Math.Add request.body 1}}")]
    public async Task What_a_failure_quotes_of_a_long_one_is_missing_too(string place, string template)
    {
        const string Long = "abcd+EFGH/ij&l<M>OP'qr`t+UVWX/yzab+CDEF/ghij==";
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "journal.jsonl");
        var lines = new ConcurrentQueue<string>();
        await using (var fake = await FakeJiraServer.StartAsync(new() { JournalFile = file, Log = lines.Enqueue }))
        {
            fake.Map(new JObject { ["Request"] = new JObject { ["Path"] = "/fails" }, ["Response"] = new JObject { ["StatusCode"] = template, ["UseTransformer"] = true } }.ToString());
            using var client = fake.Client(Door.Handler);
            using var request = Request("GET fails", place, place[0] == '?' ? Uri.EscapeDataString(Long) : Long);
            using var answer = await client.SendAsync(request);
            ((int)answer.StatusCode, lines.Count(line => line.Contains("TemplateException", StringComparison.Ordinal))).ShouldBe((500, 1));
        }

        var told = string.Join('\n', lines) + await File.ReadAllTextAsync(file);
        told.ShouldNotContain(Long[..4]);
    }

    [Test]
    public async Task Of_many_that_are_repeated_none_is_told()
    {
        var many = Enumerable.Range(10, 40).Select(each => $"abcd+EFGH/{each}==").ToList();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "journal.jsonl");
        await using (var fake = await FakeJiraServer.StartAsync(new() { JournalFile = file, Listens = false }))
        {
            fake.Map("""{ "Request": { "Path": "/x" }, "Response": { "UseTransformer": true, "Body": "{{#each request.bodyAsJson}}{{{this.token}}} {{/each}}" } }""");
            using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
            (await Answer.Of(client, "POST", "/x", new StringContent(new JArray(many.Select(each => new JObject { ["token"] = each })).ToString()))).Body.ShouldContain(many[^1]);
        }

        var told = await File.ReadAllTextAsync(file);
        many.Where(each => told.Contains(each[5..12], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Test]
    public async Task A_cookie_that_is_decoded_to_be_compared_is_not_told_either()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "journal.jsonl");
        await using (var fake = await FakeJiraServer.StartAsync(new() { JournalFile = file }))
        {
            fake.Map("""{ "Request": { "Path": "/x", "Cookies": [ { "Name": "session", "Matchers": [ { "Name": "ExactMatcher", "Pattern": "none" } ] } ] }, "Response": {} }""");
            using var client = fake.Client(Door.Handler);
            using var request = Request("GET x", "Cookie: session=", "s%3Aabcd%2FEFGH");
            using var answer = await client.SendAsync(request);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("s:abcd/EFGH");
        }

        (await File.ReadAllTextAsync(file)).ShouldNotContain("EFGH");
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

    private static HttpRequestMessage Request(string asked, string place, string secret = Secret)
    {
        var (method, path) = (new HttpMethod(asked.Split(' ')[0]), asked.Split(' ')[1]);
        var request = new HttpRequestMessage(method, place[0] == '?' ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{place[1..]}{secret}" : path);
        if (place == "basic")
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Basic);
        }
        else if (place == "form" || Bodies.ContainsKey(place))
        {
            request.Method = HttpMethod.Post;
            request.Content = place == "form" ? new StringContent($"a=b&password={secret}", Encoding.UTF8, "application/x-www-form-urlencoded") : new StringContent(Bodies[place].Replace("S", secret, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        }
        else if (place[0] != '?')
        {
            var colon = place.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(place[..colon], $"{place[(colon + 1)..].Trim()}{(place[^1] == '=' ? "" : " ")}{secret}".Trim());
        }

        return request;
    }
}
