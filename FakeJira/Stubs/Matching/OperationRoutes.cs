namespace FakeJira.Stubs.Matching;

/// <summary>
/// Finds the operation that a path leads to: a tree of segments, so that the cost is that of the path, whatever the number of operations.
/// A literal segment is preferred to a value; a way that has not the method gives way to one that has.
/// </summary>
internal sealed class OperationRoutes
{
    private readonly RouteNode _root = new();

    public OperationRoutes(IEnumerable<Contract> contracts)
    {
        foreach (var contract in contracts)
        {
            foreach (var prefix in contract.Territory)
            {
                var node = _root;
                foreach (var segment in prefix.Split('/', StringSplitOptions.RemoveEmptyEntries))
                {
                    node = node.Literal(segment);
                }

                node.Territory = contract;
            }

            foreach (var operation in contract.Operations)
            {
                var (node, names) = NodeOf(operation.Path);
                node.Operations.Add((operation, names, OperationStub.Of(operation)));
            }

            foreach (var (method, path) in contract.NotServed)
            {
                (NodeOf(path).Node.NotServed ??= []).Add(method);
            }
        }
    }

    /// <summary>Where the path leads: a route, or none with the methods that the path has instead and the contract whose territory it is.</summary>
    public RouteSearch Find(string rawPath, string method)
    {
        var search = new RouteSearch { Method = method == "HEAD" ? "GET" : method };
        Span<Range> segments = stackalloc Range[32];
        var count = Split(rawPath, ref segments);
        // Which segments are values on the way that is being tried; a path has no more of them than segments.
        Span<int> values = count <= 32 ? stackalloc int[32] : new int[count];
        Walk(_root, rawPath, segments[..count], 0, values, 0, ref search);
        return search;
    }

    private static int Split(string path, ref Span<Range> segments)
    {
        var count = 0;
        var at = 0;
        while (at < path.Length)
        {
            var slash = path.AsSpan(at).IndexOf('/');
            var end = slash < 0 ? path.Length : at + slash;
            if (end > at)
            {
                if (count == segments.Length)
                {
                    var larger = new Range[count * 4];
                    segments.CopyTo(larger);
                    segments = larger;
                }

                segments[count++] = at..end;
            }

            at = end + 1;
        }

        return count;
    }

    private static bool Walk(RouteNode node, string path, ReadOnlySpan<Range> segments, int depth, Span<int> values, int taken, ref RouteSearch search)
    {
        if (node.Territory is { } territory)
        {
            search.Territory = territory;
        }

        if (depth == segments.Length)
        {
            return End(node, path, segments, values[..taken], depth, ref search) || (node.Rest is { } none && End(none, path, segments, values[..taken], depth, ref search));
        }

        var segment = path.AsSpan()[segments[depth]];
        var text = segment.Contains('%') ? Uri.UnescapeDataString(segment) : segment;
        if (node.Literals is { } literals && literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var literal)
            && Walk(literal, path, segments, depth + 1, values, taken, ref search))
        {
            return true;
        }

        foreach (var edge in node.Values)
        {
            values[taken] = depth;
            if (edge.Takes(text) && Walk(edge.Node, path, segments, depth + 1, values, taken + 1, ref search))
            {
                return true;
            }
        }

        return node.Rest is { } rest && End(rest, path, segments, values[..taken], depth, ref search);
    }

    private static bool End(RouteNode node, string path, ReadOnlySpan<Range> segments, ReadOnlySpan<int> taken, int depth, ref RouteSearch search)
    {
        if (node.NotServed?.Contains(search.Method) == true)
        {
            return true;
        }

        foreach (var (operation, names, stub) in node.Operations)
        {
            if (operation.Method == search.Method)
            {
                var values = new string[names.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    var raw = i < taken.Length ? path.AsSpan()[segments[taken[i]]] : depth < segments.Length ? path.AsSpan(segments[depth].Start.Value) : "";
                    values[i] = Uri.UnescapeDataString(raw);
                }

                search.Route = new Route(operation, names, values) { Stub = stub };
                return true;
            }

            (search.Allowed ??= []).Add(operation.Method);
        }

        return false;
    }

    private (RouteNode Node, string[] Names) NodeOf(string path)
    {
        var node = _root;
        var names = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment[0] != '{')
            {
                node = node.Literal(segment);
                continue;
            }

            var inner = segment[1..^1];
            if (inner[0] == '*')
            {
                names.Add(inner[1..]);
                node = node.Rest ??= new();
                continue;
            }

            var colon = inner.IndexOf(':', StringComparison.Ordinal);
            names.Add(colon < 0 ? inner : inner[..colon]);
            node = node.Value(colon < 0 ? null : inner[(colon + 1)..]);
        }

        return (node, [.. names]);
    }
}
