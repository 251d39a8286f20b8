namespace FakeJira.Tests.Stubs;

/// <summary>Of what the journal no longer keeps nothing is claimed.</summary>
public sealed class JournalGapTests
{
    private const string Of5 = "The journal has forgotten 2 of 5 requests, and what they were cannot be known: start the server with a larger JournalCapacity, or call Requests.Clear() before.";

    [TestCase(3, "Expected a request with path /x 3 times, found 3 among 3. ")]
    [TestCase(5, "Expected a request with path /x 5 times, found 3 among 3. ")]
    public async Task A_number_of_requests_is_not_counted_where_some_are_forgotten(int times, string told)
    {
        await using var fake = await Asked(5, "/x", new() { JournalCapacity = 3 });

        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked(path: "/x", times: times)).Message.ReplaceLineEndings("\n").ShouldBe($"""
            {told}{Of5}
            The nearest requests:
              3  GET /x -> 404 no stub
              4  GET /x -> 404 no stub
              5  GET /x -> 404 no stub
            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public async Task That_a_request_was_not_made_is_not_said_where_it_may_be_forgotten()
    {
        await using var fake = await Asked(5, "/x", new() { JournalCapacity = 3 });

        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked("POST", times: 0)).Message.ShouldStartWith($"Expected a request with method POST 0 times, found 0 among 3. {Of5}");
        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked("POST")).Message.ShouldStartWith($"Expected a request with method POST at least once, found 0 among 3. {Of5}");
        (await Should.ThrowAsync<FakeJiraException>(() => fake.Requests.WaitForAsync("POST", timeout: TimeSpan.Zero))).Message
            .ShouldStartWith($"Waited 0 s for a request with method POST; none came since then, and none is among those that are kept. {Of5}");
    }

    [Test]
    public async Task What_is_kept_is_enough_where_no_more_can_change_it()
    {
        await using var fake = await Asked(5, "/x", new() { JournalCapacity = 3 });

        fake.Requests.ShouldHaveBeenAsked(path: "/x");
        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked(path: "/x", times: 2)).Message.ShouldStartWith("Expected a request with path /x 2 times, found 3." + Environment.NewLine);
        fake.Requests.Clear();
        fake.Requests.ShouldHaveBeenAsked(path: "/x", times: 0);
    }

    [Test]
    public async Task A_journal_that_keeps_nothing_says_so()
    {
        const string Of1 = "The journal has forgotten 1 of 1 requests, and what they were cannot be known: start the server with a larger JournalCapacity.";
        await using var fake = await Asked(1, "/x", new() { JournalCapacity = 0 });

        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked(path: "/x", times: 0)).Message.ReplaceLineEndings("\n").ShouldBe($"""
            Expected a request with path /x 0 times, found 0 among 0. {Of1}
            None of the requests is kept.
            """.ReplaceLineEndings("\n"));
        (await Should.ThrowAsync<FakeJiraException>(() => fake.Requests.WaitForAsync(path: "/x", timeout: TimeSpan.Zero))).Message.ReplaceLineEndings("\n").ShouldBe($"""
            Waited 0 s for a request with path /x; none came since then, and none is among those that are kept. {Of1}
            None of the requests is kept.
            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public async Task A_journal_that_keeps_nothing_does_not_read_as_if_nothing_had_been_asked()
    {
        await using var fake = await Asked(1, "/x", new() { JournalCapacity = 0 });

        fake.Requests.ToString().ShouldBe("None of 1 requests is kept.");
        fake.Requests.Clear();
        fake.Requests.ToString().ShouldBe("No requests.");
    }

    [Test]
    public async Task The_bytes_are_named_where_they_and_not_the_number_were_used_up()
    {
        await using var fake = await Asked(2, "/x", new() { Limits = new() { JournalBytes = 1 } });

        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked(times: 1)).Message.ShouldContain("start the server with a larger Limits.JournalBytes, or");
    }

    private static async Task<FakeJiraServer> Asked(int times, string path, FakeJiraOptions options)
    {
        var fake = await FakeJiraServer.StartAsync(options);
        using var client = fake.Client(Door.Handler);
        for (var i = 0; i < times; i++)
        {
            await Answer.Of(client, "GET", path);
        }

        return fake;
    }
}
