namespace FakeJira.Stubs.Matching;

/// <summary>A place in the tree of segments.</summary>
internal sealed class RouteNode
{
    public Dictionary<string, RouteNode>? Literals { get; private set; }

    public List<ValueEdge> Values { get; } = [];

    public RouteNode? Rest { get; set; }

    public Contract? Territory { get; set; }

    public List<(Operation Operation, string[] Names, Stub Stub)> Operations { get; } = [];

    /// <summary>Methods that nobody serves here, although a more general path would take them; null for none.</summary>
    public List<string>? NotServed { get; set; }

    public RouteNode Literal(string segment)
    {
        Literals ??= new(StringComparer.Ordinal);
        return Literals.TryGetValue(segment, out var node) ? node : Literals[segment] = new();
    }

    public RouteNode Value(string? oneOf)
    {
        if (Values.Find(edge => edge.OneOf == oneOf) is not { } edge)
        {
            edge = new(oneOf);
            Values.Add(edge);
            Values.Sort((a, b) => (a.OneOf is null).CompareTo(b.OneOf is null));
        }

        return edge.Node;
    }
}

/// <summary>A segment that is a value: any, or one of a few.</summary>
internal sealed class ValueEdge(string? oneOf)
{
    private readonly string[]? _choices = oneOf?.Split('|');

    public string? OneOf => oneOf;

    public RouteNode Node { get; } = new();

    public bool Takes(ReadOnlySpan<char> segment)
    {
        if (_choices is null)
        {
            return true;
        }

        foreach (var choice in _choices)
        {
            if (segment.SequenceEqual(choice))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a search for an operation found.</summary>
internal struct RouteSearch
{
    public string Method;
    public Route? Route;
    public List<string>? Allowed;
    public Contract? Territory;
}
