using FakeJira.Benchmarks.Fuzz;
using FakeJira.Seeding;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Fuzz;

/// <summary>A few inputs of each kind in every run; <c>FakeJira.Benchmarks fuzz</c> tries the same for minutes or hours. Findings are cases here.</summary>
public sealed class FuzzTests
{
    [TestCase("http", 400)]
    [TestCase("mappings", 500)]
    [TestCase("seeds", 200)]
    [TestCase("jql", 1000)]
    [TestCase("templates", 40)]
    public async Task No_input_made_by_chance_makes_the_server_fail_or_hang(string kind, int count) =>
        (await new FuzzRun(FuzzKind.All.Single(each => each.Name == kind), 1).CountAsync(count)).ShouldBeEmpty();

    [TestCase("undefined")]
    [TestCase("{\"version\": 1, \"type\": \"doc\", \"content\": [undefined]}")]
    [TestCase("new Date(1)")]
    public async Task A_description_that_is_no_JSON_is_a_mistake_with_its_place(string description)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var problems = new ProblemList();

        StateDocument.Read("seed.json", $$$"""{"jira": {"users": [{"accountId": "a", "displayName": "A"}], "projects": [{"key": "MKY"}], "issues": [{"key": "MKY-1", "reporter": "a", "description": {{{description}}}}]}}""", fake.Universe, problems);

