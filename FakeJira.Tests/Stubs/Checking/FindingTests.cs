using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs.Checking;

/// <summary>What one request has beyond what is documented, in each of the contracts.</summary>
public sealed class FindingTests
{
    private const string Issue = "rest/api/3/issue/MKY-1";
    private const string Polls = "x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-254604";
    private const string Vote = "public/ideabank/proposals/p-abc123/vote";
    private const string Document = """{"version":1,"type":"doc","content":[]}""";

    [TestCase("GET", Issue + "?expnd=names", "", "UndocumentedParameter: jira.issues.get has no query parameter 'expnd'; did you mean 'expand'?")]
    [TestCase("GET", Issue + "?a=1&a=2&fields=votes", "", "UndocumentedParameter: jira.issues.get has no query parameter 'a'.")]
    [TestCase("GET", Issue + "?failFast=true", "", "UnreadParameter: The query parameter 'failFast' has no effect here: this server does not look at it.")]
    [TestCase("POST", Issue + "/comment", """{"body":""" + Document + ""","visiblity":{}}""", "UndocumentedMember: jira.comments.add knows no 'visiblity' in its body; did you mean 'visibility'?")]
    [TestCase("POST", Issue + "/comment", """{"body":""" + Document + ""","visibility":{"type":"role","value":"x","rank":1}}""", "UndocumentedMember: jira.comments.add knows no 'visibility.rank' in its body.")]
    [TestCase("POST", Issue + "/comment", """{"body":""" + Document + ""","properties":[{"key":"a"}]}""", "UnreadMember: 'properties' of the body has no effect here: this server does not look at it.")]
    [TestCase("POST", "rest/api/3/search/jql", """{"jql":"votes > 0","startAt":1}""", "UndocumentedMember: jira.search.post knows no 'startAt' in its body.")]
    [TestCase("POST", "rest/api/3/issue/bulk", """{"issueUpdates":[{"fields":{}},{"filds":{}},{"filds":{}}]}""", "UndocumentedMember: jira.issues.createMany knows no 'issueUpdates.filds' in its body; did you mean 'fields'?")]
    [TestCase("PUT", Issue + "/assignee", """{"name":"mia"}""", "UserName: 'name' of the body names a user by name or key; the vendor takes account ids only.")]
    [TestCase("PUT", Issue, """{"fields":{"assignee":{"accountId":"mia@example.com"}}}""", "UserName: 'fields.assignee.accountId' of the body is 'mia@example.com', which is no account id.")]
    [TestCase("PUT", Issue, """{"update":{"reporter":[{"set":{"key":"mia"}}]}}""", "UserName: 'update.reporter.set.key' of the body names a user by name or key; the vendor takes account ids only.")]
    [TestCase("DELETE", Issue + "/watchers?username=mia", "", "UserName: The query parameter 'username' names a user by name or key; the vendor takes account ids only.")]
    [TestCase("DELETE", Issue + "/watchers?accountId=Mia%20Krystof", "", "UserName: The query parameter 'accountId' is 'Mia Krystof', which is no account id.")]
    [TestCase("POST", Issue + "/watchers", "\"mia@example.com\"", "UserName: The body is 'mia@example.com', which is no account id.")]
    [TestCase("POST", Issue + "/votes", """{"vote":1}""", "UnreadBody: jira.votes.add takes no body; that of this request has no effect.")]
    [TestCase("GET", "rest/api/3/search?jql=votes>0", "", "DeprecatedOperation: jira.search.legacy.get: the vendor has removed it; use /search/jql.")]
    [TestCase("GET", "rest/api/2/project", "", "DeprecatedOperation: jira.projects.list: the vendor has deprecated it; use GET /project/search.")]
    [TestCase("GET", "rest/api/3/dashboard", "", "NotSimulated: The vendor has GET /rest/api/3/dashboard; this server does not simulate it.")]
    [TestCase("GET", "rest/api/3/isue/MKY-1", "", "UnknownOperation: Jira Cloud: issue votes has nothing at /rest/api/3/isue/MKY-1.")]
    [TestCase("PATCH", Issue + "/votes", "", "UnknownOperation: PATCH is not possible at /rest/api/3/issue/MKY-1/votes; these are: GET, POST, DELETE.")]
    [TestCase("GET", Polls + "&pollid=1", "", "UndocumentedParameter: polls.list has no query parameter 'pollid'; did you mean 'pollId'?")]
    [TestCase("POST", Polls + "&pollId=1", """{"title":"Lunch?"}""", "UndocumentedParameter: polls.create has no query parameter 'pollId'.")]
    [TestCase("POST", Polls, """{"title":"Lunch?","votes":[]}""", "UndocumentedMember: polls.create knows no 'votes' in its body.")]
    [TestCase("POST", Polls, """{"title":"Lunch?","options":[{"titel":"Pizza"},{"titel":"Salad"}]}""", "UndocumentedMember: polls.create knows no 'options.titel' in its body; did you mean 'title'?")]
    [TestCase("POST", Polls, """{"title":"Lunch?","settings":{"allowRevotes":true}}""", "UndocumentedMember: polls.create knows no 'settings.allowRevotes' in its body; did you mean 'allowRevote'?")]
    [TestCase("PUT", Polls + "&pollId=1", """{"id":"1","title":"Lunch?"}""", "UnreadMember: 'id' of the body has no effect here: this server does not look at it.")]
    [TestCase("DELETE", Polls + "&pollId=1", """{"id":1}""", "UnreadBody: polls.delete takes no body; that of this request has no effect.")]
    [TestCase("PATCH", Polls, "", "UnknownOperation: PATCH is not possible at /x1/xs2i4ODeo611kO2x4adU6sCYcqM; these are: GET, POST, PUT, DELETE.")]
    [TestCase("POST", Vote, """{"vote":1,"comment":"yes"}""", "UndocumentedMember: ideabank.vote.cast knows no 'comment' in its body.")]
    [TestCase("POST", Vote + "?vote=1", """{"vote":1}""", "UndocumentedParameter: ideabank.vote.cast has no query parameter 'vote'.")]
    [TestCase("DELETE", Vote, """{"vote":1}""", "UnreadBody: ideabank.vote.remove takes no body; that of this request has no effect.")]
    [TestCase("GET", "public/ideabank/my-votes?sort=votes", "", "UndocumentedParameter: ideabank.votes.mine has no query parameter 'sort'.")]
    [TestCase("GET", "public/ideabank/votes", "", "UnknownOperation: Votito idea bank: proposal votes has nothing at /public/ideabank/votes.")]
    public async Task What_is_not_documented_is_found(string method, string path, string body, string expected)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        await SendAsync(fake, method, path, body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"));

        fake.Findings.Select(finding => $"{finding.Kind}: {finding.Message}").ShouldBe([expected]);
    }

