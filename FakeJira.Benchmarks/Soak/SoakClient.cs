using Newtonsoft.Json.Linq;
using static FakeJira.Benchmarks.Soak.SoakRequests;

namespace FakeJira.Benchmarks.Soak;

/// <summary>Does everything at once on a site of its own, and knows at every moment what that has to hold.</summary>
internal sealed class SoakClient : IDisposable
{
    private const int OthersScore = 11;

    private readonly SoakServer _server;
    private readonly SoakCaller _caller;
    private readonly Random _chance;
    private readonly string _site;
    private readonly string _path;
    private readonly string _control;
    private readonly string _own;
    private readonly bool[] _votes = new bool[2];
    private readonly Func<Task>[] _steps;
    private List<string> _polls = [VendorPoll];
    private int? _ideaVote = 1;

    public SoakClient(SoakServer server, int number, int seed)
    {
        _server = server;
        _site = $"soak-{number}";
        _caller = new(server, _site);
        _chance = new(unchecked((seed * 1_000_003) + number));
        (_path, _control) = ($"/__sites/{_site}", $"/__fakejira/sites/{_site}");
        _own = Basic($"own{number}@example.com:own-{number}");
        _steps = [VoteAsync, VoteAsync, VoteAsync, PollAsync, PollAsync, IdeaAsync, IdeaAsync, SharedAsync, SharedAsync, ForkAsync, SettingAsync, FaultAsync, CutAsync, StateAsync, ResetAsync, VersionAsync, EditAsync, FollowAsync, GiveUpAsync];
    }

    /// <summary>Whether its vote counts on the shared issue.</summary>
    public bool HasVotedOnShared { get; private set; }

    /// <summary>So many steps on a new site; then every count is compared, and the site removed.</summary>
    public async Task RunAsync(int steps)
    {
        await _caller.AskAsync(201, "POST", "/__fakejira/sites", $$"""{"name": "{{_site}}", "seed": "vendor"}""").ConfigureAwait(false);
        for (var left = steps; left > 0; left--)
        {
            await _steps[_chance.Next(_steps.Length)]().ConfigureAwait(false);
        }

        await CompareAsync().ConfigureAwait(false);
        await ControlAsync(204, "DELETE", "").ConfigureAwait(false);
    }

    public void Dispose() => _caller.Dispose();

    private Task<string> AskAsync(string? authorization, int expected, string method, string path, string? body = null)
    {
        _caller.Authorization = authorization;
        return _caller.AskAsync(expected, method, path, body);
    }

    private Task<string> ControlAsync(int expected, string method, string path, string? body = null) => AskAsync(null, expected, method, _control + path, body);

    private async Task VoteAsync()
    {
        var who = _chance.Next(_votes.Length);
        await AskAsync(Voters[who], 204, _votes[who] ? "DELETE" : "POST", VotesPath(_path)).ConfigureAwait(false);
        _votes[who] ^= true;
        await CompareVotesAsync().ConfigureAwait(false);
    }

    private async Task CompareVotesAsync()
    {
        var shown = await AskAsync(Voters[0], 200, "GET", VotesPath(_path)).ConfigureAwait(false);
        _caller.Check((int?)JObject.Parse(shown)["votes"] == _votes.Count(voted => voted), () => $"votes should be {string.Join(',', _votes)}: {shown}");
    }

    private async Task PollAsync()
    {
        var at = _chance.Next(Math.Max(1, _polls.Count));
        switch (_chance.Next(3))
        {
            case 0 when _polls.Count > 0:
                await AskAsync(null, 200, "DELETE", PollsPath(_path, _polls[at])).ConfigureAwait(false);
                _polls.RemoveAt(at);
                break;
            case 1 when _polls.Count > 0:
                await AskAsync(null, 200, "PUT", PollsPath(_path, _polls[at]), Poll).ConfigureAwait(false);
                break;
            default:
                _polls.Add((string?)JObject.Parse(await AskAsync(null, 200, "POST", PollsPath(_path), Poll).ConfigureAwait(false))["id"] ?? "none");
                break;
        }

        await ComparePollsAsync().ConfigureAwait(false);
    }

    private async Task ComparePollsAsync()
    {
        var shown = JArray.Parse(await AskAsync(null, 200, "GET", PollsPath(_path)).ConfigureAwait(false)).Select(poll => (string?)poll["id"]);
        _caller.Check(shown.SequenceEqual(_polls), () => $"polls should be {string.Join(',', _polls)}: {string.Join(',', shown)}");
    }

    private async Task IdeaAsync()
    {
        int? next = _chance.Next(3) switch { 0 => null, 1 => 1, _ => -1 };
        await AskAsync(Panelist, next is null ? 204 : 200, next is null ? "DELETE" : "POST", IdeaPath(_path), next is null ? null : $$"""{"vote":{{next}}}""").ConfigureAwait(false);
        _ideaVote = next;
        CompareIdea();
    }

