using System.Globalization;

namespace FakeJira.Stubs.Mappings;

/// <summary>Who could answer a request, in the order in which they are asked, and what decided.</summary>
/// <param name="Chosen">Who answers; null when nothing does.</param>
/// <param name="Candidates">Those whose path, or whole Request, matches; the chosen one among them.</param>
/// <param name="Notes">What went wrong while they were compared, for example that it took too long.</param>
internal sealed record Explanation(Candidate? Chosen, IReadOnlyList<Candidate> Candidates, IReadOnlyList<string> Notes)
{
    private const int Limit = 50;

    /// <summary>Asks without effect: nothing is claimed, counted or noted. <see cref="StubRequest.Route"/> must be known.</summary>
    public static Explanation Of(StubRequest request, Stub? last)
    {
        var builtIn = request.Route is { } route ? request.Site.Sites.Shared.BuiltIn(route.Operation).Where(stub => !request.Site.Stubs.Table.Hides(stub)) : [];
        Stub[] stubs = [.. request.Site.Stubs.Table.All().Concat(builtIn).Concat(last is null ? [] : [last]).Order(Stub.Asked)];
        Candidate? chosen = null;
        var candidates = new List<Candidate>();
        foreach (var stub in stubs)
        {
            // What answers where no mapping does is there when the time for mappings is over, too.
            if (candidates.Count < Limit && (ReferenceEquals(stub, last) || request.HasTimeToCompare()) && Candidate.Of(stub, request, chosen?.Stub) is { } candidate)
            {
                candidates.Add(candidate);
                chosen ??= candidate.Matches ? candidate : null;
            }
        }

        return new(chosen, candidates, request.TakeNotes());
    }
}

/// <summary>One that could answer.</summary>
/// <param name="Stub">Mapping, operation or callback.</param>
/// <param name="Matches">Whether it would answer, were it asked.</param>
/// <param name="Parts">For a mapping: each part of its Request.</param>
/// <param name="Verdict">What decided, in one sentence.</param>
internal sealed record Candidate(Stub Stub, bool Matches, IReadOnlyList<PartResult> Parts, string Verdict)
{
    /// <summary>Null for what matches neither as a whole nor in its path. What is not null and matches where nothing is chosen yet is the one that answers.</summary>
    public static Candidate? Of(Stub stub, StubRequest request, Stub? chosen)
    {
        var parts = new List<PartResult>();
        foreach (var part in (stub as MappingStub)?.Mapping.Request.Explain(request) ?? [])
        {
            // What is in another place is not compared any further.
            if (!part.IsMatch && IsPlace(part) && !parts.Exists(IsPlace))
            {
                return null;
            }

            parts.Add(part);
        }

        // Every part is compared by now, and once. A probability counts as taken: asking it would use up chance.
        var matches = stub is MappingStub { Mapping: var mapping } ? parts.TrueForAll(part => part.IsMatch) && (mapping.Probability is > 0 and < 1 || Turns.AreOpen(mapping, request)) : stub.Matches(request);
        return matches || parts.Count > 0 ? new(stub, matches, parts, VerdictOf(stub, matches, parts, chosen)) : null;
    }

    private static bool IsPlace(PartResult part) => part.Part is "Path" or "Url" or "Operation";

    private static string VerdictOf(Stub stub, bool matches, List<PartResult> parts, Stub? chosen)
    {
        if (matches && chosen is null)
        {
            return stub.Probability < 1 ? $"It answers, with a probability of {stub.Probability.ToString(CultureInfo.InvariantCulture)}: the first in this order that matches." : "It answers: the first in this order that matches.";
        }

        if (matches)
        {
            return $"It matches, but {chosen!.Name} is asked first: {Why(chosen, stub)}.";
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
