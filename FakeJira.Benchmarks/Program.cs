using FakeJira.Benchmarks;

return args switch
{
    ["bare", var port] => await BareServer.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)).ConfigureAwait(false),
    ["slim", var port] => SlimServer.Run(port),
    ["hot", ..] => HotPaths.Run(args[1..]),
    [] or ["ratios"] => await Ratios.RunAsync().ConfigureAwait(false),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Use: (nothing) or ratios = ratios to bare Kestrel; hot = the hot paths with BenchmarkDotNet; bare PORT and slim PORT = the servers compared with.");
    return 2;
}
