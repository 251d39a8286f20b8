using System.Text;

namespace FakeJira.Tests.Jira.Platform;

/// <summary>Who is calling, and what the platform says before any operation is asked.</summary>
public sealed class CredentialsTests
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";
    private const string Gate = "Client must be authenticated to access this resource.";
    private const string NoVoters = """{"self":"http://jira.test/rest/api/3/issue/MKY-1/votes","votes":0,"hasVoted":false,"voters":[]}""";

    [TestCase("Basic bm9ib2R5QGV4YW1wbGUuY29tOm1pYS10b2tlbg==", true)]
    [TestCase("Basic bWlhQGV4YW1wbGUuY29tOndyb25n", true)]
    [TestCase("Basic !!!", false)]
    [TestCase("Basic", false)]
    [TestCase("Basic bm9jb2xvbg==", true)]
    [TestCase("Bearer unknown", false)]
    public async Task Wrong_credentials_are_refused_or_with_the_switch_ignored(string authorization, bool namesUser)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await Public();
            using var client = fake.Client(door);

            using var refused = await Send(client, authorization);
            (await Answer.Of(refused)).ShouldBe(new(401, "JIRA-AUTH-FAILED-401", Gate));
            refused.Headers.WwwAuthenticate.ToString().ShouldBe("OAuth realm=\"http%3A%2F%2Fjira.test\"");
            Reason(refused).ShouldBe(namesUser ? "AUTHENTICATED_FAILED" : null);

            fake.Settings["rejectBadCredentials"] = "false";
            using var ignored = await Send(client, authorization);
            (await Answer.Of(ignored)).ShouldBe(new(200, "JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-FAILED-ANONYMOUS", NoVoters));
            Reason(ignored).ShouldBe(namesUser ? "AUTHENTICATED_FAILED" : null);
        }
    }

    [TestCase("*/*", "text/html;charset=UTF-8")]
    [TestCase(null, "text/plain;charset=UTF-8")]
    [TestCase("application/json", "application/json;charset=UTF-8")]
    public async Task The_media_type_of_a_refusal_follows_Accept(string? accept, string contentType)
    {
        await using var fake = await Public();
        using var response = await Send(fake.CreateClient(), "Basic !!!", ("Accept", accept));

        response.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe(contentType);
    }

    [TestCase("Digest x"), TestCase("JWT abc"), TestCase("x")]
    public async Task An_unknown_scheme_is_a_caller_without_a_user(string authorization)
    {
        await using var fake = await Public();

        using var response = await Send(fake.CreateClient(), authorization);

        (await Answer.Of(response)).ShouldBe(new(200, "JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS", NoVoters));
    }

    [Test]
    public async Task A_user_without_an_email_cannot_sign_in_by_a_token_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddUser("Nobody", email: "", apiToken: "secret");
        using var client = fake.Client(door);
        client.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String(":secret"u8));

        (await Answer.Of(client, "GET", "/rest/api/3/myself")).Rule.ShouldStartWith("JIRA-AUTH-FAILED-401");
    }

    [Test]
    public async Task The_email_counts_in_any_case_and_the_answer_names_the_account([Values] Door door)
    {
        await using var fake = await Public();
        fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token", "712020:a b");
        var authorization = "basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("MIA@Example.com:mia-token"));

        using var response = await Send(fake.Client(door), authorization);

        (await Answer.Of(response)).Rule.ShouldBe("JIRA-VOTES-GET-200, JIRA-AUTH-BASIC");
        response.Headers.GetValues("X-AAccountId").ShouldBe(["712020%3Aa%20b"]);
        response.Headers.NonValidated["Cache-Control"].ToString().ShouldBe("no-cache, no-store, no-transform");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("X-AREQUESTID").Single().ShouldMatch("^[0-9a-f]{32}$");
        response.Headers.GetValues("ATL-TraceId").Single().ShouldMatch("^[0-9a-f]{32}$");
        response.Headers.GetValues("X-RateLimit-Limit").ShouldBe(["100"]);
        response.Headers.GetValues("X-RateLimit-Remaining").ShouldBe(["99"]);
    }

    [Test]
    public async Task A_bearer_token_on_the_site_is_an_access_token_or_refused([Values] Door door)
    {
        await using var fake = await Public();
        var token = fake.Jira.AddAccessToken(fake.Jira.AddUser());
        using var client = fake.Client(door, token);

        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-AUTH-BEARER", ""));
        fake.Settings["bearerOnSite"] = "refused";
        (await Answer.Of(client, "POST", Votes)).ShouldBe(new(403, "JIRA-AUTH-BEARER-403", """{"error":"Failed to parse Connect Session Auth Token"}"""));
    }

    [Test]
    public async Task A_gateway_token_does_what_its_scopes_allow([Values] Door door)
    {
        await using var fake = await Public();
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com");
        var gateway = fake.Jira.GatewayPath;
        const string Mismatch = """{"code":401,"message":"Unauthorized; scope does not match"}""";

        using var reader = fake.Client(door, fake.Jira.AddAccessToken(mia, "read:issue.vote:jira", "read:user:jira", "read:application-role:jira", "read:avatar:jira", "read:group:jira"));
        (await Answer.Of(reader, "GET", gateway + Votes, null, ("Host", "jira.test"))).ShouldBe(new(200, "JIRA-VOTES-GET-200, JIRA-OAUTH", NoVoters.Replace("jira.test", "jira.test" + gateway, StringComparison.Ordinal)));
        (await Answer.Of(reader, "POST", gateway + Votes)).ShouldBe(new(401, "JIRA-SCOPE-401", Mismatch));

        using var partly = fake.Client(door, fake.Jira.AddAccessToken(mia, "read:issue.vote:jira", "read:user:jira"));
        (await Answer.Of(partly, "GET", gateway + Votes)).ShouldBe(new(401, "JIRA-SCOPE-401", Mismatch));

        using var writer = fake.Client(door, fake.Jira.AddScopedToken(mia, "write:jira-work"));
        (await Answer.Of(writer, "POST", gateway + Votes)).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-OAUTH", ""));
        (await Answer.Of(writer, "GET", gateway + Votes)).ShouldBe(new(401, "JIRA-SCOPE-401", Mismatch));
    }

    [Test]
    public async Task The_gateway_knows_its_tokens_and_its_sites([Values] Door door)
    {
        await using var fake = await Public();
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", fake.Jira.GatewayPath + Votes, null, ("Authorization", "Bearer nobody"))).ShouldBe(new(401, "JIRA-OAUTH-UNKNOWN-401", """{"code":401,"message":"Unauthorized"}"""));
        (await Answer.Of(client, "GET", "/ex/jira/11223344-a1b2-4b33-8444-def123456789" + Votes)).ShouldBe(new(404, "JIRA-OAUTH-SITE-404",
            """{"type":"about:blank","title":"Not Found","status":404,"detail":"No site 11223344-a1b2-4b33-8444-def123456789.","instance":"/rest/api/3/issue/MKY-1/votes"}"""));
    }

    private static async Task<FakeJiraServer> Public()
    {
        var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        fake.Jira.AddIssue("MKY-1");
        return fake;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string authorization, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Votes);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Host = "jira.test";
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    private static string? Reason(HttpResponseMessage response) => response.Headers.TryGetValues("X-Seraph-LoginReason", out var values) ? values.Single() : null;
}
