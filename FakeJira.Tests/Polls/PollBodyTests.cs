using System.Text;
using FakeJira.Polls;

namespace FakeJira.Tests.Polls;

public sealed class PollBodyTests
{
    private const string Head = "{" + PollsHttp.Settings;

    private static IEnumerable<TestCaseData> BadBodies()
    {
        yield return new TestCaseData("").SetArgDisplayNames("empty");

        // Named, because the test adapter loses the result of a case with this character in its name.
        yield return new TestCaseData("{\"a\":\"\u0001\"}").SetArgDisplayNames("a control character in a text");
        foreach (var text in new[] { " \r\n\t", "[]", "[{\"title\":\"T\"}]", "null", "true", "17", "\"text\"", "{", "{\"title\":\"T\"", "{\"title\":\"T\",}", "{'title':'T'}", "{title:1}", "{}{}", "{} x", "// c\n{}", "{\"a\":NaN}", "{\"a\":01}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "title=T", "<poll/>", "\0" })
        {
            yield return new TestCaseData(text);
        }

        yield return new TestCaseData(Nested(1000)).SetArgDisplayNames("1,000 deep");
        yield return new TestCaseData(Nested(65)).SetArgDisplayNames("65 deep");
        yield return new TestCaseData(new string('x', 5_000_000)).SetArgDisplayNames("5 MB of x");
    }

    [TestCaseSource(nameof(BadBodies))]
    public async Task A_bad_body_is_refused_and_changes_nothing(string body)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        var before = fake.Site.Site.Read(PollsContract.World);
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);
            (await client.Post(endpoint.Query("PLAT-1"), body)).ShouldBe(new(400, "POLLS-BODY-400", ""));
            (await client.Put(endpoint.Query("PLAT-1", pollId: poll.Id), body)).ShouldBe(new(400, "POLLS-BODY-400", ""));
        }

