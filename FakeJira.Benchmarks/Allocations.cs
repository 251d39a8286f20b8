using System.Globalization;

namespace FakeJira.Benchmarks;

/// <summary>What a request leaves on the heap of the server, journal on: both servers in this process, asked over raw sockets that allocate next to nothing.</summary>
internal static class Allocations
{
    private const int Warm = 2_000;
    private const int Requests = 10_000;

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| bytes allocated per request | bare Kestrel | FakeJira |");
        Console.WriteLine("|---|---|---|");
        foreach (var comparison in ContractRequests.OfContracts)
        {
            await using var fake = await FakeJiraServer.StartAsync().ConfigureAwait(false);
            ContractRequests.Arrange(fake);
            await using var bare = await BareServer.StartAsync(await comparison.AnswerOfAsync(fake.BaseAddress).ConfigureAwait(false)).ConfigureAwait(false);
            var (ofBare, ofFake) = (await OfAsync(bare.Address, comparison).ConfigureAwait(false), await OfAsync(fake.BaseAddress, comparison).ConfigureAwait(false));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {comparison.Name} | {ofBare} | {ofFake} |"));
        }

        return 0;
    }

    private static async Task<long> OfAsync(Uri address, Comparison comparison)
    {
        await Load.RunAsync(address, comparison, 1, Warm).ConfigureAwait(false);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Load.RunAsync(address, comparison, 1, Requests).ConfigureAwait(false);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;
    }
}
