using System.Globalization;
using FakeJira.Benchmarks.Compare;

namespace FakeJira.Benchmarks;

/// <summary>What a request leaves on the heap of the server, journal on: both servers in this process, asked over raw sockets that allocate next to nothing. Unlike time this is the same on every machine, so that there is a limit. It holds for a large site and among many mappings, too.</summary>
internal static class Allocations
{
    private const int Warm = 2_000;
    private const int Requests = 10_000;

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| bytes allocated per request | bare Kestrel | FakeJira |");
        Console.WriteLine("|---|---|---|");
        var tooMany = new List<string>();
        using var many = new Workload(ContractRequests.ManyMappings);
        List<Case> cases =
        [
            .. ContractRequests.OfContracts.Select(each => new Case(each, ContractRequests.Arrange)),
            new(ContractRequests.VotesNotShown, ContractRequests.ArrangeLarge),
            new(ContractRequests.Votes with { Name = "GET votes, 10,000 issues" }, ContractRequests.ArrangeLarge),
            new(ContractRequests.Votes with { Name = "GET votes, 10,000 mappings" }, ContractRequests.Arrange, many.Folder),
        ];
        foreach (var (comparison, arrange, mappings) in cases)
        {
            await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = mappings }).ConfigureAwait(false);
            arrange(fake);
            await using var bare = await BareServer.StartAsync(await comparison.AnswerOfAsync(fake.BaseAddress).ConfigureAwait(false)).ConfigureAwait(false);
            var (ofBare, ofFake) = (await OfAsync(bare.Address, comparison).ConfigureAwait(false), await OfAsync(fake.BaseAddress, comparison).ConfigureAwait(false));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {comparison.Name} | {ofBare} | {ofFake} |"));
            if (Gates.Heap(comparison.Name, ofFake, comparison.MostBytes) is { } complaint)
            {
                tooMany.Add(complaint);
            }
        }

        tooMany.ForEach(Console.Error.WriteLine);
        return tooMany.Count == 0 ? 0 : 1;
    }

    private static async Task<long> OfAsync(Uri address, Comparison comparison)
    {
        await Load.RunAsync(address, comparison, 1, Warm).ConfigureAwait(false);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var asked = await Load.RunAsync(address, comparison, 1, Requests).ConfigureAwait(false);
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        asked.ThrowOnStrays(comparison.Name);
        return bytes / Requests;
    }

    private sealed record Case(Comparison Comparison, Action<FakeJiraServer> Arrange, string? Mappings = null);
}
