using FakeJira.Benchmarks.Fuzz;
using Newtonsoft.Json.Linq;
using static FakeJira.Benchmarks.Soak.SoakRequests;

namespace FakeJira.Benchmarks.Soak;

/// <summary>What a neighbour does to the site as a whole, under those who use it. Nothing of it may stay after a reset.</summary>
internal sealed class SoakMeddling
{
    public const string Site = "crowd";
    public const string Path = "/__sites/" + Site;
    private const string Control = "/__fakejira/sites/" + Site;
    private const string Admin = Path + "/__admin";

    private static readonly string[] Settings = ["""{"jira.votingEnabled": false}""", """{"jira.votingEnabled": true}""", """{"profile": "observed"}""", """{"profile": "documented"}""", """{"removeMissingVote": "204"}"""];

    private static readonly string[] Clocks = ["""{"freeze": true}""", """{"run": true}""", """{"advance": 3600}""", """{"advance": 3000000000}""", """{"reset": true}""", """{"set": "2031-01-01T00:00:00Z"}"""];

    private static readonly string[] Faults =
    [
        """{"operation": "jira.votes.get", "status": 503, "times": 2}""", """{"operation": "jira.votes.add", "error": "jira.rate-limited", "probability": 0.5}""", """{"name": "known", "operation": "polls.create", "status": 500, "for": "PT1H"}""",
        """{"operation": "ideabank.vote.cast", "status": 503, "times": 1}""", """{"use": "rate-limit", "timesLeft": 2}""", """{"operation": "jira.issues.create", "delay": 5}""",
    ];

    private readonly SoakCaller _caller;
    private readonly Random _chance;
    private readonly int _number;
    private readonly string _guid;

    public SoakMeddling(SoakCaller caller, Random chance, int number)
    {
        (_caller, _chance, _number) = (caller, chance, number);
        _guid = $"{number + 1:D8}-1111-4111-8111-111111111111";
        Steps = [ResetAsync, StateAsync, ForkAsync, SameForkAsync, SettingAsync, SettingAsync, MapAsync, MapAsync, UnmapAsync, FaultAsync, FaultAsync, ScenarioAsync, ScenarioAsync, ClockAsync, FilesAsync, GenerateAsync, LookAsync];
    }

    public IReadOnlyList<Func<Task>> Steps { get; }

    private Task<SoakAnswer> AskAsync(string method, string path, string? body = null)
    {
        _caller.Authorization = null;
        return _caller.TryAsync(method, path, body);
    }

    private Task<string> AskAsync(int expected, string method, string path, string? body = null)
    {
        _caller.Authorization = null;
        return _caller.AskAsync(expected, method, path, body);
    }

    private Task<string> ResetAsync() => AskAsync(204, "POST", Control + "/reset");

