using FakeJira.Stubs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FakeJira.Tests.Hosting;

/// <summary>Servers in a container of services without a host, which may be disposed without async.</summary>
public sealed class ContainerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task A_container_that_is_disposed_without_async_ends_its_servers()
    {
        int[] ports;
        using (var provider = new ServiceCollection().AddFakeJira().AddFakeJira("a").BuildServiceProvider())
        {
            ports = [provider.GetRequiredService<FakeJiraServer>().BaseAddress.Port, provider.GetRequiredKeyedService<FakeJiraServer>("a").BaseAddress.Port];
        }

        foreach (var port in ports)
        {
            await using var next = await FakeJiraServer.StartAsync(new() { Port = port });
        }
    }

    [Test]
    public async Task So_does_one_that_nobody_has_asked_for_its_server()
    {
        var port = await FreePortAsync();
        using (var provider = new ServiceCollection().AddFakeJira(options => options with { Port = port }).BuildServiceProvider())
        {
            await provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Single().StartingAsync(CancellationToken.None);
        }

        await using var next = await FakeJiraServer.StartAsync(new() { Port = port });
    }

    [Test]
    public async Task A_server_that_is_disposed_without_async_waits_for_no_thread_of_its_caller()
    {
        var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { EndTime = TimeSpan.FromDays(1) } });
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        fake.Stubs.Add("GET", "/slow", async _ =>
        {
            asked.SetResult();
            await goOn.Task;
            return StubResponse.Text(200, "done", "text/plain");
        });
        using var client = fake.CreateClient();
        var answer = Answer.Of(client, "GET", "/slow");
        await asked.Task;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new Blocked());
            fake.Dispose();
        })
        {
            IsBackground = true,
        };

        thread.Start();
        await ServerEndTests.RefusedAsync(fake.BaseAddress.Port);
        goOn.SetResult();

        (await answer).ShouldBe(new(200, "", "done"));
        thread.Join(Patience).ShouldBeTrue();
    }

    private static async Task<int> FreePortAsync()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        return fake.BaseAddress.Port;
    }

    /// <summary>That of a thread which is busy for ever, such as one of a window that waits for the end.</summary>
    private sealed class Blocked : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            // Nobody comes to it.
        }
    }
}
