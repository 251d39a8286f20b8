using System.Text;
using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.RecordedCases;

/// <summary>What a WireMock.Net did with these files and requests, we do too, or what we decided to do instead. Over a socket: headers are what they are.</summary>
public class RecordedCaseTests
{
    private static IEnumerable<TestCaseData> Copied => Of("copy");

    private static IEnumerable<TestCaseData> Deviating => Of("deviate");

    [TestCaseSource(nameof(Copied))]
    public Task Is_answered_as_WireMock_answers(RecordedCase recorded) => Replay(recorded, step => step.Expected);

    [TestCaseSource(nameof(Deviating))]
    public Task Is_answered_as_we_decided(RecordedCase recorded) => Replay(recorded, step => step.ExpectedOfUs ?? step.Expected);

    private static IEnumerable<TestCaseData> Of(string verdict) =>
        RecordedCase.All.Where(recorded => recorded.Verdict == verdict).Select(recorded => new TestCaseData(recorded).SetArgDisplayNames($"{recorded.Area}: {recorded.Id}"));

    private static async Task Replay(RecordedCase recorded, Func<RecordedStep, JObject?> expected)
    {
        using var folder = new TemporaryFolder([.. recorded.Mappings.Select(file => (file.Name, file.Text))]);
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Contracts = [] });
        if (recorded.Needs.Contains("callback"))
        {
            AddCallbacks(fake.Stubs);
        }

        var replay = new Replay(fake, folder);
        foreach (var step in recorded.Steps)
        {
            await replay.Run(step, expected(step));
        }

        await replay.Finish();
    }

    private static void AddCallbacks(StubRegistrations stubs)
    {
        foreach (var path in (string[])["/cb", "/cb2"])
        {
            stubs.Add("GET", path, _ => StubResponse.Text(200, "callback", "text/plain"));
        }

        stubs.Add("GET", "/cbasync", async _ =>
        {
            await Task.Yield();
            return StubResponse.Text(200, "callback", "text/plain");
        });
        stubs.Add("GET", "/cbthrow", _ => throw new InvalidOperationException("boom"));
        stubs.Add("GET", "/cbnull", StubResponse? (_) => null);
    }
}

/// <summary>Runs the steps of a case. What would be waiting is moving the clock and looking into the folder; how long an answer took is what its journal entry says.</summary>
internal sealed class Replay(FakeJiraServer fake, TemporaryFolder folder)
{
    private readonly Dictionary<string, string> _saved = [];
    private readonly List<Func<Task>> _later = [];

    public async Task Run(RecordedStep step, JObject? expected)
    {
        switch (step.Op)
        {
            case null:
                await Ask(step, expected!);
                break;
            case "write":
                folder.Write(step.Text("file")!, step.Text("text")!);
                break;
            case "rename":
                folder.Rename(step.Text("from")!, step.Text("to")!);
                break;
            case "delete":
                folder.Delete(step.Text("file")!);
                break;
            case "sleep":
                fake.Clock.Advance(TimeSpan.FromMilliseconds(step.Milliseconds));
                fake.Universe.Library.Folder!.Scan();
                break;
            default:
                throw new InvalidOperationException($"There is no step '{step.Op}'.");
        }
    }

    public async Task Finish()
    {
        foreach (var check in _later)
        {
            await check();
        }
    }

    private async Task Ask(RecordedStep step, JObject expected)
    {
        var name = $"{step.Method} {step.Path}";
        for (var i = 1; i < step.Repeat; i++)
        {
            await Send(step);
        }

        if (step.IsBackground)
        {
            var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            fake.Requests.Added += _ => noted.TrySetResult();
            var sent = Send(step);
            await noted.Task;
            CheckDelay(expected);
            _later.Add(async () => Expectation.Check(expected, await sent, name));
            return;
        }

        var answer = await Send(step);
        Expectation.Check(expected, answer, name);
        CheckDelay(expected);
        foreach (var save in step.Saved)
        {
            _saved[save.Name] = (string)Expectation.Pick(JToken.Parse(answer!.Text), (string)save.Value!)!;
        }
    }

    private void CheckDelay(JObject expected)
    {
        if (expected["minMs"] is { } least)
        {
            // Clients measure a little less than was waited, so the cases leave some room below.
            fake.Requests.Entries[^1].Response.Delay.TotalMilliseconds.ShouldBeGreaterThanOrEqualTo((int)least);
        }

        if (expected["maxMs"] is { } most)
        {
            fake.Requests.Entries[^1].Response.Delay.TotalMilliseconds.ShouldBeLessThanOrEqualTo((int)most);
        }
    }

    private Task<RawAnswer?> Send(RecordedStep step)
    {
        var body = step.Text("bodyBase64") is { } bytes ? Convert.FromBase64String(bytes) : step.Text("body") is { } text ? Encoding.UTF8.GetBytes(Filled(text)) : null;
        return RawHttp.Send(fake.BaseAddress, step.Method, Filled(step.Path), step.Headers, body);
    }

    private string Filled(string text) => _saved.Aggregate(text, (filled, saved) => filled.Replace($"<<{saved.Key}>>", saved.Value, StringComparison.Ordinal));
}
