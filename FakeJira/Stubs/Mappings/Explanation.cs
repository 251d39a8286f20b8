using System.Globalization;

namespace FakeJira.Stubs.Mappings;

/// <summary>Who could answer a request, in the order in which they are asked, and what decided.</summary>
/// <param name="Chosen">Who answers; null when nothing does.</param>
/// <param name="Candidates">Those whose path, or whole Request, matches; the chosen one among them.</param>
internal sealed record Explanation(Candidate? Chosen, IReadOnlyList<Candidate> Candidates)
{
    private const int Limit = 50;

    /// <summary>Asks without effect: nothing is claimed, counted or noted. <see cref="StubRequest.Route"/> must be known.</summary>
    public static Explanation Of(StubRequest request, Stub? last)
    {
        var builtIn = request.Route is { } route ? request.Site.Sites.Shared.BuiltIn(route.Operation).Where(stub => !request.Site.Stubs.Table.Hides(stub)) : [];
        Stub[] stubs = [.. request.Site.Stubs.Table.All().Concat(builtIn).Concat(last is null ? [] : [last]).Order(Stub.Asked)];
        var chosen = Array.Find(stubs, stub => Candidate.Fits(stub, request));
        var candidates = stubs.Select(stub => Candidate.Of(stub, request, chosen)).OfType<Candidate>().Take(Limit).ToList();
        return new(candidates.Find(candidate => ReferenceEquals(candidate.Stub, chosen)), candidates);
    }
}

/// <summary>One that could answer.</summary>
/// <param name="Stub">Mapping, operation or callback.</param>
/// <param name="Matches">Whether it would answer, were it asked.</param>
/// <param name="Parts">For a mapping: each part of its Request.</param>
/// <param name="Verdict">What decided, in one sentence.</param>
internal sealed record Candidate(Stub Stub, bool Matches, IReadOnlyList<PartResult> Parts, string Verdict)
{
    /// <summary>Null for a mapping of another path.</summary>
    public static Candidate? Of(Stub stub, StubRequest request, Stub? chosen)
    {
        var matches = Fits(stub, request);
        var parts = stub is MappingStub { Mapping: var mapping } ? mapping.Request.Explain(request) : [];
        if (!matches && (parts.Count == 0 || parts.FirstOrDefault(part => part.Part is "Path" or "Url" or "Operation") is { IsMatch: false }))
        {
            return null;
        }

        return new(stub, matches, parts, VerdictOf(stub, matches, parts, chosen));
    }

    /// <summary>Whether it matches. A probability counts as taken: asking it would use up chance.</summary>
    public static bool Fits(Stub stub, StubRequest request) => stub is MappingStub { Mapping: { Probability: > 0 and < 1 } mapping } ? mapping.Request.Matches(request) : stub.Matches(request);

    private static string VerdictOf(Stub stub, bool matches, IReadOnlyList<PartResult> parts, Stub? chosen)
    {
        if (ReferenceEquals(stub, chosen))
        {
            return stub.Probability < 1 ? $"It answers, with a probability of {stub.Probability.ToString(CultureInfo.InvariantCulture)}: the first in this order that matches." : "It answers: the first in this order that matches.";
        }

        if (matches && chosen is not null)
        {
            return $"It matches, but {chosen.Name} is asked first: {Why(chosen, stub)}.";
        }

        var wrong = parts.Where(part => !part.IsMatch).Select(part => $"{part.Part}: expected {part.Expected}, found {part.Actual}").ToList();
        return wrong.Count > 0 ? $"It does not match. {string.Join("; ", wrong)}." : "Its Request matches, but it does not answer now: its scenario is in another state, its Times are used up, or its time is not now.";
    }

    private static string Why(Stub first, Stub second) =>
        first.Priority != second.Priority ? $"Priority {first.Priority} comes before {second.Priority}"
        : first.Details != second.Details ? $"it looks at {first.Details} parts of the request, this one at {second.Details}"
        : first.Probability != second.Probability ? "its Probability is higher"
        : "it was registered later";
}
