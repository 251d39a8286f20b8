using FakeJira.Jira.Search.Fields;
using FakeJira.Jira.Search.Jql;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search;

/// <summary>A query that can be asked of issues.</summary>
/// <param name="Test">What is searched for; null when everything is.</param>
/// <param name="Order">How what is found is sorted.</param>
internal sealed record CompiledQuery(IssueTest? Test, IssueOrder Order)
{
    // The vendor's documented limit.
    private const int MostSortKeys = 7;

    /// <summary>Reads and compiles a query; null when there are problems.</summary>
    public static (CompiledQuery? Query, IReadOnlyList<JqlProblem> Problems) Compile(string jql, SearchContext context)
    {
        var (query, problem) = Parser.Parse(jql);
        if (query is null)
        {
            return (null, problem is { } known ? [known] : []);
        }

        var compilation = new Compilation(context);
        var test = query.Clause is null ? null : compilation.Compile(query.Clause);
        var order = OrderOf(query.Order, compilation);
        return compilation.Problems.Count > 0 ? (null, compilation.Problems) : (new(test, order), []);
    }

    private static IssueOrder OrderOf(IReadOnlyList<OrderKey> keys, Compilation into)
    {
        if (keys.Count > MostSortKeys)
        {
            into.Note(MeaningProblems.SortKeys(MostSortKeys));
        }

        List<(Func<Issue, SortValue> Value, bool Descending)> order = [];
        foreach (var key in keys)
        {
            if (SearchFields.Find(key.Field)?.Sort is { } sort)
            {
                order.Add((sort(into.Context), key.Descending));
            }
            else
            {
                into.Note(SearchFields.IsKnownToVendor(key.Field) ? MeaningProblems.FieldNotSimulated(key.Field) : MeaningProblems.Sort(key.Field));
            }
        }

        return new IssueOrder(order);
    }
}
