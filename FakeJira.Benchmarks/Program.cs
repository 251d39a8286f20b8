using FakeJira.Benchmarks;

return args switch
{
    // The servers that are compared, in processes of their own: nothing is in their way.
    ["bare", var port, var answer] => await ServerProcess.RunBareAsync(port, answer).ConfigureAwait(false),
    ["fake", var port] => await ServerProcess.RunFakeAsync(port, ContractRequests.Arrange).ConfigureAwait(false),
    ["raised", var port] => await ServerProcess.RunFakeAsync(port, ContractRequests.Arrange, keepThreadPool: false).ConfigureAwait(false),
    ["large", var port] => await ServerProcess.RunFakeAsync(port, ContractRequests.ArrangeLarge).ConfigureAwait(false),
    ["many", var port] => await ServerProcess.RunAmongMappingsAsync(port, ContractRequests.ManyMappings).ConfigureAwait(false),
    ["mapped", var port, var folder] => await ServerProcess.RunMappedAsync(port, folder).ConfigureAwait(false),
    ["started-once", var kind] => await FixtureStart.OnceAsync(kind).ConfigureAwait(false),
    _ => await BenchmarkCommands.RunAsync(args).ConfigureAwait(false),
};
