using System.Collections.Concurrent;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Platform;

/// <summary>
/// Bodies that were written of the site as it is. A world never changes, so the same question of the same user has the same answer until there is another
/// world; of that, nothing is kept but the latest.
/// </summary>
internal sealed class WrittenOnce
{
    private const int MostBodies = 256;
    private const int LongestBody = 64 * 1024;

    private Bodies _latest = new(JiraWorld.Empty);

    /// <summary>What <paramref name="write"/> makes, or made before for the same question about the same issue.</summary>
    public ReadOnlyMemory<byte> Of<T>(JiraCall call, Issue issue, T value, Func<T, byte[]> write)
    {
        var bodies = Volatile.Read(ref _latest);
        if (!ReferenceEquals(bodies.World, call.World))
        {
            bodies = new(call.World);
            Volatile.Write(ref _latest, bodies);
        }

        var question = new Question(call.Request.Route!.Operation.Name, issue.Id, call["version"], call.Request.RawQuery, call.Request.BaseUrl, call.User?.AccountId);
        if (bodies.Known.TryGetValue(question, out var known))
        {
            return known;
        }

        var body = write(value);
        if (body.Length <= LongestBody && bodies.Known.Count < MostBodies)
        {
            bodies.Known[question] = body;
        }

        return body;
    }

    private sealed class Bodies(JiraWorld world)
    {
        public JiraWorld World => world;

        public ConcurrentDictionary<Question, byte[]> Known { get; } = [];
    }

    /// <summary>Not the path: a mapping can let one path mean now this issue, now that, or another operation.</summary>
    private readonly record struct Question(string Operation, long Issue, string Version, string Query, string BaseUrl, string? Viewer);
}
