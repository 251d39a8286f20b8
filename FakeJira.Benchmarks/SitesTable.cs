using System.Diagnostics;
using System.Globalization;
using FakeJira.Seeding;
using FakeJira.Stubs;
using Newtonsoft.Json;

namespace FakeJira.Benchmarks;

/// <summary>What sites cost: made, reset, forked; and the state document of a large one.</summary>
internal static class SitesTable
{
    private const int Repetitions = 500;

    public static async Task<int> RunAsync()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Listens = false }).ConfigureAwait(false);
        Median("create an empty site", number => _ = fake.Sites["site-" + number.ToString(CultureInfo.InvariantCulture)]);
        RemoveAll(fake);
        Median("create a site of the vendors' examples", number => fake.Universe.Create("site-" + number.ToString(CultureInfo.InvariantCulture), Seed.Named(Seed.Vendor, fake.Universe)));
        RemoveAll(fake);
        Median("fork the vendors' examples", number => fake.Fork("fork-" + number.ToString(CultureInfo.InvariantCulture)));
        RemoveAll(fake);
        Median("reset the vendors' examples", _ => fake.Reset());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Once("generate 100,000 issues, 10,000 users, 1,000,000 votes", () => fake.Generate(new() { Users = 10_000, Projects = 100, Issues = 100_000, Votes = 1_000_000 }));
        Console.WriteLine($"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0,12:F0} MB  it takes");
        Median("fork that", number => fake.Fork("fork-" + number.ToString(CultureInfo.InvariantCulture)));
        RemoveAll(fake);
        fake.Universe.Default.KeepAsSeed();
        Median("reset that", _ => fake.Reset());
        var text = "";
        Once("its state document as text", () => text = StateDocument.Write(fake.Capture(), fake.Universe).ToString(Formatting.None));
        Console.WriteLine($"{text.Length / 1024.0 / 1024.0,12:F0} MB  of text");
        SiteState? state = null;
        Once("the text read again", () => state = StateDocument.Read("state", text, fake.Universe, new()));
        Once("put in place", () => fake.Restore(state!));
        Console.WriteLine($"{Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0,12:F0} MB  the process at its largest");
        return 0;
    }

    private static void RemoveAll(FakeJiraServer fake)
    {
        foreach (var name in fake.Sites.Names)
        {
            fake.Sites.Remove(name);
        }
    }

    private static void Median(string what, Action<int> action)
    {
        var times = new double[Repetitions];
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var watch = Stopwatch.StartNew();
            action(repetition);
            times[repetition] = watch.Elapsed.TotalMicroseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"{times[Repetitions / 2],12:F1} us  {what} (99 of 100 below {times[Repetitions * 99 / 100]:F0} us)");
    }

    private static void Once(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        Console.WriteLine($"{watch.Elapsed.TotalSeconds,12:F2} s   {what}");
    }
}
