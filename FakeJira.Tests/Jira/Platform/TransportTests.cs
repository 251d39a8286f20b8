using System.Text;

namespace FakeJira.Tests.Jira.Platform;

/// <summary>What the platform says to requests that are odd before they are about anything.</summary>
public sealed class TransportTests
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";

    [TestCase("/rest/api/3/x"), TestCase("/rest"), TestCase("/rest/api/4/issue/MKY-1/votes"), TestCase("/rest/api/3/issue/MKY-1/votes/5"), TestCase("/rest/Api/3/issue/MKY-1/votes")]
    public async Task An_unknown_path_is_named(string path)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            using var response = await fake.Client(door).GetAsync(path + "?q=1");

            response.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe("application/problem+json;charset=UTF-8");
            (await Answer.Of(response)).ShouldBe(new(404, "JIRA-NO-ENDPOINT-404", $$"""{"type":"about:blank","title":"Not Found","status":404,"detail":"No endpoint GET {{path}}.","instance":"{{path}}"}"""));
        }
    }

    [Test]
    public async Task Another_method_is_told_which_there_are([Values] Door door, [Values("PUT", "PATCH", "OPTIONS", "PURGE")] string method)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Votes);
        using var response = await fake.Client(door).SendAsync(request);

        (await Answer.Of(response)).ShouldBe(new(405, "JIRA-METHOD-405", $$"""{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"Method '{{method}}' is not supported.","instance":"{{Votes}}"}"""));
        response.Content.Headers.Allow.ShouldBe(["DELETE", "GET", "POST"]);
    }

    [TestCase("/rest/api/3/issue/MKY-1/votes/"), TestCase("//rest/api//3/issue/MKY-1/votes"), TestCase("/rest/api/3/issue/%4DKY-1/vote%73"), TestCase("/rest/api/3/issue/MKY-1/votes?expand=")]
    public async Task Slashes_encoding_and_empty_parameters_count_for_nothing(string path)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var mia = fake.Jira.AddUser();
            fake.Jira.AddIssue("MKY-1");
            using var client = fake.Client(door, mia);
            var address = new Uri($"{fake.BaseAddress.GetLeftPart(UriPartial.Authority)}{path}");
            using var response = await client.PostAsync(address, null);

            (await Answer.Of(response)).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC", ""));
        }
    }

    [Test]
    public async Task HEAD_is_GET_without_the_body([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(door, mia);
        using var get = await client.GetAsync(new Uri(Votes, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, Votes);
        using var head = await client.SendAsync(request);

        (await Answer.Of(head)).ShouldBe(new(200, "JIRA-VOTES-GET-200, JIRA-AUTH-BASIC", ""));
        head.Content.Headers.ContentLength.ShouldBe((await get.Content.ReadAsByteArrayAsync()).Length);
    }

    [TestCase("", null), TestCase("", "application/json"), TestCase("{}", "application/json"), TestCase("<x", "text/xml"), TestCase("\"5b10\"", "application/json"), TestCase("{broken", "application/json")]
    public async Task Any_body_or_none_is_accepted_where_none_belongs(string body, string? contentType)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var mia = fake.Jira.AddUser();
            fake.Jira.AddIssue("MKY-1");
            using var client = fake.Client(door, mia);

            foreach (var (method, rule) in new[] { ("POST", "JIRA-VOTES-ADD-204"), ("GET", "JIRA-VOTES-GET-200"), ("DELETE", "JIRA-VOTES-DELETE-204") })
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
                (await Answer.Of(client, method, Votes, content)).Rule.ShouldBe(rule + ", JIRA-AUTH-BASIC");
            }
        }
    }

    [Test]
    public async Task The_live_service_refuses_GET_with_a_body([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Profile = "observed" });
        using var content = new StringContent("{}");

        (await Answer.Of(fake.Client(door), "GET", Votes, content)).ShouldBe(new(403, "JIRA-GET-BODY-403", ""));
        (await Answer.Of(fake.Client(door), "GET", Votes)).Rule.ShouldNotContain("GET-BODY");
        using var written = new StringContent("{}");
        (await Answer.Of(fake.Client(door), "POST", Votes, written)).Rule.ShouldNotContain("GET-BODY");
    }

    [Test]
    public async Task The_live_service_refuses_writes_of_browsers([Values] Door door, [Values("POST", "DELETE", "PUT")] string method)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Profile = "observed" });
        var browser = ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");

        (await Answer.Of(fake.Client(door), method, Votes, null, browser)).ShouldBe(new(403, "JIRA-XSRF-403", "XSRF check failed"));
        (await Answer.Of(fake.Client(door), "GET", Votes, null, browser)).Rule.ShouldNotContain("XSRF");
        (await Answer.Of(fake.Client(door), method, Votes, null, ("User-Agent", "python-requests/2.32"))).Rule.ShouldNotContain("XSRF");
        fake.Settings["xsrfCheck"] = "off";
        (await Answer.Of(fake.Client(door), method, Votes, null, browser)).Rule.ShouldNotContain("XSRF");
    }

    [Test]
    public async Task A_body_longer_than_the_server_takes_is_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { BodyLimit = 1000 });
        using var content = new ByteArrayContent(new byte[1001]);

        using var longest = new ByteArrayContent(new byte[1000]);
        (await Answer.Of(fake.Client(door), "POST", Votes, longest)).Status.ShouldBe(401);
        (await Answer.Of(fake.Client(door), "POST", Votes, content)).ShouldBe(new(413, "JIRA-BODY-413", """{"errorMessages":["The request body is too long."],"errors":{}}"""));
    }

    [Test]
    public async Task An_answer_names_the_stub_that_gave_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var response = await fake.Client(door).GetAsync(new Uri(Votes, UriKind.Relative));

        response.Headers.GetValues("X-FakeJira-Stub").ShouldBe(["jira.votes.get"]);
    }
}
