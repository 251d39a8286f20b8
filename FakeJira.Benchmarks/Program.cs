using FakeJira.Benchmarks;

return args switch
{
    ["bare", var port, var like] => await ServerProcess.RunBareAsync(port, new Uri(like)).ConfigureAwait(false),
    ["fake", var port] => await ServerProcess.RunFakeAsync(port).ConfigureAwait(false),
    ["slim", var port] => SlimServer.Run(port),
    ["hot", ..] => HotPaths.Run(args[1..]),
    ["search"] => SearchAtSize.Run(),
    [] or ["ratios"] => await Ratios.RunAsync().ConfigureAwait(false),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Use: (nothing) or ratios = ratios to bare Kestrel; hot = the hot paths with BenchmarkDotNet; search = the search on a large site; bare, fake and slim are the servers that are compared, in processes of their own.");
    return 2;
}
