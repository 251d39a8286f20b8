using System.Text;

namespace FakeJira.Tests.Stubs.Responding;

public class ResponseTests
{
    [TestCase("{}", 200, "")]
    [TestCase("""{"StatusCode": 404}""", 404, "")]
    [TestCase("""{"StatusCode": "201", "Body": "text"}""", 201, "text")]
    [TestCase("""{"BodyAsJson": {"f": 1.0, "big": 12345678901234567890, "d": "2026-01-02T00:00:00.0000000Z", "n": null, "g": "größe"}}""", 200, """{"f":1.0,"big":12345678901234567890,"d":"2026-01-02T00:00:00.0000000Z","n":null,"g":"größe"}""")]
    [TestCase("""{"Body": 5}""", 200, "5")]
    [TestCase("""{"BodyAsJson": "a text"}""", 200, "\"a text\"")]
    [TestCase("""{"BodyAsJson": null, "Body": null}""", 200, "")]
    [TestCase("""{"BodyAsJson": {"a": [1]}, "BodyAsJsonIndented": true}""", 200, "{\n  \"a\": [\n    1\n  ]\n}")]
    [TestCase("""{"BodyAsBytes": "e3tyZXF1ZXN0Lm1ldGhvZH19", "Body": "b", "UseTransformer": true}""", 200, "{{request.method}}")]
    [TestCase("""{"Body": "b", "BodyAsJson": {}, "BodyAsFile": "none"}""", 200, "b")]
    [TestCase("""{"StatusCode": "{{request.query.s}}", "UseTransformer": true}""", 422, "")]
    public async Task What_a_response_says_is_what_goes_out(string response, int status, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {{response}} }""");

        foreach (var door in Enum.GetValues<Door>())
        {
            (await Answer.Of(fake.Client(door), "GET", "/x?s=422")).ShouldBe(new Answer(status, "MAPPING", body));
        }
    }

    [Test]
    public async Task Headers_go_out_as_they_are_written_and_there_is_no_Content_Type_of_itself([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Headers": {"X-One": "1", "X-Two": ["a", "b"], "X-{{request.method}}": "{{request.path}}"}, "HeadersRaw": "X-Raw: no", "UseTransformer": true, "Rule": "MY-RULE"}}""");
        fake.Map("""{"Request": {"Path": "/raw"}, "Response": {"HeadersRaw": "X-One: 1\nX-Two: two words\r\n", "Body": "raw"}}""");

        using var response = await fake.Client(door).GetAsync("/x");
        response.Headers.Select(header => $"{header.Key}: {string.Join("|", header.Value)}").Where(line => !line.StartsWith("Date", StringComparison.Ordinal) && !line.StartsWith("X-FakeJira-Stub", StringComparison.Ordinal)).Order().ShouldBe(["X-FakeJira-Rule: MY-RULE", "X-GET: /x", "X-One: 1", "X-Two: a|b"]);
        response.Content.Headers.ContentType.ShouldBeNull();

        using var raw = await fake.Client(door).GetAsync("/raw");
        raw.Headers.GetValues("X-Two").ShouldBe(["two words"]);
    }

    [Test]
    public async Task A_body_goes_out_in_its_encoding()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "größe", "BodyEncoding": {"CodePage": 28591, "EncodingName": "Western European (ISO)", "WebName": "iso-8859-1"}}}""");
        fake.Map("""{"Request": {"Path": "/y"}, "Response": {"Body": "€{{request.query.e}}", "UseTransformer": true, "BodyEncoding": {"EncodingName": "", "WebName": "windows-1252"}}}""");

        (await fake.CreateClient().GetByteArrayAsync("/x")).ShouldBe(Encoding.Latin1.GetBytes("größe"));
        (await fake.CreateClient().GetByteArrayAsync("/y?e=%C3%A4")).ShouldBe([0x80, 0xE4]);
    }

    [Test]
    public async Task A_delay_by_itself_is_part_of_the_answer_and_random_ones_stay_between_their_bounds()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var slow = fake.Map("""{"Request": {"Path": "/slow"}, "Response": {"Delay": 3000}}""");
        var some = fake.Map("""{"Request": {"Path": "/some"}, "Response": {"MinimumRandomDelay": 20, "MaximumRandomDelay": 30}}""");
        var request = new FakeJira.Stubs.StubRequest { Method = "GET", RawPath = "/slow", Site = fake.Site.Site };

        (await slow.AnswerAsync(request)).Delay.ShouldBe(TimeSpan.FromSeconds(3));
        var delays = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            delays.Add((await some.AnswerAsync(request)).Delay.TotalMilliseconds);
        }

        delays.Distinct().Order().ShouldBe(Enumerable.Range(20, 11).Select(each => (double)each));
    }

    [Test]
    public async Task An_answer_that_is_always_the_same_is_made_once()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var stub = fake.Map("""{"Request": {"Path": "/x"}, "Response": {"StatusCode": 201, "BodyAsJson": {"a": 1}, "Headers": {"X-A": "1"}, "UseTransformer": true}}""");
        var request = new FakeJira.Stubs.StubRequest { Method = "GET", RawPath = "/x", Site = fake.Site.Site };

        (await stub.AnswerAsync(request)).ShouldBeSameAs(await stub.AnswerAsync(request));
    }

    [Test]
    public async Task EMPTY_RESPONSE_is_the_status_and_a_body_that_ends_at_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "lost", "Fault": {"Type": "EMPTY_RESPONSE"}}}""");
        fake.Map("""{"Request": {"Path": "/never"}, "Response": {"Body": "hello", "Fault": {"Type": "EMPTY_RESPONSE", "Percentage": 0}}}""");

        using var response = await fake.Client(door).GetAsync("/x");
        ((int)response.StatusCode, await response.Content.ReadAsStringAsync()).ShouldBe((200, ""));
        if (door == Door.Loopback)
        {
            response.Headers.TransferEncodingChunked.ShouldBe(true);
        }

        (await Answer.Of(fake.Client(door), "GET", "/never")).Body.ShouldBe("hello");
    }

    [Test]
    public async Task MALFORMED_RESPONSE_CHUNK_breaks_the_reading_of_the_body([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "lost", "Fault": {"Type": "MALFORMED_RESPONSE_CHUNK"}}}""");

        await Should.ThrowAsync<HttpRequestException>(() => fake.Client(door).GetStringAsync("/x"));
    }

    [Test]
    public async Task A_fault_with_a_percentage_goes_by_the_chance_of_the_site()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "b", "Fault": {"Type": "EMPTY_RESPONSE", "Percentage": 0.5}}}""");

        var bodies = new HashSet<string>();
        for (var i = 0; i < 40; i++)
        {
            bodies.Add((await Answer.Of(fake.CreateClient(), "GET", "/x")).Body);
        }

        bodies.Order().ShouldBe(["", "b"]);
    }

    [TestCase("5 Oslo", """{"Status":"The template of StatusCode made \u00275 Oslo\u0027; expected a number from 200 to 999."}""")]
    [TestCase("0", """{"Status":"The template of StatusCode made \u00270\u0027; expected a number from 200 to 999."}""")]
    public async Task A_status_that_is_none_is_a_500(string status, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"StatusCode": "{{request.query.s}}", "UseTransformer": true}}""");

        (await Answer.Of(fake.CreateClient(), "GET", $"/x?s={Uri.EscapeDataString(status)}")).ShouldBe(new Answer(500, "", body));
    }

    [Test]
    public async Task A_header_that_a_template_breaks_is_a_500()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Headers": {"X-A": "{{{request.query.a}}}"}, "UseTransformer": true}}""");

        (await Answer.Of(fake.CreateClient(), "GET", "/x?a=1%0D%0AX-Evil:1")).ShouldBe(new Answer(500, "", """{"Status":"The value of the header \u0027X-A\u0027 has a character that a header cannot carry; only visible ASCII characters and spaces are safe."}"""));
    }
}
