using FakeJira.Stubs;
using FakeJira.Tests.Stubs.RecordedCases;

namespace FakeJira.Tests.Stubs.Responding;

/// <summary>Answers that HTTP has no body for, whatever they carry: the doors leave out the same.</summary>
public sealed class BodylessTests
{
    [Test]
    public async Task A_body_is_left_out_where_a_status_has_none([Values] Door door, [Values("GET", "HEAD")] string method, [Values(204, 205, 304)] int status, [Values(0, 2)] int drip)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {"StatusCode": {{status}}, "Body": "lost", "Drip": {{drip}} } }""");
        using var client = fake.Client(door);

        for (var i = 0; i < 2; i++)
        {
            (await Answer.Of(client, method, "/x")).ShouldBe(new(status, "MAPPING", ""));
        }
    }

    [Test]
    public async Task A_body_that_streams_is_left_out_too([Values] Door door, [Values(204, 205, 304)] int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var isWritten = false;
        fake.Stubs.Add("GET", "/x", _ => new StubResponse
        {
            Status = status,
            Writer = async (body, gone) =>
            {
                isWritten = true;
                await body.WriteAsync("lost"u8.ToArray(), gone);
            },
        });

        (await Answer.Of(fake.Client(door), "GET", "/x")).ShouldBe(new(status, "", ""));
        isWritten.ShouldBeFalse();
    }

    [TestCase(200, "NONE", 4)]
    [TestCase(204, "NONE", 0)]
    [TestCase(205, "NONE", 0)]
    [TestCase(304, "NONE", 0)]
    [TestCase(200, "EMPTY_RESPONSE", 0)]
    public async Task HEAD_tells_the_length_of_a_body_that_GET_would_get(int status, string fault, int length)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {"StatusCode": {{status}}, "Body": "body", "Fault": {"Type": "{{fault}}"} } }""");

        foreach (var door in Enum.GetValues<Door>())
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, "/x");
            using var answer = await fake.Client(door).SendAsync(request);
            (answer.Content.Headers.ContentLength ?? 0).ShouldBe(length, door.ToString());
        }
    }

    [Test]
    public async Task A_fault_that_spoils_a_body_cuts_the_connection_where_there_is_none([Values] Door door, [Values("GET 204", "GET 205", "GET 304", "HEAD 200")] string asked, [Values("MALFORMED_RESPONSE_CHUNK", "CUT_BODY")] string fault)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {"StatusCode": {{asked.Split(' ')[1]}}, "Body": "body", "Fault": {"Type": "{{fault}}"} } }""");

        await Should.ThrowAsync<HttpRequestException>(() => Answer.Of(fake.Client(door), asked.Split(' ')[0], "/x"));
        fake.Requests.Entries.ShouldHaveSingleItem().Response.Fault.ShouldBe(ConnectionFault.Drop);
    }

    [Test]
    public async Task The_answer_of_a_vote_is_lost_with_a_malformed_chunk_too([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door, fake.Jira.AddUser("Mia Krystof"));
        using var fault = new StringContent("""{"operation": "jira.votes.add", "connection": "malformedChunk", "afterWrite": true}""");
        (await Answer.Of(client, "POST", "__fakejira/sites/default/faults", fault)).Status.ShouldBe(201);
        var before = fake.Jira.VotersOf("MKY-1").Count;

        await Should.ThrowAsync<HttpRequestException>(() => Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes"));

        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(before + 1);
    }

    /// <summary>What follows the head of such an answer is a tunnel, and there is none.</summary>
    [TestCase("""{"Body": "lost"}""", 200, null, "")]
    [TestCase("""{"StatusCode": 299, "Body": "lost", "Drip": 2}""", 299, null, "")]
    [TestCase("""{"Body": "lost", "Fault": {"Type": "EMPTY_RESPONSE"}}""", 200, null, "")]
    [TestCase("""{"StatusCode": 407, "Body": "kept"}""", 407, "4", "kept")]
    public async Task Where_CONNECT_succeeds_there_is_no_body(string response, int status, string? length, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$"""{"Request": {}, "Response": {{response}} }""");

        var answer = (await RawHttp.Send(fake.BaseAddress, "CONNECT", fake.BaseAddress.Authority, [], null)).ShouldNotBeNull();

        (answer.Status, answer.Header("X-FakeJira-Rule"), answer.Header("Content-Length"), answer.Header("Transfer-Encoding"), answer.Text).ShouldBe((status, "MAPPING", length, null, body));
    }

    [Test]
    public async Task A_fault_that_spoils_what_CONNECT_gets_cuts_the_connection()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {}, "Response": {"Body": "lost", "Fault": {"Type": "MALFORMED_RESPONSE_CHUNK"}}}""");

        (await RawHttp.Send(fake.BaseAddress, "CONNECT", fake.BaseAddress.Authority, [], null)).ShouldBeNull();
    }

    [TestCase(200, "")]
    [TestCase(407, "kept")]
    public async Task Where_CONNECT_succeeds_without_a_socket_there_is_no_body_either(int status, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$"""{"Request": {}, "Response": {"StatusCode": {{status}}, "Body": "kept"} }""");

        (await Answer.Of(fake.Client(Door.Handler), "CONNECT", "/x")).ShouldBe(new(status, "MAPPING", body));
    }
}
