namespace FakeJira.Tests.Stubs.Responding;

/// <summary>Mappings that let another one answer wait for it on the stack of the process, which would end with it.</summary>
public sealed class PassingTests
{
    private const string TooMany = """{"Status":"More than 100 mappings pass this request on, each to the next."}""";

    [Test]
    public async Task More_than_a_hundred_mappings_do_not_pass_a_request_on([Values] Door door)
    {
        var log = new List<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = log.Add });
        using var client = fake.Client(door);
        fake.Map("""{"Priority": 9, "Request": {"Path": "/x"}, "Response": {"Body": "end"}}""");
        (await Pass(client, 100)).ShouldBe(201);
        (await Answer.Of(client, "GET", "/x")).Body.ShouldBe("end");

        (await Pass(client, 1)).ShouldBe(201);

        var answer = await Answer.Of(client, "GET", "/x");
        (answer.Status, answer.Body).ShouldBe((500, TooMany));
        log.ShouldContain(line => line.Contains("More than 100 mappings pass this request on", StringComparison.Ordinal));
        (await Answer.Of(client, "GET", "/rest/api/3/serverInfo")).Status.ShouldBe(200);
    }

    private static async Task<int> Pass(HttpClient client, int mappings) =>
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent("[" + string.Join(',', Enumerable.Repeat("""{"Request": {"Path": "/x"}, "Response": {"Callback": "*"}}""", mappings)) + "]"))).Status;
}