    [TestCase("rest/api/3/search/jql", """{"jql":"votes > 0"}""")]
    [TestCase(Polls, """{"title":"Lunch?"}""")]
    [TestCase(Vote, """{"vote":1}""")]
    public async Task A_body_says_that_it_is_JSON(string path, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        await SendAsync(fake, "POST", path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)));
        await SendAsync(fake, "POST", path, new StringContent(body, Encoding.UTF8, "text/plain"));
        await SendAsync(fake, "POST", path, new StringContent(body, Encoding.UTF8, "application/vnd.api+json"));

        fake.Findings.Select(finding => $"{finding.Kind}: {finding.Message}").ShouldBe(
        [
            "ContentType: The body has no Content-Type; it has to be application/json.",
            "ContentType: The Content-Type of the body is 'text/plain; charset=utf-8'; it has to be application/json.",
        ]);
    }

    [TestCase("POST", Issue + "/votes", "{}")]
    [TestCase("DELETE", Polls + "&pollId=1", "null")]
    [TestCase("DELETE", Vote, "[]")]
    public async Task A_body_that_says_nothing_is_none(string method, string path, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        await SendAsync(fake, method, path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)));

        fake.Findings.All.ShouldBeEmpty();
    }

    [TestCase(Issue, "X-Votes", "The header X-Votes has no effect: jira.issues.get does not know it.")]
    [TestCase(Issue, "X-API-Key", "The header X-API-Key has no effect: jira.issues.get does not know it.")]
    [TestCase(Polls, "X-Api-Token", "The header X-Api-Token has no effect: polls.list does not know it.")]
    [TestCase("public/ideabank", "X-API-Key", "The header X-API-Key has no effect: ideabank.get does not know it.")]
    public async Task A_header_that_nothing_reads_is_a_note(string path, string header, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        await SendAsync(fake, "GET", path, null, (header, "1"), ("traceparent", "00-1-1-00"), ("X-Forwarded-For", "10.0.0.1"), ("If-None-Match", "\"1\""));

        fake.Findings.Select(finding => (finding.Severity, finding.Kind, finding.Message)).ShouldBe([(FindingSeverity.Note, FindingKind.UnreadHeader, message)]);
        fake.Findings.ShouldBeEmpty();
    }

    [Test]
    public async Task A_missing_Accept_is_a_note_where_there_is_a_body()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient(fake.Jira.AddUser("Ann"));

        await Answer.Of(client, "GET", Issue + "/votes");
        await Answer.Of(client, "POST", Issue + "/votes");

        fake.Findings.Select(finding => (finding.Request.Number, finding.Severity, finding.Kind)).ShouldBe([(1, FindingSeverity.Note, FindingKind.MissingAccept)]);
    }

    [Test]
    public async Task Of_a_body_that_is_cut_or_broken_the_beginning_counts()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        var end = new string('x', new ServerLimits().JournalBody);

        await SendAsync(fake, "POST", Vote, new StringContent($$"""{"voter":1,"vote":1,"voteType":"{{end}}","last":1}""", Encoding.UTF8, "application/json"));
        await SendAsync(fake, "POST", Vote, new StringContent("""{"votes":1,"vote":}""", Encoding.UTF8, "application/json"));

        fake.Findings.Select(finding => finding.Message).ShouldBe(["ideabank.vote.cast knows no 'voter' in its body; did you mean 'vote'?", "ideabank.vote.cast knows no 'votes' in its body; did you mean 'vote'?"]);
    }

    [Test]
    public async Task A_thousand_wrong_names_are_not_all_told()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        var names = Enumerable.Range(0, 1000).Select(number => "wrong" + number).ToList();

        await SendAsync(fake, "POST", Vote, new StringContent("{" + string.Join(',', names.Select(name => $"\"{name}\":1")) + "}", Encoding.UTF8, "application/json"));
        await SendAsync(fake, "GET", Issue + "?" + string.Join('&', names.Take(500)), null);

        fake.Findings.GroupBy(finding => finding.Request.Number).Select(group => group.Count()).ShouldBe([50, 50]);
    }

    [Test]
    public async Task A_request_is_the_client_s_whoever_answers_it()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        fake.Stubs.Add("GET", "/rest/api/3/dashboard", _ => new StubResponse());
        fake.Stubs.Add("GET", "/rest/api/3/issue/MKY-1", _ => new StubResponse());
        fake.Stubs.Add("GET", "/elsewhere", _ => new StubResponse());

        await SendAsync(fake, "GET", "rest/api/3/dashboard?a=1", null);
        await SendAsync(fake, "GET", Issue + "?expnd=names", null);
        await SendAsync(fake, "GET", "elsewhere?a=1", null);

        fake.Findings.Select(finding => finding.Request.Number).ShouldBe([2]);
    }

    private static async Task SendAsync(FakeJiraServer fake, string method, string path, HttpContent? content, params (string, string)[] headers)
    {
        using var client = fake.CreateClient();
        var authorization = path.StartsWith("rest", StringComparison.Ordinal) ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("admin@example.com:admin-token")) : "abc123:xyz789:ses456";
        await Answer.Of(client, method, path, content, [("Accept", "application/json"), .. path.StartsWith("x1", StringComparison.Ordinal) ? headers : [("Authorization", authorization), .. headers]]);
    }
}
