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
/// <param name="Parts">For a mapping: each part of its Request, and what else keeps it from answering.</param>
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
            if (!part.IsMatch && part.IsPlace && !parts.Exists(each => each.IsPlace))
            {
                return null;
            }

            parts.Add(part);
        }

        // Every part is compared by now, and once. A probability counts as taken: asking it would use up chance.
        var isWanted = parts.TrueForAll(part => part.IsMatch);
        parts.AddRange(isWanted && stub is MappingStub { Mapping: var mapping } ? Turns.Closed(mapping, request, isDrawn: true) : []);
        var matches = stub is MappingStub ? parts.TrueForAll(part => part.IsMatch) : stub.Matches(request);
        return matches || parts.Count > 0 ? new(stub, matches, parts, VerdictOf(stub, matches, isWanted, parts, chosen)) : null;
    }

    private static string VerdictOf(Stub stub, bool matches, bool isWanted, List<PartResult> parts, Stub? chosen)
    {
        if (matches && chosen is null)
        {
            return stub.Probability < 1 ? $"It answers, with a probability of {stub.Probability.ToString(CultureInfo.InvariantCulture)}: the first in this order that matches." : "It answers: the first in this order that matches.";
        }

        if (matches)
        {
            return $"It matches, but {chosen!.Name} is asked first: {Why(chosen, stub)}.";
        }

        var wrong = parts.Where(part => !part.IsMatch).Select(part => $"{part.Part}: expected {part.Expected}, found {part.Actual}");
        return $"{(isWanted ? "Its Request matches, but it does not answer now" : "It does not match")}. {string.Join("; ", wrong)}.";
    }

    private static string Why(Stub first, Stub second) =>
        first.Priority != second.Priority ? $"Priority {first.Priority} comes before {second.Priority}"
        : first.Details != second.Details ? $"it looks at {first.Details} parts of the request, this one at {second.Details}"
        : first.Probability != second.Probability ? "its Probability is higher"
        : "it was registered later";
}
