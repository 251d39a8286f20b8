namespace FakeJira.Stubs.Mappings;

/// <summary>A mapping that nearly matched a request: each part of its Request, with what was expected and what came; where all of them match, what else kept it from answering.</summary>
/// <param name="Id">The mapping's Guid.</param>
/// <param name="Title">The mapping's title, or null.</param>
/// <param name="Name">The mapping's file and index.</param>
/// <param name="Parts">In the order in which they stand.</param>
internal sealed record NearMiss(Guid Id, string? Title, string Name, IReadOnlyList<PartResult> Parts)
{
    /// <summary>How many there are in an answer.</summary>
    public const int Shown = 3;

    /// <summary>Of a longer text the journal keeps the beginning.</summary>
    private const int KeptLength = 1000;

    /// <summary>How many are compared part by part, which costs a thousand times as much as a look at the path; and as many of those whose path is no text.</summary>
    private const int Compared = 100;

    /// <summary>The sum of the parts' scores.</summary>
    public double Score => Parts.Sum(part => part.Score);

    /// <summary>How many parts match.</summary>
    public int Matching => Parts.Count(part => part.IsMatch);

    /// <summary>Whether all parts match, and nothing keeps it from answering: it has passed the request on.</summary>
    public bool IsMatch => Matching == Parts.Count;

    /// <summary>From 0 to 1.</summary>
    public double Average => Parts.Count == 0 ? 1 : Score / Parts.Count;

    /// <summary>How near the path of the request is to the wanted one, from 0 to 1.</summary>
    public double Closeness { get; init; }

    /// <summary>Whether its whole Request matches.</summary>
    private bool IsWanted { get; init; }

    /// <summary>From 0 to 1; a path that nearly matches counts as far as it does.</summary>
    private double Rank => IsWanted ? 1 : (Score + (Parts.Any(part => part is { Part: "Path", IsMatch: false }) ? Closeness : 0)) / Parts.Count;

    /// <summary>Whether it names the place that was asked.</summary>
    private bool IsHere => Parts.Any(part => part.IsPlace) && Parts.All(part => part.IsMatch || !part.IsPlace);

    /// <summary>Whether it names another place, and not only by a slip of the path: everything else would fit then. A beginning that fits before a wildcard is none.</summary>
    private bool IsElsewhere => Parts.Any(part => part is { IsPlace: true, IsMatch: false }) && !(Closeness is >= PathCloseness.Near and < 1 && Matching == Parts.Count - 1);

    /// <summary>As the journal keeps it: a pattern can be as long as a mapping file, and what is kept outlives the mapping.</summary>
    public NearMiss Shortened() => this with { Title = Title is null ? null : Beginning(Title), Name = Beginning(Name), Parts = [.. Parts.Select(part => part with { Part = Beginning(part.Part), Expected = Beginning(part.Expected), Actual = Beginning(part.Actual) })] };

    /// <summary>About how many bytes it keeps.</summary>
    public long Size => 128 + (2L * ((Title?.Length ?? 0) + Name.Length)) + Parts.Sum(part => 96 + (2L * (part.Part.Length + part.Expected.Length + part.Actual.Length)));

    private static string Beginning(string text) => text.Length > KeptLength ? text[..KeptLength] + "…" : text;

    /// <summary>The nearer one last; of those as near, the one that is asked first.</summary>
    private static readonly Comparer<(double Closeness, Stub Stub)> Nearer = Comparer<(double Closeness, Stub Stub)>.Create(
        (a, b) => a.Closeness.CompareTo(b.Closeness) is var order and not 0 ? order : Stub.Compare(b.Stub, a.Stub));

    /// <summary>The mappings of a site that come closest to a request, the closest first. Where there are many, only those of the closest paths are compared.</summary>
    public static IReadOnlyList<NearMiss> Of(StubRequest request) =>
        [.. Ordered([.. request.Site.Stubs.Table.All().OfType<MappingStub>().GroupBy(stub => stub.Mapping.Request.Paths.All(key => key.Text.Length > 0))
            .SelectMany(stubs => Nearest(request, stubs)).OrderDescending(Nearer)
            .Select(near => (near.Closeness, Stub: (MappingStub)near.Stub)).TakeWhile(_ => request.HasTimeToCompare())
            .Select(near => Of(request, near.Closeness, near.Stub))
            .Where(miss => (miss.Score > 0 || miss.Closeness >= PathCloseness.Near) && !miss.IsMatch)])
            .Take(Shown)];

    private static NearMiss Of(StubRequest request, double closeness, MappingStub stub)
    {
        PartResult[] parts = [.. stub.Mapping.Request.Explain(request)];
        var isWanted = Array.TrueForAll(parts, part => part.IsMatch);
        // One that has passed the request on was drawn.
        IReadOnlyList<PartResult> closed = isWanted ? Turns.Closed(stub.Mapping, request, isDrawn: request.TimesPassedOn > 0) : [];
        return new(stub.Id, stub.Mapping.Title, stub.Name, [.. parts, .. closed]) { Closeness = closeness, IsWanted = isWanted };
    }

    /// <summary>The closest first. One of another place is no closer than any of this place, whatever else of it fits.</summary>
    private static IEnumerable<NearMiss> Ordered(IReadOnlyList<NearMiss> misses)
    {
        var least = misses.Where(miss => miss.IsHere).Select(miss => miss.Rank).DefaultIfEmpty(double.PositiveInfinity).Min();
        return misses.OrderByDescending(miss => miss.IsElsewhere ? Math.Min(miss.Rank, least) : miss.Rank)
            .ThenBy(miss => miss.IsElsewhere && miss.Rank >= least).ThenByDescending(miss => miss.Rank).ThenByDescending(miss => miss.Parts.Count);
    }

    private static IEnumerable<(double Closeness, Stub Stub)> Nearest(StubRequest request, IEnumerable<MappingStub> stubs)
    {
        var nearest = new PriorityQueue<Stub, (double Closeness, Stub Stub)>(Compared + 1, Nearer);
        foreach (var stub in stubs)
        {
            var near = (PathCloseness.Of(request.Path, stub.Mapping.Request.Paths), stub);
            if (nearest.Count < Compared)
            {
                nearest.Enqueue(stub, near);
            }
            else
            {
                nearest.EnqueueDequeue(stub, near);
            }
        }

        return nearest.UnorderedItems.Select(item => item.Priority);
    }
}