        problems.All.ShouldAllBe(problem => problem.Line == 1 && problem.Column > 1);
        problems.All.Select(problem => problem.Message.Split(" such as")[0]).ShouldBe(["Expected a text or an Atlassian document"]);
    }

    [Test]
    public void Every_input_is_made_again_from_the_seed_and_its_number() =>
        Enumerable.Range(0, 200).Select(number => RawRequests.Make(FuzzRun.ChanceOf(7, number))).ShouldBe(Enumerable.Range(0, 200).Select(number => RawRequests.Make(FuzzRun.ChanceOf(7, number))));

    [Test]
    public async Task What_fails_or_throws_is_found_with_the_command_that_shows_it_again()
    {
        var kind = new FuzzKind("broken", 10, () => Task.FromResult<FuzzTarget>(new Broken()));

        List<string> told = [];

        var found = await new FuzzRun(kind, 5) { Trying = number => told.Add($"trying {number}"), Found = finding => told.Add($"found {finding.Case}") }.CountAsync(3);

        found.Select(each => (each.Case, each.Problem.Split('\n', ':')[0])).ShouldBe([(1, "wrong"), (2, "System.InvalidOperationException")]);
        found[0].ToString().ShouldStartWith("broken: wrong\nAgain: fuzz --only broken --seed 5 --replay 1\n");
        told.ShouldBe(["trying 0", "trying 1", "found 1", "trying 2", "found 2"]);
        (await new FuzzRun(kind, 5).CasesAsync(2, _ => false)).Findings.Select(each => each.Case).ShouldBe([1, 2]);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_does_not_end_is_found_and_not_waited_for(bool listens)
    {
        var kind = new FuzzKind("hanging", 10, () => Task.FromResult<FuzzTarget>(new Hanging(listens)));

        var found = await new FuzzRun(kind, 5) { Patience = TimeSpan.FromMilliseconds(20) }.CountAsync(2);

        found.Select(each => (each.Case, each.Problem)).ShouldBe([(0, "No end within 0.02 s."), (1, "No end within 0.02 s.")]);
    }

    [TestCase("/throws", "System.InvalidOperationException: thrown")]
    [TestCase("/unwritable", "HTTP/1.1 500 Internal Server Error")]
    [TestCase("/reads", "A file outside of the folder was read")]
    [TestCase("/writes", "Outside of the folder something was written")]
    [TestCase("/good", null)]
    public async Task What_fails_inside_the_server_is_found(string path, string? problem)
    {
        await using var target = await HttpTarget.StartAsync(fake =>
        {
            var outside = Directory.GetParent(fake.Options.Mappings!)!.FullName;
            fake.Stubs.Add("GET", "/throws", _ => throw new InvalidOperationException("thrown"));
            fake.Universe.Default.Stubs.Add(new Unwritable("/unwritable") { Id = Guid.NewGuid(), Name = "unwritable" });
            fake.Stubs.Add("GET", "/reads", _ => StubResponse.Text(200, File.ReadAllText(Path.Combine(outside, "kept.txt")), "text/plain"));
            fake.Stubs.Add("GET", "/good", _ => null);
            fake.Stubs.Add("GET", "/writes", _ =>
            {
                File.WriteAllText(Path.Combine(outside, "new.txt"), "");
                return null;
            });
        });

        var found = await target.TryAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n", CancellationToken.None);

        (found is null ? found : found.Contains(problem ?? "nothing", StringComparison.Ordinal) ? problem : found).ShouldBe(problem);
    }

    [Test]
    public async Task Every_mapping_that_is_spoilt_answers_a_request_as_long_as_it_is_whole()
    {
        FakeJiraServer? fake = null;
        await using var target = await MappingTarget.StartAsync(started => fake = started);

        List<string> silent = [];

        foreach (var file in MappingSamples.Files)
        {
            (await target.TryAsync(file, CancellationToken.None)).ShouldBeNull(file);
            if (!fake!.Requests.Entries.Any(entry => entry.StubName.StartsWith("a.json", StringComparison.Ordinal)))
            {
                silent.Add(file);
            }
        }

        silent.ShouldBeEmpty();
    }

    [Test]
    public async Task What_throws_when_a_mapping_is_asked_is_found()
    {
        await using var target = await MappingTarget.StartAsync(fake => fake.Stubs.Add("POST", "/a", _ => throw new InvalidOperationException("thrown"), priority: -5));

        (await target.TryAsync(MappingSamples.Files[0], CancellationToken.None)).ShouldNotBeNull().ShouldContain("System.InvalidOperationException: thrown");
    }

    /// <summary>Without a socket it is an answer as good as any.</summary>
    [Test]
    public async Task What_cannot_be_written_when_a_mapping_is_asked_is_found()
    {
        await using var target = await MappingTarget.StartAsync(fake => fake.Universe.Default.Stubs.Add(new Unwritable("/a") { Id = Guid.NewGuid(), Name = "unwritable", Priority = -5 }));

        (await target.TryAsync(MappingSamples.Files[0], CancellationToken.None)).ShouldNotBeNull().ShouldStartWith("A failure without a name: POST /a\nStatusCode: 500");
    }

    [TestCase("GET /a failed: FakeJira.Stubs.Responding.Templates.TemplateException: x\n   at a", false)]
    [TestCase("GET /a failed: HandlebarsDotNet.HandlebarsRuntimeException: Template references a helper that cannot be resolved. Helper 'x'\n   at a", false)]
    [TestCase("GET /a failed: HandlebarsDotNet.HandlebarsRuntimeException: Template references a helper that cannot be resolved. Helper 'x'\n ---> System.NullReferenceException: y\n   at a", true)]
    [TestCase("GET /a failed: FakeJira.Stubs.Responding.Templates.TemplateException: x\n ---> System.NullReferenceException: y\n   at HandlebarsDotNet.B()\n   at FakeJira.Stubs.Responding.Templates.Template.C()\n   at FakeJira.D()", false)]
    [TestCase("GET /a failed: FakeJira.Stubs.Responding.Templates.TemplateException: x\n ---> System.NullReferenceException: y\n   at System.A()\n   at FakeJira.Stubs.Responding.Templates.JsonMembers.B()\n   at FakeJira.Stubs.Responding.Templates.Template.C()", true)]
    [TestCase("GET /a failed: FakeJira.Stubs.Responding.Templates.TemplateException: x\n ---> System.NullReferenceException: y\n   at a", true)]
    [TestCase("GET /a failed: FakeJira.Stubs.Responding.Templates.TemplateException: x\n ---> HandlebarsDotNet.HandlebarsParserException: x\n   at HandlebarsDotNet.B()\n   at FakeJira.Stubs.Responding.Templates.TemplateLanguage.Compile(String text)", false)]
    [TestCase("GET /a failed: FakeJira.Stubs.Responding.Templates.TemplateException: x\n ---> FakeJira.Stubs.Responding.Templates.TemplateException: x\n   at FakeJira.Stubs.Responding.Templates.TemplateLimits.Verify(String text)", false)]
    [TestCase("GET /a failed: FakeJira.Stubs.Responding.Templates.TemplateException: x\n ---> System.IndexOutOfRangeException: x\n   at FakeJira.Stubs.Responding.Templates.TemplateLimits.Verify(String text)", true)]
    [TestCase("GET /a failed: HandlebarsDotNet.HandlebarsRuntimeException: y\n   at a", true)]
    [TestCase("GET /a failed: HandlebarsDotNet.HandlebarsException: {{lookup}} helper must have two or three arguments\n   at a", false)]
    [TestCase("GET /a failed: HandlebarsDotNet.HandlebarsException: y\n   at a", true)]
    [TestCase("GET /a failed: System.NullReferenceException: y\n   at a", true)]
    [TestCase("GET /a -> 200", false)]
    public void A_template_may_fail_its_requests_and_nothing_behind_it(string line, bool found)
    {
        var log = new FailureLog();

        log.Note(line);

        log.Take().ShouldBe(found ? line : null);
    }

    [Test]
    public void What_is_tried_stands_in_a_file_for_when_the_process_dies()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "note.txt");
        using (var note = new FuzzNote(path))
        {
            note.Write(FuzzRun.Again("templates", 12, 100));
            note.Write(FuzzRun.Again("jql", 1, 2));

            File.ReadAllText(path).TrimEnd().ShouldBe("fuzz --only jql --seed 1 --replay 2");
        }

        File.Exists(path).ShouldBeFalse();
    }

    /// <summary>Never ends by itself, whether it listens to its token or not.</summary>
    private sealed class Hanging(bool listens) : FuzzTarget
    {
        public override string Make(Random chance) => "";

        public override async Task<string?> TryAsync(string input, CancellationToken end)
        {
            await Task.Delay(Timeout.Infinite, listens ? end : CancellationToken.None);
            return null;
        }

        public override ValueTask DisposeAsync() => listens ? base.DisposeAsync() : new(Task.Delay(Timeout.Infinite));
    }

    /// <summary>Answers its first input, says no to the next, and throws at the third, whichever target it is.</summary>
    private sealed class Broken : FuzzTarget
    {
        private static readonly string[] Inputs = [.. Enumerable.Range(0, 3).Select(number => Text(FuzzRun.ChanceOf(5, number)))];

        public override string Make(Random chance) => Text(chance);

        public override Task<string?> TryAsync(string input, CancellationToken end) => Array.IndexOf(Inputs, input) switch
        {
            0 => Task.FromResult<string?>(null),
            1 => Task.FromResult<string?>("wrong"),
            _ => throw new InvalidOperationException("thrown"),
        };

        private static string Text(Random chance) => $"{chance.NextInt64()}";
    }

    /// <summary>What nothing has checked before it is sent.</summary>
    private sealed class Unwritable(string path) : Stub
    {
        public override bool Matches(StubRequest request) => request.Path == path;

        public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => new(new StubResponse { Headers = [new("X", "a\nb")] });
    }
}
