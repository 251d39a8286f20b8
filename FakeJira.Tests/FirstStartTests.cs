using System.Reflection;
using System.Runtime.Loader;
using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests;

/// <summary>The first server of a process listens while its contracts are still being made.</summary>
public sealed class FirstStartTests
{
    [Test]
    public async Task A_request_that_comes_before_the_state_is_there_waits_for_it()
    {
        await using var vendor = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var folder = new TemporaryFolder();
        var pipe = await folder.PipeAsync("seed.json");

        var port = await FreePortAsync();
        var starting = ServerStart.RunAsync(new() { Port = port, Seed = pipe }, isFirst: true);
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        var answer = Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes");

        // Opened once the start reads it, and read until it is closed.
        await using (var seed = await Task.Run(() => new StreamWriter(pipe)))
        {
            (starting.IsCompleted, answer.IsCompleted).ShouldBe((false, false));
            await seed.WriteAsync(await vendor.CreateClient().GetStringAsync(new Uri("__fakejira/sites/default/state", UriKind.Relative)));
        }

        await using var fake = await starting;
        (await answer).Body.ShouldBe((await Answer.Of(vendor.CreateClient(), "GET", "/rest/api/3/issue/MKY-1/votes")).Body.Replace($"{vendor.BaseAddress}", $"{fake.BaseAddress}", StringComparison.Ordinal));
    }

    [Test]
    public async Task What_is_wrong_with_the_state_leaves_the_port_free()
    {
        var port = await FreePortAsync();

        (await Should.ThrowAsync<FakeJiraException>(() => ServerStart.RunAsync(new() { Port = port, Seed = "nobody.json" }, isFirst: true))).Message.ShouldContain("nobody.json");

        await using var next = await FakeJiraServer.StartAsync(new() { Port = port });
    }

    [Test]
    public async Task A_port_that_is_taken_is_told()
    {
        await using var first = await FakeJiraServer.StartAsync();
        var options = new FakeJiraOptions { Port = first.BaseAddress.Port };

        (await Should.ThrowAsync<FakeJiraException>(() => ServerStart.RunAsync(options, isFirst: true))).Message
            .ShouldBe($"Cannot listen on 127.0.0.1:{options.Port}: Address already in use. Choose another port, or 0 for any free one.");
    }

    /// <summary>What makes them waits for nothing: they are made beside the web server.</summary>
    [Test]
    public void Options_name_the_contracts_without_making_them()
    {
        var apart = new AssemblyLoadContext("apart", isCollectible: true);
        var product = apart.LoadFromAssemblyPath(typeof(FakeJiraServer).Assembly.Location);

        Activator.CreateInstance(product.GetType(typeof(FakeJiraOptions).FullName!, throwOnError: true)!).ShouldNotBeNull();

        product.GetType(typeof(Slot).FullName!, throwOnError: true)!.GetProperty(nameof(Slot.Count), BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null).ShouldBe(0);
        apart.Unload();
    }

    private static async Task<int> FreePortAsync()
    {
        await using var server = await FakeJiraServer.StartAsync();
        return server.BaseAddress.Port;
    }
}
