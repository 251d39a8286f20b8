using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Finds mappings that stand before operations without naming them: often a path with a star that takes more than was meant.</summary>
internal static class HiddenOperations
{
    private const int Named = 3;

    public static IEnumerable<Problem> Of(IEnumerable<Mapping> mappings, IReadOnlyList<Contract> contracts)
    {
        var routes = new OperationRoutes(contracts);
        var site = new Sites([], new(1, TimeProvider.System, null, 0), _ => { }).Default;
        var samples = contracts.SelectMany(contract => contract.Operations).Select(operation => (Operation: operation, Request: SampleOf(operation, site))).ToList();
        foreach (var mapping in mappings.Where(mapping => mapping is { IsDisabled: false, Request.Operation: null, Priority: <= OperationStub.OperationPriority }))
        {
            var hidden = samples.Where(sample => Takes(mapping, sample.Request)).Select(sample => sample.Operation.Name).Concat(AtItsPath(mapping, routes)).Distinct().ToList();
            if (hidden.Count > 0)
            {
                yield return ProblemOf(mapping, hidden);
            }
        }
    }

    private static Problem ProblemOf(Mapping mapping, List<string> hidden)
    {
        var names = string.Join(", ", hidden.Take(Named)) + (hidden.Count > Named ? $" and {hidden.Count - Named} more" : "");
        var advice = hidden.Count == 1 ? $"say \"Operation\": \"{hidden[0]}\" in its Request if that is meant" : "narrow its Path, or say the Operation in its Request";
        return mapping.AtRequest with { Message = $"This mapping answers before {names}; {advice}." };
    }

    private static bool Takes(Mapping mapping, StubRequest sample) =>
        mapping.Request.Paths.Any(key => key.IsWhole ? sample.Path.Equals(key.Text, StringComparison.OrdinalIgnoreCase) : sample.Path.StartsWith(key.Text, StringComparison.OrdinalIgnoreCase))
        && mapping.Request.Explain(sample).Where(part => part.Part is "Path" or "Method" or "Methods").All(part => part.IsMatch);

    /// <summary>The operations that a path without stars leads to.</summary>
    private static IEnumerable<string> AtItsPath(Mapping mapping, OperationRoutes routes)
    {
        foreach (var path in mapping.Request.Paths.Where(path => path.IsWhole))
        {
            foreach (var method in mapping.Request.Methods ?? ["GET", "POST", "PUT", "DELETE"])
            {
                if (routes.Find(path.Text, method).Route is { } route)
                {
                    yield return route.Operation.Name;
                }
            }
        }
    }

    private static StubRequest SampleOf(Operation operation, Site site) => new()
    {
        Method = operation.Method,
        RawPath = string.Join('/', operation.Path.Split('/').Select(Sample)),
        Site = site,
    };

    private static string Sample(string segment) =>
        segment is not ['{', .. var inner, '}'] ? segment : inner.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? inner[(colon + 1)..].Split('|')[0] : "1";
}
