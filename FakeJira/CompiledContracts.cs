using System.Collections.Concurrent;
using FakeJira.Stubs;
using FakeJira.Stubs.Covering;
using FakeJira.Stubs.Matching;

namespace FakeJira;

/// <summary>What servers with the same contracts share.</summary>
/// <param name="Routes">Where their operations are.</param>
/// <param name="Rules">What of them can be shown.</param>
internal sealed record CompiledContracts(OperationRoutes Routes, Lazy<CoverageMap> Rules)
{
    private static readonly ConcurrentDictionary<string, CompiledContracts> Known = new();

    /// <summary>Those of these contracts, made once.</summary>
    public static CompiledContracts Of(IReadOnlyList<Contract> contracts) =>
        Known.GetOrAdd(string.Join(',', contracts.Select(each => each.Name)), _ => new(new(contracts), new(() => new CoverageMap(contracts))));
}
