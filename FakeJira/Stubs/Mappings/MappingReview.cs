using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Looks at all mappings together for what no file shows alone: mappings that can never answer, operations that are hidden without being named.</summary>
internal static class MappingReview
{
    /// <summary>More parts than this are not looked into: the number of their combinations doubles with each.</summary>
    private const int PartLimit = 10;

    /// <summary>A part that every request has.</summary>
    private static readonly HashSet<string> Always = ["Path like *", "Path like /*", "Url like *", "ClientIP like *"];

    /// <summary>What is wrong with them, as warnings.</summary>
    public static IReadOnlyList<Problem> Of(IReadOnlyList<Mapping> mappings, IReadOnlyList<Contract> contracts) =>
        [.. NeverAsked(mappings), .. HiddenOperations.Of(mappings, contracts)];

    /// <summary>One mapping stands before another for good when it wants nothing that the other does not want too, and always answers.</summary>
    private static IEnumerable<Problem> NeverAsked(IReadOnlyList<Mapping> mappings)
    {
        var enabled = mappings.Where(mapping => !mapping.IsDisabled).ToList();
        var first = new Dictionary<string, Mapping>(StringComparer.Ordinal);
        foreach (var mapping in enabled.Where(AlwaysAnswers))
        {
            foreach (var wants in Wants(mapping))
            {
                var key = Key(wants);
                if (!first.TryGetValue(key, out var best) || Stub.Compare(mapping.Stub, best.Stub) < 0)
                {
                    first[key] = mapping;
                }
            }
        }

        foreach (var mapping in enabled)
        {
            var before = Wants(mapping).Select(wants => Before(mapping, wants, first)).ToList();
            if (before.Count > 0 && before.TrueForAll(other => other is not null))
            {
                var names = string.Join(" and ", before.OfType<Mapping>().Select(other => other.Name).Distinct());
                yield return mapping.AtRequest with { Message = $"This mapping never answers: {names} matches the same requests, always answers, and is asked first ({Why(before[0]!, mapping)})." };
            }
        }
    }

    private static Mapping? Before(Mapping mapping, string[] wants, Dictionary<string, Mapping> first)
    {
        if (wants.Length > PartLimit)
        {
            return null;
        }

        for (var chosen = 0; chosen < 1 << wants.Length; chosen++)
        {
            var some = chosen;
            if (first.TryGetValue(Key(wants.Where((_, i) => (some & (1 << i)) != 0)), out var other) && !ReferenceEquals(other, mapping) && Stub.Compare(other.Stub, mapping.Stub) < 0)
            {
                return other;
            }
        }

        return null;
    }

    private static bool AlwaysAnswers(Mapping mapping) => mapping is { Scenario: null, Times: null, TimeSettings: null, Probability: >= 1 };

    /// <summary>What it wants of a request, once for each of its methods.</summary>
    private static IEnumerable<string[]> Wants(Mapping mapping)
    {
        string[] others = [.. mapping.Request.Parts.Where(part => part.Name != "Method" || mapping.Request.Methods is null).Select(part => $"{part.Name} {part.Expected}").Where(part => !Always.Contains(part)).Distinct()];
        return mapping.Request.Methods is { } methods ? methods.Select(method => (string[])[.. others, $"Method {method}"]) : [others];
    }

    private static string Key(IEnumerable<string> wants) => string.Join('\n', wants.Order(StringComparer.Ordinal));

    private static string Why(Mapping first, Mapping second) =>
        first.Priority != second.Priority ? $"Priority {first.Priority} before {second.Priority}"
        : first.Stub.Details != second.Stub.Details ? "it looks at more parts of the request"
        : first.Probability != second.Probability ? "with the same Priority, the higher Probability is asked first"
        : "the Priority is the same, and it is read later";
}
