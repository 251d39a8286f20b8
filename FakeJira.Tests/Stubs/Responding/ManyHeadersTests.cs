using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Responding;

/// <summary>Header names that stand again, and headers without end.</summary>
public sealed class ManyHeadersTests
{
    private static string Raw(int count) => new JObject { ["HeadersRaw"] = string.Concat(Enumerable.Repeat("X: a\n\n", count)) }.ToString();

    private static string Names(int count) => new JObject { ["Headers"] = new JObject(Enumerable.Range(1, count).Select(number => new JProperty($"X-{number}", "a"))) }.ToString();

    private static string Values(int count) => new JObject { ["Headers"] = new JObject { ["X"] = new JArray(Enumerable.Repeat("a", count - 1)), ["Y"] = "a" } }.ToString();

    /// <summary>What is wrong with one of them is not told beside it.</summary>
    private static string Wrong(int count) => new JObject { ["Headers"] = new JObject { ["X"] = new JArray(Enumerable.Repeat("ß", count)) } }.ToString();

    private static IEnumerable<TestCaseData> TooMany => [
        new TestCaseData(Raw(1001), "HeadersRaw").SetArgDisplayNames("lines"), new TestCaseData(Names(1001), "Headers").SetArgDisplayNames("names"),
        new TestCaseData(Values(1001), "Headers").SetArgDisplayNames("values"), new TestCaseData(Wrong(1001), "Headers").SetArgDisplayNames("mistakes")];

    [TestCaseSource(nameof(TooMany))]
    public void A_mapping_with_more_than_1000_headers_is_refused_with_one_error(string response, string place) =>
        Mapped.Problems(response).ShouldHaveSingleItem().Split(": ", 2)[1].ShouldBe($"error: An answer has at most 1000 headers, and these are 1001. [Response.{place}]");

    [Test]
    public async Task A_thousand_headers_are_sent([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        foreach (var response in (string[])[Raw(1000), Names(1000), Values(1000)])
        {
            Mapped.Problems(response).ShouldBeEmpty();
            fake.Map($$"""{"Request": {"Path": "/x"}, "Response": {{response}}}""");

            using var answer = await fake.Client(door).GetAsync(new Uri("/x", UriKind.Relative));

            answer.Headers.NonValidated.Where(header => header.Key.StartsWith('X') && !header.Key.StartsWith("X-FakeJira", StringComparison.Ordinal) || header.Key == "Y").Sum(header => header.Value.Count).ShouldBe(1000);
        }
    }

    [Test]
    public async Task A_fault_with_more_than_1000_headers_is_refused_with_one_error()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        (await Fault(client, 1001)).ShouldBe(new(400, "", """
            {
              "errors": [
                {
                  "path": "headers",
                  "line": 1,
                  "column": 28,
                  "message": "An answer has at most 1000 headers, and these are 1001."
                }
              ]
            }

            """.ReplaceLineEndings("\n")));
        fake.Faults.All.ShouldBeEmpty();
        (await Fault(client, 1000)).Status.ShouldBe(201);
    }

    [Test]
    public async Task Values_of_one_name_are_all_sent_in_their_order_whatever_its_case([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => new StubResponse { Headers = [new("X-A", "1"), new("X-B", "one"), new("x-a", "2"), new("Vary", "a"), new("X-A", "3"), new("vary", "b")] });

        using var answer = await fake.Client(door).GetAsync(new Uri("/x", UriKind.Relative));

        (string.Join('|', answer.Headers.GetValues("X-A")), string.Join('|', answer.Headers.GetValues("X-B")), string.Join('|', answer.Headers.GetValues("Vary"))).ShouldBe(("1|2|3", "one", "a|b"));
    }

    /// <summary>Each of them would copy those before it: minutes.</summary>
    [TestCase(600_000)]
    public async Task Many_values_of_one_name_take_no_longer_than_they_have_to(int count)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => new StubResponse { Headers = [.. Enumerable.Repeat(new Header("X", "a"), count)] });
        using var handler = new SocketsHttpHandler { MaxResponseHeadersLength = count / 100 };
        using var client = new HttpClient(handler) { BaseAddress = fake.BaseAddress };

        using var answer = await client.GetAsync(new Uri("/x", UriKind.Relative)).WaitAsync(TimeSpan.FromSeconds(60));

        answer.Headers.NonValidated["X"].Count.ShouldBe(count);
    }

    private static Task<Answer> Fault(HttpClient client, int headers) =>
        Answer.Of(client, "POST", "/__fakejira/sites/default/faults", new StringContent("{\"status\": 500, \"headers\": {" + string.Join(',', Enumerable.Range(1, headers).Select(number => $"\"X-{number}\": \"a\"")) + "}}"));
}