    private void CompareIdea()
    {
        var score = _server.Fake.Sites[_site].IdeaBank.ScoreOf("p-abc123");
        _caller.Check(score == OthersScore + (_ideaVote ?? 0), () => $"the score with {_ideaVote} of its own is {score}");
    }

    /// <summary>Everybody votes on one issue, for themselves: in whatever order, the sum is the same.</summary>
    private async Task SharedAsync()
    {
        await AskAsync(_own, 204, HasVotedOnShared ? "DELETE" : "POST", SoakServer.SharedVotes).ConfigureAwait(false);
        HasVotedOnShared ^= true;
        var shown = JObject.Parse(await AskAsync(_own, 200, "GET", SoakServer.SharedVotes).ConfigureAwait(false));
        _caller.Check((bool?)shown["hasVoted"] == HasVotedOnShared, () => $"shared: hasVoted is not {HasVotedOnShared}");
    }

    private async Task ForkAsync()
    {
        var fork = _site + "-fork";
        await AskAsync(null, 201, "POST", "/__fakejira/sites", $$"""{"name": "{{fork}}", "from": "{{_site}}"}""").ConfigureAwait(false);
        await AskAsync(Voters[0], 204, _votes[0] ? "DELETE" : "POST", VotesPath("/__sites/" + fork)).ConfigureAwait(false);
        await AskAsync(null, 204, "DELETE", "/__fakejira/sites/" + fork).ConfigureAwait(false);
        await CompareVotesAsync().ConfigureAwait(false);
    }

    private async Task SettingAsync()
    {
        await ControlAsync(200, "PATCH", "/settings", """{"jira.votingEnabled": false}""").ConfigureAwait(false);
        await AskAsync(Voters[0], 404, "GET", VotesPath(_path)).ConfigureAwait(false);
        await ControlAsync(200, "PATCH", "/settings", """{"jira.votingEnabled": true}""").ConfigureAwait(false);
        await CompareVotesAsync().ConfigureAwait(false);
    }

    private async Task FaultAsync()
    {
        await ControlAsync(201, "POST", "/faults", """{"operation": "jira.votes.get", "status": 503, "times": 1}""").ConfigureAwait(false);
        await AskAsync(Voters[0], 503, "GET", VotesPath(_path)).ConfigureAwait(false);
        await CompareVotesAsync().ConfigureAwait(false);
        await ControlAsync(204, "DELETE", "/faults").ConfigureAwait(false);
    }

    private async Task CutAsync()
    {
        await ControlAsync(201, "POST", "/faults", """{"operation": "jira.votes.get", "connection": "drop", "times": 1}""").ConfigureAwait(false);
        _caller.Authorization = Voters[0];
        await _caller.AskCutAsync(VotesPath(_path)).ConfigureAwait(false);
        await ControlAsync(204, "DELETE", "/faults").ConfigureAwait(false);
        await CompareVotesAsync().ConfigureAwait(false);
    }

    private async Task StateAsync()
    {
        await ControlAsync(204, "PUT", "/state", await ControlAsync(200, "GET", "/state").ConfigureAwait(false)).ConfigureAwait(false);
        await CompareAsync().ConfigureAwait(false);
    }

    private async Task ResetAsync()
    {
        await ControlAsync(204, "POST", "/reset").ConfigureAwait(false);
        Array.Clear(_votes);
        (_polls, _ideaVote) = ([VendorPoll], 1);
        await CompareAsync().ConfigureAwait(false);
    }

    private async Task VersionAsync()
    {
        var before = _server.Reloaded;
        var shown = await AskAsync(null, 200, "GET", _path + "/soak/version").ConfigureAwait(false);
        _caller.Check(_server.IsVersion(shown, before), () => $"version {shown} of the mapping file after {before} was in service");
    }

    private Task EditAsync() => _server.EditAsync(() => AskAsync(null, 200, "POST", "/__admin/mappings/reloadStaticMappings"));

    private Task FollowAsync() => _caller.FollowAsync(_control + "/events", VoteAsync);

    /// <summary>A body that never ends is no vote; an answer that nobody reads is no harm.</summary>
    private async Task GiveUpAsync()
    {
        await _caller.GiveUpAsync($"POST {VotesPath(_path)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {Voters[_chance.Next(2)]}\r\nContent-Length: 100\r\n\r\n{{").ConfigureAwait(false);
        await _caller.GiveUpAsync($"GET {PollsPath(_path)} HTTP/1.1\r\nHost: localhost\r\n\r\n").ConfigureAwait(false);
        await CompareVotesAsync().ConfigureAwait(false);
    }

    private async Task CompareAsync()
    {
        await CompareVotesAsync().ConfigureAwait(false);
        await ComparePollsAsync().ConfigureAwait(false);
        CompareIdea();
    }
}