    /// <summary>Whatever was caught, it is whole: it can be put back.</summary>
    private async Task StateAsync() => await AskAsync(204, "PUT", Control + "/state", await AskAsync(200, "GET", Control + "/state").ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>A fork was one moment of the site, and goes back to it.</summary>
    private async Task ForkAsync()
    {
        var (name, fork) = ($"{Site}-{_number}", $"/__fakejira/sites/{Site}-{_number}");
        await AskAsync(201, "POST", "/__fakejira/sites", $$"""{"name": "{{name}}", "from": "{{Site}}"}""").ConfigureAwait(false);
        var born = await AskAsync(200, "GET", fork + "/state").ConfigureAwait(false);
        _caller.Authorization = Voters[0];
        await _caller.TryAsync("POST", VotesPath("/__sites/" + name)).ConfigureAwait(false);
        await AskAsync(204, "POST", fork + "/reset").ConfigureAwait(false);
        var back = await AskAsync(200, "GET", fork + "/state").ConfigureAwait(false);
        _caller.Check(Uncounted(back) == Uncounted(born), () => $"a fork that was reset is not as it was: {back} instead of {born}");
        await AskAsync(204, "DELETE", fork).ConfigureAwait(false);
    }

    private async Task SameForkAsync()
    {
        await AskAsync("POST", "/__fakejira/sites", $$"""{"name": "{{Site}}-again", "from": "{{Site}}"}""").ConfigureAwait(false);
        await AskAsync("GET", VotesPath($"/__sites/{Site}-again")).ConfigureAwait(false);
        await AskAsync("DELETE", $"/__fakejira/sites/{Site}-again").ConfigureAwait(false);
    }

    /// <summary>Without how often mappings have answered: one that somebody else saves into the folder meanwhile is a new one there, and counts anew.</summary>
    private static string Uncounted(string state)
    {
        var document = JObject.Parse(state);
        (document["mappings"] as JObject)?.Remove("timesLeft");
        if (document["mappings"] is JObject { Count: 0 })
        {
            document.Remove("mappings");
        }

        return document.ToString();
    }

    private Task<string> SettingAsync() => AskAsync(200, "PATCH", Control + "/settings", _chance.Pick(Settings));

    private async Task MapAsync()
    {
        var own = $$$"""{"Guid": "{{{_guid}}}", "Request": {"Path": "/own/{{{_number}}}"}, "Response": {"Body": "own {{{_number}}}"} {{{(_chance.Next(3) == 0 ? ", \"Times\": 2" : "")}}} }""";
        await AskAsync(201, "POST", _chance.Next(2) == 0 ? Control + "/mappings" : Admin + "/mappings", own).ConfigureAwait(false);
        await AskAsync(201, "POST", Admin + "/mappings", $"[{Step(1, "", "two")},{Step(2, "two", "three")},{Step(3, "three", "")}]").ConfigureAwait(false);
    }

    private async Task UnmapAsync()
    {
        await AskAsync("PATCH", $"{Control}/mappings/{_guid}", """{"enabled": false}""").ConfigureAwait(false);
        await (_chance.Next(4) switch
        {
            0 => AskAsync("POST", Admin + "/mappings/reset"),
            1 => AskAsync("DELETE", Admin + "/mappings"),
            2 => AskAsync("DELETE", $"{Admin}/mappings/{_guid}"),
            _ => AskAsync("DELETE", $"{Control}/mappings/{_guid}"),
        }).ConfigureAwait(false);
    }

    private async Task FaultAsync()
    {
        // There may be one of that name already; of the others there never is.
        var fault = _chance.Pick(Faults);
        await (fault.Contains("known", StringComparison.Ordinal) ? (Task)AskAsync("POST", Control + "/faults", fault) : AskAsync(201, "POST", Control + "/faults", fault)).ConfigureAwait(false);
        await (_chance.Next(3) switch
        {
            0 => AskAsync("DELETE", Control + "/faults"),
            1 => AskAsync("DELETE", Control + "/faults/known"),
            _ => AskAsync("GET", Control + "/faults"),
        }).ConfigureAwait(false);
    }

    private async Task ScenarioAsync()
    {
        await AskAsync(200, "PUT", Admin + "/scenarios/walk/state", $$"""{"State": "{{(_chance.Next(2) == 0 ? "two" : "three")}}"}""").ConfigureAwait(false);
        await AskAsync("POST", _chance.Next(2) == 0 ? Admin + "/scenarios/walk/reset" : Admin + "/scenarios/reset").ConfigureAwait(false);
    }

    private Task<string> ClockAsync() => AskAsync(200, "PATCH", Control + "/clock", _chance.Pick(Clocks));

    /// <summary>Files are the server's, so that two of its sites write the same one.</summary>
    private async Task FilesAsync()
    {
        await AskAsync(200, "POST", Admin + "/files/crowd.txt", $"content {_number}").ConfigureAwait(false);
        var read = await AskAsync("GET", Admin + "/files/crowd.txt").ConfigureAwait(false);
        _caller.Check(read.Status == 404 || read.Body.StartsWith("content ", StringComparison.Ordinal), () => $"a file is another: {read}");
        await AskAsync("DELETE", Admin + "/files/crowd.txt").ConfigureAwait(false);
        await AskAsync(200, "POST", Admin + "/mappings/save").ConfigureAwait(false);
    }

    private Task<string> GenerateAsync() => AskAsync(204, "POST", Control + "/generate", """{"users": 1, "issues": 2, "votes": 2}""");

    private async Task LookAsync()
    {
        foreach (var path in new[] { "/requests", "/findings", "/coverage", "/switches", "/mappings", "/jira/issues?limit=5", "/clock" })
        {
            await AskAsync(200, "GET", Control + path).ConfigureAwait(false);
        }

        JArray.Parse(await AskAsync(200, "GET", Admin + "/scenarios").ConfigureAwait(false));
    }

    /// <summary>Always the same Guids: what is saved stays three files. The start of a scenario has no name.</summary>
    private static string Step(int number, string state, string next)
    {
        var (when, then) = (state.Length == 0 ? "" : $"\"WhenStateIs\": \"{state}\", ", next.Length == 0 ? "" : $"\"SetStateTo\": \"{next}\", ");
        return $$"""{"Guid": "{{number:D8}}-2222-4222-8222-222222222222", "Scenario": "walk", {{when}}{{then}}"Request": {"Path": "/step"}, "Response": {"Body": "{{(state.Length == 0 ? "one" : state)}}"} }""";
    }
}