        fake.Site.Site.Read(PollsContract.World).ShouldBeSameAs(before);
    }

    [Test]
    public async Task Bytes_that_are_no_UTF_8_are_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        foreach (var bytes in new[] { Encoding.Latin1.GetBytes("""{"title":"é"}"""), Encoding.Unicode.GetBytes("{}"), [0xFF, 0xFE], [(byte)'{', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"', (byte)':', (byte)'1', (byte)'}'] })
        {
            (await Answer.Of(client, "POST", endpoint.Query("PLAT-1"), new ByteArrayContent(bytes))).ShouldBe(new(400, "POLLS-BODY-400", ""));
        }

        endpoint.Polls.ShouldBeEmpty();
    }

    [Test]
    public async Task A_body_of_five_megabytes_is_a_poll_like_any_other([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);
        var long5 = new string('⭐', 1_700_000);

        (await client.Post(endpoint.Query("PLAT-1"), $$"""{"title":"{{long5}}"}""")).Status.ShouldBe(200);

        endpoint.PollsOf("PLAT-1").Single().Title.ShouldBe(long5);
    }

    [Test]
    public async Task A_body_beyond_the_server_s_limit_is_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { BodyLimit = 1000 });
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1");
        using var client = fake.Client(door);
        var body = $$"""{"title":"{{new string('x', 1000)}}"}""";

        (await client.Post(endpoint.Query("PLAT-1"), body)).ShouldBe(new(413, "POLLS-BODY-413", ""));
        (await client.Put(endpoint.Query("PLAT-1", pollId: poll.Id), body)).ShouldBe(new(413, "POLLS-BODY-413", ""));

        endpoint.PollsOf("PLAT-1").Single().Json.ShouldBe(poll.Json);
    }

    [TestCase("""{}""", ""","id":"ID"}""")]
    [TestCase(""" { "title" : "T" , "options" : [ { "id" : "1" } , 2 ] , "description" : null } """, ""","options":[{"id":"1"},2],"description":null,"id":"ID","title":"T"}""")]
    [TestCase("""{"z":1,"title":"T","a":{"c":[],"b":{}},"description":"D"}""", ""","description":"D","id":"ID","title":"T","z":1,"a":{"c":[],"b":{}}}""", TestName = "Unknown members come last, in their order")]
    [TestCase("""{"title":5,"options":"none","description":[true]}""", ""","options":"none","description":[true],"id":"ID","title":5}""", TestName = "Wrong types are stored as sent")]
    [TestCase("""{"n":[1.0,1e2,-0,12345678901234567890123,0.10]}""", ""","id":"ID","n":[1.0,1e2,-0,12345678901234567890123,0.10]}""", TestName = "Numbers are kept as written")]
    [TestCase("""{"n":[1e400,-1e400]}""", ""","id":"ID","n":[null,null]}""", TestName = "Numbers too large for JavaScript are null")]
    [TestCase("""{"title":"a","x":{"k":1,"l":2,"k":3},"title":"b"}""", ""","id":"ID","title":"b","x":{"k":3,"l":2}}""", TestName = "The last of a doubled member counts")]
    [TestCase("""{"title":"a","\u0074itle":"b"}""", ""","id":"ID","title":"b"}""", TestName = "A name is the same however it is escaped")]
    public async Task Members_go_out_in_the_page_s_order(string body, string expected)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);

        var answer = await client.Post(endpoint.Query("PLAT-1"), body);

        answer.Body.ShouldBe(Head + expected.Replace("\"ID\"", $"\"{endpoint.IdsOf("PLAT-1").Single()}\"", StringComparison.Ordinal));
    }

    [TestCase("""{"settings":{}}""", Head + """,""")]
    [TestCase("""{"settings":null}""", """{"settings":null,""")]
    [TestCase("""{"settings":[1]}""", """{"settings":[1],""")]
    [TestCase("""{"settings":{"x":[ 1 ],"allowComment":"yes","endDate":"2026-01-31T12:00:00Z"}}""", """{"settings":{"allowSelectionOfMultipleOptions":false,"resultsVisibility":"alwaysPublic","endDate":"2026-01-31T12:00:00Z","hideAbsoluteNumbers":false,"allowRevote":false,"saveParticipantNames":false,"closePollOnEndDate":false,"allowComment":"yes","x":[1]},""")]
    public async Task Missing_settings_get_their_defaults(string body, string expected)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);

        (await client.Post(endpoint.Query("PLAT-1"), body)).Body.ShouldStartWith(expected);
    }

    [TestCase("""\u2b50\uD83C\uDF89""", "⭐🎉")]
    [TestCase("⭐🎉👩‍👩‍👧 é\u00A0\u2028\uFEFF<>&'+", "⭐🎉👩‍👩‍👧 é\u00A0\u2028\uFEFF<>&'+")]
    [TestCase("""\"\\\/\b\f\n\r\t\u0001\u007f""", "\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f")]
    [TestCase("""\ud800 and \udc00\ud800""", """\ud800 and \udc00\ud800""", TestName = "Halves of a surrogate pair survive")]
    public async Task An_emoji_is_an_emoji_in_names_and_values(string sent, string expected)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);

            var answer = await client.Post(endpoint.Query("PLAT-1"), $$"""{"title":"{{sent}}","options":[{"id":"{{sent}}","title":"{{sent}}","order":0}],"{{sent}}":["{{sent}}"]}""");

            var options = $$""","options":[{"id":"{{expected}}","title":"{{expected}}","order":0}],"id":"{{endpoint.IdsOf("PLAT-1").Last()}}","title":"{{expected}}","{{expected}}":["{{expected}}"]}""";
            answer.ShouldBe(new(200, "POLLS-CREATE-200", Head + options));
        }
    }

    [Test]
    public async Task A_byte_order_mark_is_not_part_of_the_body()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);

        (await client.Post(endpoint.Query("PLAT-1"), "\uFEFF{}")).Rule.ShouldBe("POLLS-CREATE-200");
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
}
