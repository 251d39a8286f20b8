using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs;

/// <summary>What a test's own answers and callers see is the same through both doors.</summary>
public sealed class DoorTests
{
    [Test]
    public async Task Who_has_given_up_already_asks_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1", fake.Jira.AddUser("Rita Reporter"));
        using var client = fake.Client(door, fake.Jira.AddUser("Mia Krystof"));
        using var content = new StringContent("");

        await Should.ThrowAsync<TaskCanceledException>(() => client.PostAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative), content, new CancellationToken(canceled: true)));

        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
        fake.Requests.Count.ShouldBe(0);
    }

    [TestCase("Location", "/ä", "The value of the header 'Location' has a character that a header cannot carry; only visible ASCII characters and spaces are safe.")]
    [TestCase("Content-Type", "text/plain; x=ä", "The value of the header 'Content-Type' has a character that a header cannot carry; only visible ASCII characters and spaces are safe.")]
    [TestCase("X-Uni", "hé€", "The value of the header 'X-Uni' has a character that a header cannot carry; only visible ASCII characters and spaces are safe.")]
    [TestCase("X Uni", "a", "'X Uni' cannot be the name of a header.")]
    public async Task A_header_that_cannot_be_sent_is_a_500_that_names_it(string name, string value, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => new StubResponse { Status = 302, Headers = [new(name, value)] });

        foreach (var door in Enum.GetValues<Door>())
        {
            var answer = await Answer.Of(fake.Client(door), "GET", "/x");
            (answer.Status, (string?)Newtonsoft.Json.Linq.JObject.Parse(answer.Body)["Status"]).ShouldBe((500, message));
        }

        fake.Requests.Entries.Select(entry => entry.Response.Status).ShouldBe([500, 500]);
    }

    [Test]
    public async Task A_rule_that_cannot_be_sent_is_a_500_that_says_so([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => new StubResponse { RuleHeader = "Ä" });

        var answer = await Answer.Of(fake.Client(door), "GET", "/x");

        answer.Status.ShouldBe(500);
        answer.Body.ShouldContain("X-FakeJira-Rule");
    }

    [Test]
    public async Task The_length_of_an_answer_is_that_of_its_body([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => new StubResponse { Headers = [new("Content-Length", "3"), new("Transfer-Encoding", "chunked"), new("X-Mine", "1")], Body = "12345"u8.ToArray() });

        using var answer = await fake.Client(door).GetAsync(new Uri("x", UriKind.Relative));

        (await answer.Content.ReadAsStringAsync()).ShouldBe("12345");
        answer.Content.Headers.ContentLength.ShouldBe(5);
        answer.Headers.Select(header => header.Key).Except(["Date"]).ShouldBe(["X-Mine", "X-FakeJira-Stub"], ignoreOrder: true);
    }

    [Test]
    public async Task A_header_without_a_value_is_sent([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => new StubResponse { Headers = [new("X-Empty", "")] });

        using var answer = await fake.Client(door).GetAsync(new Uri("x", UriKind.Relative));

        answer.Headers.GetValues("X-Empty").ShouldBe([""]);
    }
}
