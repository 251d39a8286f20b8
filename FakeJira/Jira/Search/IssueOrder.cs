using FakeJira.Jira.Search.Fields;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search;

/// <summary>Where an issue stands in a sorted result.</summary>
/// <param name="Values">A value for each field that is sorted by.</param>
/// <param name="Id">The issue's id, which decides between equals.</param>
internal readonly record struct Standing(SortValue[] Values, long Id);

/// <summary>How results are sorted: by the fields of the query, then the newest issue first.</summary>
internal sealed class IssueOrder(IReadOnlyList<(Func<Issue, SortValue> Value, bool Descending)> keys) : IComparer<Standing>
{
    private readonly (Func<Issue, SortValue> Value, bool Descending)[] _keys = [.. keys];

    public int KeyCount => _keys.Length;

    public Standing StandingOf(Issue issue)
    {
        if (_keys.Length == 0)
        {
            return new([], issue.Id);
        }

        var values = new SortValue[_keys.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = _keys[index].Value(issue);
        }

        return new(values, issue.Id);
    }

    public int Compare(Standing x, Standing y)
    {
        for (var index = 0; index < _keys.Length; index++)
        {
            var order = x.Values[index].CompareTo(y.Values[index]);
            if (order != 0)
            {
                return _keys[index].Descending ? -order : order;
            }
        }

        return y.Id.CompareTo(x.Id);
    }
}
