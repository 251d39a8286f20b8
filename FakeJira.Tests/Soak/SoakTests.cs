using System.Text.RegularExpressions;
using FakeJira.Benchmarks.Soak;
using FakeJira.Stubs;

namespace FakeJira.Tests.Soak;

/// <summary>A few small rounds in every run; <c>FakeJira.Benchmarks soak</c> goes on for as long as it is told.</summary>
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

    /// <summary>Alone: others would be counted, too.</summary>
    [Test]
    [NonParallelizable]
    public async Task Memory_handles_and_threads_stay_where_the_first_rounds_have_brought_them()
    {
        await using var server = await SoakServer.StartAsync();
        Footprint? warm = null;
        for (var round = 0; round < 6; round++)
        {
            warm = round == 3 ? Footprint.Now() : warm;
            await SoakRound.RunAsync(server, clients: 6, steps: 20, seed: round);
        }

        Footprint.Now().GrownSince(warm!).ShouldBeNull();
        server.Problems.ShouldBeEmpty();
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
    public async Task A_failure_whose_answer_nobody_has_read_is_found()
    {
        await using var server = await SoakServer.StartAsync();
        server.Fake.Stubs.Add("GET", "/broken", _ => throw new InvalidOperationException("thrown"));
        (await server.Fake.CreateClient().GetAsync("/broken")).StatusCode.ShouldBe(System.Net.HttpStatusCode.InternalServerError);

        await SoakRound.RunAsync(server, clients: 0, steps: 0, seed: 1);

        server.Problems.Single().ShouldStartWith("GET /broken failed: System.InvalidOperationException: thrown");
    }

    [Test]
    public async Task A_5xx_is_found_unless_a_fault_has_made_it()
    {
        await using var server = await SoakServer.StartAsync();
        using var broken = server.Fake.Stubs.Add("GET", "/broken", _ => throw new InvalidOperationException("thrown"));
        using var caller = new SoakCaller(server, "a neighbour");

        (await caller.TryAsync("GET", "/broken")).Status.ShouldBe(500);
        server.Fake.Faults.Add(new() { Path = "/broken", Status = 503 });
        (await caller.TryAsync("GET", "/broken")).Status.ShouldBe(503);

        server.Problems.Single().ShouldStartWith("a neighbour: GET /broken: SoakAnswer { Status = 500, ");
    }

    [Test]
    public async Task A_connection_that_is_not_cut_where_it_should_be_is_found()
    {
        await using var server = await SoakServer.StartAsync();
        using var caller = new SoakCaller(server, "a client");

        using (server.Fake.Faults.Add(new() { Path = "/soak/version", Connection = ConnectionFault.Drop }))
        {
            await caller.AskCutAsync("/soak/version");
            server.Problems.ShouldBeEmpty();
        }

        await caller.AskCutAsync("/soak/version");
        server.Problems.Single().ShouldStartWith("a client: GET /soak/version is answered instead of cut: HTTP/1.1 200 OK");
    }

    [TestCase("""{"votes": 1, "hasVoted": true, "voters": [{"accountId": "a"}]}""", null)]
    [TestCase("""{"votes": 2, "hasVoted": true, "voters": [{"accountId": "a"}]}""", "another number of votes than voters")]
    [TestCase("""{"votes": 2, "hasVoted": true, "voters": [{"accountId": "a"}, {"accountId": "a"}]}""", "somebody has voted twice")]
    [TestCase("""{"votes": 1, "hasVoted": false, "voters": [{"accountId": "a"}]}""", "hasVoted is not what the voters say")]
    public void Votes_that_contradict_themselves_are_found(string body, string? wrong) => SoakNeighbour.Contradiction(new(200, "", body), "a").ShouldBe(wrong);

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
        var lines = RepositoryFiles.Read(".ci/full").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var start = lines.IndexOf("}") + 1;

        lines.Take(start).ShouldAllBe(line => !line.Contains("dotnet ", StringComparison.Ordinal) && !line.Contains("bash", StringComparison.Ordinal) && !line.Contains(".ci", StringComparison.Ordinal));
        lines.Skip(start).ShouldBe(
        [
            "bash .ci/run 2>&1 | tee \"$log\" || failed+=(\"bash .ci/run\")",
            "try dotnet build -c Release FakeJira.Benchmarks",
            "try dotnet \"$benchmarks\" ratios",
            "try dotnet \"$benchmarks\" mappings",
            "try dotnet \"$benchmarks\" allocations",
            "try dotnet \"$benchmarks\" hot -- --job short",
            "try dotnet \"$benchmarks\" sites",
            "try dotnet \"$benchmarks\" search",
            "try dotnet \"$benchmarks\" compare",
            "try dotnet \"$benchmarks\" memory",
            "try dotnet pack FakeJira -v q",
            "try dotnet \"$benchmarks\" started artifacts/packages/FakeJira.[0-9]*.nupkg",
            "try bash .ci/published",
            "try dotnet \"$benchmarks\" cold \"$PWD/artifacts/one-file/FakeJira\" --slim \"$PWD/artifacts/slim/FakeJira.Slim\"",
            "try dotnet test -c Release FakeJira.Tests --filter FullyQualifiedName~Votes_and_pages_are_measured --logger \"console;verbosity=detailed\"",
            "try dotnet \"$benchmarks\" fuzz 300",
            "try dotnet \"$benchmarks\" soak 120",
            "try dotnet \"$benchmarks\" falsify --workers 2",
            "try bash .ci/mutants",
            "for step in \"${failed[@]}\"; do echo \"failed: $step\"; done",
            "grep -E '^[0-9]+ passed, [0-9]+ failed$' \"$log\" | tail -1 || true",
            "exit $((${#failed[@]} > 0))",
        ]);
        var usual = File.ReadAllText(RepositoryFiles.At(".ci/run"));
        usual.ShouldNotContain("FakeJira.Benchmarks.dll");
        usual.ShouldNotContain(".ci/published");
    }

    [Test]
    public void Whatever_can_be_measured_is_measured_in_the_full_run()
    {
        var full = RepositoryFiles.Read(".ci/full");
        var explicitly = typeof(SoakTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttributes(typeof(ExplicitAttribute), false).Length > 0).Select(method => method.Name).ToList();

        // 'ratios' does what 'watched' does, and .ci/mutants calls 'mutants'.
        var commands = RepositoryFiles.Sources("FakeJira.Benchmarks").SelectMany(file => Regex.Matches(RepositoryFiles.Read(file), "(?:new Command|Plain)\\(\"([a-z]+)\"")).Select(match => match.Groups[1].Value).ToList();
        commands.ShouldContain("hot");
        commands.Where(name => !full.Contains($"\"$benchmarks\" {name}", StringComparison.Ordinal)).ShouldBe(["watched", "mutants"], ignoreOrder: true);
        explicitly.ShouldNotBeEmpty();
        explicitly.ShouldAllBe(name => full.Contains(name, StringComparison.Ordinal));
    }
}
