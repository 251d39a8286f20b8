using System.Text.RegularExpressions;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Finds mappings that stand before operations without naming them: often a path with a star that takes more than was meant.</summary>
internal static partial class HiddenOperations
{
    private const int Named = 3;
    private const int HostLimit = 3;
    private const string UrlPart = "Url";
    private static readonly (string Scheme, string Host) UsualHost = ("http", "localhost");

    public static IEnumerable<Problem> Of(IEnumerable<Mapping> mappings, IReadOnlyList<Contract> contracts)
    {
        var routes = new OperationRoutes(contracts);
        var site = new Sites([], new(1, TimeProvider.System, null, 0), _ => { }).Default;
        var samples = contracts.SelectMany(contract => contract.Operations).Select(operation => (Operation: operation, Request: SampleOf(operation, site, UsualHost))).ToList();
        foreach (var mapping in mappings.Where(mapping => mapping is { IsDisabled: false, Request.Operation: null, Priority: <= OperationStub.OperationPriority }))
        {
            var elsewhere = HostsOf(mapping).SelectMany(host => samples.Select(sample => (sample.Operation, Request: SampleOf(sample.Operation, site, host))));
            var hidden = samples.Concat(elsewhere).Where(sample => Takes(mapping, sample.Request)).Select(sample => sample.Operation.Name).Concat(AtItsPath(mapping, routes, site)).Distinct().ToList();
            if (hidden.Count > 0)
            {
                yield return ProblemOf(mapping, hidden);
            }
        }
    }

    private static Problem ProblemOf(Mapping mapping, List<string> hidden)
    {
        var names = string.Join(", ", hidden.Take(Named)) + (hidden.Count > Named ? $" and {hidden.Count - Named} more" : "");
        var advice = hidden.Count == 1 ? $"say \"Operation\": \"{hidden[0]}\" in its Request if that is meant" : $"narrow its {(mapping.Request.Parts.Any(part => part.Name == UrlPart) ? UrlPart : "Path")}, or say the Operation in its Request";
        return mapping.AtRequest with { Message = $"This mapping answers before {names}; {advice}." };
    }

    private static bool Takes(Mapping mapping, StubRequest sample) =>
        mapping.Request.Paths.Any(key => key.IsWhole ? sample.Path.Equals(key.Text, StringComparison.OrdinalIgnoreCase) : sample.Path.StartsWith(key.Text, StringComparison.OrdinalIgnoreCase))
        && IsTaken(mapping, sample);

    private static bool IsTaken(Mapping mapping, StubRequest request) => mapping.Request.Explain(request).Where(part => part.Part is "Path" or UrlPart or "Method").All(part => part.IsMatch);

    /// <summary>A Url begins with a host, which nobody knows beforehand: those that its patterns spell out are tried, beside the usual one.</summary>
    private static IEnumerable<(string Scheme, string Host)> HostsOf(Mapping mapping) => mapping.Request.Parts
        .Where(part => part.Name == UrlPart)
        .SelectMany(part => Authority().Matches(part.Expected))
        .Select(found => (found.Groups["scheme"].Value, Host: found.Groups["host"].Value.Replace("\\", "", StringComparison.Ordinal)))
        .Where(host => host != UsualHost)
        .Distinct().Take(HostLimit);

    /// <summary>The operations that a path without stars leads to.</summary>
    private static IEnumerable<string> AtItsPath(Mapping mapping, OperationRoutes routes, Site site)
    {
        foreach (var path in mapping.Request.Paths.Where(path => path.IsWhole))
        {
            foreach (var method in mapping.Request.Methods ?? ["GET", "POST", "PUT", "DELETE"])
            {
                if (routes.Find(path.Text, method).Route is { } route && IsTaken(mapping, new() { Method = method, RawPath = path.Text, Site = site }))
                {
                    yield return route.Operation.Name;
                }
            }
        }
    }

    private static StubRequest SampleOf(Operation operation, Site site, (string Scheme, string Host) at) => new()
    {
        Method = operation.Method,
        RawPath = string.Join('/', operation.Path.Split('/').Select(Sample)),
        Scheme = at.Scheme,
        Host = at.Host,
        Site = site,
    };

    private static string Sample(string segment) =>
        segment is not ['{', .. var inner, '}'] ? segment : inner.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? inner[(colon + 1)..].Split('|')[0] : "1";

    [GeneratedRegex(@"(?<scheme>https?)://(?<host>[\w.:\\-]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Authority();
}
