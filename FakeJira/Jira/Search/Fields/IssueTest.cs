using System.Collections;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>A condition, compiled.</summary>
/// <param name="Holds">Whether an issue fulfils it.</param>
/// <param name="Candidates">Ids among which all issues are that can fulfil it; null when that may be any issue.</param>
internal sealed record IssueTest(Func<Issue, bool> Holds, IReadOnlyCollection<long>? Candidates = null)
{
    public static IssueTest Never { get; } = new(_ => false, []);

    public static IssueTest All(IReadOnlyList<IssueTest> tests)
    {
        var holds = tests.Select(test => test.Holds).ToArray();
        return new(issue => Array.TrueForAll(holds, test => test(issue)), tests.Select(test => test.Candidates).OfType<IReadOnlyCollection<long>>().MinBy(ids => ids.Count));
    }

    public static IssueTest Any(IReadOnlyList<IssueTest> tests)
    {
        var holds = tests.Select(test => test.Holds).ToArray();
        return new(issue => Array.Exists(holds, test => test(issue)), Union([.. tests.Select(test => test.Candidates)]));
    }

    /// <summary>The ids of all of them, each once; null when one of them is.</summary>
    public static IReadOnlyCollection<long>? Union(IReadOnlyList<IReadOnlyCollection<long>?> several) => several switch
    {
        [var only] => only,
        _ when several.Contains(null) => null,
        _ => new Several([.. several.Select(ids => ids!)]),
    };

    /// <summary>Put together only where they are looked at: each of thousands of conditions can mean every issue.</summary>
    private sealed class Several(IReadOnlyCollection<long>[] parts) : IReadOnlyCollection<long>
    {
        /// <summary>How many there are at most.</summary>
        public int Count { get; } = (int)Math.Min(int.MaxValue, parts.Sum(ids => (long)ids.Count));

        public IEnumerator<long> GetEnumerator() => parts.SelectMany(ids => ids).Distinct().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
