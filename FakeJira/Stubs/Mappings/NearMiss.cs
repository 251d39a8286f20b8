namespace FakeJira.Stubs.Mappings;

/// <summary>A mapping that nearly matched a request: each part of its Request, with what was expected and what came.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Parts">In the order in which they stand.</param>
internal sealed record NearMiss(Mapping Mapping, IReadOnlyList<PartResult> Parts)
{
    /// <summary>How many there are in an answer.</summary>
    public const int Shown = 3;

    /// <summary>The sum of the parts' scores.</summary>
    public double Score => Parts.Sum(part => part.Score);

    /// <summary>How many parts match.</summary>
    public int Matching => Parts.Count(part => part.IsMatch);

    /// <summary>Whether all parts match: what kept it from answering is something else, such as a scenario's state or its Times.</summary>
    public bool IsMatch => Matching == Parts.Count;

    /// <summary>From 0 to 1.</summary>
    public double Average => Parts.Count == 0 ? 1 : Score / Parts.Count;

    /// <summary>How near the path of the request is to the wanted one, from 0 to 1.</summary>
    public double Closeness { get; init; }

    /// <summary>From 0 to 1; a path that nearly matches counts as far as it does.</summary>
    private double Rank => Parts.Count == 0 ? 1 : (Score + (Parts.Any(part => part is { Part: "Path", IsMatch: false }) ? Closeness : 0)) / Parts.Count;

    /// <summary>The mappings of a site that come closest to a request, the closest first. Looks at all of them: for requests that nothing matched.</summary>
    public static IReadOnlyList<NearMiss> Of(StubRequest request) =>
        [.. request.Site.Stubs.Table.All().OfType<MappingStub>()
            .Select(stub => new NearMiss(stub.Mapping, stub.Mapping.Request.Explain(request)) { Closeness = PathCloseness.Of(request.Path, stub.Mapping.Request.Paths) })
            .Where(miss => miss.Score > 0 || miss.Closeness >= PathCloseness.Near)
            .OrderByDescending(miss => miss.Rank).ThenByDescending(miss => miss.Parts.Count)
            .Take(Shown)];
}
