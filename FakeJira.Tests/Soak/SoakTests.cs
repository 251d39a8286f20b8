using FakeJira.Benchmarks.Soak;

namespace FakeJira.Tests.Soak;

/// <summary>One small round in every run; <c>FakeJira.Benchmarks soak</c> goes on for as long as it is told, and also looks at memory and handles.</summary>
public sealed class SoakTests
{
    [Test]
    public async Task Clients_that_do_everything_at_once_leave_what_the_model_says_and_no_site_behind()
    {
        await using var server = await SoakServer.StartAsync();

        await SoakRound.RunAsync(server, clients: 8, steps: 40, seed: 1);

        server.Problems.ShouldBeEmpty();
        server.Requests.ShouldBeGreaterThan(8 * 40);
    }

    [Test]
    public async Task A_failure_that_nobody_asked_for_is_found()
    {
        await using var server = await SoakServer.StartAsync();
        server.Fake.Stubs.Add("GET", "/broken", _ => throw new InvalidOperationException("thrown"));
        using var caller = new SoakCaller(server, "a client");

        await caller.AskAsync(200, "GET", "/broken");

        server.Problems.Single().ShouldStartWith("a client: GET /broken: 500 instead of 200: ");
    }

    [Test]
    public void Memory_handles_and_threads_that_grow_are_found()
    {
        var before = new Footprint(1 << 20, 100, 50);

        before.GrownSince(before).ShouldBeNull();
        (before with { Heap = 20 << 20 }).GrownSince(before).ShouldBe("grown from 1.0 MB, 100 handles, 50 threads to 20.0 MB, 100 handles, 50 threads");
        (before with { Handles = 200 }).GrownSince(before).ShouldNotBeNull();
        (before with { Threads = 150 }).GrownSince(before).ShouldNotBeNull();
    }

    [Test]
    public void What_takes_longer_than_a_usual_run_runs_in_the_full_one_alone_and_is_listed_here()
    {
        static string[] Benchmarks(string file) => [.. File.ReadAllLines(RepositoryFiles.At(file)).Where(line => !line.StartsWith('#') && !line.StartsWith("echo", StringComparison.Ordinal)).Where(line => line.Contains(".dll ", StringComparison.Ordinal) || line.StartsWith("bash .ci/", StringComparison.Ordinal) || line.StartsWith("exec ", StringComparison.Ordinal)).Select(line => line.Split(".dll ")[^1])];

        Benchmarks(".ci/full").ShouldBe(["ratios", "mappings", "allocations", "compare", "started artifacts/packages/FakeJira.[0-9]*.nupkg", "bash .ci/published", "fuzz 300", "soak 120", "falsify --workers 2", "bash .ci/mutants", "exec bash .ci/run"]);
        var usual = File.ReadAllText(RepositoryFiles.At(".ci/run"));
        usual.ShouldNotContain("FakeJira.Benchmarks.dll");
        usual.ShouldNotContain(".ci/published");
    }
}
