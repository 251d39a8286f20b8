using FakeJira.Jira.World;

namespace FakeJira.Jira.Search;

/// <summary>A part of a result.</summary>
/// <param name="Issues">In order.</param>
/// <param name="Last">Where the last of them stands.</param>
/// <param name="HasMore">Whether there are more after it.</param>
internal sealed record ResultPage(IReadOnlyList<Issue> Issues, Standing Last, bool HasMore);

/// <summary>Asks the issues of a site.</summary>
internal static class IssueSearch
{
    /// <summary>The first issues after a standing, or the first of all.</summary>
    public static ResultPage Page(SearchContext context, CompiledQuery query, int most, Standing? after)
    {
        // The worst of the kept is on top, to make room for a better one: nothing is sorted that is not shown.
        var order = query.Order;
        var kept = new PriorityQueue<Issue, Standing>(Comparer<Standing>.Create((x, y) => order.Compare(y, x)));
        foreach (var issue in Found(context, query))
        {
            var standing = order.StandingOf(issue);
            if (after is { } last && order.Compare(standing, last) <= 0)
            {
                continue;
            }

            if (kept.Count <= most)
            {
                kept.Enqueue(issue, standing);
            }
            else
            {
                kept.EnqueueDequeue(issue, standing);
            }
        }

        var hasMore = kept.Count > most;
        if (hasMore)
        {
            kept.Dequeue();
        }

        kept.TryPeek(out _, out var end);
        var issues = new Issue[kept.Count];
        for (var index = issues.Length - 1; index >= 0; index--)
        {
            issues[index] = kept.Dequeue();
        }

        return new(issues, end, hasMore);
    }

    /// <summary>How many issues there are.</summary>
    public static int Count(SearchContext context, CompiledQuery query) => Found(context, query).Count();

    /// <summary>The issues that the caller can see and that the query means, in no order.</summary>
    private static IEnumerable<Issue> Found(SearchContext context, CompiledQuery query)
    {
        foreach (var issue in Candidates(context.Seen, query.Test?.Candidates))
        {
            context.Aborted.ThrowIfCancellationRequested();

            // What can be seen is asked last: few issues are meant by most queries.
            if (query.Test?.Holds(issue) != false && context.CanSee(issue))
            {
                yield return issue;
            }
        }
    }

    private static IEnumerable<Issue> Candidates(JiraWorld world, IReadOnlyCollection<long>? ids) =>
        ids is null || ids.Count >= world.Issues.Count ? NewestFirst.Of(world) : ids.Select(id => world.Issues.GetValueOrDefault(id)).OfType<Issue>();
}
