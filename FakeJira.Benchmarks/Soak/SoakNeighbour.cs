using Newtonsoft.Json.Linq;
using static FakeJira.Benchmarks.Soak.SoakRequests;

namespace FakeJira.Benchmarks.Soak;

/// <summary>Uses a site that others use, control, reset and put back at the same time: what holds then holds in whatever order.</summary>
internal sealed class SoakNeighbour : IDisposable
{
    private static readonly string[] Steps = ["one", "two", "three"];
    private static readonly string[] Accounts = ["5b10a2844c20165700ede21g", ""];

    private readonly SoakCaller _caller;
    private readonly Random _chance;
    private readonly int _number;
    private readonly Func<Task>[] _steps;

    public SoakNeighbour(SoakServer server, int number, int seed)
    {
        (_caller, _chance, _number) = (new(server, $"neighbour {number}"), new(unchecked((seed * 1_000_003) - 1 - number)), number);
        Func<Task>[] uses = [VoteAsync, VoteAsync, ReadAsync, PollAsync, IdeaAsync, ProposeAsync, IssueAsync, OwnAsync, StepAsync];
        _steps = number % 2 == 0 ? uses : [.. uses, .. new SoakMeddling(_caller, _chance, number).Steps];
    }

    /// <summary>So many steps.</summary>
    public async Task RunAsync(int steps)
    {
        for (var left = steps; left > 0; left--)
        {
            await _steps[_chance.Next(_steps.Length)]().ConfigureAwait(false);
        }
    }

    public void Dispose() => _caller.Dispose();

    /// <summary>What an answer about votes says of itself that cannot be, or null. Both voters may see who has voted.</summary>
    public static string? Contradiction(SoakAnswer answer, string account)
    {
        if (answer.Status != 200)
        {
            return null;
        }

        var shown = JObject.Parse(answer.Body);
        List<string?> voters = [.. shown["voters"]!.Select(voter => (string?)voter["accountId"])];
        return (int?)shown["votes"] != voters.Count ? "another number of votes than voters"
            : voters.Distinct().Count() != voters.Count ? "somebody has voted twice"
            : account.Length > 0 && (bool?)shown["hasVoted"] != voters.Contains(account) ? "hasVoted is not what the voters say"
            : null;
    }

    private Task<SoakAnswer> AskAsync(string? authorization, string method, string path, string? body = null)
    {
        _caller.Authorization = authorization;
        return _caller.TryAsync(method, path, body);
    }

    private async Task VoteAsync()
    {
        await AskAsync(Voters[_chance.Next(Voters.Count)], _chance.Next(2) == 0 ? "POST" : "DELETE", VotesPath(SoakMeddling.Path)).ConfigureAwait(false);
        await ReadAsync().ConfigureAwait(false);
    }

    private async Task ReadAsync()
    {
        var who = _chance.Next(Voters.Count);
        var path = VotesPath(SoakMeddling.Path).Replace("MKY-2", $"MKY-{_chance.Next(1, 3)}", StringComparison.Ordinal);
        var answer = await AskAsync(Voters[who], "GET", path).ConfigureAwait(false);
        var wrong = Contradiction(answer, Accounts[who]);
        _caller.Check(wrong is null, () => $"GET {path}: {wrong}: {answer.Body}");
    }

    private async Task PollAsync()
    {
        var made = await AskAsync(null, "POST", PollsPath(SoakMeddling.Path), Poll).ConfigureAwait(false);
        var id = made.Status == 200 ? (string?)JObject.Parse(made.Body)["id"] : VendorPoll;
        await AskAsync(null, _chance.Next(2) == 0 ? "PUT" : "DELETE", PollsPath(SoakMeddling.Path, id), Poll).ConfigureAwait(false);
        var answer = await AskAsync(null, "GET", PollsPath(SoakMeddling.Path)).ConfigureAwait(false);
        List<string?> shown = answer.Status == 200 ? [.. JArray.Parse(answer.Body).Select(poll => (string?)poll["id"])] : [];
        _caller.Check(shown.Distinct().Count() == shown.Count, () => $"polls are shown twice: {answer.Body}");
    }

    private Task<SoakAnswer> IdeaAsync() => _chance.Next(3) == 0
        ? AskAsync(Panelist, "DELETE", IdeaPath(SoakMeddling.Path))
        : AskAsync(Panelist, "POST", IdeaPath(SoakMeddling.Path), $$"""{"vote":{{(_chance.Next(2) * 2) - 1}}}""");

    private async Task ProposeAsync()
    {
        await AskAsync(Panelist, "POST", SoakMeddling.Path + "/public/ideabank/proposals", """{"title":"T","description":"D"}""").ConfigureAwait(false);
        var answer = await AskAsync(Panelist, "GET", SoakMeddling.Path + "/public/ideabank/proposals").ConfigureAwait(false);
        _caller.Check(answer.Status is 200 or >= 500, () => $"proposals: {answer}");
    }

    private async Task IssueAsync()
    {
        var made = await AskAsync(Voters[0], "POST", SoakMeddling.Path + "/rest/api/3/issue", """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"}}""").ConfigureAwait(false);
        if (made.Status == 201 && (string?)JObject.Parse(made.Body)["key"] is { } key)
        {
            var answer = await AskAsync(Voters[0], "GET", $"{SoakMeddling.Path}/rest/api/3/issue/{key}").ConfigureAwait(false);
            _caller.Check(answer.Status != 200 || (string?)JObject.Parse(answer.Body)["key"] == key, () => $"issue {key}: {answer}");
        }
    }

    /// <summary>A mapping of one's own answers as itself or not at all.</summary>
    private async Task OwnAsync()
    {
        var answer = await AskAsync(null, "GET", $"{SoakMeddling.Path}/own/{_number}").ConfigureAwait(false);
        _caller.Check(answer.Status == 404 || answer.Body == $"own {_number}", () => $"own/{_number}: {answer}");
    }

    private async Task StepAsync()
    {
        var answer = await AskAsync(null, "GET", SoakMeddling.Path + "/step").ConfigureAwait(false);
        _caller.Check(answer.Status == 404 || Steps.Contains(answer.Body), () => $"step: {answer}");
    }
}
