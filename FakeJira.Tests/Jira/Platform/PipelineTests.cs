using System.Net.Http.Headers;
using System.Text;

namespace FakeJira.Tests.Jira.Platform;

public sealed class PipelineTests
{
    private const string Gate = "Client must be authenticated to access this resource.";

    [TestCase(null, "text/plain; charset=UTF-8")]
    [TestCase("*/*", "text/html; charset=UTF-8")]
    [TestCase("application/json", "application/json; charset=UTF-8")]
    [TestCase("application/json,*/*;q=0.9", "application/json; charset=UTF-8")]
    [TestCase("image/png", "image/png")]
    public async Task A_caller_without_a_user_is_stopped_at_the_gate_in_a_media_type_it_accepts(string? accept, string type)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/rest/api/3/myself");
            if (accept is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept", accept);
            }

            using var response = await client.SendAsync(request);
            (await Answer.Of(response)).ShouldBe(new(401, "JIRA-GATE-401, JIRA-AUTH-ANONYMOUS", Gate));
            response.Content.Headers.ContentType!.ToString().ShouldBe(type);
            response.Headers.WwwAuthenticate.ToString().ShouldBe($"OAuth realm=\"{Uri.EscapeDataString(fake.BaseAddress.ToString().TrimEnd('/'))}\"");
        }
    }

    [TestCase("text/plain", "text/plain")]
    [TestCase(null, "null")]
    public async Task A_body_of_another_media_type_is_refused_before_it_is_read(string? type, string shown)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var ada = fake.Jira.AddUser("Ada Admin", isAdmin: true);
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, ada);
            using var content = new ByteArrayContent("{"u8.ToArray());
            content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            using var response = await client.PostAsync("/rest/api/3/project", content);

            (await Answer.Of(response)).ShouldBe(new(415, "JIRA-MEDIA-415, JIRA-AUTH-BASIC", $$"""{"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"Content-Type '{{shown}}' is not supported.","instance":"/rest/api/3/project"}"""));
            response.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json; charset=UTF-8");
            string.Join(',', response.Headers.NonValidated["Accept"]).ShouldBe("application/json");
        }
    }

    [TestCase("", "JIRA-BODY-EMPTY-400", "No content to map to Object due to end of input")]
    [TestCase("{\"key\":", "JIRA-BODY-BROKEN-400", "There was an error parsing JSON. Check that your request body is valid.")]
    [TestCase("{\"key\":\"\\ud83d\"}", "JIRA-BODY-BROKEN-400", "There was an error parsing JSON. Check that your request body is valid.")]
    [TestCase("[]", "JIRA-BODY-INVALID-400", "Invalid request payload. Refer to the REST API documentation and try again.")]
    [TestCase("{\"keys\":\"MKY\"}", "JIRA-BODY-INVALID-400", "Invalid request payload. Refer to the REST API documentation and try again.")]
    public async Task A_body_that_is_none_is_refused_with_its_text_alone(string body, string rule, string text)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var ada = fake.Jira.AddUser("Ada Admin", isAdmin: true);
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door, ada);
            (await Answer.Of(client, "POST", "/rest/api/3/project", new StringContent(body, Encoding.UTF8, "application/json"))).ShouldBe(new(400, $"{rule}, JIRA-AUTH-BASIC", $$"""{"errorMessages":["{{text}}"]}"""));
        }
    }

    [Test]
    public async Task Bytes_that_are_no_UTF_8_are_no_JSON([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, fake.Jira.AddUser("Ada Admin", isAdmin: true));
        foreach (var text in new byte[][] { [0xFF], [0xED, 0xA0, 0x80], [0xC3] })
        {
            using var content = new ByteArrayContent([.. "{\"key\":\"MKY\",\"name\":\""u8, .. text, .. "\"}"u8]);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");

            (await Answer.Of(client, "POST", "/rest/api/3/project", content)).ShouldBe(new(400, "JIRA-BODY-BROKEN-400, JIRA-AUTH-BASIC", """{"errorMessages":["There was an error parsing JSON. Check that your request body is valid."]}"""));
        }
    }

    [Test]
    public async Task The_gate_comes_before_the_body_and_the_scope_before_the_gate([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        using var anonymous = fake.Client(door);
        using var scoped = fake.Client(door, fake.Jira.AddAccessToken(mia, "read:jira-work"));

        (await Answer.Of(anonymous, "POST", "/rest/api/3/project", new StringContent("x"))).ShouldBe(new(401, "JIRA-ANONYMOUS-401, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["You are not authenticated. Authentication required to perform this operation."],"errors":{}}"""));
        (await Answer.Of(scoped, "POST", "/rest/api/3/project", new StringContent("x"))).ShouldBe(new(401, "JIRA-SCOPE-401", """{"code":401,"message":"Unauthorized; scope does not match"}"""));
    }

    [Test]
    public async Task A_whole_number_that_is_none_is_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/api/3/project/search?startAt=&maxResults=abc")).ShouldBe(new(400, "JIRA-QUERY-INTEGER-400, JIRA-AUTH-ANONYMOUS", """{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert 'maxResults' with value: 'abc'","instance":"/rest/api/3/project/search"}"""));
    }

    [Test]
    public async Task A_repeated_parameter_means_the_same_as_a_comma_list([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        fake.Jira.AddProject("PLAT", anonymousBrowse: true);
        fake.Jira.AddProject("ZOO", anonymousBrowse: true);
        using var client = fake.Client(door);

        var repeated = await Answer.Of(client, "GET", "/rest/api/3/project/search?keys=MKY&keys=ZOO");
        var listed = await Answer.Of(client, "GET", "/rest/api/3/project/search?keys=MKY,ZOO");
        (repeated.Status, repeated.Rule, repeated.At("values")).ShouldBe((listed.Status, listed.Rule, listed.At("values")));
        (repeated.At("total"), listed.At("total")).ShouldBe(("2", "2"));
    }
}
