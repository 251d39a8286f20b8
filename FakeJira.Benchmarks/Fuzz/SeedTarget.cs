using FakeJira.Seeding;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>A state document is taken, and then comes back as it was written; or what is wrong is said with its place.</summary>
internal sealed class SeedTarget : FuzzTarget
{
    private readonly FakeJiraServer _fake;
    private readonly string[] _seeds;
    private readonly string[] _pieces;

    private SeedTarget(FakeJiraServer fake)
    {
        _fake = fake;
        var vendor = StateDocument.Write(fake.Capture(), fake.Universe);
        _seeds = [vendor.ToString(), """{"jira": {"users": [{"accountId": "a", "displayName": "A"}], "projects": [{"key": "MKY"}], "issues": [{"key": "MKY-1", "reporter": "a", "voters": ["a"]}]}, "generate": {"issues": 3, "users": 2}}""", .. vendor.Properties().Select(section => new JObject(section).ToString())];
        _pieces = [.. vendor.Descendants().OfType<JProperty>().Select(each => $"\"{each.Name}\": ").Distinct(), "{", "}", "[", "]", ",", "\"generate\": {\"issues\": 2},"];
    }

    public static async Task<FuzzTarget> StartAsync() => new SeedTarget(await FakeJiraServer.StartAsync(new() { Seed = "vendor", Listens = false }).ConfigureAwait(false));

    public override string Make(Random chance) => chance.Next(50) == 0 ? Mutation.Swollen(chance.Pick(_seeds), chance) : chance.Next(2) == 0 ? Mutation.Of(chance.Pick(_seeds), chance, _pieces) : Replaced(chance);

    public override Task<string?> TryAsync(string input, CancellationToken end) => Task.FromResult(Try(input));

    public override async ValueTask DisposeAsync()
    {
        await _fake.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>One to three values are others: still JSON.</summary>
    private string Replaced(Random chance)
    {
        var document = JObject.Parse(chance.Pick(_seeds));
        for (var left = chance.Next(1, 4); left > 0; left--)
        {
            List<JToken> all = [.. document.Descendants().Where(token => token is not JProperty)];
            chance.Pick(all).Replace(new JRaw(Mutation.Scalar(chance)));
        }

        return document.ToString(Formatting.None);
    }

    private string? Try(string input)
    {
        var problems = new ProblemList();
        if (StateDocument.Read("seed.json", input, _fake.Universe, problems) is not { } state)
        {
            return !problems.HasErrors ? "Refused, and nothing is said." : problems.All.Take(ProblemList.Most).FirstOrDefault(problem => problem.Line <= 0 || problem.Message.Length == 0) is { } lost ? $"A problem without a place: {lost}" : null;
        }

        var written = StateDocument.Write(state, _fake.Universe).ToString();
        var again = StateDocument.Read("written.json", written, _fake.Universe, problems);
        return again is null ? $"What was written is refused: {string.Join("; ", problems.All.Select(problem => problem.Message))}"
            : StateDocument.Write(again, _fake.Universe).ToString() == written ? null : "What was written and read again is another state.";
    }
}
