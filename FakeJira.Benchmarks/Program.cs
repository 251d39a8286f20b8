using FakeJira.Benchmarks;
using FakeJira.Benchmarks.Compare;

return args switch
{
    ["bare", var port, var like, var method, var path, var authorization, var body] => await ServerProcess.RunBareAsync(port, new Uri(like), new("", method, path, authorization, body)).ConfigureAwait(false),
    ["fake", var port] => await ServerProcess.RunFakeAsync(port).ConfigureAwait(false),
    ["slim", var port] => SlimServer.Run(port),
    ["hot", ..] => HotPaths.Run(args[1..]),
    ["sites"] => await SitesTable.RunAsync().ConfigureAwait(false),
    ["started"] => await FixtureStart.RunAsync().ConfigureAwait(false),
    ["started", var kind] => await FixtureStart.OnceAsync(kind).ConfigureAwait(false),
    ["cold", ..] => ColdStart.Run(args[1..]),
    ["allocations"] => await Allocations.RunAsync().ConfigureAwait(false),
    ["search"] => SearchAtSize.Run(),
    ["mapped", var port, var folder] => await ServerProcess.RunMappedAsync(port, folder).ConfigureAwait(false),
    ["mappings"] => await MappingRatios.RunAsync().ConfigureAwait(false),
    ["watched"] => await Ratios.WatchedAsync().ConfigureAwait(false),
    ["ratios", var named] => await Ratios.RequestsAsync(named).ConfigureAwait(false),
    ["compare", ..] => await CompareCommand.RunAsync(args[1..]).ConfigureAwait(false),
    ["fuzz", ..] => await FakeJira.Benchmarks.Fuzz.FuzzCommand.RunAsync(args[1..]).ConfigureAwait(false),
    ["soak", ..] => await FakeJira.Benchmarks.Soak.SoakCommand.RunAsync(args[1..]).ConfigureAwait(false),
    ["falsify", ..] => await FakeJira.Benchmarks.Falsify.FalsifyCommand.RunAsync(args[1..]).ConfigureAwait(false),
    ["mutants", var report, var reasons] => FakeJira.Benchmarks.Mutants.MutantsCommand.Run(report, reasons),
    [] or ["ratios"] => await Ratios.RunAsync().ConfigureAwait(false),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Use: (nothing) or ratios = ratios to bare Kestrel; ratios NAME = those requests alone; mappings = the same by number of mappings; watched = what coverage and a fault cost the requests that they do not touch; hot = the hot paths with BenchmarkDotNet; started = what a fixture waits for; cold [COMMAND] = what a process needs to its first answer, FakeJira's or a published program's; allocations = bytes that a request leaves on the heap; search = the search on a large site; sites = what sites, forks and state documents cost; compare = FakeJira and other servers beside bare Kestrel by connections and mappings; soak [SECONDS] [SEED] = many clients doing everything at once, compared with a model; fuzz [SECONDS] [--seed N] [--only KIND] [--replay CASE] = requests, mapping files, seeds, queries and templates by chance, until something goes wrong; falsify [--only TEXT] [--sample N] [--workers N] = the edits that are declared in FakeJira.Tests/Falsifications, each in a copy in which its test has to go red; mutants REPORT REASONS = whether every mutant of a report of Stryker that no test has noticed has a reason; bare, fake, mapped and slim are the servers that are compared, in processes of their own.");
    return 2;
}
