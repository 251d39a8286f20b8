using System.Collections.Concurrent;
using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs;

/// <summary>What fails beside an answer does not take it away.</summary>
public sealed class StubEngineTests
{
    [Test]
    public async Task A_log_that_throws_changes_no_answer([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = _ => throw new InvalidOperationException("The test is over.") });
        fake.Stubs.Add("GET", "/broken", _ => throw new InvalidOperationException("broken"));
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/api/3/myself")).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(401), answer => answer.Rule.ShouldContain("JIRA-AUTH-ANONYMOUS"));
        (await Answer.Of(client, "GET", "/broken")).ShouldBe(new(500, "", """{"Status":"broken"}"""));
        fake.Requests.Entries.Select(entry => entry.Response.Status).ShouldBe([401, 500]);
    }

    [Test]
    public async Task A_match_that_throws_is_an_answer_that_is_noted([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Site.Site.Stubs.Add(new ThrowingStub(new InvalidOperationException("no match")) { Id = Guid.Empty, Name = "throws", Priority = -1 });
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/x")).ShouldBe(new(500, "", """{"Status":"no match"}"""));
        fake.Requests.Entries.Select(entry => (entry.Request.RawPath, entry.Response.Status)).ShouldBe([("/x", 500)]);
    }

    [Test]
    public async Task A_listener_of_the_journal_that_throws_changes_no_answer_and_the_log_says_so([Values] Door door)
    {
        var lines = new ConcurrentQueue<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = lines.Enqueue });
        fake.Requests.Added += _ => throw new InvalidOperationException("too late");
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/api/3/myself")).Status.ShouldBe(401);
        lines.ShouldContain(line => line.StartsWith("GET /rest/api/3/myself was answered, but what follows the journal failed: System.InvalidOperationException: too late", StringComparison.Ordinal));
    }

    private sealed class ThrowingStub(Exception failure) : Stub
    {
        public override bool Matches(StubRequest request) => throw failure;

        public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => throw new InvalidOperationException("no answer");
    }

    [Test]
    public async Task A_body_that_fails_while_it_is_written_is_told()
    {
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = line => _ = line.Contains(" failed: ", StringComparison.Ordinal) && told.TrySetResult(line) });
        fake.Stubs.Add("GET", "/long", _ => new StubResponse
        {
            Writer = async (stream, gone) =>
            {
                await stream.WriteAsync(new byte[10], gone);
                throw new InvalidOperationException("in the middle");
            },
        });

        await Should.ThrowAsync<HttpRequestException>(() => fake.CreateClient().GetStringAsync("/long"));

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldStartWith("GET /long failed: System.InvalidOperationException: in the middle");
    }

    [Test]
    public async Task A_body_whose_own_time_is_over_while_it_is_written_is_told()
    {
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = line => _ = line.Contains(" failed: ", StringComparison.Ordinal) && told.TrySetResult(line) });
        fake.Stubs.Add("GET", "/long", _ => new StubResponse { Writer = (_, _) => throw new TaskCanceledException("too late") });

        await Should.ThrowAsync<HttpRequestException>(() => fake.CreateClient().GetStringAsync("/long"));

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldStartWith("GET /long failed: System.Threading.Tasks.TaskCanceledException: too late");
    }

    [Test]
    public async Task What_is_told_of_a_body_that_fails_has_no_secret([Values(65_536, 0)] int journalBody)
    {
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { JournalBody = journalBody }, Log = line => _ = line.Contains(" failed: ", StringComparison.Ordinal) && told.TrySetResult(line) });
        fake.Stubs.Add("POST", "/long", request =>
        {
            var quoted = $"{request.RawQuery} {request.Header("Authorization")} {request.BodyText}";
            return new StubResponse { Writer = (_, _) => throw new InvalidOperationException(quoted) };
        });
        using var content = new StringContent("""{"apiToken": "s3cret-body"}""");

        await Should.ThrowAsync<HttpRequestException>(() => Answer.Of(fake.CreateClient(), "POST", "/long?jwt=s3cret-query", content, ("Authorization", "Bearer s3cret-header")));

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldStartWith("""POST /long failed: System.InvalidOperationException: jwt=*** *** {"apiToken": "***"}""");
    }

    [Test]
    public async Task An_operation_of_this_server_that_ends_before_its_caller_fails_as_others_do([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Site.Site.Stubs.Add(new ThrowingStub(new OperationCanceledException("no match")) { Id = Guid.Empty, Name = "throws", Priority = -1 });
        using var content = new StringContent("""{"method": "GET", "path": "/x"}""");

        (await Answer.Of(fake.Client(door), "POST", "/__fakejira/sites/default/explain", content)).ShouldBe(new(500, "", """{"Status":"no match"}"""));
    }
}
