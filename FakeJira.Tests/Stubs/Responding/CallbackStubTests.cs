using System.Collections.Concurrent;
using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs.Responding;

public class CallbackStubTests
{
    [Test]
    public async Task A_function_of_a_test_answers_its_path([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/hello", request => StubResponse.Text(201, $"hello {request.QueryValue("name")}", "text/plain"));

        (await Answer.Of(fake.Client(door), "GET", "/hello?name=Mia")).ShouldBe(new Answer(201, "", "hello Mia"));
        (await Answer.Of(fake.Client(door), "POST", "/hello")).Status.ShouldBe(404);
        (await Answer.Of(fake.Client(door), "GET", "/hello/more")).Status.ShouldBe(404);
    }

    [Test]
    public async Task A_function_may_be_asynchronous()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/later", async request =>
        {
            await Task.Yield();
            return StubResponse.Text(200, request.Method, "text/plain");
        });

        (await Answer.Of(fake.CreateClient(), "GET", "/later")).ShouldBe(new Answer(200, "", "GET"));
    }

    [Test]
    public async Task Without_a_method_any_is_answered_and_a_star_is_any_text()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add(null, "/files/*.t?t", request => StubResponse.Text(200, request.Path, "text/plain"));

        (await Answer.Of(fake.CreateClient(), "PATCH", "/files/a/b.txt")).ShouldBe(new Answer(200, "", "/files/a/b.txt"));
        (await Answer.Of(fake.CreateClient(), "GET", "/files/a/b.tt")).Status.ShouldBe(404);
    }

    [Test]
    public async Task Nothing_returned_is_an_empty_answer()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/nothing", StubResponse? (_) => null);

        (await Answer.Of(fake.CreateClient(), "GET", "/nothing")).ShouldBe(new Answer(200, "", ""));
    }

    [Test]
    public async Task An_exception_is_a_500_that_says_its_message()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/throws", _ => throw new InvalidOperationException("boom"));

        (await Answer.Of(fake.CreateClient(), "GET", "/throws")).ShouldBe(new Answer(500, "", """{"Status":"boom"}"""));
    }

    /// <summary>As a client of its own that waits no longer throws it.</summary>
    [Test]
    public async Task A_function_whose_own_time_is_over_fails_as_others_do([Values] Door door)
    {
        var lines = new ConcurrentQueue<string>();
        await using var fake = await FakeJiraServer.StartAsync(new() { Log = lines.Enqueue });
        fake.Stubs.Add("GET", "/late", _ => throw new TaskCanceledException("My own time is over."));

        (await Answer.Of(fake.Client(door), "GET", "/late")).ShouldBe(new Answer(500, "", """{"Status":"My own time is over."}"""));
        fake.Requests.Entries.Select(entry => entry.Response.Status).ShouldBe([500]);
        lines.ShouldContain(line => line.StartsWith("GET /late failed: System.Threading.Tasks.TaskCanceledException: My own time is over.", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_function_that_ends_because_its_caller_has_gone_has_not_failed([Values] Door door)
    {
        var lines = new ConcurrentQueue<string>();
        var (asked, over) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var gone = new CancellationTokenSource();
        await using (var fake = await FakeJiraServer.StartAsync(new() { Log = lines.Enqueue }))
        {
            fake.Stubs.Add("GET", "/wait", async request =>
            {
                asked.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, request.Aborted);
                }
                finally
                {
                    over.SetResult();
                }

                return null;
            });
            var asking = fake.Client(door).GetAsync(new Uri("/wait", UriKind.Relative), gone.Token);
            await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await gone.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(() => asking);
            await over.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        lines.ShouldNotContain(line => line.StartsWith("GET /wait", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_later_of_two_answers_until_it_is_taken_away()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => StubResponse.Text(200, "first", "text/plain"));
        var second = fake.Stubs.Add("GET", "/x", _ => StubResponse.Text(200, "second", "text/plain"));
        var last = fake.Stubs.Add("GET", "/x", _ => StubResponse.Text(200, "last", "text/plain"), priority: 1);

        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Body.ShouldBe("second");
        second.Dispose();
        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Body.ShouldBe("first");
        last.Dispose();
        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Body.ShouldBe("first");
    }

    [Test]
    public async Task It_stays_when_the_site_is_reset()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("GET", "/x", _ => StubResponse.Text(200, "still here", "text/plain"));

        fake.Reset();

        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Body.ShouldBe("still here");
    }

    [Test]
    public async Task A_path_that_does_not_start_with_a_slash_is_refused()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        Should.Throw<ArgumentException>(() => fake.Stubs.Add("GET", "x", _ => new StubResponse())).Message.ShouldStartWith("A path starts with a slash, 'x' does not.");
    }
}
