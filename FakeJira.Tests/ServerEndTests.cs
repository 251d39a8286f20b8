using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using FakeJira.Stubs;

namespace FakeJira.Tests;

/// <summary>Whichever way requests have come, the end of a server waits for them, and for all of them once.</summary>
public sealed class ServerEndTests
{
    private const string Cut = "The server ended before the answer was complete.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly FakeJiraOptions WaitsForEver = new() { Limits = new() { EndTime = TimeSpan.FromDays(1) } };

    private static readonly FakeJiraOptions WaitsForNobody = new() { Limits = new() { EndTime = TimeSpan.Zero } };

    [Test]
    public async Task While_one_port_waits_for_its_requests_none_takes_new_ones([Values("default", "a")] string hanging)
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForEver);
        fake.Sites.Create("a", port: 0);
        int[] ports = [fake.BaseAddress.Port, fake.Sites["a"].OwnAddress!.Port];
        var slow = new Slow(fake.Sites[hanging]);
        using var client = new HttpClient { BaseAddress = fake.Sites[hanging].OwnAddress ?? fake.BaseAddress };
        var answer = await slow.AskAsync(client);

        var end = fake.DisposeAsync().AsTask();
        foreach (var port in ports)
        {
            await RefusedAsync(port);
        }

        end.IsCompleted.ShouldBeFalse();
        slow.GoOn();
        (await answer).ShouldBe(new(200, "", "done"));
        await end.WaitAsync(Patience);
    }

    [Test]
    public async Task Requests_on_every_port_and_through_a_handler_are_finished_before_the_end()
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForEver);
        fake.Sites.Create("a", port: 0);
        using var own = new HttpClient { BaseAddress = fake.Sites["a"].OwnAddress };
        using var handled = fake.Client(Door.Handler);
        var slow = new Slow(fake.Site);
        var slowOfSite = new Slow(fake.Sites["a"]);
        Task<Answer>[] answers = [await slow.AskAsync(fake.CreateClient()), await slow.AskAsync(handled), await slowOfSite.AskAsync(own)];

        var end = fake.DisposeAsync().AsTask();
        slowOfSite.GoOn();
        (await answers[2].WaitAsync(Patience)).Body.ShouldBe("done");
        end.IsCompleted.ShouldBeFalse();
        slow.GoOn();
        await end.WaitAsync(Patience);

        (await Task.WhenAll(answers)).ShouldAllBe(answer => answer.Body == "done");
    }

    [Test]
    public async Task The_end_waits_for_a_request_through_a_handler_alone()
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForEver with { Listens = false });
        using var client = Through(fake.CreateHandler());
        var slow = new Slow(fake.Site);
        var answer = await slow.AskAsync(client);

        var end = fake.DisposeAsync().AsTask();
        end.IsCompleted.ShouldBeFalse();
        slow.GoOn();

        await end.WaitAsync(Patience);
        (await answer).Body.ShouldBe("done");
    }

    [Test]
    public async Task Requests_on_every_port_are_cut_when_the_end_waits_no_longer()
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForNobody);
        fake.Sites.Create("a", port: 0);
        using var own = new HttpClient { BaseAddress = fake.Sites["a"].OwnAddress };
        Task<Answer>[] answers = [await new Slow(fake.Site).AskAsync(fake.CreateClient()), await new Slow(fake.Sites["a"]).AskAsync(own)];

        await fake.DisposeAsync().AsTask().WaitAsync(Patience);

        foreach (var answer in answers)
        {
            await Should.ThrowAsync<HttpRequestException>(() => answer.WaitAsync(Patience));
        }
    }

    [Test]
    public async Task A_delayed_answer_through_a_handler_ends_with_the_server([Values] bool canBeCancelled)
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForNobody);
        using var invoker = new HttpMessageInvoker(fake.CreateHandler());
        await MapAsync(fake, """ "Delay": 600000 """);
        using var caller = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/slow");
        var answer = invoker.SendAsync(request, canBeCancelled ? caller.Token : CancellationToken.None);
        fake.Requests.Count.ShouldBe(1);

        await fake.DisposeAsync().AsTask().WaitAsync(Patience);

        (await Should.ThrowAsync<HttpRequestException>(() => answer.WaitAsync(Patience))).Message.ShouldBe(Cut);
        answer.IsCompleted.ShouldBeTrue();
    }

    [Test]
    public async Task A_caller_that_goes_is_told_so_and_not_that_the_server_has_ended()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await MapAsync(fake, """ "Delay": 600000 """);
        using var invoker = new HttpMessageInvoker(fake.CreateHandler());
        using var caller = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/slow");
        var answer = invoker.SendAsync(request, caller.Token);

        await caller.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => answer.WaitAsync(Patience));
    }

    [Test]
    public async Task A_request_through_a_handler_that_was_answered_is_not_cut()
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForNobody);
        var aborted = CancellationToken.None;
        fake.Stubs.Add("GET", "/quick", request =>
        {
            aborted = request.Aborted;
            return StubResponse.Text(200, request.Aborted == aborted ? "the same" : "another", "text/plain");
        });
        using var client = fake.Client(Door.Handler);

        (await Answer.Of(client, "GET", "/quick")).Body.ShouldBe("the same");
        var cut = await new Slow(fake.Site).AskAsync(client);
        await fake.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => cut.WaitAsync(Patience));
        aborted.IsCancellationRequested.ShouldBeFalse();
    }

    [Test]
    public async Task A_dripping_answer_through_a_handler_ends_with_the_server([Values] HttpCompletionOption until)
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForNobody);
        await MapAsync(fake, """ "Body": "all of it, to the end", "Drip": 600000 """);
        using var client = fake.Client(Door.Handler);
        var answer = ReadAsync(client, until);
        fake.Requests.Count.ShouldBe(1);

        await fake.DisposeAsync().AsTask().WaitAsync(Patience);

        (await Should.ThrowAsync<Exception>(() => answer.WaitAsync(Patience))).GetBaseException().ShouldBeOfType<HttpIOException>().Message.ShouldStartWith(Cut);
    }

    [Test]
    public async Task A_handler_answers_after_the_end_as_before()
    {
        var fake = await FakeJiraServer.StartAsync(WaitsForNobody);
        await MapAsync(fake, """ "Body": "x", "Delay": 1, "Drip": 1 """);
        using var client = fake.Client(Door.Handler);
        var cut = await new Slow(fake.Site).AskAsync(client);
        await fake.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => cut.WaitAsync(Patience));

        (await Answer.Of(client, "GET", "/slow")).Body.ShouldBe("x");
    }

    private static async Task<string> ReadAsync(HttpClient client, HttpCompletionOption until)
    {
        using var answer = await client.GetAsync(new Uri("/slow", UriKind.Relative), until);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task MapAsync(FakeJiraServer fake, string response)
    {
        using var client = fake.Client(Door.Handler);
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent($$"""{ "Request": { "Path": "/slow" }, "Response": { {{response}} } }"""))).Status.ShouldBe(201);
    }

    private static HttpClient Through(HttpMessageHandler handler) => new(handler) { BaseAddress = new Uri("http://localhost") };

    /// <summary>Asks until nobody takes a connection any more; that has begun, but who has begun it does not wait for it.</summary>
    /// <summary>Waits until a port takes no connections any more.</summary>
    internal static async Task RefusedAsync(int port)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    /// <summary>An answer of a site that is waited for until somebody lets it go on, or until it is cut.</summary>
    private sealed class Slow
    {
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Channel<bool> _asked = Channel.CreateUnbounded<bool>();

        public Slow(FakeSite site) => site.Stubs.Add("GET", "/hanging", async request =>
        {
            _asked.Writer.TryWrite(true);
            await _goOn.Task.WaitAsync(request.Aborted);
            return StubResponse.Text(200, "done", "text/plain");
        });

        public void GoOn() => _goOn.SetResult();

        /// <summary>The answer to come, of a request that has arrived.</summary>
        public async Task<Task<Answer>> AskAsync(HttpClient client)
        {
            var answer = Answer.Of(client, "GET", "/hanging");
            await _asked.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            return answer;
        }
    }
}
